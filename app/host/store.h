// Where events are kept. Writing is asynchronous: the portal is told later that an event is durable, or why it is not.
#pragma once

#include "host/people.h"
#include "records/journal.h"

#include <string>
#include <utility>
#include <vector>

namespace host {

/// Why the store cannot keep anything at the moment.
enum class StoreTrouble {
    none,
    unavailable, ///< switched off, blocked or private mode: nothing is kept beyond this tab
    full,        ///< no room left
    failing,     ///< any other failure of a write
    outdated,    ///< a later version of the portal has taken the store over: this page must be loaded again
};

/// Whether the browser has promised not to clear the store by itself when room gets short.
enum class Persistence {
    unasked,
    granted,
    denied,
    unsupported, ///< there is no way to ask, as on plain http
};

/// What a store held when the program started.
struct Kept {
    std::vector<std::string> lines{};   ///< the journal, as records::Journal::load takes it
    /// What the lines before these came to (records::Journal::begin); "": `lines` is all. Then the store hands over the
    /// whole journal afterwards, piece by piece.
    std::string snapshot{};
    std::vector<std::string> earlier{}; ///< lines of schema 1, which an earlier version kept elsewhere
    std::vector<std::string> copies{};  ///< last-moment copies of what was never confirmed
    std::vector<std::pair<std::string, std::string>> drafts{}; ///< by learner
    std::string device{};                                      ///< UUID of this browser
    std::vector<WithPin> withPin{}; ///< learners whose lines are sealed: none of theirs is in `lines`
    bool sealing = true;            ///< lines can be sealed here; not on plain http
    StoreTrouble trouble = StoreTrouble::none;
    Persistence persistence = Persistence::unasked;
};

class Store {
public:
    virtual ~Store() = default;
    /// Asks to keep one event. The outcome comes as Guest::storeConfirmed(id) or Guest::storeRefused(id, why); what was
    /// refused is tried again until it is confirmed. When another tab has written meanwhile, nothing is written:
    /// Guest::storeTook comes instead, and the answer to it.
    virtual void append(const records::Line& line) = 0;
    /// Nothing that was handed over and is not confirmed is to be written any more; what is, is handed over again right
    /// after. Lines without a learner stay.
    virtual void forgetWaiting() = 0;
    /// Somebody waits for the whole journal: it is read without pauses.
    virtual void hurry() = 0;
    /// Asks the browser not to clear the store by itself; the answer comes as Guest::storePersists.
    virtual void askToPersist() = 0;
    /// Keeps what a learner has not handed in, in place of what was kept so before; "" removes it. No promise: a draft
    /// is no fact.
    virtual void keepDraft(const std::string& learner, const std::string& draft) = 0;
};

} // namespace host
