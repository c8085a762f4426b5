#include "base/time.h"

#include <cstddef>
#include <cstdint>

namespace base {

namespace {

void appendDigits(std::string& text, std::int64_t number, int width) {
    std::string digits;
    for (; number > 0 || static_cast<int>(digits.size()) < width; number /= 10)
        digits.insert(digits.begin(), static_cast<char>('0' + number % 10));
    text += digits;
}

/// "2026-11-22" and "T09:31:05", from a count of milliseconds on some clock on the wall.
struct WallClock {
    explicit WallClock(Milliseconds sinceEpoch) {
        const auto day = std::chrono::floor<std::chrono::days>(sinceEpoch);
        const std::chrono::year_month_day calendar{std::chrono::sys_days{day}};
        const auto inDay = (sinceEpoch - day).count();
        const int year = static_cast<int>(calendar.year());
        if (year < 0) date.push_back('-');
        appendDigits(date, year < 0 ? -year : year, 4);
        date.push_back('-');
        appendDigits(date, static_cast<unsigned>(calendar.month()), 2);
        date.push_back('-');
        appendDigits(date, static_cast<unsigned>(calendar.day()), 2);
        time.push_back('T');
        appendDigits(time, inDay / 3'600'000, 2);
        time.push_back(':');
        appendDigits(time, inDay / 60'000 % 60, 2);
        time.push_back(':');
        appendDigits(time, inDay / 1000 % 60, 2);
        milliseconds = inDay % 1000;
    }

    std::string date;
    std::string time;
    std::int64_t milliseconds = 0;
};

/// Reads exactly `width` digits, or says so by -1.
int digitsAt(std::string_view text, std::size_t at, std::size_t width) {
    if (at + width > text.size()) return -1;
    int number = 0;
    for (const char digit : text.substr(at, width)) {
        if (digit < '0' || digit > '9') return -1;
        number = number * 10 + (digit - '0');
    }
    return number;
}

} // namespace

std::string isoUtc(Instant at) {
    const WallClock clock(at.time_since_epoch());
    std::string text = clock.date + clock.time + '.';
    appendDigits(text, clock.milliseconds, 3);
    return text + 'Z';
}

std::string isoLocal(Instant at, UtcOffset offset) {
    const WallClock clock(at.time_since_epoch() + offset);
    std::string text = clock.date + clock.time;
    const auto minutes = offset.count() < 0 ? -offset.count() : offset.count();
    text.push_back(offset.count() < 0 ? '-' : '+');
    appendDigits(text, minutes / 60, 2);
    text.push_back(':');
    appendDigits(text, minutes % 60, 2);
    return text;
}

std::string isoDate(Instant at, UtcOffset offset) { return WallClock(at.time_since_epoch() + offset).date; }

Result<Instant> parseIsoUtc(std::string_view text) {
    const Error unreadable{Fault::unreadable, "A time must look like 2026-11-22T09:31:05.120Z.", ""};
    constexpr std::string_view shape = "0000-00-00T00:00:00";
    for (std::size_t at = 0; at < shape.size(); ++at)
        if (shape[at] != '0' && (at >= text.size() || text[at] != shape[at])) return unreadable;
    const int year = digitsAt(text, 0, 4), month = digitsAt(text, 5, 2), day = digitsAt(text, 8, 2);
    const int hour = digitsAt(text, 11, 2), minute = digitsAt(text, 14, 2), second = digitsAt(text, 17, 2);
    int milliseconds = 0;
    const std::string_view rest = text.size() > shape.size() ? text.substr(shape.size()) : std::string_view();
    if (rest.size() == 5 && rest.front() == '.') {
        milliseconds = digitsAt(rest, 1, 3);
    } else if (rest != "Z") {
        return unreadable;
    }
    const bool negative = year < 0 || month < 0 || day < 0 || hour < 0 || minute < 0 || second < 0 || milliseconds < 0;
    if (negative || rest.back() != 'Z' || hour > 23 || minute > 59 || second > 59) return unreadable;
    const std::chrono::year_month_day calendar{std::chrono::year{year},
                                               std::chrono::month{static_cast<unsigned>(month)},
                                               std::chrono::day{static_cast<unsigned>(day)}};
    if (!calendar.ok()) return unreadable;
    const Milliseconds inDay = std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second} +
                               Milliseconds{milliseconds};
    return Instant{std::chrono::sys_days{calendar}.time_since_epoch() + inDay};
}

} // namespace base
