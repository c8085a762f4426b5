#include "records/completion_record.h"

#include "records/csv.h"

#include <algorithm>
#include <cstdio>

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

/// Up to two decimals, without needless zeros: "80", "83.33". Cut, not rounded, so that 79.999 never reads as a pass
/// mark of 80.
std::string percentText(base::Percent percent) {
    char digits[32];
    const long long hundredths = static_cast<long long>(percent.outOfHundred() * 100.0 + 1e-6);
    std::snprintf(digits, sizeof digits, "%lld.%02lld", hundredths / 100, hundredths % 100);
    std::string text = digits;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
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

std::string toCsv(const std::vector<CompletionRecord>& records, const CsvWords& words,
                  const std::function<base::UtcOffset(base::Instant)>& offsetAt) {
    const auto statusText = [&words](CompletionStatus status) -> const std::string& {
        if (status == CompletionStatus::completed) return words.done;
        return status == CompletionStatus::inProgress ? words.inProgress : words.notStarted;
    };
    const auto timeText = [&offsetAt](const std::optional<base::Instant>& at) {
        return at ? base::isoLocal(*at, offsetAt(*at)) : std::string();
    };

    std::vector<std::vector<std::string>> rows;
    rows.push_back({words.learner, words.learnerId, words.course, words.contentVersion, words.status,
                    words.lessonsFinished, words.lessonsInAll, words.attempts, words.score, words.passMark,
                    words.started, words.completed, words.certificate, words.number, words.department});
    for (const CompletionRecord& record : records) {
        rows.push_back({record.learnerName, record.learner.text(), record.courseTitle, record.contentVersion,
                        statusText(record.status), std::to_string(record.lessonsFinished),
                        std::to_string(record.lessonsInAll), std::to_string(record.attempts),
                        record.score ? percentText(*record.score) : "", percentText(record.passMark),
                        timeText(record.started), timeText(record.completed), record.certificateSerial, record.number,
                        record.department});
    }
    return csvFile(rows);
}

} // namespace records
