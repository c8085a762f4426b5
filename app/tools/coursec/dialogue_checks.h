// Whether all of a dialogue can come up: its nodes, options and endings, with the moods, meters, money and flags that
// a talk can really come to.
#pragma once

#include "course/dialogue.h"
#include "tools/coursec/documents.h"

#include <string>

namespace coursec {

/// `where` is the step's place; faults are noted below it.
void checkDialogue(const course::Dialogue& talk, const std::string& where, Faults& faults);

} // namespace coursec
