// A lesson: a short sequence of steps, each of which asks for something before it tells.
#pragma once

#include "course/dialogue.h"
#include "course/exercises.h"
#include "course/item.h"
#include "course/simulator.h"

#include <string>
#include <variant>
#include <vector>

namespace course {

/// Words to read, with at most one figure that should be remembered.
struct Reading {
    std::vector<std::string> paragraphs;
    std::string figure;        ///< "68 %"; "" when there is none
    std::string figureCaption; ///< what the figure is, and whose it is
};

/// Guess first, then see the truth: shares of a whole, or figures that stand each alone.
struct GuessChart {
    struct Bar {
        OptionId id;
        std::string label;
        int truth = 0; ///< percent
    };
    std::vector<Bar> bars;
    bool addUp = true;   ///< the bars share the total; else each goes up to it by itself
    int total = 100;     ///< what the guess adds up to, or how far each bar goes
    int goodWithin = 30; ///< Σ|guess − truth| up to here: close
    int fairWithin = 60; ///< up to here: on the way
    std::string goodFeedback, fairFeedback, farFeedback;
    std::string insight; ///< what the truth means, shown under the revealed chart
};

/// Put each card where it belongs.
struct Sort {
    struct Bin {
        OptionId id;
        std::string label;
    };
    struct Card {
        OptionId id;
        std::string text;
        OptionId bin;               ///< where it belongs
        std::string why;            ///< shown after placing, right or wrong
        std::vector<OptionId> also; ///< bins that are right too

        [[nodiscard]] bool takes(const OptionId& placed) const;
    };
    std::vector<Bin> bins;
    std::vector<Card> cards;
    std::string insight; ///< shown when all are placed
};

/// Place cards in a two-by-two: a sort whose four bins are cells between two axes.
struct Matrix {
    std::string across, left, right; ///< the axis from left to right, and its ends
    std::string down, top, bottom;
    Sort sort; ///< bins: top left, top right, bottom left, bottom right
};

/// Say the same thing in another form: closed questions made open, and back.
struct Rewrite {
    enum class Target { open, closed };
    struct Prompt {
        OptionId id;
        Target target = Target::open;
        std::string original; ///< what was said
        std::string model;    ///< one good way; never the only one
        std::string hint;
    };
    std::vector<Prompt> prompts;
    std::string insight;
};

/// One item inside a lesson.
struct Check {
    Item item;
};

/// The end of a lesson: what you can do now, one figure to remember.
struct Closing {
    std::vector<std::string> canDo;
    std::string figure;
    std::string figureCaption;
};

using Activity = std::variant<Reading, GuessChart, Sort, Rewrite, Check, Closing, Match, Matrix, Cloze, Spot, Likert,
                              Cards, Reflect, Case, Dialogue, Simulator, Gauge>;

/// A line of what is listened to.
struct Spoken {
    std::string speaker; ///< "" when it does not matter
    std::string text;
};

/// A term of the glossary that a step speaks of.
struct TermLink {
    TermId id;
    std::string term;
};

struct Step {
    StepId id;
    std::string title;
    std::string prompt;         ///< what to do now; "" for a Reading or Closing that needs none
    std::string hint;           ///< "" when there is none
    std::string note;           ///< data-quality note, one tap away; "" when there is none
    std::vector<Spoken> listen; ///< what is listened to before anything is done; may be empty
    Activity activity;
    std::vector<TermLink> terms; ///< those that the lesson names here for the first time
};

struct Lesson {
    LessonId id;
    std::string title;
    std::vector<std::string> objectives;
    int minutes = 0; ///< time it usually takes
    std::vector<InventoryId> covers;
    std::vector<Step> steps;
};

} // namespace course
