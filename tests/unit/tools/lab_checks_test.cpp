// What coursec says about the question lab's word lists.
#include "course/lexicon.h"
#include "host/real_course.h"
#include "tools/coursec/compile.h"
#include "tools/sample_content.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

coursec::Sources withLab() {
    coursec::Sources sources = sample::content();
    for (const std::string language : walk::languages)
        sources["lab/" + language + ".json"] = walk::fileText("content/lab/" + language + ".json");
    return sources;
}

std::vector<std::string> lines(const coursec::Sources& sources) {
    coursec::Faults faults;
    (void)coursec::compile(sources, faults);
    std::vector<std::string> all;
    for (const base::Error& fault : faults) all.push_back(sample::lineOf(fault));
    return all;
}

/// The lines after one text of the English lab is replaced.
std::vector<std::string> linesAfter(const std::string& from, const std::string& to) {
    coursec::Sources sources = withLab();
    std::string& text = sources["lab/en.json"];
    const std::size_t at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    text.replace(at, from.size(), to);
    return lines(sources);
}

/// The only such line.
std::string lineAfter(const std::string& from, const std::string& to) {
    const std::vector<std::string> all = linesAfter(from, to);
    REQUIRE(all.size() == 1);
    return all[0];
}

} // namespace

TEST_SUITE("the question lab's word lists") {
    TEST_CASE("good lists have no fault, and the portal reads what was made of them") {
        coursec::Faults faults;
        const coursec::Compiled compiled = coursec::compile(withLab(), faults);
        for (const base::Error& fault : faults) FAIL_CHECK(sample::lineOf(fault));
        const auto lexicon = course::readLexiconPack(compiled.packs.at("lab.zh-CN.pack"));
        REQUIRE(lexicon.ok());
        CHECK(lexicon.value().language == "zh-CN");
        CHECK(lexicon.value().form.order == course::QuestionOrder::lastClause);
        const std::string& bytes = compiled.packs.at("lab.en.pack");
        CHECK_FALSE(course::readLexiconPack(bytes.substr(0, bytes.size() / 2)).ok());
        CHECK_FALSE(course::readLexiconPack(compiled.packs.at("course.en.pack")).ok());
        CHECK_FALSE(course::readLexiconPack("").ok());
    }
    TEST_CASE("a course may do without a lab, but has it in all languages or in none") {
        CHECK(lines(sample::content()).empty());
        coursec::Sources sources = withLab();
        sources.erase("lab/zh-CN.json");
        CHECK(lines(sources) ==
              std::vector<std::string>{"lab/zh-CN.json: The file is missing: the question lab needs words in zh-CN."});
    }
    TEST_CASE("a rewrite needs the lab") {
        coursec::Sources sources = sample::content();
        const auto replace = [&](const char* path, const std::string& from, const std::string& to) {
            const std::size_t at = sources[path].find(from);
            REQUIRE(at != std::string::npos);
            sources[path].replace(at, from.size(), to);
        };
        replace("M2/L2.1.json", R"({"id": "hello", "kind": "reading"})",
                R"({"id": "hello", "kind": "rewrite", "prompts": [{"id": "a", "target": "open"}]})");
        for (const char* path : {"M2/L2.1.en.json", "M2/L2.1.zh-CN.json"}) {
            std::string& text = sources[path];
            const std::size_t begin = text.find("\"paragraphs\"");
            text.replace(begin, text.find(']', begin) + 1 - begin,
                         R"("prompt": "p", "insight": "i", "prompts": {"a": {"original": "Good?", "model": "How?"}})");
        }
        CHECK(lines(sources) ==
              std::vector<std::string>{"M2/L2.1.json#/steps/0/kind: A rewrite is read by the question lab, and there "
                                       "is none. Write lab/<language>.json."});
    }
    TEST_CASE("each fault is named where it is, and what to do") {
        using Lines = std::vector<std::string>;
        CHECK(lineAfter("\"don't you~{think}\"", "\"don't you~{thnk}\"") ==
              "lab/en.json#/rules/aggressive.opinion/signs/0: There is no class \"thnk\". Add it to \"classes\", or "
              "correct the name. Did you mean \"think\"?");
        CHECK(lineAfter("\"don't you~{think}\"", "\"~don't you\"") ==
              "lab/en.json#/rules/aggressive.opinion/signs/0: A phrase must begin with words, which may have ^ before "
              "them.");
        CHECK(
            lineAfter("\"don't you~{think}\"", "\"don't you~{think}\", \"don't you~{think}\"") ==
            "lab/en.json#/rules/aggressive.opinion/signs/1: \"don't you~{think}\" stands in this list twice. Take one "
            "of the two out.");
        CHECK(lineAfter("\"classes\": {", "\"classes\": { \"fruit\": [\"plum\"],") ==
              "lab/en.json#/classes/fruit: No phrase uses the class \"fruit\". Take it out, or use it.");
        CHECK(lineAfter("\"examples\": [", "\"examples\": [\"Good morning.\", ") ==
              "lab/en.json#/examples/0: The lab finds nothing in this example. Add the words that it lacks, or choose "
              "another.");
        CHECK(lineAfter("\"order\": \"clause-start\"", "\"order\": \"somewhere\"") ==
              "lab/en.json#/form/order: \"order\" must be \"last-clause\" or \"clause-start\".");
        CHECK(linesAfter("\"aggressive.should\":", "\"aggressive.shoud\":") ==
              Lines{"lab/en.json#/rules/aggressive.should: The rule \"aggressive.should\" has no words in en. Copy it "
                    "from another language and write them.",
                    "lab/en.json#/rules/aggressive.shoud: The portal has no rule \"aggressive.shoud\". Correct the "
                    "name, or take it out. Did you mean \"aggressive.should\"?"});
        CHECK(linesAfter("\"name\": \"takes some telling\"", "\"title\": \"takes some telling\"") ==
              Lines{"lab/en.json#/rules/form.open/name: \"name\" is missing. Add it.",
                    "lab/en.json#/rules/form.open/title: \"title\" is not part of the format. Correct the name, or "
                    "take it out."});
    }
}
