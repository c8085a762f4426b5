#include "portal/reviews.h"

#include "portal/portal.h"

#include <utility>

namespace portal {

void Sitting::goOn() {
    ++at;
    state = {};
    answered.reset();
}

const learning::Schedule& Reviews::schedule(const records::Journal& journal, const course::Course& course,
                                            host::Clock& clock) {
    const learning::Learner* person = journal.learners().sitting();
    const base::Instant now = clock.now();
    const learning::Day today = learning::dayOf(now, clock.offsetAt(now));
    const learning::LearnerId id = person == nullptr ? learning::LearnerId{} : person->id;
    if (known_ && schedule_.today == today && learner_ == id && events_ == journal.events().size()) {
        return schedule_;
    }
    schedule_ = {};
    schedule_.today = today;
    if (person != nullptr) {
        schedule_ = learning::scheduleOf(
            *person, course, [&](base::Instant at) { return clock.offsetAt(at); }, now);
    }
    learner_ = id;
    events_ = journal.events().size();
    known_ = true;
    return schedule_;
}

const learning::Schedule& Portal::schedule() { return reviews_.schedule(journal_, *course_, host_.clock); }

void Portal::answerReview(learning::ItemReviewed fact) {
    ++answers_;
    happened(std::move(fact));
}

} // namespace portal
