#include "learning/simulators.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>

namespace learning {

using course::OptionId;
using course::Simulator;

namespace {

constexpr std::size_t mostInputs = 8, mostOutputs = 8;

// ---- SIM-1: profit of a year in which lost customers are replaced, and what one acquired customer is worth in a life.

constexpr FormulaInput retentionInputs[] = {{"customers", 1000, 1, 1e7}, {"revenue", 2000, 1, 1e7},
                                            {"margin", 30, 0, 100},      {"defection", 20, 1, 100},
                                            {"keeping", 100, 0, 1e6},    {"multiple", 6, 1, 100}};
constexpr std::string_view retentionOutputs[] = {"acquisition", "profit", "life", "value", "win-cost", "save-cost"};

void retention(const double* in, double* out) {
    const double customers = in[0], marginEach = in[1] * in[2] / 100, defection = in[3] / 100, keeping = in[4];
    const double acquisition = in[5] * keeping;
    out[0] = acquisition;
    out[1] = customers * marginEach - customers * defection * acquisition - customers * (1 - defection) * keeping;
    out[2] = 1 / defection;
    out[3] = (marginEach - keeping) / defection - acquisition;
    out[4] = 100 * acquisition;
    out[5] = 100 * keeping;
}

// ---- SIM-2: how many stand behind the complaints that arrive, and how many hear of it.

constexpr FormulaInput icebergInputs[] = {
    {"complaints", 5, 0, 1e6}, {"share", 4, 0.1, 100}, {"told", 16, 0, 1000}, {"gone", 65, 0, 100}};
constexpr std::string_view icebergOutputs[] = {"unhappy", "silent", "silent-least", "reach", "lost"};

void iceberg(const double* in, double* out) {
    const double unhappy = in[0] / (in[1] / 100);
    const double silent = unhappy - in[0];
    out[0] = unhappy;
    out[1] = silent;
    out[2] = 10 * in[0];
    out[3] = silent * in[2];
    out[4] = silent * in[3] / 100;
}

// ---- SIM-3: customers kept, by whether they complain, whether it is solved, and whether quickly.

constexpr FormulaInput repurchaseInputs[] = {
    {"dissatisfied", 1000, 1, 1e7}, {"complain", 4, 0, 100}, {"solved", 50, 0, 100}, {"quick", 50, 0, 100}};
constexpr std::string_view repurchaseOutputs[] = {"kept", "kept-share"};

void repurchase(const double* in, double* out) {
    const double complain = in[1] / 100, solved = in[2] / 100, quick = in[3] / 100;
    const double share = (1 - complain) * 0.09 + complain * (1 - solved) * 0.19 +
                         complain * solved * (1 - quick) * 0.54 + complain * solved * quick * 0.82;
    out[0] = in[0] * share;
    out[1] = 100 * share;
}

// ---- SIM-6: what listening brings back.

constexpr FormulaInput recoveryInputs[] = {
    {"dissatisfied", 1000, 1, 1e7}, {"before", 4, 0, 100},         {"after", 14, 0, 100},  {"stay-silent", 50, 0, 100},
    {"stay-heard", 87, 0, 100},     {"lifetime", 150'000, 0, 1e8}, {"spend", 1000, 0, 1e9}};
constexpr std::string_view recoveryOutputs[] = {"extra", "revenue", "return"};

void recovery(const double* in, double* out) {
    out[0] = in[0] * (in[2] - in[1]) / 100 * (in[4] - in[3]) / 100;
    out[1] = out[0] * in[5];
    out[2] = 2 * in[6];
}

// ---- SIM-4: what customers get, less what it costs them: money, time, body and nerves; each from 0 to 10.

constexpr FormulaInput balanceInputs[] = {{"service", 7, 0, 10}, {"image", 4, 0, 10}, {"people", 7, 0, 10},
                                          {"product", 6, 0, 10}, {"money", 6, 0, 10}, {"time", 6, 0, 10},
                                          {"body", 4, 0, 10},    {"energy", 4, 0, 10}};
constexpr std::string_view balanceOutputs[] = {"value", "cost", "delivered", "ratio"};

void balance(const double* in, double* out) {
    out[0] = in[0] + in[1] + in[2] + in[3];
    out[1] = in[4] + in[5] + in[6] + in[7];
    out[2] = out[0] - out[1];
    out[3] = out[1] > 0 ? out[0] / out[1] : 0;
}

// ---- SIM-5: the same delivery against what was promised, and how a surprise becomes the norm.

constexpr FormulaInput expectationInputs[] = {{"base", 50, 0, 100},     {"promise", 50, 0, 100}, {"talk", 0, 0, 100},
                                              {"delivery", 60, 0, 100}, {"memory", 30, 0, 100},  {"weight", 50, 0, 100},
                                              {"loss", 2, 1, 10}};
constexpr std::string_view expectationOutputs[] = {"expectation", "gap", "satisfaction", "next"};

void expectation(const double* in, double* out) {
    // Talking in time takes the edge off a promise that cannot be kept; where it is kept there is nothing to take.
    const double softened = in[1] > in[3] ? 1 - 0.5 * in[2] / 100 : 1;
    out[0] = in[0] + in[5] / 100 * (in[1] - 50) * softened;
    out[1] = in[3] - out[0];
    out[2] = out[1] >= 0 ? out[1] : in[6] * out[1];
    out[3] = in[0] + in[4] / 100 * std::max(out[1], 0.0);
}

// ---- SIM-8: a benefit in the customer's own figures.

constexpr FormulaInput benefitInputs[] = {{"spend", 500, 0, 1e7},
                                          {"rate", 20, 0, 1000},
                                          {"cut", 8000, 0, 1e8},
                                          {"weekly", 5000, 0, 1e8},
                                          {"capital", 6, 0, 100}};
constexpr std::string_view benefitOutputs[] = {"display-profit", "stock-saving", "yearly"};

void benefit(const double* in, double* out) {
    out[0] = in[0] * in[1] / 100;
    out[1] = in[2] * in[4] / 100;
    out[2] = 52 * in[3] + out[1];
}

// ---- SIM-9: does a guarantee cost more than it brings? Cost and "worth" are of a month, "benefit" of a year.

constexpr FormulaInput guaranteeInputs[] = {
    {"customers", 10'000, 1, 1e7}, {"fee", 100, 0, 1e6},  {"outage", 3, 0, 100},  {"payout", 5, 0, 100},
    {"claims", 60, 0, 100},        {"gain", 0.5, 0, 100}, {"margin", 400, 0, 1e6}};
constexpr std::string_view guaranteeOutputs[] = {"cost", "benefit", "benefit-month", "worth"};

void guarantee(const double* in, double* out) {
    out[0] = in[0] * in[2] / 100 * in[4] / 100 * in[1] * in[3] / 100;
    out[1] = in[0] * in[5] / 100 * in[6];
    out[2] = out[1] / 12;
    out[3] = out[2] - out[0];
}

constexpr Formula formulas[] = {{"SIM-1", retentionInputs, retentionOutputs, retention},
                                {"SIM-2", icebergInputs, icebergOutputs, iceberg},
                                {"SIM-3", repurchaseInputs, repurchaseOutputs, repurchase},
                                {"SIM-4", balanceInputs, balanceOutputs, balance},
                                {"SIM-5", expectationInputs, expectationOutputs, expectation},
                                {"SIM-6", recoveryInputs, recoveryOutputs, recovery},
                                {"SIM-8", benefitInputs, benefitOutputs, benefit},
                                {"SIM-9", guaranteeInputs, guaranteeOutputs, guarantee}};

double compute(const Formula& formula, const Simulator::Settings& settings, const Simulator::Settings& start,
               std::string_view output) {
    std::array<double, mostInputs> in{};
    std::array<double, mostOutputs> out{};
    for (std::size_t index = 0; index < formula.inputs.size(); ++index) {
        const FormulaInput& input = formula.inputs[index];
        const OptionId id(input.name);
        double value = input.usual;
        if (const auto begin = start.find(id); begin != start.end()) value = begin->second;
        if (const auto set = settings.find(id); set != settings.end()) value = set->second;
        in[index] = std::isfinite(value) ? std::clamp(value, input.least, input.most) : input.usual;
    }
    formula.compute(in.data(), out.data());
    const auto at = std::find(formula.outputs.begin(), formula.outputs.end(), output);
    return at == formula.outputs.end() ? 0.0 : out[static_cast<std::size_t>(at - formula.outputs.begin())];
}

} // namespace

const FormulaInput* Formula::input(std::string_view wanted) const {
    for (const FormulaInput& each : inputs)
        if (each.name == wanted) return &each;
    return nullptr;
}

bool Formula::gives(std::string_view output) const {
    return std::find(outputs.begin(), outputs.end(), output) != outputs.end();
}

const Formula* findFormula(std::string_view name) {
    for (const Formula& formula : formulas)
        if (formula.name == name) return &formula;
    return nullptr;
}

std::string_view outputProper(std::string_view output, bool& isChange) {
    isChange =
        output.size() > changeEnding.size() && output.substr(output.size() - changeEnding.size()) == changeEnding;
    return isChange ? output.substr(0, output.size() - changeEnding.size()) : output;
}

Simulator::Settings startSettings(const Simulator& simulator) {
    Simulator::Settings start;
    const Formula* formula = findFormula(simulator.formula);
    for (const Simulator::Input& input : simulator.inputs) {
        const FormulaInput* known = formula ? formula->input(input.id.text()) : nullptr;
        start[input.id] = input.start.value_or(std::clamp(known ? known->usual : input.least, input.least, input.most));
    }
    return start;
}

double outputOf(const Simulator& simulator, const Simulator::Settings& settings, const OptionId& output) {
    const Formula* formula = findFormula(simulator.formula);
    if (formula == nullptr) return 0;
    bool isChange = false;
    const std::string_view name = outputProper(output.text(), isChange);
    const Simulator::Settings start = startSettings(simulator);
    const double now = compute(*formula, settings, start, name);
    if (!isChange) return now;
    const double before = compute(*formula, {}, start, name);
    return before == 0 ? 0 : 100 * (now / before - 1);
}

std::string figureText(double number, int decimals) {
    if (!std::isfinite(number) || std::fabs(number) > 1e18) return "—";
    std::array<char, 64> digits{};
    std::snprintf(digits.data(), digits.size(), "%.*f", std::clamp(decimals, 0, 6), std::fabs(number));
    std::string text = digits.data();
    std::size_t end = std::min(text.find('.'), text.size());
    while (end > 3) {
        end -= 3;
        text.insert(end, ",");
    }
    const bool isZero = text.find_first_not_of("0.,") == std::string::npos;
    return number < 0 && !isZero ? "−" + text : text;
}

std::string signedFigureText(double number, int decimals) {
    const std::string text = figureText(number, decimals);
    const bool isZero = text.find_first_not_of("0.,") == std::string::npos;
    return number > 0 && !isZero ? "+" + text : text;
}

} // namespace learning
