#include "course/pack.h"
#include "tools/coursec/compile.h"
#include "tools/sample_content.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using coursec::Sources;
using sample::checkOne;

namespace {

/// What coursec says of the sample after these changes.
std::vector<std::string> linesAfter(const std::vector<sample::Change>& changes) {
    return sample::linesOf(sample::changed(sample::content(), changes));
}

std::vector<std::string> linesWithout(const std::string& path) {
    Sources sources = sample::content();
    sources.erase(path);
    return sample::linesOf(sources);
}

} // namespace

TEST_SUITE("compiling a course") {
    TEST_CASE("good content has no fault, and the portal reads what was made of it") {
        coursec::Faults faults;
        const coursec::Compiled compiled = coursec::compile(sample::content(), faults);
        for (const base::Error& fault : faults) FAIL_CHECK(sample::lineOf(fault));
        CHECK(compiled.lessons == 1);
        CHECK(compiled.items == 2);
        CHECK(compiled.languages == 2);
        REQUIRE(compiled.packs.size() == 6);
        const auto course = course::readCoursePack(compiled.packs.at("course.zh-CN.pack"));
        REQUIRE(course.ok());
        CHECK(course.value().language == "zh-CN");
        CHECK(course.value().words.at("home.continue") == "继续学习");
        CHECK(course.value().modules[0].lessons[0].title == "课");
        CHECK(course.value().modules[0].lessons[0].steps.size() == 2);
        const auto module = course::readModulePack(compiled.packs.at("M2.en.pack"));
        REQUIRE(module.ok());
        CHECK(module.value().contentVersion == "1");
        CHECK(module.value().items[0].stem == "Which?");
    }

    TEST_CASE("the same content gives the same bytes") {
        coursec::Faults faults;
        CHECK(coursec::compile(sample::content(), faults).packs == coursec::compile(sample::content(), faults).packs);
    }

    TEST_CASE("a language more needs nothing but its files") {
        Sources sources = sample::content();
        for (const char* stem : {"course.", "M2/L2.1.", "M2/items.", "interface/", "interface/rest."})
            sources[std::string(stem) + "fr.json"] = sources[std::string(stem) + "en.json"];
        coursec::Faults faults;
        CHECK(coursec::compile(sources, faults).packs.count("M2.fr.pack") == 1);
        CHECK(faults.empty());
    }
}

TEST_SUITE("faults of files") {
    TEST_CASE("what is no JSON is reported with line and column") {
        checkOne(linesAfter({{"M2/L2.1.en.json", "\"Lesson\",", "\"Lesson\""}}), "M2/L2.1.en.json:1:20", "not JSON");
    }
    TEST_CASE("a missing file is one fault, at its name") {
        for (const char* path : {"M2/L2.1.json", "M2/L2.1.en.json", "M2/items.json", "M2/items.zh-CN.json",
                                 "course.en.json", "interface/zh-CN.json"})
            checkOne(linesWithout(path), path, "The file is missing");
        const auto lines = linesWithout("course.json");
        bool said = false;
        for (const std::string& line : lines) said = said || line.find("course.json: The file is missing") == 0;
        CHECK(said);
    }
    TEST_CASE("a lesson that is listed and not written misses all its files") {
        const auto lines = linesAfter({{"course.json", R"("lessons": ["L2.1"])", R"("lessons": ["L2.1", "L2.2"])"}});
        REQUIRE(lines.size() == 3);
        CHECK(lines[0].find("M2/L2.2.en.json: The file is missing") == 0);
        CHECK(lines[1].find("M2/L2.2.json: The file is missing") == 0);
    }
    TEST_CASE("nothing at all is not a course") {
        coursec::Faults faults;
        CHECK(coursec::compile({}, faults).items == 0);
        CHECK(faults.size() >= 3);
    }
    TEST_CASE("a file that belongs to nothing is reported") {
        Sources sources = sample::content();
        sources["M2/L2.9.json"] = "{}";
        coursec::Faults faults;
        (void)coursec::compile(sources, faults);
        REQUIRE(faults.size() == 1);
        CHECK(faults[0].where == "M2/L2.9.json");
    }
    TEST_CASE("a file says what its place says") {
        checkOne(linesAfter({{"M2/L2.1.json", R"("id": "L2.1")", R"("id": "L2.7")"}}), "M2/L2.1.json#/id", "L2.1");
        checkOne(linesAfter({{"M2/items.json", R"("module": "M2")", R"("module": "M4")"}}), "M2/items.json#/module",
                 "M2");
    }
}

