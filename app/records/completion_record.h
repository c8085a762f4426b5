// Who has learned what: one record per learner and course, a fold of that learner's journal.
#pragma once

#include "base/percent.h"
#include "base/time.h"
#include "course/course.h"
#include "learning/learner.h"

#include <optional>
#include <string>

namespace records {

enum class CompletionStatus { notStarted, inProgress, completed };

struct CompletionRecord {
    learning::LearnerId learner;
    std::string learnerName;
    std::string number, department; ///< as learning::LearnerDescribed
    std::string courseId, courseTitle, contentVersion;
    CompletionStatus status = CompletionStatus::notStarted;
    int lessonsFinished = 0, lessonsInAll = 0;
    int attempts = 0;                   ///< finished attempts at the completion exam
    std::optional<base::Percent> score; ///< of the attempt that counts: the passing one, else the best
    base::Percent passMark;
    std::optional<base::Instant> started;   ///< first lesson opened or exam started
    std::optional<base::Instant> completed; ///< when the completion exam was passed first
    std::string certificateSerial;          ///< of the first certificate for the counting attempt, "" when none
};

[[nodiscard]] CompletionRecord completionRecord(const learning::Learner& learner, const course::Course& course);

} // namespace records
