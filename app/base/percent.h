// A share of a whole, so that 0.8 and 80 cannot be mixed up.
#pragma once

#include <cmath>

namespace base {

/// A share; stored as 0..100.
class Percent {
public:
    constexpr Percent() = default;
    constexpr explicit Percent(double outOfHundred) : value_(outOfHundred) {}
    /// From a share of one (0..1).
    [[nodiscard]] static constexpr Percent ofOne(double share) { return Percent(share * 100.0); }

    [[nodiscard]] constexpr double outOfHundred() const { return value_; }
    [[nodiscard]] constexpr double ofOne() const { return value_ / 100.0; }
    /// Rounded to whole percent, halves away from zero, as shown to people.
    [[nodiscard]] int rounded() const { return static_cast<int>(std::lround(value_)); }

    friend constexpr bool operator==(Percent a, Percent b) { return a.value_ == b.value_; }
    friend constexpr bool operator<(Percent a, Percent b) { return a.value_ < b.value_; }
    friend constexpr bool operator>=(Percent a, Percent b) { return a.value_ >= b.value_; }

private:
    double value_ = 0.0;
};

} // namespace base
