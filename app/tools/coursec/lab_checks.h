// The question lab's word lists: whether every phrase can be read and every rule has its words.
#pragma once

#include "course/lexicon.h"
#include "tools/coursec/documents.h"

#include <string>

namespace coursec {

/// Looks at one language of the lab, a file that could be read. `where` is the file, "lab/en.json". Rules are those
/// that the portal knows, each of them and no other; rules that find something have signs; phrases can be read, stand
/// in a list once, and name classes that are there; every class is used; every example finds something.
void checkLexicon(const course::Lexicon& lexicon, const std::string& where, Faults& faults);

} // namespace coursec
