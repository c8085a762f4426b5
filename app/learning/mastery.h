// How well a learner holds one objective, from the answers to what measures it. A fold of events like everything else:
// it needs no content, so it can still be told when the items have long been replaced.
#pragma once

#include "base/percent.h"

namespace learning {

/// In the order of getting better.
enum class Mastery { unasked, again, growing, secure };

/// The answers to what measures one objective: checks in lessons (the first answer), items of finished exams, and both
/// when they come back in a review.
struct Standing {
    int asked = 0;
    int right = 0;           ///< wholly right
    bool lastRight = false;  ///< the latest answer
    bool priorRight = false; ///< the one before it

    void take(base::Percent score);
    /// Secure when the last two answers were right, growing when the last one was, else again.
    [[nodiscard]] Mastery mastery() const;
};

} // namespace learning
