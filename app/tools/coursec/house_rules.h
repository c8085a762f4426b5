// Words that the course does not use on screen, whoever writes. The list is content (content/house-rules.json), and
// short: a list that fires on good sentences is soon switched off.
#pragma once

#include "tools/coursec/documents.h"

namespace coursec {

/// By language, words with what to write instead. A course may do without the file.
inline constexpr const char* houseRulesFile = "house-rules.json";

/// Notes every such word; those that the list calls advice in `advice`.
void checkHouseRules(const Documents& documents, Faults& faults, Faults& advice);

} // namespace coursec
