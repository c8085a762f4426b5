// Whether the languages of a course say the same things: the same members everywhere, the same {placeholders} in the
// interface.
#pragma once

#include "tools/coursec/documents.h"

namespace coursec {

/// Notes every member that the words have in one language and not in another.
void checkSameMembers(const Worded& worded, Faults& faults);

/// The interface's strings: one flat object of texts per language, the same keys and placeholders in each.
void checkInterface(const Documents& documents, Faults& faults);

/// Words that the course does not use on screen, whoever writes (house rules of the fact base): a short list, since a
/// list that fires on good sentences is soon switched off.
///   恐怖分子, terrorist   a textbook's label for a vengeful customer; say 极端对抗者, retaliator
void checkHouseRules(const Documents& documents, Faults& faults);

} // namespace coursec
