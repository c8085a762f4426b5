// What comes back today for the person who sits here, and how far they are with it.
#pragma once

#include "host/clock.h"
#include "learning/review.h"
#include "portal/stage.h"
#include "records/journal.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace portal {

/// The sitting of the moment. Lives as long as the tab; what was answered is in the journal, so nothing is lost with
/// it.
struct Sitting {
    learning::Day day = 0; ///< on which it was begun
    std::vector<learning::Scheduled> cards;
    std::size_t drawn = 0; ///< so many of them; what follows was not right and is asked once more
    std::size_t at = 0;    ///< the card that is shown; behind the last: it is over
    std::size_t asked = 0, recalled = 0, unavailable = 0; ///< of those drawn
    ActivityState state;                                  ///< of the card that is shown
    std::optional<learning::Answer> answered;

    [[nodiscard]] bool open() const { return at < cards.size(); }
    void goOn();
};

class Reviews {
public:
    /// The schedule of today, worked out again when something was answered or another day has come.
    [[nodiscard]] const learning::Schedule& schedule(const records::Journal& journal, const course::Course& course,
                                                     host::Clock& clock);
    [[nodiscard]] Sitting& sitting() { return sitting_; }
    void forgetSchedule() { known_ = false; }
    void forget() { *this = {}; }

private:
    learning::Schedule schedule_;
    learning::LearnerId learner_;
    std::size_t events_ = 0;
    bool known_ = false;
    Sitting sitting_;
};

} // namespace portal
