// What is known of the people who learn in this browser: a fold of the journal's events, never stored itself.
#pragma once

#include "base/percent.h"
#include "base/time.h"
#include "learning/card.h"
#include "learning/event.h"
#include "learning/mastery.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace learning {

struct StepResult {
    Answer answer;
    base::Percent score; ///< of the first answer: later tries do not change it
    base::Instant at{};
};

struct LessonProgress {
    base::Instant opened{};
    std::map<course::StepId, StepResult> steps;
    std::optional<base::Instant> finished; ///< when it was first finished
};

struct ItemResult {
    Answer answer;
    base::Percent score;
    base::Instant at{};
    std::string objective;
    int order = 0; ///< among the learner's events: a clock may run backwards, this does not
};

struct Attempt {
    AttemptId id;
    course::ExamId exam;
    std::uint64_t seed = 0;
    std::string contentVersion;
    base::Instant started{};
    int minutes = 0;                              ///< time limit; 0: none
    std::map<course::ItemId, ItemResult> answers; ///< the last answer to each item before the end
    std::optional<base::Instant> finished;
    int finishedOrder = 0; ///< among the learner's events, as ItemResult::order
    base::Percent score;
    bool passed = false;

    base::Instant lastSeen{};   ///< time of its last event
    base::Milliseconds spent{}; ///< from its start to lastSeen, without what a clock that was set back would take away
};

struct IssuedCertificate {
    AttemptId attempt;
    std::string serial;
    std::string name;
    base::Instant at{};
};

struct Learner {
    LearnerId id;
    std::string name;               ///< "" until one was given
    std::string number, department; ///< as LearnerDescribed; "" until they were given
    base::Instant joined{};
    base::Instant lastSeen{}; ///< time of the last event
    std::map<std::string, std::string> preferences;
    std::map<course::LessonId, LessonProgress> lessons;
    std::vector<Attempt> attempts; ///< in order of starting
    std::vector<IssuedCertificate> certificates;
    std::map<std::string, Standing> objectives; ///< by id ("M2.o1"), those that were ever asked for
    Cards cards;                                ///< what was met and comes back
    int events = 0;                             ///< how many there were so far

    [[nodiscard]] const Attempt* attempt(const AttemptId& id) const;
    /// The attempt that was started and not finished yet, if there is one.
    [[nodiscard]] const Attempt* openAttempt(const course::ExamId& exam) const;
    /// The best finished attempt (highest score; the earliest of equals).
    [[nodiscard]] const Attempt* bestAttempt(const course::ExamId& exam) const;
    /// The earliest finished attempt that passed: the one that counts for completion.
    [[nodiscard]] const Attempt* passingAttempt(const course::ExamId& exam) const;
};

struct Learners {
    std::vector<Learner> all;                            ///< in order of joining
    LearnerId current;                                   ///< who was chosen last; empty when there is nobody
    std::unordered_map<std::string, std::size_t> places; ///< in `all`, by id

    [[nodiscard]] const Learner* find(const LearnerId& id) const;
    [[nodiscard]] const Learner* sitting() const { return find(current); }
};

/// Takes one more event into account. Of an entry test only what was wholly right counts for objectives and comes back.
/// Events of unknown learners or attempts are ignored: a fold never fails.
/// The same event twice (two tabs, an import) changes nothing when it is idempotent by nature; the Journal removes
/// doubles by id.
void apply(Learners& learners, const Event& event);
/// Has it been said already, so that it would change nothing or be the same thing twice? Two tabs may both start an
/// exam or answer a step; whichever comes second to the store is asked this about what it wanted to write.
[[nodiscard]] bool saidAlready(const Learners& learners, const Event& event);
/// Takes a learner out, as if they had never been here.
void forget(Learners& learners, const LearnerId& id);
[[nodiscard]] Learners fold(std::span<const Event> events);

} // namespace learning
