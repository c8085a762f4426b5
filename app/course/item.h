// An item: one question with its key, its distractors and what each wrong answer reveals.
#pragma once

#include "course/ids.h"

#include <string>
#include <variant>
#include <vector>

namespace course {

/// One option of a choice. A distractor names the misconception that leads to it.
struct Option {
    OptionId id;
    std::string text;
    bool key = false;          ///< true: belongs to the right answer
    std::string misconception; ///< short name of the misconception, "" for a key ("price myth")
    std::string feedback;      ///< why it is right, or why not
};

struct SingleChoice {
    std::vector<Option> options; ///< exactly one key
};

struct MultipleChoice {
    std::vector<Option> options; ///< at least one key and one distractor
};

/// Put the entries in order; they are stored in the right order and shuffled when shown.
struct Ordering {
    struct Entry {
        OptionId id;
        std::string text;
    };
    std::vector<Entry> entries;
    std::string misconception; ///< named when the order is wrong
    std::string feedback;      ///< why this order
};

/// Estimate a number on a slider; right within `tolerance`.
struct Estimate {
    double least = 0, most = 100, step = 1;
    double truth = 0;
    double tolerance = 0; ///< absolute, in the same unit
    std::string unit;     ///< words after the number ("%", "倍"); may be ""
    std::string tooLowMisconception, tooLowFeedback;
    std::string tooHighMisconception, tooHighFeedback;
    std::string rightFeedback;
};

using Question = std::variant<SingleChoice, MultipleChoice, Ordering, Estimate>;

struct Item {
    ItemId id;
    std::string stem;
    std::string objective;              ///< id of the module objective that it measures ("M2.o1")
    std::vector<InventoryId> inventory; ///< facts it stands on
    LessonId lesson;                    ///< the lesson that teaches it
    StepId taughtBy;                    ///< the step of it that does; of an item in a lesson empty
    int difficulty = 1;                 ///< 1 easy .. 3 hard, the author's judgement
    std::string rationale;              ///< why the key is right: shown after answering
    Question question;
};

} // namespace course
