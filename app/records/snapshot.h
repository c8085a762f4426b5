// What a journal came to, so that a start need not read every line of a long one: a cache that may be thrown away at
// any time. The journal stays the only truth; whatever does not fit is refused, and the journal is read instead. Knows
// no store.
#pragma once

#include "base/door.h"
#include "base/time.h"
#include "learning/learner.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace records {

/// The last link of a chain, and the hash of its line.
struct Head {
    int n = 0;
    std::string hash;
};
using Heads = std::unordered_map<std::string, Head>; ///< by learner and device

/// From which devices a learner's events come: with several, a later event may belong between earlier ones.
struct Provenance {
    std::uint64_t device = 0; ///< as learning::Event::device; of several, the first
    bool several = false;
    base::Instant latest{}; ///< time of the latest event
};
using Provenances = std::unordered_map<std::string, Provenance>; ///< by learner

struct Snapshot {
    learning::Learners learners;
    Heads heads;
    Provenances provenances;
    std::uint64_t unreadable = 0, missing = 0, changed = 0;
};

[[nodiscard]] BASE_DOOR std::string toBytes(Snapshot snapshot);
/// Nothing when a single bit is not as it was written.
[[nodiscard]] BASE_DOOR std::optional<Snapshot> snapshotFrom(std::string_view bytes);

} // namespace records
