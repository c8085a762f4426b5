// The smallest content that has no fault: one module with one lesson and two items, in two languages. Tests change one
// file of it.
#pragma once

#include "tools/coursec/compile.h"

namespace sample {

[[nodiscard]] coursec::Sources content();

} // namespace sample
