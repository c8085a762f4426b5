// Who shares this browser, as far as screens need to know: who has a PIN, whether somebody sits here, what was asked of
// the host about it and what came of that, and what is typed. Nothing of it is kept.
#pragma once

#include "base/time.h"
#include "host/people.h"
#include "learning/event.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace portal {

struct People {
    bool sealing = true;                       ///< PINs can be had here
    std::vector<host::WithPin> withPin;        ///< everyone who has one
    bool choosing = false;                     ///< nobody sits here: first somebody says who they are
    bool locking = false;                      ///< begins anew as soon as all is written
    std::string next = "nobody";               ///< who sits here afterwards
    int restMinutes = 0;                       ///< after which the portal locks itself; 0: never
    bool resting = false;                      ///< it is about to
    std::map<std::string, std::string> drafts; ///< of those who do not sit here, as they were kept

    std::optional<host::PeopleWish> working; ///< asked for, not answered
    learning::LearnerId about;               ///< whom it is about
    std::optional<host::PeopleWish> failed;  ///< what the trouble is with
    std::string trouble;                     ///< key of its words
    base::Instant until{};                   ///< no PIN is looked at before
    base::Instant tick{};                    ///< the frame that shows the next second
    std::string said;                        ///< key of what went well
    int count = 0;                           ///< what that counts
    std::string whose;                       ///< name of whose file it was

    learning::LearnerId at; ///< whose PIN is being asked for
    bool forgotten = false; ///< the part about a forgotten PIN is unfolded
    bool consents = false;  ///< to a file that anybody can read
    bool deleting = false;  ///< the part about deleting is unfolded
    std::string pin, nextPin, again, passphrase, name, language;
    std::string deleteName;                        ///< typed to say whose record is to go
    std::optional<std::string> number, department; ///< nothing: as they are

    [[nodiscard]] bool hasPin(const learning::LearnerId& id) const {
        return std::any_of(withPin.begin(), withPin.end(), [&](const auto& each) { return each.learner == id.text(); });
    }
    /// What was typed goes when its place is left: a PIN above all.
    void forgetTyped() {
        at = {};
        forgotten = consents = deleting = false;
        failed.reset();
        until = {}; // of one learner only; whoever keeps the PIN knows it too
        number.reset();
        department.reset();
        for (std::string* each : {&trouble, &said, &pin, &nextPin, &again, &passphrase, &name, &language, &deleteName})
            each->clear();
    }
};

} // namespace portal
