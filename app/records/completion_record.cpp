#include "records/completion_record.h"

#include <algorithm>

namespace records {

namespace {

void takeEarlier(std::optional<base::Instant>& earliest, base::Instant at) {
    if (!earliest || at < *earliest) earliest = at;
}

/// Started: any lesson opened, or any exam begun.
std::optional<base::Instant> whenStarted(const learning::Learner& learner) {
    std::optional<base::Instant> earliest;
    for (const auto& [lesson, progress] : learner.lessons) takeEarlier(earliest, progress.opened);
    for (const learning::Attempt& attempt : learner.attempts) takeEarlier(earliest, attempt.started);
    return earliest;
}

void countLessons(CompletionRecord& record, const learning::Learner& learner, const course::Course& course) {
    for (const course::ModuleOutline& module : course.modules) {
        for (const course::LessonOutline& lesson : module.lessons) {
            ++record.lessonsInAll;
            const auto progress = learner.lessons.find(lesson.id);
            if (progress != learner.lessons.end() && progress->second.finished) ++record.lessonsFinished;
        }
    }
}

} // namespace

CompletionRecord completionRecord(const learning::Learner& learner, const course::Course& course) {
    CompletionRecord record;
    record.learner = learner.id;
    record.learnerName = learner.name;
    record.number = learner.number;
    record.department = learner.department;
    record.courseId = course.id;
    record.courseTitle = course.title;
    record.contentVersion = course.version;
    record.passMark = course.passMark;
    record.started = whenStarted(learner);
    countLessons(record, learner, course);
    record.attempts = static_cast<int>(
        std::count_if(learner.attempts.begin(), learner.attempts.end(), [&course](const learning::Attempt& attempt) {
            return attempt.exam == course.completionExam && attempt.finished;
        }));

    const learning::Attempt* passing = learner.passingAttempt(course.completionExam);
    const learning::Attempt* counting = passing ? passing : learner.bestAttempt(course.completionExam);
    if (counting) {
        record.score = counting->score;
        record.contentVersion = counting->contentVersion;
        for (const learning::IssuedCertificate& certificate : learner.certificates) {
            if (certificate.attempt != counting->id) continue;
            record.certificateSerial = certificate.serial;
            break;
        }
    }
    if (passing) {
        record.status = CompletionStatus::completed;
        record.completed = passing->finished;
    } else if (record.started) {
        record.status = CompletionStatus::inProgress;
    }
    return record;
}

} // namespace records
