// Marking the kinds of step that have no item.
#include "course/sample_steps.h"
#include "learning/case_play.h"
#include "learning/grading.h"

#include <doctest/doctest.h>

#include <map>
#include <string>

using course::OptionId;
using learning::grade;
using learning::Verdict;

namespace {

std::vector<OptionId> ids(std::initializer_list<const char*> texts) {
    std::vector<OptionId> all;
    for (const char* text : texts) all.emplace_back(text);
    return all;
}

std::map<OptionId, OptionId> pairs(std::initializer_list<std::pair<const char*, const char*>> texts) {
    std::map<OptionId, OptionId> all;
    for (const auto& [key, value] : texts) all.emplace(OptionId(key), OptionId(value));
    return all;
}

int scoreOf(std::string_view kind, const learning::Answer& answer) {
    return grade(sample::exercise(kind), answer).score.rounded();
}

} // namespace

TEST_SUITE("marking steps") {
    TEST_CASE("what is placed scores the share that is right") {
        CHECK(scoreOf("match", learning::Placed{
                                   pairs({{"product", "product"}, {"price", "price"}, {"place", "place"}})}) == 100);
        CHECK(scoreOf("match", learning::Placed{pairs({{"product", "product"}, {"price", "profit"}})}) == 33);
        CHECK(scoreOf("matrix", learning::Placed{pairs({{"seats", "top-left"}, {"names", "top-right"}})}) == 100);
        CHECK(scoreOf("matrix", learning::Placed{pairs({{"seats", "top-right"}, {"names", "top-right"}})}) == 50);
        CHECK(scoreOf("cloze", learning::Placed{pairs({{"they", "depend"}, {"we", "discount"}, {"not", "depend"}})}) ==
              67);
        CHECK(scoreOf("cards",
                      learning::Placed{pairs({{"response", "ours"}, {"moved", "ours"}, {"weather", "ours"}})}) == 50);
        for (const char* kind : {"match", "matrix", "cloze", "cards"}) {
            CHECK(scoreOf(kind, learning::Placed{}) == 0);
            CHECK(scoreOf(kind, learning::Seen{}) == 0);
            CHECK(scoreOf(kind, learning::Placed{pairs({{"nobody", "nowhere"}})}) == 0);
        }
    }

    TEST_CASE("spotting: false taps take away, a wrong tag counts half, and it never goes below nothing") {
        const auto all = pairs({{"model", "interrupting"}, {"bye", "no-summary"}});
        CHECK(grade(sample::exercise("spot"), learning::Spotted{ids({"model", "bye"}), all}).right);
        CHECK(scoreOf("spot", learning::Spotted{ids({"model", "bye"}), all}) == 100);
        CHECK(scoreOf("spot", learning::Spotted{ids({"model", "bye"}),
                                                pairs({{"model", "no-summary"}, {"bye", "no-summary"}})}) == 75);
        CHECK(scoreOf("spot", learning::Spotted{ids({"model", "bye", "fine"}), all}) == 50);
        CHECK(scoreOf("spot", learning::Spotted{ids({"model", "model"}), all}) == 50);
        CHECK(scoreOf("spot", learning::Spotted{ids({"leaks", "fine"}), {}}) == 0);
        CHECK(scoreOf("spot", learning::Spotted{}) == 0);
        const Verdict verdict = grade(sample::exercise("spot"), learning::Spotted{ids({"fine"}), {}});
        REQUIRE(verdict.remarks.size() == 3); // the false tap, and both that were missed
        CHECK(verdict.remarks[1].text == "The words are fine");
    }

    TEST_CASE("a case is worth its outcome, and what could not be afforded does not count") {
        const auto decided = [](std::initializer_list<const char*> channels, const char* answer) {
            return learning::Decided{{{OptionId("channels"), ids(channels)}, {OptionId("answer"), ids({answer})}}};
        };
        CHECK(scoreOf("case", decided({"booth", "cards"}, "dated")) == 100);
        CHECK(scoreOf("case", decided({"cards"}, "soon")) == 60);
        CHECK(scoreOf("case", decided({"lawyers"}, "dated")) == 20);
        CHECK(scoreOf("case", learning::Decided{}) == 20);
        const auto story = std::get<course::Case>(sample::exercise("case").activity);
        CHECK(learning::budgetLeft(story, decided({"booth", "cards"}, "dated")) == 30);
        CHECK(learning::budgetLeft(story, decided({"booth", "lawyers"}, "dated")) == 50); // too dear: left out
        const course::Case::Decision& channels = story.decisions[0];
        learning::Decided some = decided({"lawyers"}, "");
        CHECK_FALSE(learning::canChoose(story, some, channels, channels.options[0]));
        CHECK(learning::isDecided(story, some, channels)); // nothing else can be afforded
        CHECK_FALSE(learning::isDecided(story, decided({"cards"}, ""), channels));
        CHECK(learning::isDecided(story, decided({"cards", "booth"}, ""), channels));
    }

    TEST_CASE("a talk is worth its ending, and one that was broken off nothing") {
        CHECK(scoreOf("dialogue", learning::Said{ids({"listen", "date"})}) == 100); // 40 + 15 + 20
        CHECK(scoreOf("dialogue", learning::Said{ids({"listen", "soon"})}) == 60);
        CHECK(scoreOf("dialogue", learning::Said{ids({"calm", "sorry", "soon"})}) == 20);
        CHECK(scoreOf("dialogue", learning::Said{ids({"listen"})}) == 0);
        CHECK(scoreOf("dialogue", learning::Said{ids({"sing"})}) == 0);
    }

    TEST_CASE("the gauge: won, short of the goal, and run over") {
        const auto asked = [](std::string_view letters) {
            learning::Said said;
            for (const char letter : letters) said.options.emplace_back(letter == 'O' ? "open" : "closed");
            return said;
        };
        CHECK(scoreOf("gauge", asked("OOCOOCOC")) == 100);
        CHECK(scoreOf("gauge", asked("OCOCOCOC")) == 100);
        CHECK(scoreOf("gauge", asked("OOOO")) == 20);
        CHECK(scoreOf("gauge", asked("CC")) == 8);
        CHECK(scoreOf("gauge", asked("O")) == 0);
    }

    TEST_CASE("a simulator marks guesses by closeness and targets by being reached") {
        const auto answer = [](double guess, double reached) {
            return learning::Simulated{{{OptionId("fifteen"), guess}, {OptionId("double"), reached}}};
        };
        CHECK(scoreOf("simulator", answer(44, 3900)) == 100);
        CHECK(scoreOf("simulator", answer(53, 3900)) == 100);
        CHECK(scoreOf("simulator", answer(60, 3900)) == 80);
        CHECK(scoreOf("simulator", answer(-20, 3900)) == 65);
        CHECK(scoreOf("simulator", answer(44, 1900)) == 50);
        CHECK(scoreOf("simulator", learning::Simulated{}) == 0);
        course::Step step = sample::exercise("simulator");
        std::get<course::Simulator>(step.activity).tasks.clear();
        CHECK(grade(step, learning::Simulated{}).score.rounded() == 100);
    }

    TEST_CASE("self-ratings and notes are never marked") {
        CHECK(scoreOf("likert", learning::Rated{}) == 100);
        CHECK(scoreOf("reflect", learning::Noted{}) == 100);
        course::Step step = sample::exercise("cards");
        std::get<course::Cards>(step.activity).labels.clear();
        CHECK(grade(step, learning::Seen{}).score.rounded() == 100);
    }
}
