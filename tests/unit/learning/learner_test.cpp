#include "learning/learner.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using base::Percent;
using course::ExamId;
using course::ItemId;
using course::LessonId;
using course::StepId;
using learning::AttemptId;
using learning::Event;
using learning::Fact;
using learning::Learner;
using learning::LearnerId;
using learning::Learners;

namespace {

const ExamId finalExam("final");

base::Instant minute(int count) { return base::Instant{std::chrono::minutes{count}}; }

/// Events one minute after another.
class Story {
public:
    Story& add(const char* learner, Fact fact) {
        ++count_;
        events_.push_back(
            {learning::EventId(std::to_string(count_)), LearnerId(learner), minute(count_), std::move(fact)});
        return *this;
    }
    Story& attempt(const char* learner, const char* id, double score, bool passed) {
        add(learner, learning::ExamStarted{finalExam, AttemptId(id), 1, "2026.11"});
        return add(learner, learning::ExamFinished{AttemptId(id), Percent(score), passed});
    }
    [[nodiscard]] const std::vector<Event>& events() const { return events_; }
    [[nodiscard]] Learners fold() const { return learning::fold(events_); }

private:
    std::vector<Event> events_;
    int count_ = 0;
};

} // namespace

TEST_SUITE("who learns here") {
    TEST_CASE("several people share one browser, and the last one chosen sits there") {
        Story story;
        story.add("ann", learning::LearnerJoined{})
            .add("ann", learning::LearnerChosen{})
            .add("ann", learning::LearnerNamed{"王小明"});
        story.add("ben", learning::LearnerJoined{})
            .add("ben", learning::LearnerChosen{})
            .add("ben", learning::PreferenceSet{"theme", "dark"});
        const Learners learners = story.fold();
        REQUIRE(learners.all.size() == 2);
        CHECK(learners.all[0].name == "王小明");
        CHECK(learners.all[0].joined == minute(1));
        CHECK(learners.all[0].lastSeen == minute(3));
        REQUIRE(learners.sitting());
        CHECK(learners.sitting()->id == LearnerId("ben"));
        CHECK(learners.sitting()->preferences.at("theme") == "dark");
        CHECK(learners.find(LearnerId("eve")) == nullptr);
        CHECK(Learners{}.sitting() == nullptr);
    }

    TEST_CASE("what is said of unknown people or attempts is passed over") {
        Story story;
        story.add("ghost", learning::LessonOpened{LessonId("L2.1")}).add("ghost", learning::LearnerChosen{});
        story.add("ann", learning::LearnerJoined{});
        story.add("ann", learning::ItemAnswered{AttemptId("none"), ItemId("i"), learning::Seen{}, Percent(100)});
        story.add("ann", learning::ExamFinished{AttemptId("none"), Percent(100), true});
        story.add("ann", learning::CertificateIssued{AttemptId("none"), "SA", "Ann"});
        const Learners learners = story.fold();
        REQUIRE(learners.all.size() == 1);
        CHECK(learners.current.empty());
        CHECK(learners.all[0].attempts.empty());
        CHECK(learners.all[0].certificates.empty());
    }

    TEST_CASE("everything twice is the same as once") {
        Story story;
        story.add("ann", learning::LearnerJoined{}).add("ann", learning::LessonOpened{LessonId("L2.1")});
        story.add("ann",
                  learning::StepAnswered{LessonId("L2.1"), StepId("guess"), learning::Guessed{{1}}, Percent(60)});
        story.add("ann", learning::LessonFinished{LessonId("L2.1")});
        story.attempt("ann", "t1", 90, true).add("ann", learning::CertificateIssued{AttemptId("t1"), "SA", "Ann"});
        Learners learners = story.fold();
        for (const Event& event : story.events()) learning::apply(learners, event);
        REQUIRE(learners.all.size() == 1);
        CHECK(learners.all[0].attempts.size() == 1);
        CHECK(learners.all[0].certificates.size() == 1);
        CHECK(*learners.all[0].lessons.at(LessonId("L2.1")).finished == minute(4));
    }
}

TEST_SUITE("progress in lessons") {
    TEST_CASE("the first answer to a step counts, the first finish too") {
        Story story;
        story.add("ann", learning::LearnerJoined{}).add("ann", learning::LessonOpened{LessonId("L2.1")});
        story.add("ann",
                  learning::StepAnswered{LessonId("L2.1"), StepId("guess"), learning::Guessed{{1}}, Percent(30)});
        story.add("ann",
                  learning::StepAnswered{LessonId("L2.1"), StepId("guess"), learning::Guessed{{2}}, Percent(100)});
        story.add("ann", learning::LessonFinished{LessonId("L2.1")})
            .add("ann", learning::LessonOpened{LessonId("L2.1")});
        const Learner learner = story.fold().all[0];
        const learning::LessonProgress& progress = learner.lessons.at(LessonId("L2.1"));
        CHECK(progress.opened == minute(2));
        CHECK(progress.steps.at(StepId("guess")).score == Percent(30));
        CHECK(*progress.finished == minute(5));
    }
    TEST_CASE("an answer that comes before the opening opens the lesson") {
        Story story;
        story.add("ann", learning::LearnerJoined{});
        story.add("ann", learning::StepAnswered{LessonId("L2.1"), StepId("s"), learning::Seen{}, Percent(100)});
        CHECK(story.fold().all[0].lessons.at(LessonId("L2.1")).opened == minute(2));
    }
}

