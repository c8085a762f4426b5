// What coursec says of paths through the course: in the words of an author, at the place to mend.
#include "tools/coursec/path_checks.h"
#include "tools/sample_content.h"

#include <doctest/doctest.h>

#include <string>

using coursec::Faults;
using sample::checkOne;

namespace {

constexpr const char* modules = R"("modules": [{"id": "M1"}, {"id": "M2"}, {"id": "M3", "needs": ["M1"]}])";

std::vector<std::string> linesOf(const std::string& course) {
    Faults faults;
    auto json = base::parseJson(course, "course.json");
    REQUIRE(json.ok());
    coursec::Worded worded{"course", &json.value(), {}};
    coursec::checkPaths(worded, faults);
    std::vector<std::string> lines;
    for (const base::Error& fault : faults) lines.push_back(sample::lineOf(fault));
    return lines;
}

std::vector<std::string> linesOfPath(const std::string& path) {
    return linesOf(std::string("{") + modules + R"(, "paths": [)" + path + "]}");
}

/// The sample course with this path, which has words in both languages.
std::vector<sample::Change> withPath(const std::string& path) {
    return {
        {"course.json", R"("exams": [)", R"("paths": [)" + path + R"(], "exams": [)"},
        {"course.en.json", R"("exams": {)", R"("paths": {"till": {"title": "Till", "summary": "Pay"}}, "exams": {)"},
        {"course.zh-CN.json", R"("exams": {)",
         R"("paths": {"till": {"title": "收银", "summary": "收款"}}, "exams": {)"}};
}

std::vector<std::string> linesAfter(const std::vector<sample::Change>& changes) {
    return sample::linesOf(sample::changed(sample::content(), changes));
}

} // namespace

TEST_SUITE("paths through the course") {
    TEST_CASE("a good path has no fault, and one that is not there is missed by nobody") {
        CHECK(linesOfPath(R"({"id": "till", "modules": ["M2", "M1", "M3"]})").empty());
        CHECK(linesOf(std::string("{") + modules + "}").empty());
        CHECK(linesAfter(withPath(R"({"id": "till", "modules": ["M2"]})")).empty());
    }
    TEST_CASE("a module that is not in the course") {
        checkOne(linesOfPath(R"({"id": "till", "modules": ["M1", "M9"]})"), "course.json#/paths/0/modules/1",
                 "There is no module \"M9\" in the course.");
    }
    TEST_CASE("a module twice") {
        checkOne(linesOfPath(R"({"id": "till", "modules": ["M1", "M2", "M1"]})"), "course.json#/paths/0/modules/2",
                 "stands twice");
    }
    TEST_CASE("a path that leaves out what one of its modules needs, or has it too late") {
        checkOne(linesOfPath(R"({"id": "till", "modules": ["M2", "M3"]})"), "course.json#/paths/0/modules/1",
                 "The module M3 needs M1, which this path leaves out. Put M1 before it, or take M3 out.");
        checkOne(linesOfPath(R"({"id": "till", "modules": ["M3", "M1"]})"), "course.json#/paths/0/modules/0",
                 "The module M3 needs M1, which comes after it on this path. Let M1 come first.");
    }
    TEST_CASE("ids of paths: each once, and none that means the whole course") {
        checkOne(linesOfPath(R"({"id": "till", "modules": ["M1"]}, {"id": "till", "modules": ["M2"]})"),
                 "course.json#/paths/1/id", "Two paths");
        checkOne(linesOfPath(R"({"id": "all", "modules": ["M1"]})"), "course.json#/paths/0/id", "whole course");
    }
    TEST_CASE("a path leads through something") {
        checkOne(linesOfPath(R"({"id": "till", "modules": []})"), "course.json#/paths/0/modules", "a module at least");
    }
    TEST_CASE("what a module needs is in the course, and before it") {
        checkOne(linesOf(R"({"modules": [{"id": "M1", "needs": ["M9"]}]})"), "course.json#/modules/0/needs/0",
                 "There is no module \"M9\"");
        checkOne(linesOf(R"({"modules": [{"id": "M1", "needs": ["M2"]}, {"id": "M2"}]})"),
                 "course.json#/modules/0/needs/0", "stands before it in the course");
        checkOne(linesOf(R"({"modules": [{"id": "M1", "needs": "M2"}]})"), "course.json#/modules/0/needs",
                 "must be a list");
    }
    TEST_CASE("a path has words in every language") {
        auto changes = withPath(R"({"id": "till", "modules": ["M2"]})");
        changes.push_back({"course.zh-CN.json", R"("title": "收银", )", ""});
        const auto lines = linesAfter(changes);
        REQUIRE(lines.size() == 1);
        CHECK(lines[0].find("course.zh-CN.json#/paths/till/title: ") == 0);
    }
    TEST_CASE("words of a path that there is not") {
        auto changes = withPath(R"({"id": "till", "modules": ["M2"]})");
        changes.push_back({"course.json", R"("id": "till")", R"("id": "tills")"});
        bool said = false;
        for (const std::string& line : linesAfter(changes)) said = said || line.find("\"till\"") != std::string::npos;
        CHECK(said);
    }
    TEST_CASE("a path without modules, or with something else in their place, is refused where it is read") {
        CHECK_FALSE(linesAfter(withPath(R"({"id": "till"})")).empty());
        CHECK_FALSE(linesAfter(withPath(R"({"id": "till", "modules": "M2"})")).empty());
        CHECK_FALSE(linesAfter(withPath(R"({"id": "till", "modules": [7]})")).empty());
    }
    TEST_CASE("no exam takes the id of an entry test") {
        auto lines = linesAfter({{"course.json", R"({"id": "final", )", R"({"id": "entry-M2", )"},
                                 {"course.json", R"("completionExam": "final")", R"("completionExam": "entry-M2")"},
                                 {"course.en.json", R"("final":)", R"("entry-M2":)"},
                                 {"course.zh-CN.json", R"("final":)", R"("entry-M2":)"}});
        bool said = false;
        for (const std::string& line : lines) said = said || line.find("course.json#/exams/0/id: \"entry-…\"") == 0;
        CHECK(said);
    }
}
