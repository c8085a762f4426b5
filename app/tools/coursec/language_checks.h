// Whether the languages of a course say the same things: the same members everywhere, the same {placeholders} in the
// interface.
#pragma once

#include "tools/coursec/documents.h"

namespace coursec {

/// Notes every member that the words have in one language and not in another.
void checkSameMembers(const Worded& worded, Faults& faults);

/// The interface's strings: those of a first visit, and those that only the program's rest (base/door.h) says.
[[nodiscard]] std::string interfaceFile(const std::string& language);
[[nodiscard]] std::string restWordsFile(const std::string& language);

/// One flat object of texts in each of these files, the same keys and placeholders in every language, and no key in
/// both.
void checkInterface(const Documents& documents, Faults& faults);

} // namespace coursec
