// What comes back and when: the schedule of a learner's cards, and the few of them that are asked in one sitting.
// A function of the journal's fold, the course and the day; nothing of it is stored.
#pragma once

#include "course/course.h"
#include "learning/fsrs.h"
#include "learning/learner.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace learning {

/// A day of the calendar on the learner's wall, counted from 1970-01-01.
using Day = int;
using OffsetAt = std::function<base::UtcOffset(base::Instant)>;
[[nodiscard]] Day dayOf(base::Instant at, base::UtcOffset offset);

struct Scheduled {
    CardId id;
    course::ModuleId module;
    bool inParts = false;
    std::size_t asked = 0; ///< how often so far
    fsrs::Memory memory;
    Day last = 0; ///< when it was asked last
    Day due = 0;
    /// The chance that it is still known on this day, 0..1.
    [[nodiscard]] double retrievability(Day day) const;
};

struct Schedule {
    Day today = 0;
    std::vector<Scheduled> cards; ///< by id

    /// How many are due today.
    [[nodiscard]] std::size_t due() const { return dueBy(today); }
    [[nodiscard]] std::size_t dueBy(Day day) const;
    /// The first day after today on which something more is due; nothing when there are no such cards.
    [[nodiscard]] std::optional<Day> next() const;
    /// The share of a module's cards (of all, when it is empty) that is still known on this day if none is asked until
    /// then, 0..1; nothing when it has no cards.
    [[nodiscard]] std::optional<double> known(const course::ModuleId& module, Day day) const;
};

/// How an answer counts, by four rules: not right is `again` (where there are parts, less than four of five); right
/// with a hint, or on the day of a failure, or nearly right in parts, is `hard`; right is `good`. `easy` is never
/// given: nothing that is seen of an answer tells an easy one from a good one.
[[nodiscard]] fsrs::Grade gradeOf(const Recall& recall, bool inParts, bool failedThatDay);

/// All cards whose step or objective the course still has. Days never run backwards: an answer that is dated later than
/// tomorrow comes from a clock that was wrong, and waits until its day has come; one dated tomorrow counts as today's.
/// A card that has no other answers is due today.
[[nodiscard]] Schedule scheduleOf(const Learner& learner, const course::Course& course, const OffsetAt& offsetAt,
                                  base::Instant now);

/// The cards of one sitting, eight to twelve of them in some four minutes where as many are due: those due longest
/// first, among equals those least likely to be known, then by chance; at most three in parts, unless nothing else is
/// due. Two of one module follow each other only where it cannot be helped. The same seed gives the same sitting.
[[nodiscard]] std::vector<Scheduled> drawSitting(const Schedule& schedule, std::uint64_t seed);
/// What they take, in whole minutes.
[[nodiscard]] int minutesFor(const std::vector<Scheduled>& sitting);

} // namespace learning
