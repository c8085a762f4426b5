// Kinds of step in which something is done with a handful of things: paired, put into gaps, tapped, rated, flipped,
// thought over, decided. What the words and the key are; how it is marked stands in learning/grading.h.
#pragma once

#include "course/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace course {

/// Press a left, press the right that belongs to it.
struct Match {
    struct Pair {
        OptionId id;
        std::string left, right;
        std::string why; ///< shown when the pair is made
    };
    /// A right that belongs to no left.
    struct Extra {
        OptionId id;
        std::string right;
        std::string why; ///< shown when it is pressed
    };
    std::vector<Pair> pairs;
    std::vector<Extra> extras;
    std::string insight;
};

/// Fill the gaps of a text from a bank of words.
struct Cloze {
    struct Word {
        OptionId id;
        std::string text;
        std::string why; ///< said when it stands where it does not belong; "" when there is nothing to say
    };
    struct Gap {
        OptionId id;
        OptionId word;
        std::vector<OptionId> also; ///< words that are right too

        [[nodiscard]] bool takes(const OptionId& given) const;
    };
    /// A stretch of words, or a gap.
    struct Piece {
        std::string text;
        std::optional<std::size_t> gap; ///< index among the sentence's gaps
    };
    struct Sentence {
        OptionId id;
        std::vector<Gap> gaps;
        std::vector<Piece> pieces; ///< each gap once
        std::string why;           ///< shown when the text was handed in
    };
    std::vector<Word> bank;
    std::vector<Sentence> sentences;
    std::string insight;

    [[nodiscard]] const Word* word(const OptionId& id) const;
};

/// Tap what is wrong in a talk or a list of statements.
struct Spot {
    struct Speaker {
        OptionId id;
        std::string label;
    };
    struct Tag {
        OptionId id;
        std::string label;
    };
    struct Line {
        OptionId id;
        OptionId by; ///< empty where nobody speaks
        bool mistake = false;
        OptionId tag; ///< what kind of mistake; empty when the step has no tags
        std::string text;
        std::string why;    ///< of a mistake always; of another line "" when there is nothing to say
        std::string better; ///< a better line, "" when there is none
    };
    bool heard = false; ///< its lines are listened to, and read only when asked for
    std::vector<Speaker> speakers;
    std::vector<Tag> tags;
    std::vector<Line> lines;
    std::string insight;
};

/// Rate oneself; the sum falls into a band. There is no right and no wrong.
struct Likert {
    struct Statement {
        OptionId id;
        std::string text;
        std::string advice;                ///< shown when it is among the highest or lowest; "" when there is none
        std::string leastLabel, mostLabel; ///< what the ends of the scale mean here
        LessonId lesson;                   ///< where it is practised; empty when nowhere
    };
    struct Band {
        OptionId id;
        int upTo = 0; ///< of the sum; bands rise, the last holds every sum
        std::string label, text;
    };
    int points = 5; ///< ratings go from 1 to this
    int lowest = 0; ///< so many that were rated lowest are talked over; 0: those rated highest
    std::vector<Statement> statements;
    std::vector<Band> bands;
    std::string insight; ///< "" when there is none
    StepId plan;         ///< what is rated: the note of this step, which can be saved with the ratings; empty: nothing
};

/// Cards to flip, and to label where there are labels.
struct Cards {
    struct Label {
        OptionId id;
        std::string label;
    };
    struct Card {
        OptionId id;
        OptionId label;             ///< the right one; empty where it is a matter of view
        std::vector<OptionId> also; ///< labels that are right too
        std::string front, back;

        [[nodiscard]] bool takes(const OptionId& given) const;
    };
    std::vector<Label> labels;
    std::vector<Card> cards;
    std::string insight; ///< "" when there is none
};

/// Read, and write a note for oneself.
struct Reflect {
    std::vector<std::string> paragraphs; ///< may be empty
    std::vector<std::string> thoughts;   ///< model thoughts, shown afterwards; may be empty
    std::string insight;                 ///< "" when there is none
    int longest = 600;                   ///< characters that the note may have
};

/// A story in which one decides, sometimes on a budget.
struct Case {
    struct Option {
        OptionId id;
        int cost = 0;
        int worth = 0;
        std::string text;
        std::string effect; ///< what comes of it, shown when it was chosen
    };
    struct Decision {
        OptionId id;
        int choose = 1; ///< how many options are chosen
        std::string text;
        std::vector<Option> options;
    };
    struct Outcome {
        OptionId id;
        std::optional<int> from; ///< least sum of worth; none: whatever is left
        int score = 0;
        std::string label, text;
    };
    std::vector<std::string> story;
    std::optional<int> budget;
    std::string budgetShows; ///< "£{n}"; "" without a budget
    std::vector<Decision> decisions;
    std::vector<Outcome> outcomes; ///< best first; the last has no `from`
    std::string insight;
};

} // namespace course
