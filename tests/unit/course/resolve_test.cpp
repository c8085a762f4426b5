#include "course/resolve.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string_view>

using base::Fault;
using base::Json;

namespace {

Json parsed(std::string_view text) {
    auto tree = base::parseJson(text, "test");
    REQUIRE(tree.ok());
    return tree.value();
}

struct Resolved {
    Json json;
    std::vector<base::Error> faults;
};

Resolved resolved(std::string_view structure, std::string_view words) {
    Resolved result;
    result.json = course::resolve(parsed(structure), parsed(words), "L.en.json", result.faults);
    return result;
}

} // namespace

TEST_SUITE("words over structure") {
    TEST_CASE("objects merge member by member, lists of things by their ids") {
        const auto [json, faults] = resolved(
            R"({"id":"L","steps":[{"id":"a","kind":"reading"},{"id":"b","bars":[{"id":"x","truth":1}]}]})",
            R"({"title":"T","steps":{"b":{"title":"B","bars":{"x":{"label":"X"}}},"a":{"paragraphs":["p","q"]}}})");
        CHECK(faults.empty());
        CHECK(json == parsed(R"({"id":"L","steps":[{"id":"a","kind":"reading","paragraphs":["p","q"]},
                                                   {"id":"b","bars":[{"id":"x","truth":1,"label":"X"}],"title":"B"}],"title":"T"})"));
    }

    TEST_CASE("words for nothing are a fault, at their place") {
        const auto [json, faults] =
            resolved(R"({"steps":[{"id":"a"}]})", R"({"steps":{"b":{"title":"B"}},"item":{"stem":"?"}})");
        REQUIRE(faults.size() == 2);
        CHECK(faults[0].where == "L.en.json#/steps/b");
        CHECK(faults[0].fault == Fault::unknownId);
        CHECK(faults[1].where == "L.en.json#/item");
        CHECK(json == parsed(R"({"steps":[{"id":"a"}]})"));
    }

    TEST_CASE("words never overwrite structure, nor bring numbers in") {
        const auto [json, faults] = resolved(R"({"id":"L","steps":[{"id":"a","truth":1}]})",
                                             R"({"id":"M","steps":{"a":{"truth":"2"}},"total":100})");
        REQUIRE(faults.size() == 3);
        CHECK(faults[0].fault == Fault::contradiction);
        CHECK(faults[1].where == "L.en.json#/steps/a/truth");
        CHECK(faults[2].where == "L.en.json#/total");
        CHECK(json == parsed(R"({"id":"L","steps":[{"id":"a","truth":1}]})"));
    }

    TEST_CASE("a list in place of words by id is a fault") {
        CHECK(resolved(R"({"steps":[{"id":"a"}]})", R"({"steps":[{"title":"A"}]})").faults.size() == 1);
        CHECK(resolved(R"({"steps":["a"]})", R"({"steps":{"a":{"title":"A"}}})").faults.size() == 1);
        CHECK(resolved(R"([1])", R"({})").faults.size() == 1);
        CHECK(resolved(R"({})", R"("words")").faults.size() == 1);
    }
}
