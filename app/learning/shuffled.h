// Chance that can be repeated: the same seed gives the same order of options, parts and questions, in any browser.
#pragma once

#include "course/ids.h"
#include "course/item.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace learning {

/// SplitMix64 (Steele, Lea & Flood 2014). Small, well mixed, and the same everywhere; the standard library's shuffles
/// are not.
class Seeded {
public:
    explicit Seeded(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    /// Uniform in 0..bound−1, without bias: numbers from the uneven rest are thrown away and drawn again. bound > 0.
    std::uint64_t below(std::uint64_t bound);

private:
    std::uint64_t state_;
};

/// Fisher and Yates, from the end.
template <class Thing>
void shuffle(std::vector<Thing>& things, Seeded& random) {
    for (std::size_t left = things.size(); left > 1; --left)
        std::swap(things[left - 1], things[static_cast<std::size_t>(random.below(left))]);
}

[[nodiscard]] std::vector<course::OptionId> shuffled(std::vector<course::OptionId> ids, std::uint64_t seed);

/// The order in which an item's options are shown for this seed; for an Ordering never the right one, none for an
/// Estimate.
[[nodiscard]] std::vector<course::OptionId> shuffledOptions(const course::Item& item, std::uint64_t seed);

} // namespace learning
