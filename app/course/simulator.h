// What-if machines: sliders over a named formula, and the question gauge. The formulas themselves stand in
// learning/simulators.h and learning/question_gauge.h; this is what an author says about them.
#pragma once

#include "course/ids.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace course {

struct Simulator {
    using Settings = std::map<OptionId, double>; ///< input → value

    struct Input {
        OptionId id;
        double least = 0, most = 100, step = 1;
        std::optional<double> start; ///< none: as the formula has it
        std::string label;
        std::string shows; ///< "{n}%"
    };
    struct Output {
        OptionId id; ///< of the formula, or with "-change" behind it: per cent against the start
        int decimals = 0;
        std::optional<double> least, most; ///< both there: drawn as a bar as well
        std::optional<double> reference;   ///< a line on the bar
        std::string label, shows;
        std::string referenceLabel;
    };
    struct Guess {
        Settings set; ///< where the sliders go once the guess is made
        double least = 0, most = 100, step = 1;
        double tolerance = 0;
    };
    struct Target {
        double from = 0, upTo = 0;
    };
    struct Task {
        OptionId id;
        OptionId output;            ///< what is guessed, or to be brought within the target
        std::optional<Guess> guess; ///< none: `target` is to be reached
        Target target;
        std::string text, why;
    };
    /// A worked example: for the compiler and for tests, never shown.
    struct Example {
        Settings set;
        std::map<OptionId, double> gives; ///< output → what comes out, to the decimals written
    };

    std::string formula; ///< "SIM-1"
    std::vector<Input> inputs;
    std::vector<Output> outputs;
    std::vector<Task> tasks;
    std::vector<Example> examples;
    std::string insight;

    [[nodiscard]] const Output* output(const OptionId& id) const;
};

/// Eight turns of a conversation with three gauges: an open or a closed question each.
struct Gauge {
    static constexpr std::size_t turnCount = 8;

    struct Turn {
        OptionId id;
        std::string line; ///< what the customer says before, "" when nothing
        std::string open, closed;
    };
    std::vector<std::string> scene; ///< may be empty
    std::vector<Turn> turns;
    std::string information, drift, tension; ///< names of the gauges
    std::string ruleStart, ruleDrift, ruleTense;
    std::string wonFeedback, shortFeedback, driftFeedback, tenseFeedback;
    std::string insight;
};

} // namespace course
