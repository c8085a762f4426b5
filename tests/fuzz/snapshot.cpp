// Any bytes as a snapshot of the journal, with a checksum that fits: refused, or begun with like any other; and
// whatever was begun with can be kept and begun with again.

#include "base/hash.h"
#include "fuzz/must_hold.h"
#include "records/journal.h"

#include <cstddef>
#include <cstdint>
#include <string>

using fuzz::mustHold;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string body(reinterpret_cast<const char*>(data), size);
    mustHold(!records::Journal().begin(body, {}) || size >= 8, "nothing is begun with without a checksum");
    const std::uint64_t sum = base::fnv1a(body);
    std::string bytes;
    for (unsigned bits = 0; bits < 64; bits += 8) bytes += static_cast<char>(sum >> bits & 0xFFU);
    bytes += body;

    auto snapshot = records::snapshotFrom(bytes);
    records::Journal journal;
    journal.setDevice("browser");
    mustHold(journal.begin(bytes, {}) == snapshot.has_value(), "what can be read can be begun with");
    if (!snapshot) {
        mustHold(journal.empty(), "a refusal changes nothing");
        return 0;
    }
    const std::string written = records::toBytes(std::move(*snapshot));
    auto again = records::snapshotFrom(written);
    mustHold(again.has_value(), "what was written can be read");
    // Heads are kept in no order.
    mustHold(records::toBytes(std::move(*again)).size() == written.size(), "nothing of what was written is lost");
    return 0;
}
