// The mechanical part of a copy-edit: punctuation, spaces and lengths, in Chinese and in English. What a native editor
// would always mend is a fault, what one would look at again is advice. Knows nothing of what the texts say.
#pragma once

#include "tools/coursec/documents.h"

#include <cstddef>

namespace coursec {

/// Longer sentences are advised against.
inline constexpr std::size_t longestSentenceHan = 60, longestSentenceWords = 30;

void checkProse(const Documents& documents, Faults& faults, Faults& advice);

} // namespace coursec
