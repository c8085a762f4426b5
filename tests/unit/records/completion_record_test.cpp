#include "course/sample_course.h"
#include "records/completion_record.h"

#include <doctest/doctest.h>

#include <string>

using base::Percent;
using course::LessonId;
using learning::AttemptId;
using learning::Learner;
using learning::LearnerId;
using records::CompletionRecord;
using records::completionRecord;
using records::CompletionStatus;

namespace {

base::Instant minute(int count) { return base::Instant{std::chrono::minutes{count}}; }

learning::Attempt finished(const char* id, const char* exam, double score, bool passed, int at) {
    learning::Attempt attempt;
    attempt.id = AttemptId(id);
    attempt.exam = course::ExamId(exam);
    attempt.contentVersion = "2026.10";
    attempt.started = minute(at - 1);
    attempt.finished = minute(at);
    attempt.score = Percent(score);
    attempt.passed = passed;
    return attempt;
}

Learner newcomer() {
    Learner learner;
    learner.id = LearnerId("ann");
    learner.name = "王小明";
    return learner;
}

} // namespace

TEST_SUITE("a completion record") {
    TEST_CASE("of somebody who did nothing yet") {
        const CompletionRecord record = completionRecord(newcomer(), sample::course());
        CHECK(record.status == CompletionStatus::notStarted);
        CHECK(record.lessonsInAll == 3);
        CHECK(record.lessonsFinished == 0);
        CHECK_FALSE(record.score);
        CHECK_FALSE(record.started);
        CHECK(record.contentVersion == "2026.11");
    }

    TEST_CASE("of somebody on the way: lessons of the course count, others do not") {
        Learner learner = newcomer();
        learner.lessons[LessonId("L2.1")] = {minute(5), {}, minute(9)};
        learner.lessons[LessonId("L4.1")] = {minute(3), {}, {}};
        learner.lessons[LessonId("L9.9")] = {minute(7), {}, minute(8)};
        learner.attempts.push_back(finished("t1", "M2", 100, true, 20));
        learner.attempts.push_back(finished("t2", "final", 60, false, 30));
        const CompletionRecord record = completionRecord(learner, sample::course());
        CHECK(record.status == CompletionStatus::inProgress);
        CHECK(record.lessonsFinished == 1);
        CHECK(record.attempts == 1);
        CHECK(*record.score == Percent(60));
        CHECK(*record.started == minute(3));
        CHECK_FALSE(record.completed);
    }

    TEST_CASE("of somebody who completed: the first attempt that passed is the one that counts") {
        Learner learner = newcomer();
        learner.attempts = {finished("t1", "final", 60, false, 10), finished("t2", "final", 80, true, 20),
                            finished("t3", "final", 100, true, 30)};
        learner.certificates = {{AttemptId("t3"), "SA-3", "x", minute(31)},
                                {AttemptId("t2"), "SA-2", "x", minute(32)},
                                {AttemptId("t2"), "SA-2b", "x", minute(33)}};
        const CompletionRecord record = completionRecord(learner, sample::course());
        CHECK(record.status == CompletionStatus::completed);
        CHECK(record.attempts == 3);
        CHECK(*record.score == Percent(80));
        CHECK(*record.completed == minute(20));
        CHECK(record.certificateSerial == "SA-2");
        CHECK(record.contentVersion == "2026.10");
    }
}
