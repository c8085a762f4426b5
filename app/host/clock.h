// What the portal asks of its host about time and chance. The core never looks at a clock or rolls dice itself.
#pragma once

#include "base/time.h"

#include <cstdint>
#include <string>

namespace host {

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual base::Instant now() = 0;
    /// Minutes that local time is ahead of UTC at that moment, by the zone's own rules.
    [[nodiscard]] virtual base::UtcOffset offsetAt(base::Instant at) = 0;
    /// A fresh random UUID (version 4).
    [[nodiscard]] virtual std::string uuid() = 0;
    /// 64 random bits, for the seed of an exam.
    [[nodiscard]] virtual std::uint64_t entropy() = 0;
};

} // namespace host
