// What coursec says to the author: a line for each fault, with the place where an editor finds it.
#pragma once

#include "tools/coursec/documents.h"
#include "tools/coursec/inventory.h"

#include <string>
#include <vector>

namespace coursec {

/// "M2/L2.1.en.json:12:7 #/steps/guess/title: What is wrong. What to do."
[[nodiscard]] std::string faultLine(const base::Error& fault, const Sources& sources);

/// The same for all of them, each file's in the order of its lines.
[[nodiscard]] std::vector<std::string> faultLines(const Faults& faults, const Sources& sources);

/// The table entry → lessons → items, then totals and what is missing.
[[nodiscard]] std::string coverageTable(const Coverage& coverage);

} // namespace coursec
