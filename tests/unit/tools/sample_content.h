// The smallest content that has no fault: one module with one lesson and two items, in two languages. Tests change one
// file of it.
#pragma once

#include "tools/coursec/compile.h"

#include <string>
#include <vector>

namespace sample {

[[nodiscard]] coursec::Sources content();

/// "M2/L2.1.en.json#/steps/guess/title: What is wrong.": place and complaint, without line and column.
[[nodiscard]] std::string lineOf(const base::Error& fault);

/// One text of one file in place of another.
struct Change {
    std::string path, from, to;
};
[[nodiscard]] coursec::Sources changed(coursec::Sources sources, const std::vector<Change>& changes);

/// What coursec says of these.
[[nodiscard]] std::vector<std::string> linesOf(const coursec::Sources& sources);

/// That is exactly this complaint at this place.
void checkOne(const std::vector<std::string>& lines, const std::string& place, const std::string& part);

} // namespace sample
