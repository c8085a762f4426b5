#include "course/sample_course.h"
#include "learning/exam.h"
#include "learning/shuffled.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

using course::ItemId;
using course::Module;
using course::ModuleId;
using learning::drawExam;
using learning::ExamPaper;

namespace {

/// A second bank with the same questions under other names.
Module secondModule() {
    Module module = sample::module();
    module.id = ModuleId("M4");
    for (course::Item& item : module.items) item.id = ItemId("M4" + item.id.text().substr(2));
    return module;
}

struct Banks {
    Module first = sample::module(), second = secondModule();
    std::vector<const Module*> both{&first, &second};

    const course::Item& item(const ItemId& id) const {
        const course::Item* found = first.item(id) ? first.item(id) : second.item(id);
        REQUIRE(found);
        return *found;
    }
};

const course::ExamBlueprint finalExam{course::ExamId("final"), "", "", {{ModuleId("M2"), 5}, {ModuleId("M4"), 5}}};
const course::ExamBlueprint shortQuiz{course::ExamId("M2"), "", "", {{ModuleId("M2"), 4}}};

ExamPaper paper(const course::ExamBlueprint& blueprint, const Banks& banks, std::uint64_t seed,
                const std::vector<ItemId>& avoid = {}) {
    const auto drawn = drawExam(blueprint, banks.both, avoid, seed);
    REQUIRE(drawn.ok());
    return drawn.value();
}

std::string text(const ExamPaper& paper) {
    std::string all;
    for (const learning::DrawnItem& drawn : paper.items) {
        all += (all.empty() ? "" : " ") + drawn.item.text() + ":";
        for (const course::OptionId& option : drawn.order) all += (all.back() == ':' ? "" : ",") + option.text();
    }
    return all;
}

std::set<std::string> itemsOf(const ExamPaper& paper) {
    std::set<std::string> ids;
    for (const learning::DrawnItem& drawn : paper.items) ids.insert(drawn.item.text());
    return ids;
}

} // namespace

TEST_SUITE("seeded randomness") {
    TEST_CASE("it is SplitMix64: the numbers that its authors publish") {
        learning::Seeded zero(0);
        CHECK(zero.next() == 0xe220a8397b1dcdafu);
        CHECK(zero.next() == 0x6e789e6aa1b965f4u);
        CHECK(zero.next() == 0x06c45d188009454fu);
        learning::Seeded other(1234567);
        CHECK(other.next() == 6457827717110365317u);
        CHECK(other.next() == 3203168211198807973u);
    }
    TEST_CASE("below a bound every number comes about equally often") {
        learning::Seeded random(7);
        std::map<std::uint64_t, int> count;
        for (int each = 0; each < 6000; ++each) ++count[random.below(6)];
        CHECK(count.size() == 6);
        for (const auto& [number, times] : count) CHECK((times > 850 && times < 1150));
        CHECK(random.below(1) == 0);
        for (int each = 0; each < 100; ++each) CHECK(random.below(0xC000000000000000u) < 0xC000000000000000u);
    }
}

