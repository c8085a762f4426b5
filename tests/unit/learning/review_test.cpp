#include "course/sample_course.h"
#include "learning/review.h"
#include "learning/shuffled.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

using base::Percent;
using course::ItemId;
using course::LessonId;
using course::OptionId;
using course::StepId;
using learning::CardId;
using learning::Day;
using learning::Learner;
using learning::LearnerId;
using learning::Schedule;
using learning::Scheduled;
using learning::fsrs::Grade;

namespace {

constexpr base::UtcOffset shanghai{480};
const learning::Answer chosen = learning::Chosen{{OptionId("a")}};
const learning::Answer placed = learning::Placed{{{OptionId("card"), OptionId("bin")}}};
const CardId check("L2.1/check");

/// Nine in the morning of a day in Shanghai.
base::Instant morning(Day day) { return base::Instant(std::chrono::days(day)) + std::chrono::hours(1); }

/// A person and what happened to them.
class Life {
public:
    Life() { happens(0, learning::LearnerJoined{}); }
    Life& happens(Day day, learning::Fact fact) { return at(morning(day), std::move(fact)); }
    Life& at(base::Instant when, learning::Fact fact) {
        apply(people_, {learning::EventId(std::to_string(++count_)), LearnerId("ann"), when, std::move(fact)});
        return *this;
    }
    Life& answersCheck(Day day, double score, bool hinted = false) {
        return happens(
            day, learning::StepAnswered{LessonId("L2.1"), StepId("check"), chosen, Percent(score), "M2.o1", hinted});
    }
    Life& reviews(Day day, double score, const CardId& card = check) {
        return happens(day, learning::ItemReviewed{card, chosen, Percent(score), "M2.o1"});
    }
    [[nodiscard]] const Learner& learner() const { return people_.all.front(); }
    [[nodiscard]] Schedule on(Day day, base::UtcOffset offset = shanghai) const {
        return scheduleOf(
            learner(), sample::course(), [offset](base::Instant) { return offset; }, morning(day));
    }

private:
    learning::Learners people_;
    int count_ = 0;
};

Scheduled scheduled(const char* id, const char* module, Day due, double stability, bool inParts = false) {
    Scheduled card;
    card.id = CardId(id);
    card.module = course::ModuleId(module);
    card.due = due;
    card.memory.stability = stability;
    card.inParts = inParts;
    return card;
}

std::vector<std::string> idsOf(const std::vector<Scheduled>& cards) {
    std::vector<std::string> ids;
    for (const Scheduled& card : cards) ids.push_back(card.id.text());
    return ids;
}

} // namespace

