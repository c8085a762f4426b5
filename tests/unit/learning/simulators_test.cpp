// The formulas, against the worked numbers of the fact base.
#include "course/sample_steps.h"
#include "learning/simulators.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using course::OptionId;
using course::Simulator;
using learning::figureText;
using learning::signedFigureText;

namespace {

double out(const char* formula, const char* output, std::initializer_list<std::pair<const char*, double>> set = {}) {
    Simulator simulator;
    simulator.formula = formula;
    Simulator::Settings settings;
    for (const auto& [input, value] : set) settings[OptionId(input)] = value;
    return learning::outputOf(simulator, settings, OptionId(output));
}

/// To the decimals that the fact base gives.
bool is(double number, double worked, double decimals = 0) {
    return std::fabs(number - worked) <= 0.5 * std::pow(10, -decimals) * (1 + 1e-9);
}

} // namespace

TEST_SUITE("formulas") {
    TEST_CASE("SIM-1 retention economics") {
        CHECK(is(out("SIM-1", "acquisition"), 600));
        CHECK(is(out("SIM-1", "profit"), 400'000));
        CHECK(is(out("SIM-1", "value"), 1900));
        CHECK(is(out("SIM-1", "life"), 5));
        CHECK(is(out("SIM-1", "profit", {{"defection", 15}}), 425'000));
        CHECK(is(out("SIM-1", "profit-change", {{"defection", 15}}), 6.3, 1));
        CHECK(is(out("SIM-1", "value", {{"defection", 15}}), 2733));
        CHECK(is(out("SIM-1", "value-change", {{"defection", 15}}), 43.9, 1));
        CHECK(is(out("SIM-1", "value", {{"defection", 10}}), 4400));
        CHECK(out("SIM-1", "value-change", {{"defection", 11.4}}) > 99);
        CHECK(out("SIM-1", "value-change", {{"defection", 11.3}}) > 100);
        CHECK(out("SIM-1", "value-change", {{"defection", 11.5}}) < 100);
        CHECK(is(out("SIM-1", "value", {{"defection", 19}}), 2032));
        CHECK(is(out("SIM-1", "value-change", {{"defection", 19}}), 6.9, 1));
        CHECK(is(out("SIM-1", "win-cost") / out("SIM-1", "save-cost"), 6, 6)); // the ratio is the multiple
    }

    TEST_CASE("SIM-2 complaint iceberg") {
        CHECK(is(out("SIM-2", "unhappy"), 125));
        CHECK(is(out("SIM-2", "silent"), 120));
        CHECK(is(out("SIM-2", "silent-least"), 50));
        CHECK(is(out("SIM-2", "reach"), 1920));
        CHECK(is(out("SIM-2", "reach", {{"told", 20}}), 2400));
        CHECK(is(out("SIM-2", "lost"), 78));
        CHECK(is(out("SIM-2", "lost", {{"gone", 90}}), 108));
        CHECK(is(out("SIM-2", "silent", {{"share", 20}}), 20));
    }

    TEST_CASE("SIM-3 repurchase by outcome") {
        CHECK(is(out("SIM-3", "kept"), 103.8, 1));
        CHECK(is(out("SIM-3", "kept-share"), 10.4, 1));
        CHECK(is(out("SIM-3", "kept", {{"solved", 100}, {"quick", 100}}), 119.2, 1));
        CHECK(is(out("SIM-3", "kept", {{"complain", 40}, {"solved", 90}, {"quick", 80}}), 336.6, 1));
        CHECK(is(out("SIM-3", "kept", {{"complain", 40}}), 228, 1));
    }

    TEST_CASE("SIM-4 customer value") {
        const auto shopA = {std::pair{"service", 5.0},
                            {"image", 5},
                            {"people", 4},
                            {"product", 7},
                            {"money", 4},
                            {"time", 5},
                            {"body", 3},
                            {"energy", 3}};
        CHECK(is(out("SIM-4", "value", shopA), 21));
        CHECK(is(out("SIM-4", "cost", shopA), 15));
        CHECK(is(out("SIM-4", "delivered", shopA), 6));
        CHECK(is(out("SIM-4", "value"), 24));
        CHECK(is(out("SIM-4", "cost"), 20));
        CHECK(is(out("SIM-4", "delivered"), 4));
        CHECK(is(out("SIM-4", "delivered", {{"time", 4}, {"energy", 3}}), 7));
        CHECK(is(out("SIM-4", "ratio"), 1.2, 6));
        CHECK(is(out("SIM-4", "ratio", {{"money", 0}, {"time", 0}, {"body", 0}, {"energy", 0}}),
                 0)); // never divided by 0
    }

    TEST_CASE("SIM-5 expectation management") {
        CHECK(is(out("SIM-5", "expectation"), 50));
        CHECK(is(out("SIM-5", "gap"), 10));
        CHECK(is(out("SIM-5", "satisfaction"), 10));
        CHECK(is(out("SIM-5", "next"), 53));
        CHECK(is(out("SIM-5", "expectation", {{"promise", 90}}), 70));
        CHECK(is(out("SIM-5", "gap", {{"promise", 90}}), -10));
        CHECK(is(out("SIM-5", "satisfaction", {{"promise", 90}}), -20));
        CHECK(is(out("SIM-5", "next", {{"promise", 90}}), 50)); // a disappointment is no surprise to remember
        CHECK(is(out("SIM-5", "expectation", {{"promise", 90}, {"talk", 100}}), 60));
        CHECK(is(out("SIM-5", "gap", {{"promise", 90}, {"talk", 100}}), 0));
        CHECK(is(out("SIM-5", "expectation", {{"promise", 55}, {"talk", 100}}), 52.5, 6)); // kept: talk softens nothing
    }

    TEST_CASE("SIM-8 specific benefit") {
        CHECK(is(out("SIM-8", "display-profit"), 100));
        CHECK(is(out("SIM-8", "stock-saving"), 480));
        CHECK(is(out("SIM-8", "yearly"), 260'480));
    }

    TEST_CASE("SIM-9 guarantee pay-out") {
        CHECK(is(out("SIM-9", "cost"), 900));
        CHECK(is(out("SIM-9", "benefit"), 20'000));
        CHECK(is(out("SIM-9", "benefit-month"), 1667));
        CHECK(out("SIM-9", "worth") > 0);
        CHECK(is(out("SIM-9", "cost", {{"outage", 30}}), 9000));
        CHECK(out("SIM-9", "worth", {{"outage", 30}}) < 0);
    }

    TEST_CASE("SIM-6 recovery pay-off") {
        CHECK(is(out("SIM-6", "extra"), 37));
        CHECK(is(out("SIM-6", "revenue"), 5'550'000));
        CHECK(is(out("SIM-6", "extra", {{"after", 24}}), 74));
        CHECK(is(out("SIM-6", "revenue", {{"after", 24}}), 11'100'000));
        CHECK(is(out("SIM-6", "extra", {{"stay-heard", 60}}), 10));
        CHECK(is(out("SIM-6", "return", {{"spend", 500}}), 1000));
    }

    TEST_CASE("whatever the settings, a figure comes out that can be written") {
        for (const char* name : {"SIM-1", "SIM-2", "SIM-3", "SIM-4", "SIM-5", "SIM-6", "SIM-8", "SIM-9"}) {
            const learning::Formula* formula = learning::findFormula(name);
            REQUIRE(formula != nullptr);
            for (const auto& output : formula->outputs) {
                for (const double value : {0.0, -1e9, 1e9, std::nan(""), HUGE_VAL}) {
                    Simulator simulator;
                    simulator.formula = name;
                    Simulator::Settings settings;
                    for (const auto& input : formula->inputs) settings[OptionId(input.name)] = value;
                    const std::string both[] = {std::string(output), std::string(output) + "-change"};
                    for (const std::string& each : both)
                        CHECK(std::isfinite(learning::outputOf(simulator, settings, OptionId(each))));
                }
            }
        }
        CHECK(learning::findFormula("SIM-99") == nullptr);
        CHECK(out("SIM-99", "profit") == 0);
        CHECK(out("SIM-1", "luck") == 0);
    }

    TEST_CASE("a simulator starts where its author says, else where the formula does") {
        const auto simulator = std::get<Simulator>(sample::exercise("simulator").activity);
        const auto start = learning::startSettings(simulator);
        CHECK(start.at(OptionId("defection")) == 20);
        CHECK(start.at(OptionId("multiple")) == 6);
        Simulator other = simulator;
        other.inputs[0].start = 10;
        CHECK(is(learning::outputOf(other, {}, OptionId("value")), 4400));
        CHECK(learning::outputOf(other, {}, OptionId("value-change")) == 0);
    }

    TEST_CASE("figures are grouped by thousands, with a true minus") {
        CHECK(figureText(0, 0) == "0");
        CHECK(figureText(999, 0) == "999");
        CHECK(figureText(1000, 0) == "1,000");
        CHECK(figureText(400'000, 0) == "400,000");
        CHECK(figureText(1234567.891, 2) == "1,234,567.89");
        CHECK(figureText(-6.26, 1) == "−6.3");
        CHECK(figureText(-0.01, 1) == "0.0");
        CHECK(figureText(std::nan(""), 1) == "—");
        CHECK(signedFigureText(43.86, 1) == "+43.9");
        CHECK(signedFigureText(0.001, 1) == "0.0");
        CHECK(signedFigureText(-5, 0) == "−5");
    }
}
