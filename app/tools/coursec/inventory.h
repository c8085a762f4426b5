// The inventory: the entries of the fact base that the course is to teach and to ask about, and where it does so.
#pragma once

#include "tools/coursec/documents.h"

#include <string>
#include <vector>

namespace coursec {

/// Lists every entry. A course may do without the file; then nothing is counted.
inline constexpr const char* inventoryFile = "inventory.json";

struct Coverage {
    struct Entry {
        std::string id;                   ///< "S0-11"
        std::vector<std::string> lessons; ///< those that say they cover it: "L2.2"
        std::vector<std::string> asked;   ///< items, and steps of lessons, that stand on it: "M2-03", "L3.5/counter"
    };
    std::vector<Entry> entries; ///< in the order of the file
};

/// A lesson or an item bank.
struct Taught {
    const Worded* document = nullptr;
    bool isLesson = false;
};

/// Counts, and notes entries that are named and are none; as advice those that a lesson covers and nothing asks about.
[[nodiscard]] Coverage coverageOf(const Documents& documents, const std::vector<Taught>& taught, Faults& faults,
                                  Faults& advice);

/// What a finished course must not lack: a fault for each entry that no lesson covers or nothing asks about.
[[nodiscard]] Faults gapsIn(const Coverage& coverage);

} // namespace coursec
