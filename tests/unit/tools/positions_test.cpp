// Lines and columns of places in JSON, and what an author may have meant.
#include "tools/coursec/positions.h"
#include "tools/coursec/suggestions.h"

#include <doctest/doctest.h>

#include <string>

namespace {

std::string shown(const coursec::Position& found) {
    return std::to_string(found.line) + ':' + std::to_string(found.column);
}

std::string at(std::string_view text, std::string_view pointer) { return shown(coursec::positionOf(text, pointer)); }

std::string excess(std::string_view text) {
    const auto found = coursec::positionOfExcess(text);
    return found ? shown(*found) : "none";
}

} // namespace

TEST_SUITE("places in a file") {
    constexpr std::string_view text = R"({ "one": [1, {"二": "a ] } , \" b"},
  true, [[-2.5e3]]],
  "a/b~c": {}, "\u4e8c": null,

 "last" : { "in": "王", "x": 7 }
}
)";

    TEST_CASE("members by their names, elements by their numbers") {
        CHECK(at(text, "") == "1:1");
        CHECK(at(text, "/one") == "1:3");
        CHECK(at(text, "/one/0") == "1:11");
        CHECK(at(text, "/one/1") == "1:14");
        CHECK(at(text, "/one/1/二") == "1:15");
        CHECK(at(text, "/one/2") == "2:3");
        CHECK(at(text, "/one/3/0/0") == "2:11");
        CHECK(at(text, "/a~1b~0c") == "3:3");
        CHECK(at(text, "/last/x") == "5:24");
    }
    TEST_CASE("a name may be written with escapes") { CHECK(at(text, "/二") == "3:16"); }
    TEST_CASE("what is not there is reported where it would have to be") {
        CHECK(at(text, "/last/nothing") == "5:2");
        CHECK(at(text, "/one/1/三/4") == "1:14");
        CHECK(at(text, "/one/9") == "1:3");
        CHECK(at(text, "/one/0/deeper") == "1:11");
        CHECK(at(text, "/none") == "1:1");
        CHECK(at("", "/none") == "1:1");
        CHECK(at(R"({"a": [1, )", "/a/7") == "1:2");
    }
    TEST_CASE("the second of two members of one name, and one level too many") {
        CHECK(excess(text) == "none");
        CHECK(excess("{\"a\": {\"b\": 1},\n \"b\": \"a\", \"a\": 2}") == "2:12");
        CHECK(excess(R"([{"a": 1}, {"a": 1}])") == "none");
        CHECK(excess(std::string(64, '[')) == "none");
        CHECK(excess(std::string(70, '[')) == "1:65");
    }
}

TEST_SUITE("what was meant") {
    TEST_CASE("slips of one letter count one") {
        CHECK(coursec::editDistance("gauge", "gauge") == 0);
        CHECK(coursec::editDistance("guage", "gauge") == 1);
        CHECK(coursec::editDistance("promt", "prompt") == 1);
        CHECK(coursec::editDistance("sorrt", "sort") == 1);
        CHECK(coursec::editDistance("sort", "cards") == 4);
        CHECK(coursec::editDistance("", "abc") == 3);
    }
    TEST_CASE("the nearest is named, and none when none is near") {
        CHECK(coursec::didYouMean("guage", {"cards", "gauge", "match"}) == " Did you mean \"gauge\"?");
        CHECK(coursec::didYouMean("reading", {"cards", "gauge"}).empty());
        CHECK(coursec::didYouMean("z", {"x", "y"}).empty());
    }
    TEST_CASE("another number is no slip") {
        CHECK(coursec::didYouMean("M2-09", {"M2-08", "M2-10"}).empty());
        CHECK(coursec::didYouMean("SIM-77", {"SIM-7"}).empty());
    }
}
