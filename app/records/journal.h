// The journal: the one thing that is written. Holds the events in order, what is already safe on disk, and the fold of
// all of it.
#pragma once

#include "base/result.h"
#include "learning/event.h"
#include "learning/learner.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace records {

class Journal {
public:
    /// Takes over what the store held, one JSON line per event. Lines that cannot be read are set aside, kept and
    /// counted, never dropped from the store and never the reason to refuse the rest.
    void load(const std::vector<std::string>& lines);

    /// Adds an event (not confirmed yet). Returns false, and changes nothing, when its id is known already.
    bool append(const learning::Event& event);

    /// The store says that this event is durable.
    void confirm(const learning::EventId& id);
    /// The store says that it could not keep this event; it stays in memory and in unconfirmed().
    void refuse(const learning::EventId& id);

    [[nodiscard]] const learning::Learners& learners() const { return learners_; }
    [[nodiscard]] const std::vector<learning::Event>& events() const { return events_; }
    [[nodiscard]] std::size_t unreadable() const { return unreadable_; }
    /// Events that are in memory only: waiting, or refused by the store.
    [[nodiscard]] std::size_t unconfirmed() const { return waiting_.size(); }
    [[nodiscard]] bool refusedAny() const { return !refused_.empty(); }

private:
    std::vector<learning::Event> events_;
    std::unordered_set<std::string> known_;
    std::unordered_set<std::string> waiting_;
    learning::Learners learners_;
    std::size_t unreadable_ = 0;
    std::unordered_set<std::string> refused_; ///< of those waiting
};

} // namespace records
