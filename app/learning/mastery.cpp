#include "learning/mastery.h"

namespace learning {

void Standing::take(base::Percent score) {
    priorRight = lastRight;
    lastRight = score >= base::Percent(100);
    ++asked;
    right += lastRight ? 1 : 0;
}

Mastery Standing::mastery() const {
    if (asked == 0) return Mastery::unasked;
    if (!lastRight) return Mastery::again;
    return priorRight ? Mastery::secure : Mastery::growing;
}

} // namespace learning
