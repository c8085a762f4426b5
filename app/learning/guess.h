// Shares that a person draws, and how close they are.
#pragma once

#include <cstddef>
#include <vector>

namespace learning {

/// Sets one share and scales the others so that the sum stays `total` (whole percent, largest remainder; ties to the
/// first). When all others are 0, the rest is spread evenly. `value` is clamped to 0..total.
void setShare(std::vector<int>& shares, std::size_t index, int value, int total);

/// An even start that adds up to `total`.
[[nodiscard]] std::vector<int> evenShares(std::size_t count, int total);

/// Σ|guess − truth| in percentage points, 0..2·total (CP: ≤ 30 good, ≤ 60 fair).
[[nodiscard]] int distance(const std::vector<int>& guess, const std::vector<int>& truth);

} // namespace learning
