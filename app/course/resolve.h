// Structure once, words per language: lays the words over the structure and gives one document in one language.
//
// The words mirror the structure. Objects are merged member by member. An array of things that carry an "id" is, in the
// words, an object from id to that thing's words. Words for nothing, and words that would overwrite structure, are
// faults.
#pragma once

#include "base/json_reader.h"
#include "base/result.h"

#include <string>
#include <vector>

namespace course {

/// What words add is text or an array of texts, never a number or a further object: whatever has a shape belongs to the
/// structure.

/// Structure with the words laid over it. `wordsWhere` names the words file in the faults.
[[nodiscard]] base::Json resolve(const base::Json& structure, const base::Json& words, const std::string& wordsWhere,
                                 std::vector<base::Error>& faults);

} // namespace course
