#include "base/time.h"

#include <doctest/doctest.h>

using base::Instant;
using base::parseIsoUtc;
using std::chrono::milliseconds;
using std::chrono::minutes;

namespace {

const Instant morning{milliseconds{1'795'339'865'120}}; // 2026-11-22T09:31:05.120Z

} // namespace

TEST_SUITE("time") {
    TEST_CASE("a moment is written in UTC and as the clock on the wall shows it") {
        CHECK(base::isoUtc(morning) == "2026-11-22T09:31:05.120Z");
        CHECK(base::isoLocal(morning, minutes{480}) == "2026-11-22T17:31:05+08:00");
        CHECK(base::isoLocal(morning, minutes{-210}) == "2026-11-22T06:01:05-03:30");
        CHECK(base::isoLocal(morning, minutes{0}) == "2026-11-22T09:31:05+00:00");
    }

    TEST_CASE("the date is the wall's date, also over midnight") {
        CHECK(base::isoDate(morning, minutes{480}) == "2026-11-22");
        CHECK(base::isoDate(morning, minutes{900}) == "2026-11-23");
        CHECK(base::isoDate(Instant{}, minutes{-1}) == "1969-12-31");
    }

    TEST_CASE("what was written is read back, before 1970 and in leap years too") {
        for (const char* text : {"2026-11-22T09:31:05.120Z", "1969-12-31T23:59:59.999Z", "2024-02-29T00:00:00.000Z",
                                 "0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"}) {
            const auto read = parseIsoUtc(text);
            REQUIRE(read.ok());
            CHECK(base::isoUtc(read.value()) == text);
        }
        REQUIRE(parseIsoUtc("2026-11-22T09:31:05Z").ok());
        CHECK(base::isoUtc(parseIsoUtc("2026-11-22T09:31:05Z").value()) == "2026-11-22T09:31:05.000Z");
    }

    TEST_CASE("what is no moment is refused") {
        for (const char* text :
             {"", "Z", "2026-11-22", "2026-04-31T00:00:00Z", "2026-13-01T00:00:00Z", "2025-02-29T00:00:00Z",
              "2026-11-22T24:00:00Z", "2026-11-22T09:60:05Z", "2026-11-22T09:31:05", "2026-11-22T09:31:05+08:00",
              "2026-11-22T09:31:05.12Z", "2026-11-22T09:31:05.120", "2026-11-22T09:31:05.120ZZ", "2026-11-22 09:31:05Z",
              "-026-11-22T09:31:05Z", "2026-1a-22T09:31:05Z"}) {
            CAPTURE(text);
            const auto read = parseIsoUtc(text);
            REQUIRE_FALSE(read.ok());
            CHECK(read.error().fault == base::Fault::unreadable);
        }
    }
}
