// The author's files as JSON, and how structure and words belong together. Knows nothing of what they say.
#pragma once

#include "base/json_reader.h"
#include "tools/coursec/sources.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace coursec {

using Faults = std::vector<base::Error>;

/// One thing that an author writes: its structure, and its words in each language.
struct Worded {
    std::string stem;                               ///< "M2/L2.1"; the structure's file is stem + ".json"
    const base::Json* structure = nullptr;          ///< null when it is missing or unreadable (that is noted)
    std::map<std::string, const base::Json*> words; ///< by language; only those that are there

    [[nodiscard]] std::string structureFile() const { return stem + ".json"; }
    [[nodiscard]] std::string wordsFile(const std::string& language) const { return stem + "." + language + ".json"; }
};

/// A member of this name belongs to the structure, wherever it stands; any other one is words.
[[nodiscard]] bool isStructural(const std::string& name);

/// Turns a JSON pointer into the resolved form of `worded` into the place in the author's files: the structure when the
/// member stands there (or would have to), else the words of that language. "M2/L2.1.en.json#/steps/guess/title"
[[nodiscard]] std::string sourcePlace(const Worded& worded, const std::string& language, std::string_view pointer);

/// All files, parsed. Those that cannot be parsed are noted as faults and count as there.
class Documents {
public:
    Documents(const Sources& sources, Faults& faults);

    [[nodiscard]] bool has(const std::string& path) const { return files_.find(path) != files_.end(); }
    /// Null when it is missing or could not be parsed.
    [[nodiscard]] const base::Json* find(const std::string& path) const;
    /// Languages in which the course has words, in order of their names; those that it must have are always among them.
    [[nodiscard]] const std::vector<std::string>& languages() const { return languages_; }
    /// A structure with its words; every file of it that is missing is noted.
    [[nodiscard]] Worded worded(const std::string& stem, Faults& faults) const;
    /// Every path, in order.
    [[nodiscard]] std::vector<std::string> paths() const;

private:
    std::map<std::string, base::Json> files_;
    std::vector<std::string> broken_;
    std::vector<std::string> languages_;
};

} // namespace coursec