TEST_SUITE("what comes back") {
    TEST_CASE("a check of a lesson comes back once it was answered, the sooner when it was not right") {
        CHECK(Life().on(100).cards.empty());
        const Schedule right = Life().answersCheck(100, 100).on(100);
        REQUIRE(right.cards.size() == 1);
        CHECK(right.cards.front().id == check);
        CHECK(right.cards.front().module.text() == "M2");
        CHECK(right.due() == 0); // what was just told is not asked again
        const Schedule wrong = Life().answersCheck(100, 0).on(100);
        CHECK(wrong.cards.front().due == 101);
        CHECK(right.cards.front().due > 101);
    }

    TEST_CASE("a sort comes back, and a reading, a talk or a note does not") {
        const auto cardsAfter = [](const learning::Answer& answer) {
            return Life()
                .happens(1, learning::StepAnswered{LessonId("L2.1"), StepId("sort"), answer, Percent(100)})
                .on(9)
                .cards.size();
        };
        CHECK(cardsAfter(placed) == 1);
        CHECK(cardsAfter(learning::Spotted{{OptionId("line")}, {}}) == 1);
        CHECK(cardsAfter(learning::Seen{}) == 0);
        CHECK(cardsAfter(learning::Placed{}) == 0); // cards without labels were only turned
        CHECK(cardsAfter(learning::Said{{OptionId("listen")}}) == 0);
        CHECK(cardsAfter(learning::Noted{"secret"}) == 0);
        CHECK(cardsAfter(learning::Wrote{{{OptionId("p"), "?"}}}) == 0);
        CHECK(cardsAfter(learning::Guessed{{50, 50}}) == 0);
    }

    TEST_CASE("a question of an exam comes back once the exam was handed in, as it was answered last") {
        Life life;
        const learning::AttemptId attempt("t");
        life.happens(1, learning::ExamStarted{course::ExamId("M2"), attempt, 1, "2026.11"})
            .happens(1, learning::ItemAnswered{attempt, ItemId("M2-01"), chosen, Percent(100), "M2.o1"})
            .happens(1, learning::ItemAnswered{attempt, ItemId("M2-01"), chosen, Percent(0), "M2.o1"});
        CHECK(life.on(1).cards.empty()); // it can still be changed
        life.happens(1, learning::ExamFinished{attempt, Percent(0), false});
        const Schedule schedule = life.on(1);
        REQUIRE(schedule.cards.size() == 1);
        CHECK(schedule.cards.front().id == CardId("M2-01"));
        CHECK(schedule.cards.front().asked == 1);
        CHECK(schedule.cards.front().due == 2);
    }

    TEST_CASE("each time it is recalled it stays away longer, and shorter again once it is not") {
        Life life;
        life.answersCheck(0, 100);
        Day day = 0;
        int wait = 0;
        for (int times = 0; times < 5; ++times) {
            const Day due = life.on(day).cards.front().due;
            CHECK(due - day > wait);
            wait = due - day;
            CHECK(life.on(due - 1).due() == 0);
            CHECK(life.on(due).due() == 1);
            day = due;
            life.reviews(day, 100);
        }
        const Day due = life.on(day).cards.front().due;
        life.reviews(due, 0);
        CHECK(life.on(due).cards.front().due - due < wait / 4);
    }

    TEST_CASE("what the course does not have any more does not come back") {
        Life life;
        life.reviews(1, 0, CardId("L2.1/gone")).reviews(1, 0, CardId("L9.9/check"));
        life.happens(1, learning::ItemReviewed{CardId("M9-01"), chosen, Percent(0), "M9.o1"});
        life.happens(1, learning::ItemReviewed{CardId("M2-01"), chosen, Percent(0), "M2.o1"});
        CHECK(idsOf(life.on(9).cards) == std::vector<std::string>{"M2-01"});
    }

    TEST_CASE("a second answer to a step from another tab changes nothing") {
        Life life;
        life.answersCheck(1, 100).answersCheck(1, 0);
        CHECK(life.on(1).cards.front().asked == 1);
        CHECK(life.on(1).cards.front().due > 2);
    }
}

TEST_SUITE("how an answer counts") {
    TEST_CASE("wrong is again; right is good, or hard with a hint or on the day of a failure") {
        const auto grade = [](double score, bool hinted, bool inParts, bool failed) {
            return learning::gradeOf({{}, Percent(score), hinted}, inParts, failed);
        };
        CHECK(grade(0, false, false, false) == Grade::again);
        CHECK(grade(99, false, false, false) == Grade::again);
        CHECK(grade(0, true, false, true) == Grade::again);
        CHECK(grade(100, false, false, false) == Grade::good);
        CHECK(grade(100, true, false, false) == Grade::hard);
        CHECK(grade(100, false, false, true) == Grade::hard);
        CHECK(grade(100, false, true, false) == Grade::good);
        CHECK(grade(80, false, true, false) == Grade::hard); // one of five was out of place
        CHECK(grade(79, false, true, false) == Grade::again);
    }

    TEST_CASE("with a hint it comes back sooner than without") {
        const auto due = [](bool hinted) { return Life().answersCheck(0, 100, hinted).on(0).cards.front().due; };
        CHECK(due(true) < due(false));
    }

    TEST_CASE("right just after a failure does not undo it") {
        const Schedule schedule = Life().answersCheck(0, 100).reviews(20, 0).reviews(20, 100).on(20);
        const Schedule recalled = Life().answersCheck(0, 100).reviews(20, 100).on(20);
        CHECK(schedule.cards.front().due < recalled.cards.front().due);
        CHECK(schedule.due() == 0);
        // Nor does it tell that the objective is secure.
        const auto standing = Life().answersCheck(0, 100).reviews(20, 0).reviews(20, 100).learner().objectives;
        CHECK(standing.at("M2.o1").mastery() == learning::Mastery::again);
    }

    TEST_CASE("an objective that is recalled in a review is secure") {
        Life life;
        life.answersCheck(0, 100);
        CHECK(life.learner().objectives.at("M2.o1").mastery() == learning::Mastery::growing);
        life.reviews(3, 100);
        CHECK(life.learner().objectives.at("M2.o1").mastery() == learning::Mastery::secure);
    }
}

