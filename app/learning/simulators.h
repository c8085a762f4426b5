// The formulas behind the what-if simulators, by name. Percentages are whole (20 means 20 %). Pure: settings in,
// figures out; whatever the settings, the figures are finite.
#pragma once

#include "course/simulator.h"

#include <span>
#include <string>
#include <string_view>

namespace learning {

struct FormulaInput {
    std::string_view name;
    double usual;       ///< its value where nothing else is said
    double least, most; ///< outside of these the formula makes no sense
};

/// One formula of the fact base.
struct Formula {
    std::string_view name; ///< "SIM-1"
    std::span<const FormulaInput> inputs;
    std::span<const std::string_view> outputs;
    void (*compute)(const double* inputs, double* outputs);

    [[nodiscard]] const FormulaInput* input(std::string_view name) const;
    [[nodiscard]] bool gives(std::string_view output) const;
};

/// Null when there is none of this name.
///   SIM-1 retention economics (S0-05, S0-06)     SIM-2 complaint iceberg (S0-07, S0-53, S3-04)
///   SIM-3 repurchase by outcome (S0-52)          SIM-4 customer value (S0-28)
///   SIM-5 expectation management (S0-72, S0-69)  SIM-6 recovery pay-off (S3-29, S3-31)
///   SIM-8 specific benefit (S2-13, S2-15)        SIM-9 guarantee pay-out (S3-46, S3-43)
[[nodiscard]] const Formula* findFormula(std::string_view name);

/// Behind an output's name: its change against the start settings, in per cent.
inline constexpr std::string_view changeEnding = "-change";
/// The output's name without that ending, and whether it had it.
[[nodiscard]] std::string_view outputProper(std::string_view output, bool& isChange);

/// The settings with which a simulator begins: its inputs' starts, and the formula's usual values for all others.
[[nodiscard]] course::Simulator::Settings startSettings(const course::Simulator& simulator);

/// What comes out for these settings; inputs that are not among them stand at the start. 0 for an unknown formula or
/// output.
[[nodiscard]] double outputOf(const course::Simulator& simulator, const course::Simulator::Settings& settings,
                              const course::OptionId& output);

/// "400,000", "−6.3": grouped by thousands, with a true minus. NaN and infinities are written "—".
[[nodiscard]] std::string figureText(double number, int decimals);
/// The same with "+" before what is greater than 0.
[[nodiscard]] std::string signedFigureText(double number, int decimals);

} // namespace learning
