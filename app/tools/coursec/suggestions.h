// What an author may have meant: the known name that is nearest to a misspelt one.
#pragma once

#include "tools/coursec/documents.h"

#include <string>
#include <string_view>
#include <vector>

namespace coursec {

/// How many letters must be put in, taken out, changed, or changed over with their neighbour (optimal string
/// alignment).
[[nodiscard]] std::size_t editDistance(std::string_view one, std::string_view other);

/// ` Did you mean "gauge"?`, with the nearest of these, or "" when none is near: of three letters one may be wrong.
/// Names that differ in numbers only (M2, M9) are no slips of one another.
[[nodiscard]] std::string didYouMean(std::string_view written, const std::vector<std::string>& known);

/// Adds to each complaint about an unknown id the id that was meant, where one is near: of those that the complaint
/// lists, else of those that stand around the place.
void addSuggestions(const Documents& documents, Faults& faults);

} // namespace coursec
