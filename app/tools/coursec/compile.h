// From the author's files to packs, or to a list of everything that is wrong with them. Pure: the same files always
// give the same bytes and the same list.
#pragma once

#include "tools/coursec/documents.h"
#include "tools/coursec/sources.h"

#include <cstddef>

namespace coursec {

struct Compiled {
    Outputs packs; ///< by file name ("course.en.pack"); to be used only when there is no fault
    std::size_t lessons = 0, items = 0, languages = 0, bytes = 0;
};

[[nodiscard]] Compiled compile(const Sources& sources, Faults& faults);

/// "M2/L2.1.en.json#/steps/guess/title: What is wrong. What to do."
[[nodiscard]] std::string faultLine(const base::Error& fault);

} // namespace coursec
