// A what-if simulator: sliders, figures that follow at once, and tasks: guess before the slider moves, or move it until
// a figure is reached. Afterwards the sliders stay free.
#include "activities/activity.h"
#include "learning/simulators.h"
#include "ui/level.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace activities {

namespace {

using course::OptionId;
using course::Simulator;

/// The pattern with the number in it; percent changes carry their sign.
std::string shown(const std::string& pattern, double number, int decimals, bool isSigned) {
    return withNumber(pattern,
                      isSigned ? learning::signedFigureText(number, decimals) : learning::figureText(number, decimals));
}

std::string shownOutput(const Simulator::Output& output, double number) {
    bool isChange = false;
    (void)learning::outputProper(output.id.text(), isChange);
    return shown(output.shows, number, output.decimals, isChange);
}

/// Decimals that a slider of this step needs.
int decimalsOf(double step) {
    int decimals = 0;
    for (double rest = step; decimals < 4 && std::fabs(rest - std::round(rest)) > 1e-9; rest *= 10) {
        ++decimals;
    }
    return decimals;
}

/// The task that is under way; null when all are done.
const Simulator::Task* current(const Simulator& simulator, const portal::ActivityState& state) {
    for (const Simulator::Task& task : simulator.tasks) {
        const auto done = state.shown.find(task.id);
        if (done == state.shown.end() || !done->second) {
            return &task;
        }
    }
    return nullptr;
}

/// `fixed`: while a guess is due, the sliders must not give it away.
void drawInputs(ui::Column& column, const Simulator& simulator, Simulator::Settings& settings, bool fixed,
                portal::Stage& stage) {
    for (const Simulator::Input& input : simulator.inputs) {
        const double value = settings[input.id];
        const bool isWhole = std::fabs(value - std::round(value)) < 1e-9;
        const std::string text = shown(input.shows, value, isWhole ? 0 : decimalsOf(input.step), false);
        const std::string key = "input-" + input.id.text();
        column.silent(stage.words("step.pair", {{"name", input.label}, {"value", text}}),
                      {ui::Size::body, ui::Weight::bold}, column.frame->theme.ink);
        const auto moved = ui::slider(column, {.key = key,
                                               .label = input.label,
                                               .value = static_cast<float>(value),
                                               .least = static_cast<float>(input.least),
                                               .most = static_cast<float>(input.most),
                                               .step = static_cast<float>(input.step),
                                               .valueText = text,
                                               .disabled = fixed});
        if (moved) {
            // Back onto the slider's stops: a float does not hold 11.4.
            const double steps = std::round((static_cast<double>(*moved) - input.least) / input.step);
            settings[input.id] = std::clamp(input.least + steps * input.step, input.least, input.most);
        }
        column.gap(ui::space::s);
    }
}

void drawOutputs(ui::Column& column, const Simulator& simulator, const Simulator::Settings& settings) {
    for (const Simulator::Output& output : simulator.outputs) {
        const double value = learning::outputOf(simulator, settings, output.id);
        const std::string text = shownOutput(output, value);
        const std::string key = "output-" + output.id.text();
        ui::Level what{.key = key, .label = output.label, .valueText = text, .value = static_cast<float>(value)};
        if (output.least && output.most) {
            what.least = static_cast<float>(*output.least);
            what.most = static_cast<float>(*output.most);
        }
        if (output.reference) {
            what.line = static_cast<float>(*output.reference);
            what.lineLabel = output.referenceLabel;
        }
        ui::level(column, what);
        column.gap(ui::space::m);
    }
}

void drawMachine(ui::Column& column, const Simulator& simulator, Simulator::Settings& settings, bool fixed,
                 portal::Stage& stage) {
    ui::Card card(column, ui::Ground::surface);
    drawInputs(card.inner, simulator, settings, fixed, stage);
    card.inner.gap(ui::space::s);
    drawOutputs(card.inner, simulator, settings);
    card.end();
    column.gap(ui::space::m);
}

// What is kept of a task while it is under way, beside the sliders' settings.
OptionId guessOf(const Simulator::Task& task) { return OptionId("task-" + task.id.text()); }
OptionId settled(const Simulator::Task& task) { return OptionId("settled-" + task.id.text()); }

void drawNext(ui::Column& column, const Simulator& simulator, const Simulator::Task& task, portal::Stage& stage) {
    auto& state = stage.state;
    const bool last = &task == &simulator.tasks.back();
    column.gap(ui::space::s);
    if (ui::button(column,
                   {.key = "next-task", .label = stage.words(last ? "simulator.finish" : "simulator.nextTask")})) {
        state.shown[task.id] = true;
        if (!last) {
            const Simulator::Task& next = *(&task + 1);
            column.frame->said.focus(column.frame->said.idFor("task-" + next.id.text()));
        } else {
            learning::Simulated answer;
            for (const Simulator::Task& each : simulator.tasks) {
                answer.numbers[each.id] = state.numbers[guessOf(each)];
            }
            stage.submitted = std::move(answer);
        }
    }
    column.gap(ui::space::m);
}

/// How a guess compares with what comes out.
void drawCompared(ui::Column& column, const Simulator& simulator, const Simulator::Task& task, double guess,
                  portal::Stage& stage) {
    const Simulator::Output* output = simulator.output(task.output);
    if (output == nullptr || !task.guess) {
        return;
    }
    const double truth = learning::outputOf(simulator, task.guess->set, task.output);
    const bool close = std::fabs(guess - truth) <= task.guess->tolerance * (1 + 1e-9);
    ui::message(column, close ? ui::Tone::right : ui::Tone::info,
                stage.words("simulator.compared",
                            {{"guess", shownOutput(*output, guess)}, {"truth", shownOutput(*output, truth)}}),
                task.why);
}

void drawGuess(ui::Column& column, const Simulator& simulator, const Simulator::Task& task,
               Simulator::Settings& settings, portal::Stage& stage) {
    auto& state = stage.state;
    const Simulator::Output* output = simulator.output(task.output);
    if (state.shown[settled(task)]) {
        drawCompared(column, simulator, task, state.numbers[guessOf(task)], stage);
        drawNext(column, simulator, task, stage);
        return;
    }
    const Simulator::Guess& guess = *task.guess;
    const double middle = guess.least + std::round((guess.most - guess.least) / 2 / guess.step) * guess.step;
    const double value = state.numbers.try_emplace(guessOf(task), middle).first->second;
    const std::string text = output == nullptr ? std::string() : shownOutput(*output, value);
    column.silent(text, {ui::Size::title, ui::Weight::bold}, column.frame->theme.primary, ui::Align::centre);
    if (const auto moved = ui::slider(column, {.key = "guess",
                                               .label = task.text,
                                               .value = static_cast<float>(value),
                                               .least = static_cast<float>(guess.least),
                                               .most = static_cast<float>(guess.most),
                                               .step = static_cast<float>(guess.step),
                                               .valueText = text})) {
        state.numbers[guessOf(task)] = static_cast<double>(*moved);
    }
    column.gap(ui::space::s);
    if (ui::button(column, {.key = "settle", .label = stage.words("simulator.see")})) {
        state.shown[settled(task)] = true;
        settings = learning::startSettings(simulator);
        for (const auto& [input, to] : guess.set) {
            settings[input] = to;
        }
        column.frame->said.announce(task.why);
        column.frame->said.focus(column.frame->said.idFor("next-task"));
    }
    column.gap(ui::space::m);
}

void drawTarget(ui::Column& column, const Simulator& simulator, const Simulator::Task& task,
                const Simulator::Settings& settings, portal::Stage& stage) {
    auto& state = stage.state;
    const double value = learning::outputOf(simulator, settings, task.output);
    const bool reached = value >= task.target.from && value <= task.target.upTo;
    bool& done = state.shown[settled(task)];
    if (!done) {
        state.numbers[guessOf(task)] = value;
    }
    if (reached && !done) {
        done = true;
        column.frame->said.announce(std::string(stage.words("simulator.reached")) + " " + task.why);
    }
    if (done) {
        const double kept = state.numbers[guessOf(task)];
        const bool hit = kept >= task.target.from && kept <= task.target.upTo;
        ui::message(column, hit ? ui::Tone::right : ui::Tone::info,
                    stage.words(hit ? "simulator.reached" : "simulator.notReached"), task.why);
        drawNext(column, simulator, task, stage);
    } else if (ui::button(column, {.key = "give-up",
                                   .label = stage.words("simulator.giveUp"),
                                   .look = ui::ButtonLook::quiet,
                                   .fitted = true})) {
        done = true;
        column.frame->said.announce(task.why);
        column.frame->said.focus(column.frame->said.idFor("next-task"));
    }
}

void drawTask(ui::Column& column, const Simulator& simulator, const Simulator::Task& task,
              Simulator::Settings& settings, portal::Stage& stage) {
    if (simulator.tasks.size() > 1) {
        const auto at = static_cast<std::size_t>(&task - simulator.tasks.data());
        drawPlace(column, at, simulator.tasks.size(), stage);
    }
    column.heading("task-" + task.id.text(), task.text, 2, ui::Size::lead);
    column.gap(ui::space::s);
    if (task.guess) {
        drawGuess(column, simulator, task, settings, stage);
    } else {
        drawTarget(column, simulator, task, settings, stage);
    }
}

void drawResult(ui::Column& column, const Simulator& simulator, const learning::Simulated& answer,
                portal::Stage& stage) {
    for (const Simulator::Task& task : simulator.tasks) {
        const auto given = answer.numbers.find(task.id);
        const double number = given == answer.numbers.end() ? 0 : given->second;
        column.heading("task-" + task.id.text(), task.text, 2, ui::Size::body);
        column.gap(ui::space::s);
        if (task.guess) {
            drawCompared(column, simulator, task, number, stage);
        } else {
            const bool hit = given != answer.numbers.end() && number >= task.target.from && number <= task.target.upTo;
            ui::message(column, hit ? ui::Tone::right : ui::Tone::info,
                        stage.words(hit ? "simulator.reached" : "simulator.notReached"), task.why);
        }
        column.gap(ui::space::m);
    }
    drawInsight(column, simulator.insight, stage);
    column.gap(ui::space::l);
    column.soft(stage.words("simulator.free"));
    column.gap(ui::space::s);
}

} // namespace

void drawSimulator(ui::Column& column, const Simulator& simulator, portal::Stage& stage) {
    Simulator::Settings settings = learning::startSettings(simulator);
    for (auto& [input, value] : settings) {
        if (const auto kept = stage.state.numbers.find(input); kept != stage.state.numbers.end()) {
            value = kept->second;
        }
    }
    bool fixed = false;
    const Simulator::Task* task = nullptr;
    if (stage.answered != nullptr) {
        if (const auto* answer = std::get_if<learning::Simulated>(stage.answered)) {
            drawResult(column, simulator, *answer, stage);
        }
    } else if ((task = current(simulator, stage.state)) != nullptr) {
        fixed = task->guess && !stage.state.shown[settled(*task)];
        drawTask(column, simulator, *task, settings, stage);
    }
    drawMachine(column, simulator, settings, fixed, stage);
    for (const auto& [input, value] : settings) {
        stage.state.numbers[input] = value;
    }
    if (stage.answered == nullptr && simulator.tasks.empty() &&
        ui::button(column, {.key = "finish", .label = stage.words("simulator.finish")})) {
        stage.submitted = learning::Simulated{};
    }
}

} // namespace activities
