// Whether the languages of a course say the same things: the same members everywhere, the same {placeholders} in the
// interface.
#pragma once

#include "tools/coursec/documents.h"

namespace coursec {

/// Notes every member that the words have in one language and not in another.
void checkSameMembers(const Worded& worded, Faults& faults);

/// The interface's strings: one flat object of texts per language, the same keys and placeholders in each.
void checkInterface(const Documents& documents, Faults& faults);

} // namespace coursec
