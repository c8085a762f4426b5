// A talk that branches: what the other one says, what can be answered, how that moves the meters and where it leads.
// How it is played stands in learning/dialogue_play.h.
#pragma once

#include "course/ids.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace course {

/// Holds when all of it holds; an empty one always does.
struct Condition {
    /// A meter stands within.
    struct Bound {
        std::size_t meter = 0; ///< index in Dialogue::meters, or `total`
        int from = 0, upTo = 0;
    };
    static constexpr std::size_t total = static_cast<std::size_t>(-1); ///< all bars together

    std::vector<Bound> bounds;
    std::vector<std::string> flags, notFlags;

    [[nodiscard]] bool empty() const { return bounds.empty() && flags.empty() && notFlags.empty(); }
    [[nodiscard]] bool asksForTotal() const {
        for (const Bound& bound : bounds)
            if (bound.meter == total) return true;
        return false;
    }
};

struct Dialogue {
    static constexpr int mostMood = 100;
    static constexpr int redLineMood = -12; ///< what a forbidden phrase costs, whatever else is in the sentence

    /// What moves while one talks, from 0 to `most`.
    struct Meter {
        enum class Kind { mood, bar, budget };
        Kind kind = Kind::bar;
        OptionId id; ///< of the mood "mood", of the money "budget"
        int start = 0, most = 0;
        std::string label; ///< of a bar
        std::string shows; ///< "¥{n}" for the money, else ""
    };
    struct Option {
        OptionId id;
        std::vector<int> moves; ///< what it adds to each meter
        bool redLine = false;
        std::vector<std::string> sets; ///< flags
        std::size_t to = 0;            ///< index of the node it leads to; nodes.size(): the ending
        Condition when;                ///< offered only then, and only when there is money enough
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
    /// Something to do in this talk, done when its flag is set.
    struct ToDo {
        OptionId id; ///< the flag
        std::string label;
    };

    bool heard = false;        ///< the other one's lines are listened to, and read only when asked for
    std::vector<Meter> meters; ///< the mood first, the money last, each if there is one
    std::vector<ToDo> checklist;
    std::string who;
    std::vector<std::string> scene;
    std::vector<Node> nodes;
    std::vector<Ending> endings; ///< the first that holds; the last always does
    std::string insight;

    [[nodiscard]] bool hasMood() const { return !meters.empty() && meters.front().kind == Meter::Kind::mood; }
};

} // namespace course