TEST_SUITE("days are those of the learner's wall") {
    TEST_CASE("a day ends at midnight where the learner is, not elsewhere") {
        const base::Instant beforeMidnight = base::Instant(std::chrono::hours(24 * 50 + 15) + std::chrono::minutes(59));
        CHECK(learning::dayOf(beforeMidnight, shanghai) == 50);
        CHECK(learning::dayOf(beforeMidnight + std::chrono::minutes(1), shanghai) == 51);
        CHECK(learning::dayOf(beforeMidnight, base::UtcOffset(-600)) == 50);
        CHECK(learning::dayOf(base::Instant(std::chrono::hours(-1)), base::UtcOffset(0)) == -1);
        // Answered late in the evening, it is due from the morning on.
        Life life;
        life.at(beforeMidnight, learning::StepAnswered{LessonId("L2.1"), StepId("check"), chosen, Percent(0), "M2.o1"});
        CHECK(life.on(51).due() == 1);
    }

    TEST_CASE("a clock that was a day ahead keeps nothing away") {
        const Schedule schedule = Life().answersCheck(101, 100).on(100);
        CHECK(schedule.cards.front().last == 100);
        CHECK(schedule.cards.front().due <= 103);
    }

    TEST_CASE("a clock that was years ahead keeps nothing away for years") {
        Life life;
        life.answersCheck(100, 100).reviews(5000, 100);
        CHECK(life.on(102).cards.front().due == Life().answersCheck(100, 100).on(102).cards.front().due);
        Life only;
        only.answersCheck(5000, 100);
        CHECK(only.on(100).due() == 1);
        only.reviews(100, 100);
        CHECK(only.on(100).due() == 0);
        CHECK(only.on(100).cards.front().due < 110);
    }

    TEST_CASE("whatever the clock and the zone do, every figure stays within bounds") {
        std::uint64_t state = 7;
        for (int life = 0; life < 200; ++life) {
            learning::Seeded random(++state);
            Life someone;
            someone.answersCheck(static_cast<Day>(random.below(60)), 100);
            for (int answers = 0; answers < 8; ++answers) {
                const Day day = static_cast<Day>(random.below(60));
                someone.reviews(day, random.below(2) == 0 ? 0 : 100);
                const base::UtcOffset offset(static_cast<int>(random.below(27) * 60) - 12 * 60);
                for (const Scheduled& card : someone.on(static_cast<Day>(random.below(60)), offset).cards) {
                    CHECK(card.memory.stability >= 0.001);
                    CHECK(card.memory.difficulty >= 1);
                    CHECK(card.memory.difficulty <= 10);
                    CHECK(card.due >= card.last);
                    for (const Day then : {card.last - 5, card.last, card.last + 40}) {
                        CHECK(card.retrievability(then) > 0);
                        CHECK(card.retrievability(then) <= 1);
                    }
                }
            }
        }
    }

    TEST_CASE("the order in which two devices' journals come together changes nothing") {
        Life one, other;
        one.answersCheck(0, 100).reviews(3, 0).reviews(5, 100);
        other.answersCheck(0, 100).reviews(5, 100).reviews(3, 0);
        CHECK(one.on(6).cards.front().due == other.on(6).cards.front().due);
        CHECK(one.on(6).cards.front().memory.stability == other.on(6).cards.front().memory.stability);
    }
}

