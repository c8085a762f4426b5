#include "learning/shuffled.h"

#include "learning/exam.h"

#include <cstddef>
#include <utility>

namespace learning {

std::vector<course::OptionId> shuffled(std::vector<course::OptionId> ids, std::uint64_t seed) {
    Seeded random(seed);
    for (std::size_t left = ids.size(); left > 1; --left)
        std::swap(ids[left - 1], ids[static_cast<std::size_t>(random.below(left))]);
    return ids;
}

} // namespace learning
