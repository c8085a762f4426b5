// What answers say of an objective.
#include "learning/learner.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using learning::Mastery;
using learning::Standing;

namespace {

Mastery after(const std::vector<double>& scores) {
    Standing standing;
    for (const double score : scores) standing.take(base::Percent(score));
    return standing.mastery();
}

const learning::LearnerId ann("ann");

/// Events one second apart.
struct Story {
    std::vector<learning::Event> events;

    void add(learning::Fact fact) {
        learning::Event event;
        event.id = learning::EventId("e" + std::to_string(events.size()));
        event.learner = ann;
        event.at = base::Instant(std::chrono::milliseconds(1000 * events.size()));
        event.fact = std::move(fact);
        events.push_back(event);
    }
    void answer(const char* attempt, const char* item, double score) {
        add(learning::ItemAnswered{learning::AttemptId(attempt), course::ItemId(item), learning::Seen{},
                                   base::Percent(score), "M2.o1"});
    }
    [[nodiscard]] Standing standing() const {
        const learning::Learners people = learning::fold(events);
        const auto found = people.all.front().objectives.find("M2.o1");
        return found == people.all.front().objectives.end() ? Standing{} : found->second;
    }
};

} // namespace

TEST_CASE("secure is what was right the last two times, whatever was before") {
    CHECK(after({}) == Mastery::unasked);
    CHECK(after({0}) == Mastery::again);
    CHECK(after({99.9}) == Mastery::again); // nearly is not wholly
    CHECK(after({100}) == Mastery::growing);
    CHECK(after({100, 100}) == Mastery::secure);
    CHECK(after({0, 0, 100, 100}) == Mastery::secure);
    CHECK(after({100, 100, 0}) == Mastery::again);
    CHECK(after({100, 100, 0, 100}) == Mastery::growing);
}

TEST_CASE("an exam counts when it is handed in, with the last answer to each item, in the order of answering") {
    Story story;
    story.add(learning::LearnerJoined{});
    story.add(learning::ExamStarted{course::ExamId("M2"), learning::AttemptId("a"), 1, "1"});
    story.answer("a", "M2-2", 0);
    story.answer("a", "M2-1", 100);
    CHECK(story.standing().asked == 0);
    story.answer("a", "M2-2", 100); // changed
    story.add(learning::ExamFinished{learning::AttemptId("a"), base::Percent(100), true});
    CHECK(story.standing().asked == 2);
    CHECK(story.standing().mastery() == Mastery::secure);
    story.answer("a", "M2-1", 0); // too late
    CHECK(story.standing().mastery() == Mastery::secure);
    story.add(learning::ExamStarted{course::ExamId("M2"), learning::AttemptId("b"), 2, "1"});
    story.answer("b", "M2-9", 100);
    story.answer("b", "M2-1", 0); // the later one, though its id comes first
    story.add(learning::ExamFinished{learning::AttemptId("b"), base::Percent(50), false});
    CHECK(story.standing().mastery() == Mastery::again);
}

TEST_CASE("a check in a lesson counts once, by its first answer; steps that measure nothing do not count") {
    Story story;
    story.add(learning::LearnerJoined{});
    const auto step = [&story](const char* id, double score, const char* objective) {
        story.add(learning::StepAnswered{course::LessonId("L2.1"), course::StepId(id), learning::Seen{},
                                         base::Percent(score), objective});
    };
    step("check", 100, "M2.o1");
    step("check", 0, "M2.o1");
    step("sort", 0, "");
    CHECK(story.standing().asked == 1);
    CHECK(story.standing().mastery() == Mastery::growing);
}
