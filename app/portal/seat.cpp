// Who sits at this browser: at the start, and until it locks. What people ask for beside that, a PIN or a backup, comes
// with the rest of the program (people.cpp).
#include "portal/portal.h"

#include <string>

namespace portal {

using learning::LearnerId;

/// Who sat here goes on, unless they have a PIN or have said that they are done. `sat`: as this browser remembers it.
void Portal::seat(const host::Kept& kept, const std::string& sat) {
    people_.sealing = kept.sealing && kept.trouble != host::StoreTrouble::unavailable;
    people_.withPin = kept.withPin;
    const bool closed = sat.empty() ? !kept.withPin.empty() : people_.hasPin(LearnerId(sat)) || sat == "nobody";
    people_.choosing = closed && !(learners().all.empty() && kept.withPin.empty());
    people_.drafts = {kept.drafts.begin(), kept.drafts.end()};
    if (people_.choosing) {
        journal_.seat({});
        people_.at = people_.hasPin(LearnerId(sat)) ? LearnerId(sat) : LearnerId{};
    } else if (learners().find(LearnerId(sat)) != nullptr) {
        journal_.seat(LearnerId(sat));
    }
    if (people_.restMinutes > 0 && kept.trouble != host::StoreTrouble::unavailable) {
        host_.people.ask(host::PeopleWish::watchRest, {}, std::to_string(people_.restMinutes), {});
    }
}

void Portal::takeOverPreferences() {
    const learning::Learner* person = learner();
    if (person == nullptr) {
        return;
    }
    for (const auto& [name, value] : person->preferences) {
        display_.set(name, value);
    }
    if (const auto found = person->preferences.find("language"); found != person->preferences.end()) {
        language_ = found->second;
    }
}

void Portal::finishAndLock(const std::string& next) {
    people_.resting = false;
    if (learner() == nullptr || trouble_ == host::StoreTrouble::unavailable) {
        return;
    }
    people_.locking = true;
    people_.next = next;
    host_.page.wakeUp();
}

void Portal::resting(int seconds) {
    people_.resting = seconds > 0 && learner() != nullptr;
    if (seconds == 0) {
        finishAndLock();
    } else if (seconds == host::shutElsewhere) {
        people_.locking = true; // though nobody may sit here: who has a PIN is not what this page knows
        people_.next.clear();
    }
    lockWhenWritten(); // a page that is hidden draws no frame
    host_.page.wakeUp();
}

void Portal::lockWhenWritten() {
    // A file chooser may stay open for ever.
    const bool busy = people_.working && *people_.working != host::PeopleWish::chooseFile &&
                      *people_.working != host::PeopleWish::recover;
    if (!people_.locking || busy || journal_.unconfirmed() > 0) {
        return;
    }
    people_.working = host::PeopleWish::lock;
    if (!people_.next.empty()) {
        host_.page.remember("sitting", people_.next);
    }
    host_.people.ask(host::PeopleWish::lock, {}, people_.next, {});
}

} // namespace portal
