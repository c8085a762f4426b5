// A talk that branches: what the other one says, what can be answered, how that moves the mood and where it leads.
// How it is played stands in learning/dialogue_play.h.
#pragma once

#include "course/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace course {

/// Holds when all of it holds; an empty one always does.
struct Condition {
    std::optional<int> moodFrom, moodUpTo;
    std::vector<std::string> flags, notFlags;

    [[nodiscard]] bool empty() const { return !moodFrom && !moodUpTo && flags.empty() && notFlags.empty(); }
};

struct Dialogue {
    static constexpr int mostMood = 100;
    static constexpr int redLineMood = -12; ///< what a forbidden phrase costs, whatever else is in the sentence

    struct Option {
        OptionId id;
        int mood = 0; ///< what it adds to the mood
        bool redLine = false;
        std::vector<std::string> sets; ///< flags
        std::size_t to = 0;            ///< index of the node it leads to; nodes.size(): the ending
        Condition when;                ///< offered only then
        std::string text, why;
        std::string reply; ///< what the other one does or says at once; "" when the next line says it
    };
    struct Node {
        OptionId id;
        Condition when; ///< passed over unless it holds
        std::string line;
        std::vector<Option> options;
    };
    struct Ending {
        OptionId id;
        Condition when;
        int score = 0;
        std::string label, text;
    };

    int mood = 50; ///< at the start
    std::string who;
    std::vector<std::string> scene;
    std::vector<Node> nodes;
    std::vector<Ending> endings; ///< the first that holds; the last always does
    std::string insight;
};

} // namespace course
