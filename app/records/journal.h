// The journal: the one thing that is written. Holds the events in order, what is already safe on disk, and the fold of
// all of it. Knows no store: it says which lines must be written, and hears what came of them.
//
// A line as a store keeps it is a checksum, a space and the event's JSON (learning::toJsonLine). The checksum is the
// first 16 characters of the base64url of the JSON's SHA-256 and tells whether this line is whole; the chain
// (learning::Link) tells whether all lines are there.
#pragma once

#include "base/result.h"
#include "learning/event.h"
#include "learning/learner.h"
#include "records/snapshot.h"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace records {

/// What a store is asked to keep: opaque to it, but for whose it is.
struct Line {
    std::string id;      ///< the event's; a store keeps a line of the same id once
    std::string learner; ///< "" for a line that could not be read
    std::string text;
};

/// An event's JSON as a store keeps it: with its checksum.
[[nodiscard]] std::string stampedLine(std::string_view json);

class Journal {
public:
    /// The UUID of this browser, before anything is appended.
    void setDevice(std::string device) { device_ = std::move(device); }
    [[nodiscard]] const std::string& device() const { return device_; }

    /// Takes over what the store held, in its order. Lines that cannot be read are set aside and counted, never the
    /// reason to refuse the rest. Lines of JSON without a checksum are taken as they are.
    void load(const std::vector<std::string>& lines);

    /// Begins with what `snapshot` gave and the lines that the store got since. False, and nothing is changed, when
    /// they are not surely what the whole journal comes to: then it must be loaded. Until `becomeWhole` only `append`,
    /// `confirm` and `refuse` may be called, and `events` holds the later ones only.
    [[nodiscard]] bool begin(std::string_view snapshot, const std::vector<std::string>& later);
    [[nodiscard]] bool whole() const { return whole_; }
    /// As `load`, but piece by piece: `becomeWhole` ends it.
    void readOn(const std::vector<std::string>& lines);
    /// Goes on as `read`, a journal that has read on through all that the store holds; who sits here stays. Gives the
    /// lines to be written in place of all that were given before and are not confirmed.
    [[nodiscard]] std::vector<Line> becomeWhole(Journal read);
    /// What this comes to, without anybody in `without`; nothing while an event waits or not all was read.
    [[nodiscard]] std::optional<std::string> snapshot(const std::set<std::string>& without) const;

    /// Adds an event (not confirmed yet) and gives the line to keep. Gives nothing, and changes nothing, when its id is
    /// known already.
    std::optional<Line> append(const learning::Event& event);
    /// The same for a line that an earlier version wrote or that was never confirmed: it gets its place in the chain
    /// now. One that cannot be read is to be kept as it is.
    std::optional<Line> adopt(const std::string& line);

    /// Takes over what another tab has written meanwhile, or what became readable, in its order. Events that wait are
    /// put behind it: the lines that are given are to be written in place of all that were given before and are not
    /// confirmed. What another tab has said already is withdrawn. Who sits here does not change, unless nobody was
    /// known.
    [[nodiscard]] std::vector<Line> take(const std::vector<std::string>& lines);
    /// Whom the other tab chose in what was taken last, when it is not who sits here; else empty.
    [[nodiscard]] const learning::LearnerId& chosenElsewhere() const { return chosenElsewhere_; }
    /// Says who sits here, without an event: whom a person chose is one, and after a start nobody may sit (empty).
    void seat(const learning::LearnerId& learner) { learners_.current = learner; }
    /// Forgets a learner in memory; what the store holds can be loaded or taken again.
    void forget(const learning::LearnerId& learner);

    /// The store says that this event is durable.
    void confirm(const learning::EventId& id);
    /// The store says that it could not keep this event; it stays in memory and in unconfirmed().
    void refuse(const learning::EventId& id);

    [[nodiscard]] const learning::Learners& learners() const { return learners_; }
    [[nodiscard]] const std::vector<learning::Event>& events() const { return events_; }
    [[nodiscard]] bool empty() const { return events_.empty() && learners_.all.empty(); }
    /// Lines that were set aside: unreadable, or with a checksum that does not fit.
    [[nodiscard]] std::size_t unreadable() const { return unreadable_; }
    /// Breaks in the chains that the lines set aside do not explain: events that are missing or were changed.
    [[nodiscard]] std::size_t broken() const {
        return changed_ + (missing_ > unreadable_ ? missing_ - unreadable_ : 0);
    }
    /// The hash at the head of this learner's chain; of several browsers' chains, one hash of all their heads; "" when
    /// there is none.
    [[nodiscard]] std::string head(const learning::LearnerId& learner) const;
    /// Events that are in memory only: waiting, or refused by the store.
    [[nodiscard]] std::size_t unconfirmed() const { return waiting_.size(); }
    [[nodiscard]] bool refusedAny() const { return !refused_.empty(); }

private:
    struct Waiting {
        std::string chain;
        Head head; ///< once it is confirmed
    };

    /// Whether an event came of it that goes on right where its chain ended, behind all others of its learner.
    bool read(std::string_view line);
    void readAll(const std::vector<std::string>& lines);
    /// Folds anew what came from several devices, when their events are not in one order yet.
    void weave();
    bool follow(const std::string& chain, const learning::Link& link, const std::string& hash);

    std::string device_;
    std::vector<learning::Event> events_;
    std::unordered_set<std::string> known_;
    learning::Learners learners_;
    Provenances provenances_;
    Heads kept_;                                       ///< as the store holds them
    Heads heads_;                                      ///< with what waits
    std::unordered_map<std::string, Waiting> waiting_; ///< by event
    std::unordered_set<std::string> refused_;          ///< of those waiting
    learning::LearnerId chosenElsewhere_;
    bool whole_ = true;
    bool forgot_ = false; ///< somebody: that nobody is known says nothing any more
    std::size_t unreadable_ = 0, missing_ = 0, changed_ = 0;
};

} // namespace records