TEST_SUITE("faults of words") {
    TEST_CASE("a misspelt member is reported where it stands, and so is the one that it should be") {
        const auto lines = linesAfter({{"M2/L2.1.en.json", R"("prompt": "Sort)", R"("promt": "Sort)"}});
        REQUIRE(lines.size() == 3);
        CHECK(lines[0].find("M2/L2.1.en.json#/steps/sort/prompt: ") == 0);
        CHECK(lines[1].find("M2/L2.1.en.json#/steps/sort/promt: ") == 0);
        CHECK(lines[2].find("M2/L2.1.zh-CN.json#/steps/sort/promt: ") == 0);
    }
    TEST_CASE("words that one language lacks are reported there") {
        checkOne(linesAfter({{"M2/L2.1.en.json", R"("title": "Sort", )", ""}}), "M2/L2.1.en.json#/steps/sort/title",
                 "zh-CN");
        checkOne(linesAfter({{"M2/items.zh-CN.json", R"("unit": "%", )", ""}}), "M2/items.zh-CN.json#/items/M2-02/unit",
                 "en");
        checkOne(linesAfter({{"course.en.json", R"({"text": "Know"})", "{}"}}),
                 "course.en.json#/modules/M2/objectives/M2.o1/text", "zh-CN");
        checkOne(linesAfter({{"interface/en.json", R"("home.continue": "Go on", )", ""}}),
                 "interface/en.json#/home.continue", "zh-CN");
    }
    TEST_CASE("words that no language has are reported in each") {
        const auto lines = linesAfter(
            {{"M2/L2.1.en.json", R"("why": "w")", R"("why": "")"}, {"M2/L2.1.zh-CN.json", R"(, "why": "因")", ""}});
        REQUIRE(lines.size() == 2);
        CHECK(lines[0].find("M2/L2.1.en.json#/steps/sort/cards/one/why: \"why\" is empty.") == 0);
        CHECK(lines[1].find("M2/L2.1.zh-CN.json#/steps/sort/cards/one/why: ") == 0);
    }
    TEST_CASE("words for what is not there") {
        const auto lines = linesAfter({{"M2/items.en.json", R"("b": {"text")", R"("c": {"text")"}});
        REQUIRE_FALSE(lines.empty());
        bool said = false;
        for (const std::string& line : lines)
            said = said || line.find("M2/items.en.json#/items/M2-01/options/c: Nothing in the structure") == 0;
        CHECK(said);
    }
    TEST_CASE("interface strings hold the same placeholders in every language") {
        checkOne(linesAfter({{"interface/en.json", "{count}", "{number}"}}), "interface/en.json#/home.left", "{count}");
        checkOne(linesAfter({{"interface/en.json", "\"Go on\"", "\"\""}}), "interface/en.json#/home.continue",
                 "not empty");
        checkOne(linesAfter({{"interface/en.json", "\"Go on\"", "7"}}), "interface/en.json#/home.continue", "text");
        checkOne(linesAfter({{"interface/rest.en.json", "{who}", "{name}"}}), "interface/rest.en.json#/people.hello",
                 "{who}");
    }
    TEST_CASE("words of the program's rest stand in a file of their own, once, and become a pack of their own") {
        const auto lines = linesAfter({{"interface/rest.en.json", "{\"", R"({"home.continue": "Go on", ")"},
                                       {"interface/rest.zh-CN.json", "{\"", R"({"home.continue": "继续", ")"}});
        REQUIRE(lines.size() == 2);
        CHECK(lines[0].find("interface/rest.en.json#/home.continue: ") == 0);
        CHECK(lines[0].find("when a first visit needs it") != std::string::npos);
        coursec::Faults faults;
        const coursec::Compiled made = coursec::compile(sample::content(), faults);
        const auto pack = course::readRestWordsPack(made.packs.at("rest.en.pack"));
        REQUIRE(pack.ok());
        CHECK(pack.value().language == "en");
        CHECK(pack.value().words.at("people.hello") == "Hello, {who}");
        CHECK_FALSE(course::readRestWordsPack(made.packs.at("course.en.pack")).ok());
        CHECK_FALSE(course::readRestWordsPack(std::string_view(made.packs.at("rest.en.pack")).substr(0, 40)).ok());
    }
    TEST_CASE("the house rules hold") {
        checkOne(linesAfter({{"M2/L2.1.zh-CN.json", "读。", "他是恐怖分子。"}}),
                 "M2/L2.1.zh-CN.json#/steps/hello/paragraphs/0", "极端对抗者");
        checkOne(linesAfter({{"M2/L2.1.en.json", "Read.", "A Terrorist."}}),
                 "M2/L2.1.en.json#/steps/hello/paragraphs/0", "retaliator");
    }
    TEST_CASE("a stem is short enough for a telephone") {
        std::string stem;
        for (int each = 0; each < 300; ++each) stem += "长";
        CHECK(linesAfter({{"M2/items.zh-CN.json", "哪个？", stem}}).empty());
        checkOne(linesAfter({{"M2/items.zh-CN.json", "哪个？", stem + "了"}}), "M2/items.zh-CN.json#/items/M2-01/stem",
                 "301");
    }
}

TEST_SUITE("faults of structure") {
    TEST_CASE("one fault is said once, not once a language, and in the structure's file") {
        checkOne(linesAfter({{"M2/L2.1.json", R"("bin": "x")", R"("bin": "z")"}}), "M2/L2.1.json#/steps/1/cards/0/bin",
                 "none of the bins");
        checkOne(linesAfter({{"M2/L2.1.json", R"("minutes": 5, )", ""}}), "M2/L2.1.json#/minutes", "missing");
        checkOne(linesAfter({{"M2/L2.1.json", R"("minutes": 5)", R"("minutes": "5")"}}), "M2/L2.1.json#/minutes",
                 "number");
        checkOne(linesAfter({{"M2/L2.1.json", R"("minutes": 5)", R"("minutes": 5, "colour": "red")"}}),
                 "M2/L2.1.json#/colour", "not part of the format");
    }
    TEST_CASE("a member of any name is reported at a pointer that finds it") {
        checkOne(linesAfter({{"M2/L2.1.json", R"("minutes": 5)", R"("minutes": 5, "a/b~c": 1)"}}),
                 "M2/L2.1.json#/a~1b~0c", "not part of the format");
    }
    TEST_CASE("items: keys, truths, tolerances") {
        checkOne(linesAfter({{"M2/items.json", R"("key": ["a"])", R"("key": ["a", "a"])"},
                             {"M2/items.json", "single", "multiple"}}),
                 "M2/items.json#/items/0/key", "listed twice");
        checkOne(linesAfter({{"M2/items.json", R"("truth": 68)", R"("truth": 680)"}}), "M2/items.json#/items/1/truth",
                 "outside");
        checkOne(linesAfter({{"M2/items.json", R"("tolerance": 5)", R"("tolerance": 0)"}}),
                 "M2/items.json#/items/1/tolerance", "greater than 0");
    }
    TEST_CASE("ids that nothing answers to") {
        checkOne(linesAfter({{"M2/items.json", R"("objective": "M2.o1", "inventory": ["S0-12"])",
                              R"("objective": "M2.o9", "inventory": ["S0-12"])"}}),
                 "M2/items.json#/items/1/objective", "M2.o9");
        checkOne(linesAfter({{"M2/items.json", R"("S0-12"], "lesson": "L2.1")", R"("S0-12"], "lesson": "L4.1")"}}),
                 "M2/items.json#/items/1/lesson", "L4.1");
        checkOne(linesAfter({{"M2/items.json", "S0-12", "12"}}), "M2/items.json#/items/1/inventory/0", "inventory");
        checkOne(linesAfter({{"course.json", R"("completionExam": "final")", R"("completionExam": "last")"}}),
                 "course.json#/completionExam", "last");
        checkOne(linesAfter({{"course.json", R"({"module": "M2")", R"({"module": "M9")"}}),
                 "course.json#/exams/0/draws/0/module", "M9");
    }
    TEST_CASE("an exam never draws more than the bank holds") {
        checkOne(linesAfter({{"course.json", R"("count": 2)", R"("count": 3)"}}), "course.json#/exams/0/draws/0/count",
                 "holds 2");
        checkOne(linesAfter({{"course.json", R"([{"module": "M2", "count": 2}])",
                              R"([{"module": "M2", "count": 2}, {"module": "M2", "count": 1}])"}}),
                 "course.json#/exams/0/draws/1/count", "draws 3");
    }
    TEST_CASE("every objective is measured by an item") {
        const auto lines = linesAfter({{"course.json", R"([{"id": "M2.o1"}])", R"([{"id": "M2.o1"}, {"id": "M2.o2"}])"},
                                       {"course.en.json", R"("M2.o1": {"text": "Know"})",
                                        R"("M2.o1": {"text": "Know"}, "M2.o2": {"text": "Do"})"},
                                       {"course.zh-CN.json", R"("M2.o1": {"text": "知道"})",
                                        R"("M2.o1": {"text": "知道"}, "M2.o2": {"text": "做"})"}});
        checkOne(lines, "course.json#/modules/0/objectives/1", "No item measures");
    }
    TEST_CASE("every item of the bank says where it is taught, in a step that there is") {
        checkOne(linesAfter({{"M2/items.json", R"("S0-12"], "lesson": "L2.1")", R"("S0-12"], "lesson": "L2.3")"}}),
                 "M2/items.json#/items/1/lesson", "has no lesson \"L2.3\"");
        checkOne(linesAfter({{"M2/items.json", R"("taughtBy": "sort", )", ""}}), "M2/items.json#/items/0/taughtBy",
                 "Name the step of L2.1");
        checkOne(linesAfter({{"M2/items.json", R"("taughtBy": "sort")", R"("taughtBy": "sorts")"}}),
                 "M2/items.json#/items/0/taughtBy", "has no step \"sorts\"");
    }
    TEST_CASE("ids of items are unique in the course, also in lessons") {
        const auto lines = linesAfter({{"M2/items.json", R"("id": "M2-02")", R"("id": "M2-01")"}});
        bool said = false;
        for (const std::string& line : lines) said = said || line.find("M2/items.json#/items/1/id: ") == 0;
        CHECK(said);
    }
    TEST_CASE("no two items ask in the same words: one exam may draw both") {
        checkOne(linesAfter({{"M2/items.zh-CN.json", "多少？", "哪个？"}}), "M2/items.zh-CN.json#/items/M2-02/stem",
                 "The item M2-01 asks this in the same words");
    }
    TEST_CASE("structure of any shape is refused, not trusted") {
        for (const char* path : {"course.json", "M2/L2.1.json", "M2/items.json", "course.en.json", "M2/L2.1.en.json",
                                 "interface/en.json"}) {
            for (const char* text : {"[]", "null", "7", "{}",
                                     R"({"modules": 3, "steps": [1, null, "x", []], "items": {"a": 1}, "exams": [[]]})",
                                     R"({"modules": [1, {"id": 3}, {"id": "M2", "lessons": [4, "../x"]}]})"}) {
                CAPTURE(path);
                CAPTURE(text);
                Sources sources = sample::content();
                sources[path] = text;
                coursec::Faults faults;
                (void)coursec::compile(sources, faults);
                CHECK_FALSE(faults.empty());
            }
        }
    }
}
