// Reads what-if simulators and the question gauge. Which inputs and outputs a formula has is the compiler's to check
// (tools/coursec/simulator_checks.h): this layer knows no formulas.
#include "course/step_readers.h"

#include <algorithm>
#include <string>
#include <utility>

namespace course {

using base::Fault;
using base::JsonReader;

namespace {

/// Bounds that keep every sum of settings finite.
constexpr double farthest = 1e9;
constexpr double mostStops = 100'000;

/// A pattern for a number: {n} must stand in it.
std::string readPattern(const JsonReader& place) {
    std::string shows = place.text("shows");
    if (!shows.empty() && shows.find("{n}") == std::string::npos)
        place.complainAt("shows", Fault::missing, "{n} must stand where the number goes, as in \"{n}%\".");
    return shows;
}

void checkRange(const JsonReader& place, double least, double most, double step) {
    if (least >= most) {
        place.complainAt("most", Fault::contradiction, "\"most\" must be greater than \"least\".");
    } else if ((most - least) / step > mostStops) {
        place.complainAt("step", Fault::contradiction,
                         "\"step\" is too small for this range: the slider would have too many stops.");
    }
}

Simulator::Settings readSettings(const JsonReader& place) {
    Simulator::Settings settings;
    for (const auto& [name, value] : place.numberMap("set", -farthest, farthest))
        settings.emplace(OptionId(name), value);
    return settings;
}

Simulator::Input readInput(const JsonReader& place, IdList& ids) {
    Simulator::Input input;
    input.id = OptionId(ids.read(place));
    input.least = place.number("least", -farthest, farthest);
    input.most = place.number("most", -farthest, farthest);
    input.step = place.number("step", 1e-6, farthest);
    input.start = place.numberIfAny("start", -farthest, farthest);
    input.label = place.text("label");
    input.shows = readPattern(place);
    checkRange(place, input.least, input.most, input.step);
    if (input.start && (*input.start < input.least || *input.start > input.most))
        place.complainAt("start", Fault::contradiction, "\"start\" lies outside \"least\" and \"most\".");
    return input;
}

Simulator::Output readOutput(const JsonReader& place, IdList& ids) {
    Simulator::Output output;
    output.id = OptionId(ids.read(place));
    output.decimals = place.integerIfAny("decimals", 0, 4).value_or(0);
    if (place.has("least") || place.has("most")) {
        output.least = place.number("least", -farthest, farthest);
        output.most = place.number("most", -farthest, farthest);
        if (*output.least >= *output.most)
            place.complainAt("most", Fault::contradiction, "\"most\" must be greater than \"least\".");
    }
    output.reference = place.numberIfAny("reference", -farthest, farthest);
    if (output.reference) output.referenceLabel = place.text("referenceLabel");
    if (output.reference && !output.most)
        place.complainAt("reference", Fault::contradiction,
                         "A reference is a line on a bar. Say from \"least\" to \"most\" how far the bar goes.");
    output.label = place.text("label");
    output.shows = readPattern(place);
    return output;
}

Simulator::Task readTask(const JsonReader& place, IdList& ids, const IdList& outputs) {
    Simulator::Task task;
    task.id = OptionId(ids.read(place));
    if (place.has("guess") == place.has("reach")) {
        place.complain(Fault::contradiction,
                       "A task has either \"guess\" or \"reach\", which names one of the outputs.");
    } else if (place.has("guess")) {
        task.output = readReference(place, "guess", outputs, "outputs");
        Simulator::Guess guess;
        guess.set = readSettings(place);
        guess.least = place.number("least", -farthest, farthest);
        guess.most = place.number("most", -farthest, farthest);
        guess.step = place.number("step", 1e-6, farthest);
        guess.tolerance = place.number("tolerance", 1e-6, farthest);
        checkRange(place, guess.least, guess.most, guess.step);
        task.guess = std::move(guess);
    } else {
        task.output = readReference(place, "reach", outputs, "outputs");
        task.target = {place.number("from", -farthest, farthest), place.number("upTo", -farthest, farthest)};
        if (task.target.from > task.target.upTo)
            place.complainAt("upTo", Fault::contradiction, "\"upTo\" must not be less than \"from\".");
    }
    task.text = place.text("text");
    task.why = place.text("why");
    return task;
}

} // namespace

Simulator readSimulator(const JsonReader& place) {
    Simulator simulator;
    simulator.formula = place.text("formula");
    IdList inputs, outputs, tasks;
    for (const JsonReader& each : place.items("inputs")) simulator.inputs.push_back(readInput(each, inputs));
    for (const JsonReader& each : place.items("outputs")) simulator.outputs.push_back(readOutput(each, outputs));
    for (const JsonReader& each : place.itemsIfAny("tasks")) simulator.tasks.push_back(readTask(each, tasks, outputs));
    for (const JsonReader& each : place.items("examples")) {
        Simulator::Example example{readSettings(each), {}};
        for (const auto& [name, value] : each.numberMap("gives", -1e15, 1e15))
            example.gives.emplace(OptionId(name), value);
        if (example.gives.empty() && each.has("gives"))
            each.complainAt("gives", Fault::missing, "The example gives nothing. Say what must come out.");
        simulator.examples.push_back(std::move(example));
    }
    simulator.insight = place.text("insight");
    checkCount(place, "inputs", simulator.inputs.size(), 1, 6);
    checkCount(place, "outputs", simulator.outputs.size(), 1, 8);
    checkCount(place, "tasks", simulator.tasks.size(), 0, 6);
    if (simulator.examples.empty() && place.has("examples"))
        place.complainAt("examples", Fault::missing,
                         "A simulator needs a worked example, so that its formula can be checked.");
    return simulator;
}

Gauge readGauge(const JsonReader& place) {
    Gauge gauge;
    gauge.scene = place.textsIfAny("scene");
    IdList ids;
    for (const JsonReader& each : place.items("turns"))
        gauge.turns.push_back(
            {OptionId(ids.read(each)), each.textIfAny("line"), each.text("open"), each.text("closed")});
    gauge.information = place.text("information");
    gauge.drift = place.text("drift");
    gauge.tension = place.text("tension");
    gauge.ruleStart = place.text("ruleStart");
    gauge.ruleDrift = place.text("ruleDrift");
    gauge.ruleTense = place.text("ruleTense");
    gauge.wonFeedback = place.text("wonFeedback");
    gauge.shortFeedback = place.text("shortFeedback");
    gauge.driftFeedback = place.text("driftFeedback");
    gauge.tenseFeedback = place.text("tenseFeedback");
    gauge.insight = place.text("insight");
    checkCount(place, "turns", gauge.turns.size(), Gauge::turnCount, Gauge::turnCount);
    return gauge;
}

} // namespace course
