// Everything a person does that matters, as one small fact each. Progress, records and certificates are folds of these.
#pragma once

#include "base/id.h"
#include "base/percent.h"
#include "base/result.h"
#include "base/time.h"
#include "course/ids.h"
#include "learning/answer.h"
#include "learning/card.h"

#include <cstdint>
#include <string>
#include <variant>

namespace learning {

using EventId = base::Id<struct EventTag>;     ///< UUID, made by the host once
using LearnerId = base::Id<struct LearnerTag>; ///< UUID
using AttemptId = base::Id<struct AttemptTag>; ///< UUID

struct LearnerJoined {}; ///< first event of every learner
struct LearnerChosen {}; ///< this learner sits at the machine now
struct LearnerNamed {
    std::string name;
};
/// What an employer knows a person by; "" where they do not say.
struct LearnerDescribed {
    std::string number; ///< employee number
    std::string department;
};
/// "language" → "en", "theme" → "dark", "path" → "sales", "skip.M3" → "yes"
struct PreferenceSet {
    std::string name, value;
};
struct LessonOpened {
    course::LessonId lesson;
};
struct StepAnswered {
    course::LessonId lesson;
    course::StepId step;
    Answer answer;
    base::Percent score;
    std::string objective{}; ///< which the step measures ("M2.o1"); "" for most
    bool hinted = false;     ///< its hint was looked at
};
struct LessonFinished {
    course::LessonId lesson;
};
struct ExamStarted {
    course::ExamId exam;
    AttemptId attempt;
    std::uint64_t seed = 0;
    std::string contentVersion;
    int minutes = 0; ///< this attempt's time limit; 0: none
};
/// May come again for the same item until the exam is finished: the last one counts.
struct ItemAnswered {
    AttemptId attempt;
    course::ItemId item;
    Answer answer;
    base::Percent score;
    std::string objective{}; ///< which the item measures
};
struct ExamFinished {
    AttemptId attempt;
    base::Percent score;
    bool passed = false;
};
/// Asked again because it was due (learning/review.h).
struct ItemReviewed {
    CardId item;
    Answer answer;
    base::Percent score;
    std::string objective{}; ///< which it measures; "" for most steps
    bool hinted = false;
};
struct CertificateIssued {
    AttemptId attempt;
    std::string serial;
    std::string name;
};

using Fact =
    std::variant<LearnerJoined, LearnerChosen, LearnerNamed, PreferenceSet, LessonOpened, StepAnswered, LessonFinished,
                 ExamStarted, ItemAnswered, ExamFinished, ItemReviewed, CertificateIssued, LearnerDescribed>;

struct Event {
    EventId id;
    LearnerId learner;
    base::Instant at{};
    Fact fact;

    // Its place in its chain (Link), once it has one: what a person did on two devices is put in one order by it.
    std::uint64_t device = 0; ///< base::fnv1a of Link::device
    int n = 0;
};

/// Where an event stands among its learner's events from one browser (schema 2). Whoever holds the last link can tell
/// whether anything before it was changed or taken out.
struct Link {
    std::string device; ///< UUID of the browser that wrote it
    int n = 0;          ///< 1, 2, 3 …; 0: no chain, as schema 1 had none
    std::string prev;   ///< base64Url of the SHA-256 of the whole line before; "" for the first
};

inline constexpr int eventSchemaVersion = 2;

/// One line of JSON: {"v":2,"id":…,"learner":…,"at":"…Z","device":…,"n":7,"prev":…,"kind":"step-answered",…}; without
/// a link it is of schema 1, which has neither. A 64-bit seed is written as a decimal string.
[[nodiscard]] std::string toJsonLine(const Event& event, const Link& link = {});
/// Fault::wrongVersion for a later schema, Fault::unreadable and the like otherwise. Unknown extra members are ignored.
/// `link`, when wanted, is filled; its `n` is 0 for schema 1.
[[nodiscard]] base::Result<Event> eventFromJson(std::string_view line, Link* link = nullptr);

} // namespace learning
