// What coursec makes of the glossary: a pack, and links from the steps that speak of its terms.
#include "course/glossary.h"
#include "course/pack.h"
#include "tools/coursec/compile.h"
#include "tools/sample_content.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using sample::checkOne;

namespace {

/// The sample with a glossary: 分 and 你好 are named in its lesson, "sort" and "hello" in English.
coursec::Sources withGlossary() {
    coursec::Sources sources = sample::content();
    sources["glossary.json"] = R"({"terms": [{"id": "sorting", "initials": "f", "lesson": "L2.1", "step": "sort"},
        {"id": "greeting", "initials": "nh", "lesson": "L2.1", "step": "hello"}]})";
    sources["glossary.zh-CN.json"] =
        R"({"terms": {"sorting": {"term": "分", "counterpart": "sort", "meaning": "放到该放的地方。"},
            "greeting": {"term": "你好", "counterpart": "hello", "meaning": "见面先说。"}}})";
    sources["glossary.en.json"] =
        R"({"terms": {"sorting": {"term": "sort", "counterpart": "分", "meaning": "To put where it belongs."},
            "greeting": {"term": "Hello", "counterpart": "你好", "meaning": "What is said first."}}})";
    return sources;
}

std::vector<std::string> linesAfter(const sample::Change& change) {
    return sample::linesOf(sample::changed(withGlossary(), {change}));
}

std::vector<std::string> termsOf(const course::Step& step) {
    std::vector<std::string> terms;
    for (const course::TermLink& each : step.terms) terms.push_back(each.id.text() + "=" + each.term);
    return terms;
}

} // namespace

TEST_SUITE("compiling the glossary") {
    TEST_CASE("its pack is read by the portal, and each step leads to the terms that it is the first to name") {
        coursec::Faults faults;
        const coursec::Compiled compiled = coursec::compile(withGlossary(), faults);
        for (const base::Error& fault : faults) FAIL_CHECK(sample::lineOf(fault));
        const auto glossary = course::readGlossaryPack(compiled.packs.at("glossary.zh-CN.pack"));
        REQUIRE(glossary.ok());
        REQUIRE(glossary.value().terms.size() == 2);
        CHECK(glossary.value().terms[0].term == "分");
        CHECK(glossary.value().term(course::TermId("greeting"))->step.text() == "hello");
        CHECK(course::readCoursePack(compiled.packs.at("course.en.pack")).value().hasGlossary);

        const auto module = course::readModulePack(compiled.packs.at("M2.en.pack"));
        REQUIRE(module.ok());
        const auto& steps = module.value().lessons[0].steps;
        CHECK(termsOf(steps[0]) == std::vector<std::string>{"greeting=Hello"});
        CHECK(termsOf(steps[1]) == std::vector<std::string>{"sorting=sort"});
        const auto chinese = course::readModulePack(compiled.packs.at("M2.zh-CN.pack"));
        CHECK(termsOf(chinese.value().lessons[0].steps[1]) == std::vector<std::string>{"sorting=分"});
    }
    TEST_CASE("a longer term hides the shorter ones in it, and letters that go on make another word") {
        coursec::Sources sources = withGlossary();
        std::string& words = sources["M2/L2.1.en.json"];
        words.replace(words.find("Read."), 5, "Sorting needs one sorter. Two sorts. Hello sort!");
        std::string& glossary = sources["glossary.en.json"];
        glossary.replace(glossary.find("\"Hello\""), 7, "\"hello sort\"");
        coursec::Faults faults;
        const coursec::Compiled compiled = coursec::compile(sources, faults);
        CHECK(faults.empty());
        const auto module = course::readModulePack(compiled.packs.at("M2.en.pack"));
        REQUIRE(module.ok());
        CHECK(termsOf(module.value().lessons[0].steps[0]) ==
              std::vector<std::string>{"sorting=sort", "greeting=hello sort"});
    }
    TEST_CASE("what does not hold is said at its place") {
        checkOne(linesAfter({"glossary.json", R"("step": "sort")", R"("step": "soft")"}), "glossary.json#/terms/0/step",
                 "no step \"soft\" in a lesson \"L2.1\"");
        checkOne(linesAfter({"glossary.en.json", R"("Hello")", R"("Salute")"}), "glossary.en.json#/terms/greeting/term",
                 "The lesson L2.1 never says \"Salute\"");
        checkOne(linesAfter({"glossary.json", R"("initials": "f", )", R"("initials": "f", "inital": "f", )"}),
                 "glossary.json#/terms/0/inital", "not part of the format");
        checkOne(linesAfter({"glossary.en.json", R"(, "meaning": "What is said first.")", ""}),
                 "glossary.en.json#/terms/greeting/meaning", "\"meaning\" is there in zh-CN");
        const auto twice = linesAfter({"glossary.en.json", R"("Hello")", R"("Sort")"});
        REQUIRE_FALSE(twice.empty());
        CHECK(twice[0].find("is the name of sorting too") != std::string::npos);
    }
    TEST_CASE("a glossary that lacks a file is told so once") {
        coursec::Sources sources = withGlossary();
        sources.erase("glossary.en.json");
        coursec::Faults faults;
        (void)coursec::compile(sources, faults);
        REQUIRE(faults.size() == 1);
        CHECK(sample::lineOf(faults[0]).find("glossary.en.json: The file is missing") == 0);
    }
    TEST_CASE("searching: the term, its counterpart and its initials come before the meaning") {
        coursec::Faults faults;
        const coursec::Compiled compiled = coursec::compile(withGlossary(), faults);
        const auto read = course::readGlossaryPack(compiled.packs.at("glossary.zh-CN.pack"));
        REQUIRE(read.ok());
        const auto found = [&read](const std::string& words) {
            std::string ids;
            for (const course::Term* term : read.value().find(words)) ids += term->id.text() + ' ';
            return ids;
        };
        CHECK(found("") == "sorting greeting ");
        CHECK(found(" HELLO ") == "greeting ");
        CHECK(found("nh") == "greeting ");
        CHECK(found("h") == "greeting ");
        CHECK(found("该放") == "sorting ");
        CHECK(found("先") == "greeting ");
        CHECK(found("没有的") == "");
    }
}