TEST_SUITE("one sitting") {
    TEST_CASE("what was due first comes first, among equals what is least likely to be known") {
        Schedule schedule;
        schedule.today = 20;
        schedule.cards = {scheduled("a", "M1", 20, 1), scheduled("b", "M2", 12, 5), scheduled("c", "M3", 12, 2),
                          scheduled("d", "M4", 21, 0.1)};
        CHECK(idsOf(learning::drawSitting(schedule, 1)) == std::vector<std::string>{"c", "b", "a"});
    }

    TEST_CASE("of many it takes twelve in four minutes, the same for the same seed, mixing modules") {
        Schedule schedule;
        schedule.today = 20;
        for (int i = 0; i < 60; ++i)
            schedule.cards.push_back(scheduled(("c" + std::to_string(i)).c_str(),
                                               i < 30   ? "M1"
                                               : i < 45 ? "M2"
                                                        : "M3",
                                               20, 3));
        const auto sitting = learning::drawSitting(schedule, 7);
        CHECK(sitting.size() == 12);
        CHECK(learning::minutesFor(sitting) == 4);
        CHECK(idsOf(sitting) == idsOf(learning::drawSitting(schedule, 7)));
        CHECK(idsOf(sitting) != idsOf(learning::drawSitting(schedule, 8)));
        CHECK(std::set<CardId>([&] {
                  std::set<CardId> ids;
                  for (const Scheduled& card : sitting) ids.insert(card.id);
                  return ids;
              }())
                  .size() == 12);
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            const auto drawn = learning::drawSitting(schedule, seed);
            std::map<std::string, std::size_t> ofModule;
            for (const Scheduled& card : drawn) ++ofModule[card.module.text()];
            std::size_t most = 0, pairs = 0;
            for (const auto& [module, count] : ofModule) most = std::max(most, count);
            for (std::size_t i = 1; i < drawn.size(); ++i) pairs += drawn[i].module == drawn[i - 1].module ? 1 : 0;
            // Only what is left of one module at the end can stand together.
            for (std::size_t i = 1; i + 1 < drawn.size(); ++i)
                if (drawn[i].module == drawn[i - 1].module) CHECK(drawn[i + 1].module == drawn[i].module);
            if (most <= 4) CHECK(pairs <= 2);
        }
    }

    TEST_CASE("at most three have many parts, unless nothing else is due") {
        Schedule schedule;
        schedule.today = 20;
        for (int i = 0; i < 10; ++i)
            schedule.cards.push_back(scheduled(("p" + std::to_string(i)).c_str(), "M1", 10, 3, true));
        CHECK(learning::drawSitting(schedule, 1).size() == 5);
        for (int i = 0; i < 10; ++i)
            schedule.cards.push_back(scheduled(("i" + std::to_string(i)).c_str(), "M2", 15, 3));
        const auto sitting = learning::drawSitting(schedule, 1);
        CHECK(std::count_if(sitting.begin(), sitting.end(), [](const Scheduled& card) { return card.inParts; }) == 3);
        CHECK(sitting.size() == 8);
        CHECK(learning::minutesFor(sitting) <= 4);
    }

    TEST_CASE("when nothing is due there is nothing to ask, and the next day is known") {
        Life life;
        life.answersCheck(0, 100);
        const Schedule schedule = life.on(0);
        CHECK(learning::drawSitting(schedule, 1).empty());
        REQUIRE(schedule.next());
        CHECK(*schedule.next() == schedule.cards.front().due);
        CHECK(schedule.dueBy(*schedule.next()) == 1);
        CHECK_FALSE(Life().on(0).next());
    }

    TEST_CASE("what is not asked fades day by day, from all to little") {
        Life life;
        life.answersCheck(0, 100);
        const Schedule schedule = life.on(0);
        double before = 1.1;
        for (Day day = 0; day <= 60; day += 5) {
            const auto known = schedule.known(course::ModuleId("M2"), day);
            REQUIRE(known);
            CHECK(*known < before);
            CHECK(*known == schedule.known({}, day));
            before = *known;
        }
        CHECK(before < 0.8);
        CHECK_FALSE(schedule.known(course::ModuleId("M1"), 0));
    }
}
