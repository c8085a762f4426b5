// Points in time and how they are written. No clock here: "now" is always handed in by the host.
#pragma once

#include "base/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace base {

using Milliseconds = std::chrono::milliseconds;
/// A moment in UTC, to the millisecond.
using Instant = std::chrono::time_point<std::chrono::system_clock, Milliseconds>;

/// Minutes that local time is ahead of UTC at that moment (China: +480). Given by the host, since it knows the zone's
/// rules.
using UtcOffset = std::chrono::minutes;

/// "2026-11-22T09:31:05.120Z"
[[nodiscard]] std::string isoUtc(Instant at);
/// "2026-11-22T17:31:05+08:00": the same moment as the clock on the wall showed it.
[[nodiscard]] std::string isoLocal(Instant at, UtcOffset offset);
/// "2026-11-22" on the wall's calendar.
[[nodiscard]] std::string isoDate(Instant at, UtcOffset offset);
/// Reads what isoUtc writes (also without milliseconds). Fault::unreadable otherwise, also for a 31 April.
[[nodiscard]] Result<Instant> parseIsoUtc(std::string_view text);

} // namespace base
