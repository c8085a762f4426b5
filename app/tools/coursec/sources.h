// The author's files as they lie in the content folder: reading them and writing what was made of them. The only part
// of coursec that touches a disk, so that everything else can be tested on texts.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <map>
#include <string>

namespace coursec {

/// Text of every .json file by its path below the content folder ("M2/L2.1.json"). schemas/ is not content and left
/// out.
using Sources = std::map<std::string, std::string>;

[[nodiscard]] base::Result<Sources> readSources(const std::filesystem::path& folder);

/// Files to be written, by name.
using Outputs = std::map<std::string, std::string>;

/// What writing came to.
struct Written {
    std::size_t changed = 0; ///< files that were new or other than before
    std::size_t removed = 0; ///< packs that nothing is made into any more
};

/// All or nothing: every file is written beside its place first, then all are put there. Files that are the same
/// already are left alone, so that their times stay; packs of former runs that are not among `outputs` are removed.
[[nodiscard]] base::Result<Written> writeOutputs(const std::filesystem::path& folder, const Outputs& outputs);

} // namespace coursec
