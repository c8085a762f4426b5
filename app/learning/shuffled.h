// The order in which the parts of a step are shown: the same for the same seed, in any browser.
#pragma once

#include "course/ids.h"

#include <cstdint>
#include <vector>

namespace learning {

[[nodiscard]] std::vector<course::OptionId> shuffled(std::vector<course::OptionId> ids, std::uint64_t seed);

} // namespace learning
