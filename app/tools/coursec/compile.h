// From the author's files to packs, or to a list of everything that is wrong with them. Pure: the same files always
// give the same bytes and the same list.
#pragma once

#include "tools/coursec/documents.h"
#include "tools/coursec/inventory.h"
#include "tools/coursec/sources.h"

#include <cstddef>

namespace coursec {

struct Compiled {
    Outputs packs;     ///< by file name ("course.en.pack"); to be used only when there is no fault
    Faults advice;     ///< what a good editor would look at again; keeps nothing from being used
    Coverage coverage; ///< which lessons and items stand on which entry of the inventory
    std::size_t lessons = 0, items = 0, languages = 0, bytes = 0;
};

/// `faults` are in the order of the files.
[[nodiscard]] Compiled compile(const Sources& sources, Faults& faults);

} // namespace coursec
