// What the portal asks of its host about the people who share it: a PIN, which seals a learner's records on disk, and
// files that go out and come in. Everything is answered later, by Guest::peopleAnswered.
#pragma once

#include <string>

namespace host {

/// What stands openly of a learner with a PIN.
struct WithPin {
    std::string learner, name;
};

/// As web/people.js numbers them. What `first` and `second` are, and the answer's detail.
enum class PeopleWish {
    unlock,       ///< PIN
    setPin,       ///< new PIN, name
    changePin,    ///< PIN, new PIN
    removePin,    ///< PIN
    rename,       ///< name
    erase,        ///< all that is kept of the learner
    makeRecovery, ///< passphrase; the file for HR is handed over
    recover,      ///< passphrase, new PIN; the person is asked for HR's file
    lock,         ///< begins the page anew: nothing of anybody stays in memory; other tabs too, unless `first` is ""
    backUp,       ///< detail: the learner's lines, one a line
    chooseFile,   ///< the person is asked for a file; detail: its text
    bring,        ///< lines ("id line" each) to be taken in, all or none; detail: how many were new
    watchRest,    ///< minutes after which nobody seems to be there, "0": never; Guest::resting tells
    handOver,     ///< completion record, file name; detail: who alone can open the file, "" when anybody can
};

enum class PeopleOutcome {
    done,
    wrong,           ///< not the PIN; detail: seconds until the next try
    waiting,         ///< it is too early for another try; detail: seconds
    failing,         ///< the store or the browser failed; nothing has changed
    notOurs,         ///< no recovery file
    otherKey,        ///< the recovery file of another key
    wrongPassphrase, ///< of the recovery file
    noRecovery,      ///< this learner can be opened by their PIN only
    cancelled,       ///< no file was chosen
};

/// As Guest::resting says it: another tab has locked, or written anew what is kept of somebody.
inline constexpr int shutElsewhere = -2;

class People {
public:
    virtual ~People() = default;
    virtual void ask(PeopleWish wish, const std::string& learner, const std::string& first,
                     const std::string& second) = 0;
};

} // namespace host
