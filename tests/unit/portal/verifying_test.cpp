// Verifying: the host is asked once a visit, with what the address brought along, and its verdict is shown in words.
#include "host/visitor.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using host::VerifyWish;
using walk::Visitor;

std::vector<std::pair<VerifyWish, std::string>>& asked(Visitor& visitor) { return visitor.host().page.toVerify; }

} // namespace

TEST_SUITE("verifying") {
    TEST_CASE("the screen opens the host once, and has it verify what the address brought along") {
        Visitor visitor({.language = "zh-CN"});
        visitor.host().go("#/verify/1ABCDE");
        visitor.host().settle();
        REQUIRE(asked(visitor).size() == 2);
        CHECK(asked(visitor)[0].first == VerifyWish::open);
        CHECK(asked(visitor)[1] == std::pair(VerifyWish::text, std::string("1ABCDE")));
        CHECK(visitor.shows("verify.working"));
        visitor.portal().verified({"self-issued", "own", "", "", "", {{"name", "王小明", ""}}});
        visitor.host().settle();
        CHECK(visitor.shows("verdict.self-issued"));
        CHECK_FALSE(visitor.shows("verify.working"));
        // Another address is another visit.
        visitor.host().go("#/verify/1XYZ");
        visitor.host().settle();
        REQUIRE(asked(visitor).size() == 4);
        CHECK(asked(visitor)[3].second == "1XYZ");
        CHECK_FALSE(visitor.shows("verdict.self-issued"));
    }

    TEST_CASE("what is pasted is verified when the button is pressed") {
        Visitor visitor({.language = "en"});
        visitor.host().go("#/verify");
        REQUIRE(visitor.host().type(visitor.word("verify.field"), "a.b.c"));
        CHECK(asked(visitor).size() == 1);
        REQUIRE(visitor.press("verify.check"));
        CHECK(asked(visitor).back() == std::pair(VerifyWish::text, std::string("a.b.c")));
        REQUIRE(visitor.press("verify.choose"));
        CHECK(asked(visitor).back().first == VerifyWish::choose);
    }

    TEST_CASE("whose keys count is told without a verdict, and stays") {
        Visitor visitor({.language = "en"});
        visitor.host().go("#/verify");
        visitor.host().settle();
        CHECK(visitor.shows("verify.noKeys"));
        host::Verification standing;
        standing.keys = "Training Department";
        visitor.portal().verified(standing);
        visitor.host().settle();
        CHECK_FALSE(visitor.shows("verify.noKeys"));
        CHECK_FALSE(visitor.shows("verify.working"));
    }
}
