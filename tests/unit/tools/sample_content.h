// The smallest content that has no fault: one module with one lesson and two items, in two languages. Tests change one
// file of it.
#pragma once

#include "tools/coursec/compile.h"

namespace sample {

[[nodiscard]] coursec::Sources content();

/// "M2/L2.1.en.json#/steps/guess/title: What is wrong.": place and complaint, without line and column.
[[nodiscard]] std::string lineOf(const base::Error& fault);

} // namespace sample