TEST_SUITE("attempts") {
    TEST_CASE("the best has the highest score, the passing one is the first that passed") {
        Story story;
        story.add("ann", learning::LearnerJoined{});
        story.attempt("ann", "t1", 50, false)
            .attempt("ann", "t2", 80, true)
            .attempt("ann", "t3", 100, true)
            .attempt("ann", "t4", 100, true);
        story.add("ann", learning::ExamStarted{finalExam, AttemptId("t5"), 1, "2026.11"});
        const Learner learner = story.fold().all[0];
        CHECK(learner.bestAttempt(finalExam)->id == AttemptId("t3"));
        CHECK(learner.passingAttempt(finalExam)->id == AttemptId("t2"));
        CHECK(learner.openAttempt(finalExam)->id == AttemptId("t5"));
        CHECK(learner.attempt(AttemptId("t4")) != nullptr);
        CHECK(learner.attempt(AttemptId("t9")) == nullptr);
        CHECK(learner.bestAttempt(ExamId("M2")) == nullptr);
        CHECK(learner.passingAttempt(ExamId("M2")) == nullptr);
        CHECK(learner.openAttempt(ExamId("M2")) == nullptr);
    }

    TEST_CASE("the last answer to an item counts, and none after the end") {
        Story story;
        story.add("ann", learning::LearnerJoined{})
            .add("ann", learning::ExamStarted{finalExam, AttemptId("t"), 42, "2026.11"});
        story.add("ann", learning::ItemAnswered{AttemptId("t"), ItemId("a"), learning::Seen{}, Percent(0)});
        story.add("ann", learning::ItemAnswered{AttemptId("t"), ItemId("a"), learning::Seen{}, Percent(100)});
        story.add("ann", learning::ExamFinished{AttemptId("t"), Percent(0), false});
        story.add("ann", learning::ItemAnswered{AttemptId("t"), ItemId("b"), learning::Seen{}, Percent(100)});
        story.add("ann", learning::ExamFinished{AttemptId("t"), Percent(100), true});
        const Learner learner = story.fold().all[0];
        const learning::Attempt& attempt = learner.attempts[0];
        CHECK(attempt.seed == 42);
        CHECK(attempt.answers.size() == 1);
        CHECK(attempt.answers.at(ItemId("a")).score == Percent(100));
        CHECK_FALSE(attempt.passed);
        CHECK(*attempt.finished == minute(5));
    }

    TEST_CASE("one person's attempt is not another's to finish") {
        Story story;
        story.add("ann", learning::LearnerJoined{}).add("eve", learning::LearnerJoined{});
        story.add("ann", learning::ExamStarted{finalExam, AttemptId("t"), 1, "2026.11"});
        story.add("eve", learning::ExamFinished{AttemptId("t"), Percent(100), true});
        const Learners learners = story.fold();
        CHECK_FALSE(learners.all[0].attempts[0].finished);
        CHECK(learners.all[1].attempts.empty());
    }

    TEST_CASE("a clock that was set back changes neither which attempt came first nor which answer was the last") {
        std::vector<Event> events;
        const auto happened = [&](int at, Fact fact) {
            events.push_back(
                {learning::EventId(std::to_string(events.size())), LearnerId("ann"), minute(at), std::move(fact)});
        };
        const auto answered = [](const char* item, double score) {
            return learning::ItemAnswered{AttemptId("a"), ItemId(item), learning::Seen{}, Percent(score), "M2.o1"};
        };
        happened(100, learning::LearnerJoined{});
        happened(101, learning::ExamStarted{finalExam, AttemptId("a"), 1, "2026.11", 20});
        happened(103, answered("1", 0));
        happened(3, answered("2", 100)); // the clock was set back by 100 minutes and more
        happened(5, learning::ExamFinished{AttemptId("a"), Percent(90), true});
        happened(4, learning::ExamStarted{finalExam, AttemptId("b"), 1, "2026.11"});
        happened(2, learning::ExamFinished{AttemptId("b"), Percent(90), true});
        const Learners learners = learning::fold(events);
        const Learner& ann = learners.all[0];
        CHECK(ann.passingAttempt(finalExam)->id == AttemptId("a"));
        CHECK(ann.bestAttempt(finalExam)->id == AttemptId("a"));
        CHECK(ann.objectives.at("M2.o1").lastRight);
        CHECK(ann.attempts[0].spent == std::chrono::minutes(4)); // two before, two after
    }

    TEST_CASE("a hundred learners are found by their ids, also when one of them was forgotten") {
        Story story;
        for (int i = 0; i < 100; ++i) story.add(std::to_string(i).c_str(), learning::LearnerJoined{});
        Learners learners = story.fold();
        learning::forget(learners, LearnerId("40"));
        CHECK(learners.find(LearnerId("40")) == nullptr);
        for (const char* id : {"0", "39", "41", "99"}) {
            REQUIRE(learners.find(LearnerId(id)) != nullptr);
            CHECK(learners.find(LearnerId(id))->id == LearnerId(id));
        }
    }
}
