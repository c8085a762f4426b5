#include "course/sample_course.h"
#include "learning/grading.h"
#include "learning/real_lab.h"

#include <doctest/doctest.h>

#include <limits>

using base::Percent;
using course::OptionId;
using learning::Answer;
using learning::grade;
using learning::Verdict;

namespace {

std::vector<OptionId> ids(std::initializer_list<const char*> texts) {
    std::vector<OptionId> all;
    for (const char* text : texts) all.emplace_back(text);
    return all;
}

int score(const Verdict& verdict) { return verdict.score.rounded(); }

} // namespace

TEST_SUITE("single choice") {
    TEST_CASE("the key scores all and is told why it is right") {
        const Verdict verdict = grade(sample::item("single-choice"), learning::Chosen{ids({"needs"})});
        CHECK(verdict.right);
        CHECK(score(verdict) == 100);
        REQUIRE(verdict.remarks.size() == 1);
        CHECK(verdict.remarks[0].right);
        CHECK(verdict.remarks[0].misconception.empty());
    }
    TEST_CASE("a distractor scores nothing, names its misconception, and shows the key") {
        const Verdict verdict = grade(sample::item("single-choice"), learning::Chosen{ids({"price"})});
        CHECK_FALSE(verdict.right);
        CHECK(score(verdict) == 0);
        REQUIRE(verdict.remarks.size() == 2);
        CHECK(verdict.remarks[0].option == OptionId("needs"));
        CHECK_FALSE(verdict.remarks[0].right);
        CHECK(verdict.remarks[1].misconception == "价格迷思");
        CHECK(verdict.remarks[1].text == "只占少数");
    }
    TEST_CASE("none, two, unknown or the same twice score nothing") {
        const course::Item item = sample::item("single-choice");
        for (const auto& chosen :
             {ids({}), ids({"needs", "price"}), ids({"unknown"}), ids({"needs", "needs"}), ids({""})}) {
            CHECK(score(grade(item, learning::Chosen{chosen})) == 0);
            CHECK_FALSE(grade(item, learning::Chosen{chosen}).right);
        }
    }
}

TEST_SUITE("multiple choice") {
    TEST_CASE("credit is hits less false picks, over the keys, and never below nothing") {
        const course::Item item = sample::item("multiple-choice");
        CHECK(score(grade(item, learning::Chosen{ids({"c", "a"})})) == 100);
        CHECK(grade(item, learning::Chosen{ids({"c", "a"})}).right);
        CHECK(score(grade(item, learning::Chosen{ids({"a"})})) == 50);
        CHECK(score(grade(item, learning::Chosen{ids({"a", "c", "b"})})) == 50);
        CHECK(score(grade(item, learning::Chosen{ids({"a", "b"})})) == 0);
        CHECK(score(grade(item, learning::Chosen{ids({"b", "d"})})) == 0);
        CHECK(score(grade(item, learning::Chosen{ids({"a", "b", "c", "d"})})) == 0);
        CHECK(score(grade(item, learning::Chosen{})) == 0);
    }
    TEST_CASE("the chosen and the missed keys are remarked on, in the item's order") {
        const Verdict verdict = grade(sample::item("multiple-choice"), learning::Chosen{ids({"d", "a"})});
        REQUIRE(verdict.remarks.size() == 3);
        CHECK(verdict.remarks[0].option == OptionId("a"));
        CHECK(verdict.remarks[0].right);
        CHECK(verdict.remarks[1].option == OptionId("c"));
        CHECK_FALSE(verdict.remarks[1].right);
        CHECK(verdict.remarks[2].misconception == "丁的误解");
    }
    TEST_CASE("unknown or repeated options score nothing") {
        const course::Item item = sample::item("multiple-choice");
        CHECK(score(grade(item, learning::Chosen{ids({"a", "c", "x"})})) == 0);
        CHECK(score(grade(item, learning::Chosen{ids({"a", "c", "c"})})) == 0);
    }
}

TEST_SUITE("ordering") {
    TEST_CASE("credit is the share of neighbours in the right order") {
        const course::Item item = sample::item("ordering");
        CHECK(grade(item, learning::Ordered{ids({"hear", "say", "do", "ask"})}).right);
        CHECK(score(grade(item, learning::Ordered{ids({"hear", "say", "do", "ask"})})) == 100);
        CHECK(score(grade(item, learning::Ordered{ids({"say", "hear", "do", "ask"})})) == 67);
        CHECK(score(grade(item, learning::Ordered{ids({"ask", "do", "say", "hear"})})) == 0);
    }
    TEST_CASE("a wrong order names the misconception, once for the whole") {
        const Verdict verdict = grade(sample::item("ordering"), learning::Ordered{ids({"say", "hear", "do", "ask"})});
        REQUIRE(verdict.remarks.size() == 1);
        CHECK(verdict.remarks[0].option.empty());
        CHECK(verdict.remarks[0].misconception == "先后颠倒");
    }
    TEST_CASE("too few, too many, unknown or repeated entries score nothing") {
        const course::Item item = sample::item("ordering");
        for (const auto& order : {ids({}), ids({"hear", "say", "do"}), ids({"hear", "say", "do", "do"}),
                                  ids({"hear", "say", "do", "x"}), ids({"hear", "say", "do", "ask", "hear"})})
            CHECK(score(grade(item, learning::Ordered{order})) == 0);
    }
}

