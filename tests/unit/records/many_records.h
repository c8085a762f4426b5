// Completion records of people who never were, for tests of what is done with many of them.
#pragma once

#include "records/record.h"

#include <string>
#include <utility>

namespace sample {

inline base::Instant day(int count) { return base::Instant{std::chrono::days{20'000 + count}}; }

inline records::Achievement achievement(std::string id, records::CompletionStatus status, int finishedOn,
                                        double score) {
    records::Achievement achieved;
    achieved.title = id == "sa" ? "服务学苑" : "模块 " + id;
    achieved.id = std::move(id);
    achieved.contentVersion = "2026.11";
    achieved.status = status;
    achieved.passMark = base::Percent(80);
    achieved.lessonsInAll = 4;
    if (status == records::CompletionStatus::notStarted) return achieved;
    achieved.started = day(finishedOn - 1);
    if (score >= 0) {
        achieved.attempts = 1;
        achieved.score = base::Percent(score);
        achieved.scored = day(finishedOn);
        achieved.passed = score >= 80;
    }
    if (status == records::CompletionStatus::completed) achieved.finished = day(finishedOn);
    return achieved;
}

/// Of somebody who has, in a course "sa" of one module "M1", done as `status` says; evidence up to the day `until`.
inline records::Record record(const std::string& id, const std::string& name, records::CompletionStatus status,
                              int finishedOn = 0, double score = -1, int until = 0) {
    records::Record record;
    record.learnerId = id;
    record.learnerName = name;
    record.number = "N" + id;
    record.department = "一部";
    record.course = achievement("sa", status, finishedOn, score);
    record.modules.push_back({achievement("M1", status, finishedOn, -1), {}});
    record.evidence = {"hash", 10, day(until)};
    return record;
}

} // namespace sample