TEST_SUITE("drawing an exam") {
    TEST_CASE("one seed gives one paper, on every machine and in every year") {
        const Banks banks;
        CHECK(text(paper(finalExam, banks, 20261122)) == text(paper(finalExam, banks, 20261122)));
        CHECK(text(paper(shortQuiz, banks, 20261122)) ==
              "M2-10:d,a,c,b M2-4: M2-13:death,needs,price M2-11:ask,say,do,hear");
        CHECK(text(paper(finalExam, banks, 1)) != text(paper(finalExam, banks, 2)));
    }

    TEST_CASE("the blueprint is kept: so many from each module, none twice, modules mixed") {
        const Banks banks;
        bool mixed = false;
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            const ExamPaper drawn = paper(finalExam, banks, seed);
            CHECK(drawn.exam == finalExam.id);
            CHECK(drawn.items.size() == 10);
            CHECK(itemsOf(drawn).size() == 10);
            const auto fromFirst = std::count_if(drawn.items.begin(), drawn.items.end(),
                                                 [](const auto& each) { return each.module == ModuleId("M2"); });
            CHECK(fromFirst == 5);
            mixed = mixed || drawn.items[4].module != drawn.items[0].module;
        }
        CHECK(mixed);
    }

    TEST_CASE("every objective is asked for once before any a second time") {
        Banks banks;
        const char* objectives[] = {"o1", "o2", "o3", "o4", "o5"};
        for (std::size_t at = 0; at < banks.first.items.size(); ++at) // the first has most, the last a single item
            banks.first.items[at].objective = objectives[at < 4 ? 4 - at : 0];
        const course::ExamBlueprint five{course::ExamId("M2"), "", "", {{ModuleId("M2"), 5}}};
        const course::ExamBlueprint three{course::ExamId("M2"), "", "", {{ModuleId("M2"), 3}}};
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            for (const course::ExamBlueprint* blueprint : {&five, &three}) {
                std::set<std::string> asked;
                const ExamPaper drawn = paper(*blueprint, banks, seed);
                for (const learning::DrawnItem& each : drawn.items) asked.insert(banks.item(each.item).objective);
                CHECK(asked.size() == drawn.items.size());
            }
            // Also when all items of an objective were shown before.
            std::set<std::string> asked;
            for (const learning::DrawnItem& each : paper(five, banks, seed, {banks.first.items[0].id}).items)
                asked.insert(banks.item(each.item).objective);
            CHECK(asked.size() == 5);
        }
    }

    TEST_CASE("limits hold for everyone but those who lifted them for themselves") {
        course::ExamBlueprint exam{course::ExamId("M2"), "", "", {{ModuleId("M2"), 4}}, 25, 2};
        learning::Learner person;
        CHECK(learning::minutesFor(exam, nullptr) == 25);
        CHECK(learning::attemptsLeft(exam, nullptr) == 2);
        person.attempts.resize(3);
        person.attempts[0].exam = person.attempts[1].exam = exam.id;
        CHECK(learning::attemptsLeft(exam, &person) == 0);
        person.preferences["examAttempts"] = "any";
        CHECK_FALSE(learning::attemptsLeft(exam, &person).has_value());
        person.preferences["examTime"] = "150";
        CHECK(learning::minutesFor(exam, &person) == 38); // never less than promised
        person.preferences["examTime"] = "200";
        CHECK(learning::minutesFor(exam, &person) == 50);
        person.preferences["examTime"] = "rubbish";
        CHECK(learning::minutesFor(exam, &person) == 25);
        person.preferences["examTime"] = "none";
        CHECK(learning::minutesFor(exam, &person) == 0);
        exam.minutes = exam.attempts = 0;
        person.preferences.clear();
        CHECK(learning::minutesFor(exam, &person) == 0);
        CHECK_FALSE(learning::attemptsLeft(exam, &person).has_value());
    }

    TEST_CASE("every kind of question comes up when the count allows") {
        const Banks banks;
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            for (const course::ExamBlueprint* blueprint : {&finalExam, &shortQuiz}) {
                std::set<std::size_t> kinds;
                for (const learning::DrawnItem& drawn : paper(*blueprint, banks, seed).items)
                    kinds.insert(banks.item(drawn.item).question.index());
                CHECK(kinds.size() == 4);
            }
        }
    }

    TEST_CASE("every item comes up sooner or later") {
        const Banks banks;
        std::set<std::string> seen;
        for (std::uint64_t seed = 0; seed < 100; ++seed) seen.merge(itemsOf(paper(shortQuiz, banks, seed)));
        CHECK(seen.size() == 16);
    }

    TEST_CASE("what earlier attempts showed comes up only when nothing else is left") {
        const Banks banks;
        std::vector<ItemId> avoid;
        for (int attempt = 0; attempt < 4; ++attempt) {
            const ExamPaper drawn = paper(shortQuiz, banks, static_cast<std::uint64_t>(attempt), avoid);
            for (const learning::DrawnItem& each : drawn.items) {
                CHECK(std::find(avoid.begin(), avoid.end(), each.item) == avoid.end());
                avoid.push_back(each.item);
            }
        }
        CHECK(avoid.size() == 16);
        CHECK(paper(shortQuiz, banks, 9, avoid).items.size() == 4);
        avoid.pop_back();
        const auto left =
            std::find_if(banks.first.items.begin(), banks.first.items.end(), [&avoid](const course::Item& item) {
                return std::find(avoid.begin(), avoid.end(), item.id) == avoid.end();
            });
        REQUIRE(left != banks.first.items.end());
        CHECK(itemsOf(paper(shortQuiz, banks, 9, avoid)).count(left->id.text()) == 1);
    }

    TEST_CASE("a bank that is too small or not loaded is a fault, in words") {
        const Banks banks;
        const course::ExamBlueprint tooMany{course::ExamId("x"), "", "", {{ModuleId("M2"), 17}}};
        const course::ExamBlueprint unknown{course::ExamId("x"), "", "", {{ModuleId("M9"), 1}}};
        CHECK(drawExam(tooMany, banks.both, {}, 1).error().fault == base::Fault::missing);
        CHECK(drawExam(unknown, banks.both, {}, 1).error().fault == base::Fault::missing);
        CHECK(drawExam(finalExam, {nullptr}, {}, 1).error().fault == base::Fault::missing);
    }

    TEST_CASE("a question shows every option once, an ordering never in the right order, an estimate none") {
        const course::Item ordering = sample::item("ordering");
        const course::Item choice = sample::item("single-choice");
        std::set<std::string> firsts;
        for (std::uint64_t seed = 0; seed < 300; ++seed) {
            const auto shown = learning::shuffledOptions(ordering, seed);
            CHECK(shown.size() == 4);
            const bool right = shown[0].text() == "hear" && shown[1].text() == "say" && shown[2].text() == "do";
            CHECK_FALSE(right);
            firsts.insert(learning::shuffledOptions(choice, seed)[0].text());
        }
        CHECK(firsts.size() == 3);
        CHECK(learning::shuffledOptions(sample::item("estimate"), 1).empty());
    }

    TEST_CASE("the order of a question's options does not hang on what else is on the paper") {
        const Banks banks;
        for (const learning::DrawnItem& drawn : paper(finalExam, banks, 5).items)
            CHECK(drawn.order == learning::shuffledOptions(banks.item(drawn.item), 5));
    }
}