TEST_SUITE("estimate") {
    TEST_CASE("all within the tolerance, nothing from four tolerances on, in between in proportion") {
        const course::Item item = sample::item("estimate"); // 68 ± 5
        for (const double right : {68.0, 63.0, 73.0, 73.0 + 1e-12})
            CHECK(grade(item, learning::Estimated{right}).right);
        CHECK(score(grade(item, learning::Estimated{75.5})) == 83);
        CHECK(score(grade(item, learning::Estimated{78})) == 67);
        CHECK(score(grade(item, learning::Estimated{58})) == 67);
        CHECK(score(grade(item, learning::Estimated{88})) == 0);
        CHECK(score(grade(item, learning::Estimated{0})) == 0);
        CHECK_FALSE(grade(item, learning::Estimated{74}).right);
    }
    TEST_CASE("too low and too high are told apart") {
        const course::Item item = sample::item("estimate");
        CHECK(grade(item, learning::Estimated{20}).remarks[0].misconception == "低估");
        CHECK(grade(item, learning::Estimated{90}).remarks[0].misconception == "高估");
        CHECK(grade(item, learning::Estimated{68}).remarks[0].text == "对");
    }
    TEST_CASE("what is no number scores nothing") {
        const course::Item item = sample::item("estimate");
        for (const double number :
             {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), -1e308, 1e308})
            CHECK(score(grade(item, learning::Estimated{number})) == 0);
    }
    TEST_CASE("slider stops that are off by rounding alone are right") {
        course::Item item = sample::item("estimate");
        auto& question = std::get<course::Estimate>(item.question);
        question.truth = 0.3;
        question.tolerance = 0.1;
        CHECK(grade(item, learning::Estimated{0.1 + 0.1 + 0.1 + 0.1}).right);
        CHECK(grade(item, learning::Estimated{0.2}).right);
    }
}

TEST_SUITE("steps of a lesson") {
    TEST_CASE("a guess is close, fair or far, and never worth nothing") {
        const course::Step step = sample::step("guess"); // 1, 31, 68
        CHECK(score(grade(step, learning::Guessed{{1, 31, 68}})) == 100);
        CHECK(grade(step, learning::Guessed{{1, 46, 53}}).right);
        CHECK(score(grade(step, learning::Guessed{{1, 47, 52}})) == 60);
        CHECK(score(grade(step, learning::Guessed{{1, 61, 38}})) == 60);
        CHECK(score(grade(step, learning::Guessed{{90, 5, 5}})) == 30);
        CHECK(grade(step, learning::Guessed{{90, 5, 5}}).remarks[0].text == "还远");
        CHECK(score(grade(step, learning::Guessed{{1, 99}})) == 0);
        CHECK(score(grade(step, learning::Guessed{{-5, 37, 68}})) == 0);
    }
    TEST_CASE("a sort is worth the share of cards that were placed right") {
        const course::Step step = sample::step("sort");
        CHECK(
            grade(step, learning::Placed{{{OptionId("how"), OptionId("open")}, {OptionId("done"), OptionId("closed")}}})
                .right);
        const Verdict half = grade(
            step, learning::Placed{{{OptionId("how"), OptionId("closed")}, {OptionId("done"), OptionId("closed")}}});
        CHECK(score(half) == 50);
        CHECK(half.remarks[0].text == "问过程");
        CHECK(score(grade(step, learning::Placed{})) == 0);
        CHECK(score(grade(step, learning::Placed{{{OptionId("x"), OptionId("open")}}})) == 0);
    }
    TEST_CASE("a rewrite is worth the share of sentences in the form that was asked for") {
        const course::Step step = sample::step("rewrite");
        const auto marked = [&](const std::string& meeting, const std::string& arrive) {
            const learning::Wrote wrote{{{OptionId("meeting"), meeting}, {OptionId("arrive"), arrive}}};
            return grade(step, wrote, &sample::lab("zh-CN"));
        };
        CHECK(marked("会开得怎么样？", "到了吗？").right);
        CHECK(score(marked("会开得怎么样？", "。")) == 50);
        CHECK(score(marked("会开好了吗？", "")) == 0);
        CHECK(score(grade(step, learning::Wrote{{{OptionId("meeting"), "会开得怎么样？"}}})) == 0); // nobody to read it
    }
    TEST_CASE("a check is marked as its item is; reading and closing ask for nothing") {
        CHECK(grade(sample::step("check"), learning::Chosen{ids({"needs"})}).right);
        CHECK(score(grade(sample::step("hello"), learning::Seen{})) == 100);
        CHECK(score(grade(sample::step("end"), learning::Seen{})) == 100);
    }
    TEST_CASE("an answer of another kind scores nothing and is not right, whatever is asked") {
        const Answer answers[] = {learning::Seen{},    learning::Chosen{}, learning::Ordered{}, learning::Estimated{},
                                  learning::Guessed{}, learning::Placed{}, learning::Wrote{}};
        for (const char* kind : {"single-choice", "multiple-choice", "ordering", "estimate"})
            for (const Answer& answer : answers) {
                if (std::string(kind) == "estimate" && std::holds_alternative<learning::Estimated>(answer)) continue;
                CHECK(score(grade(sample::item(kind), answer)) == 0);
            }
        CHECK_FALSE(grade(sample::step("guess"), learning::Seen{}).right);
    }
}

TEST_SUITE("the score of an exam") {
    TEST_CASE("it is the mean, and nothing when there was nothing") {
        CHECK(learning::meanScore({}) == Percent(0));
        CHECK(learning::meanScore({Percent(100), Percent(50), Percent(0)}) == Percent(50));
        CHECK(learning::meanScore(std::vector<Percent>(10, Percent(100))) == Percent(100));
        CHECK(learning::meanScore(std::vector<Percent>(10, Percent(80))) >= Percent(80));
    }
}
