// A learner's journal as one file that they carry away and bring to another browser: readable JSON, one line an event
// as the store keeps it, behind one line that says what the file is. Whatever happened to the file on its way is found
// before anything of it is taken over.
#pragma once

#include "base/time.h"
#include "learning/event.h"
#include "records/journal.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace records {

inline constexpr int backupVersion = 1;

/// What is wrong with a file, so that it can be said in words.
enum class BackupFault {
    notOurs,      ///< another kind of file
    laterVersion, ///< a later version of the portal made it
    cutShort,     ///< its end is missing
    changed,      ///< it is not, letter by letter, what was written
    mixed,        ///< it holds events of somebody else than whom it names
    brokenChain,  ///< it agrees with itself, but its events do not follow each other: somebody has rewritten it
    unreadable,   ///< an event in it cannot be read
};

struct Backup {
    learning::LearnerId learner;
    std::string name;
    std::vector<Line> lines; ///< as a store keeps them
};

/// The file. `lines` are the learner's, in the store's order, with or without their checksums; those that cannot be
/// read stay behind.
[[nodiscard]] std::string backupOf(const learning::LearnerId& learner, const std::string& name,
                                   const std::string& device, base::Instant made,
                                   const std::vector<std::string>& lines);

/// Reads a file of backupOf, whole or not at all.
[[nodiscard]] std::variant<Backup, BackupFault> readBackup(std::string_view file);

} // namespace records
