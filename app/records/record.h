// What one person has done in one course, whole: what HR keeps, asks and hands on. A fold of that learner's events; it
// holds no answer, no note and no rating of oneself, only which share of a quiz's items was right.
#pragma once

#include "base/percent.h"
#include "base/time.h"
#include "course/course.h"
#include "learning/event.h"
#include "learning/learner.h"
#include "records/completion_record.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace records {

/// One item of the first quiz that was handed in. Only the first: later ones are answered with the feedback in mind and
/// would say nothing about how hard an item is.
struct ItemShare {
    std::string item;
    base::Percent share;
};

struct ObjectiveStanding {
    std::string objective; ///< "M2.o1"
    int asked = 0, right = 0;
    learning::Mastery mastery = learning::Mastery::unasked;
};

/// How far a person came with the course or with one module.
struct Achievement {
    std::string id, title; ///< "service-academy" or "M2"
    std::string contentVersion;
    CompletionStatus status = CompletionStatus::notStarted;
    int lessonsFinished = 0, lessonsInAll = 0;
    std::optional<base::Instant> started;  ///< first lesson opened or quiz begun
    std::optional<base::Instant> finished; ///< when it was completed first
    int secondsActive = 0;                 ///< see activeTime
    int attempts = 0;                      ///< quizzes handed in
    std::optional<base::Percent> score;    ///< of the quiz that counts: the first that passed, else the best
    std::optional<base::Instant> scored;   ///< when that quiz was handed in
    bool passed = false;                   ///< that quiz reached the pass mark of its day
    base::Percent passMark;                ///< of today
    std::vector<ItemShare> items;          ///< of the first quiz that was handed in
};

struct ModuleRecord {
    Achievement achieved;
    std::vector<ObjectiveStanding> objectives;
};

/// What the record was folded from. Of two records of one person the one with the later evidence is the newer.
struct Evidence {
    std::string head;                   ///< hash at the head of the journal's chain; "" when there was no chain
    int events = 0;                     ///< how many events of this learner there were
    std::optional<base::Instant> until; ///< time of the last one
};

struct Record {
    std::string learnerId, learnerName;
    std::string number, department; ///< as the employer knows the person; "" when it was not given
    Achievement course;
    std::string certificateSerial; ///< "" when none was issued
    std::vector<ModuleRecord> modules;
    Evidence evidence;
};

/// What a fold of the events cannot say by itself.
struct RecordSource {
    std::string number, department;
    std::string chainHead;
};

/// `events` may hold those of other learners too. The course is completed when its completion exam is passed; a module
/// when all its lessons are finished and the quiz that asks only about it, where there is one, is passed.
[[nodiscard]] Record recordOf(const learning::Learner& learner, std::span<const learning::Event> events,
                              const course::Course& course, RecordSource source);

/// A pause longer than this counts as a pause.
inline constexpr base::Milliseconds longestActiveGap = std::chrono::minutes{5};

struct ActiveTime {
    base::Milliseconds inCourse{};
    std::vector<base::Milliseconds> inModules; ///< in the course's order
};

/// Time spent active: the sum of the gaps between consecutive events of the learner, in order of time, each counted up
/// to longestActiveGap. A gap counts for the course when the events at both ends belong to it (a lesson or an exam of
/// it), and for a module when both belong to that module. A clock that was set back adds nothing.
[[nodiscard]] ActiveTime activeTime(const learning::LearnerId& learner, std::span<const learning::Event> events,
                                    const course::Course& course);

} // namespace records
