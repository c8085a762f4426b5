#include "learning/guess.h"

#include <algorithm>
#include <cstdlib>

namespace learning {

namespace {

/// Spreads `rest` over all shares but the one at `kept`, in proportion to `weights`: whole percent by the largest
/// remainder.
void spread(std::vector<int>& shares, std::size_t kept, int rest, const std::vector<int>& weights, int weightSum) {
    struct Remainder {
        std::size_t index;
        long long value;
    };
    std::vector<Remainder> remainders;
    int left = rest;
    for (std::size_t index = 0; index < shares.size(); ++index) {
        if (index == kept) continue;
        const long long exact = static_cast<long long>(rest) * weights[index]; // in units of 1/weightSum
        shares[index] = static_cast<int>(exact / weightSum);
        left -= shares[index];
        remainders.push_back({index, exact % weightSum});
    }
    std::stable_sort(remainders.begin(), remainders.end(),
                     [](const Remainder& one, const Remainder& other) { return one.value > other.value; });
    for (const Remainder& remainder : remainders) {
        if (left == 0) break;
        ++shares[remainder.index];
        --left;
    }
}

} // namespace

void setShare(std::vector<int>& shares, std::size_t index, int value, int total) {
    if (index >= shares.size() || total < 0) return;
    if (shares.size() == 1) {
        shares[0] = total;
        return;
    }
    std::vector<int> weights = shares;
    int weightSum = 0;
    for (std::size_t other = 0; other < weights.size(); ++other) {
        weights[other] = std::clamp(weights[other], 0, total);
        if (other != index) weightSum += weights[other];
    }
    if (weightSum == 0) {
        std::fill(weights.begin(), weights.end(), 1);
        weightSum = static_cast<int>(shares.size()) - 1;
    }
    shares[index] = std::clamp(value, 0, total);
    spread(shares, index, total - shares[index], weights, weightSum);
}

std::vector<int> evenShares(std::size_t count, int total) {
    std::vector<int> shares(count, 0);
    if (count == 0) return shares;
    spread(shares, count, std::max(total, 0), std::vector<int>(count, 1), static_cast<int>(count));
    return shares;
}

int distance(const std::vector<int>& guess, const std::vector<int>& truth) {
    int sum = 0;
    for (std::size_t index = 0; index < std::max(guess.size(), truth.size()); ++index) {
        const int guessed = index < guess.size() ? guess[index] : 0;
        const int real = index < truth.size() ? truth[index] : 0;
        sum += std::abs(guessed - real);
    }
    return sum;
}

} // namespace learning
