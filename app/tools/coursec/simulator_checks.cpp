#include "tools/coursec/simulator_checks.h"

#include "base/json_writer.h"
#include "learning/simulators.h"

#include <cmath>
#include <cstddef>
#include <string>

namespace coursec {

using base::Fault;
using course::OptionId;
using course::Simulator;

namespace {

/// How many decimals an author wrote: 43.9 has one.
int decimalsOf(double number) {
    const std::string digits = base::jsonNumber(number);
    const std::size_t point = digits.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(digits.size() - point - 1);
}

template <class Things, class Name>
std::string listed(const Things& things, Name name) {
    std::string list;
    for (const auto& each : things) list += (list.empty() ? "" : ", ") + std::string(name(each));
    return list;
}

class Checker {
public:
    Checker(const Simulator& simulator, const learning::Formula& formula, std::string where, Faults& faults)
        : simulator_(simulator), formula_(formula), where_(std::move(where)), faults_(faults) {}

    void check() {
        for (std::size_t at = 0; at < simulator_.inputs.size(); ++at)
            checkInput(simulator_.inputs[at], place("inputs", at));
        for (std::size_t at = 0; at < simulator_.outputs.size(); ++at)
            checkOutput(simulator_.outputs[at].id, place("outputs", at) + "/id");
        for (std::size_t at = 0; at < simulator_.tasks.size(); ++at)
            checkTask(simulator_.tasks[at], place("tasks", at));
        for (std::size_t at = 0; at < simulator_.examples.size(); ++at)
            checkExample(simulator_.examples[at], place("examples", at));
    }

private:
    [[nodiscard]] std::string place(const char* list, std::size_t at) const {
        return where_ + '/' + list + '/' + std::to_string(at);
    }

    void complain(Fault fault, std::string where, std::string what) {
        faults_.push_back({fault, std::move(what), std::move(where)});
    }

    void noSuchInput(const OptionId& id, std::string where) {
        complain(Fault::unknownId, std::move(where),
                 "\"" + id.text() + "\" is no input of " + std::string(formula_.name) + ". It has " +
                     listed(formula_.inputs, [](const learning::FormulaInput& each) { return each.name; }) + ".");
    }

    void checkInput(const Simulator::Input& input, const std::string& where) {
        const learning::FormulaInput* known = formula_.input(input.id.text());
        if (!known) {
            noSuchInput(input.id, where + "/id");
        } else if (input.least < known->least || input.most > known->most) {
            complain(Fault::outOfRange, where,
                     "\"" + input.id.text() + "\" makes sense from " + learning::figureText(known->least, 1) + " to " +
                         learning::figureText(known->most, 0) + " only. Let the slider stay within.");
        } else if (!input.start && (known->usual < input.least || known->usual > input.most)) {
            complain(Fault::contradiction, where,
                     "The slider leaves out " + learning::figureText(known->usual, 0) +
                         ", where the formula starts. Widen it, or say where to start with \"start\".");
        }
    }

    void checkOutput(const OptionId& id, const std::string& where) {
        bool isChange = false;
        if (!formula_.gives(learning::outputProper(id.text(), isChange)))
            complain(Fault::unknownId, where,
                     "\"" + id.text() + "\" is no output of " + std::string(formula_.name) + ". It gives " +
                         listed(formula_.outputs, [](std::string_view each) { return each; }) +
                         ", and each of them with -change.");
    }

    void checkSettings(const Simulator::Settings& settings, const std::string& where) {
        for (const auto& [input, value] : settings) {
            const learning::FormulaInput* known = formula_.input(input.text());
            if (!known) {
                noSuchInput(input, where + '/' + input.text());
            } else if (value < known->least || value > known->most) {
                complain(Fault::outOfRange, where + '/' + input.text(),
                         "\"" + input.text() + "\" makes sense from " + learning::figureText(known->least, 1) + " to " +
                             learning::figureText(known->most, 0) + " only.");
            }
        }
    }

    /// The sliders must be able to go where a task sends them.
    void checkTask(const Simulator::Task& task, const std::string& where) {
        if (!task.guess) return;
        checkSettings(task.guess->set, where + "/set");
        for (const auto& [id, value] : task.guess->set) {
            const Simulator::Input* slider = nullptr;
            for (const Simulator::Input& input : simulator_.inputs)
                if (input.id == id) slider = &input;
            if (!slider && formula_.input(id.text()))
                complain(Fault::unknownId, where + "/set/" + id.text(),
                         "There is no slider \"" + id.text() + "\" that could go there. Add it to the inputs.");
            if (slider && (value < slider->least || value > slider->most))
                complain(Fault::contradiction, where + "/set/" + id.text(), "The slider does not go there. Widen it.");
        }
        const double truth = learning::outputOf(simulator_, task.guess->set, task.output);
        if (truth < task.guess->least || truth > task.guess->most)
            complain(Fault::contradiction, where + "/most",
                     "What comes out is " + learning::figureText(truth, 2) +
                         ", outside \"least\" and \"most\": nobody could guess it.");
    }

    void checkExample(const Simulator::Example& example, const std::string& where) {
        checkSettings(example.set, where + "/set");
        for (const auto& [output, written] : example.gives) {
            const std::string place = where + "/gives/" + output.text();
            const std::size_t before = faults_.size();
            checkOutput(output, place);
            if (faults_.size() != before) continue;
            const double real = learning::outputOf(simulator_, example.set, output);
            const int decimals = decimalsOf(written);
            if (std::fabs(real - written) > 0.5 * std::pow(10, -decimals) * (1 + 1e-6))
                complain(Fault::contradiction, place,
                         "The worked example does not come out: " + std::string(formula_.name) + " gives " +
                             learning::figureText(real, decimals) + ", not " + learning::figureText(written, decimals) +
                             ".");
        }
    }

    const Simulator& simulator_;
    const learning::Formula& formula_;
    std::string where_;
    Faults& faults_;
};

} // namespace

void checkSimulator(const Simulator& simulator, const std::string& where, Faults& faults) {
    if (simulator.formula.empty()) return;
    const learning::Formula* formula = learning::findFormula(simulator.formula);
    if (!formula) {
        faults.push_back({Fault::unknownId,
                          "\"" + simulator.formula + "\" is no formula. Use SIM-1 to SIM-6, SIM-8 or SIM-9.",
                          where + "/formula"});
        return;
    }
    Checker(simulator, *formula, where, faults).check();
}

} // namespace coursec
