// What an author reads, whole: file, line and column, JSON pointer, what is wrong and what to do. One of each fault
// that an author can make.
#include "course/sample_steps.h"
#include "tools/coursec/compile.h"
#include "tools/coursec/report.h"
#include "tools/sample_content.h"

#include <doctest/doctest.h>

#include <string>

namespace {

std::string linesOf(const coursec::Sources& sources) {
    coursec::Faults faults;
    (void)coursec::compile(sources, faults);
    std::string lines;
    for (const std::string& line : coursec::faultLines(faults, sources)) lines += line + '\n';
    return lines;
}

/// What is said after one text in one file was put in place of another.
std::string afterIn(coursec::Sources sources, const char* path, const std::string& from, const std::string& to) {
    std::string& text = sources[path];
    const std::size_t at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    text.replace(at, from.size(), to);
    return linesOf(sources);
}

std::string after(const char* path, const std::string& from, const std::string& to) {
    return afterIn(sample::content(), path, from, to);
}

/// The sample with a dialogue for its lesson.
coursec::Sources talk() {
    coursec::Sources sources = sample::content();
    sources["M2/L2.1.json"] = R"({"id": "L2.1", "minutes": 5, "covers": ["S0-11"], "steps": [
{"id": "sort", "kind": "dialogue", "mood": 40, "nodes": [
  {"id": "first", "options": [{"id": "listen", "mood": 5}, {"id": "argue", "mood": -5, "to": "second"}]},
  {"id": "second", "options": [{"id": "wait", "mood": 0, "to": "end"}, {"id": "go", "mood": 0, "to": "end"}]}],
 "endings": [{"id": "done", "score": 80}]}]})";
    for (const char* language : {"en", "zh-CN"})
        sources["M2/L2.1." + std::string(language) + ".json"] = R"({"title": "T", "objectives": ["O"], "steps": {"sort":
{"title": "T", "prompt": "P", "who": "W", "scene": ["S"], "insight": "I",
 "nodes": {"first": {"line": "L", "options": {"listen": {"text": "a", "why": "w"}, "argue": {"text": "b", "why": "w"}}},
           "second": {"line": "L", "options": {"wait": {"text": "a", "why": "w"}, "go": {"text": "b", "why": "w"}}}},
 "endings": {"done": {"label": "E", "text": "e"}}}}})";
    return sources;
}

bool begins(const std::string& lines, const std::string& beginning) {
    CAPTURE(lines);
    CHECK(lines.substr(0, beginning.size()) == beginning);
    return lines.compare(0, beginning.size(), beginning) == 0;
}

} // namespace

TEST_SUITE("what an author reads") {
    TEST_CASE("a file that is no JSON") {
        CHECK(begins(after("M2/L2.1.en.json", "\"Lesson\",", "\"Lesson\""),
                     "M2/L2.1.en.json:1:20: This is not JSON: a comma or the object's end should stand here."));
        CHECK(after("M2/items.json", R"("truth": 68)", R"("truth": 68, "most": 7)") ==
              "M2/items.json:3:199: The member \"most\" stands twice in one object. Keep one of them.\n");
    }
    TEST_CASE("an unknown id") {
        CHECK(after("M2/L2.1.json", R"("bin": "x")", R"("bin": "z")") ==
              "M2/L2.1.json:2:104 #/steps/1/cards/0/bin: \"z\" is none of the bins. There is x, y.\n");
        CHECK(after("M2/items.json", R"("objective": "M2.o1", "inventory": ["S0-12"])",
                    R"("objective": "M2.o9", "inventory": ["S0-12"])") ==
              "M2/items.json:3:29 #/items/1/objective: The module M2 has no objective \"M2.o9\". It has M2.o1.\n");
        CHECK(after("course.json", R"("completionExam": "final")", R"("completionExam": "finale")")
                  .find("#/completionExam: There is no exam \"finale\". Did you mean \"final\"?\n") !=
              std::string::npos);
    }
    TEST_CASE("an unknown kind, and a member of another name") {
        CHECK(after("M2/L2.1.json", R"("kind": "sort")", R"("kind": "sorrt")")
                  .find("M2/L2.1.json:2:28 #/steps/1/kind: \"sorrt\" is no kind of step. Use reading, guess-chart, "
                        "sort, ") == 0);
        CHECK(after("M2/L2.1.json", R"("kind": "sort")", R"("kind": "sorrt")").find(". Did you mean \"sort\"?\n") !=
              std::string::npos);
        CHECK(after("M2/L2.1.json", R"("minutes": 5)", R"("minuts": 5)") ==
              "M2/L2.1.json:1:1 #/minutes: \"minutes\" is missing. Add it.\n"
              "M2/L2.1.json:1:16 #/minuts: \"minuts\" is not part of the format. Correct the name, or take it out. Did "
              "you mean \"minutes\"?\n");
    }
    TEST_CASE("a translation that is missing, and one too many") {
        CHECK(
            after("M2/L2.1.en.json", R"("title": "Sort", )", "") ==
            "M2/L2.1.en.json:2:13 #/steps/sort/title: \"title\" is there in zh-CN (“分”), but not here. Translate it, "
            "or take it out of both.\n");
        CHECK(
            after("M2/items.en.json", R"("b": {"text")", R"("bb": {"text")")
                .find("#/items/M2-01/options/bb: Nothing in the structure has the id \"bb\". Correct it, or take these "
                      "words out.") != std::string::npos);
    }
    TEST_CASE("a wrong key") {
        CHECK(after("M2/items.json", R"("key": ["a"])", R"("key": ["c"])")
                  .find(" #/items/0/key: The key \"c\" is none of the options. There is a, b.\n") != std::string::npos);
        CHECK(after("M2/items.json", R"("key": ["a"])", R"("key": ["a", "b"])")
                  .find(" #/items/0/key: A single choice has exactly one key. Keep one, or make it a multiple "
                        "choice.\n") != std::string::npos);
    }
    TEST_CASE("a dialogue's node that cannot be reached, and one that cannot be left") {
        CHECK(linesOf(talk()) == "");
        CHECK(afterIn(talk(), "M2/L2.1.json", R"("mood": 5}, {"id": "argue", "mood": -5, "to": "second")",
                      R"("mood": 5, "to": "end"}, {"id": "argue", "mood": -5, "to": "end")") ==
              "M2/L2.1.json:4:3 #/steps/0/nodes/1: No way leads to the node \"second\". Let an option lead here, "
              "change its \"when\", or take it out.\n");
        CHECK(begins(afterIn(talk(), "M2/L2.1.json", R"("mood": 0, "to": "end"}, {"id": "go", "mood": 0, "to": "end")",
                             R"("mood": 0, "to": "first"}, {"id": "go", "mood": 0, "to": "first")"),
                     "M2/L2.1.json:3:3 #/steps/0/nodes/0: From the node \"first\" no ending can be reached: the talk "
                     "could go round for ever. Lead an option out.\n"));
    }
    TEST_CASE("a worked example that does not come out") {
        coursec::Sources sources = sample::content();
        sources["M2/L2.1.json"] = sample::exerciseStructure();
        for (const char* language : {"en", "zh-CN"})
            sources["M2/L2.1." + std::string(language) + ".json"] = sample::exerciseWords();
        CHECK(afterIn(sources, "M2/L2.1.json", R"("value": 2733)", R"("value": 2734)")
                  .find(" #/steps/10/examples/1/gives/value: The worked example does not come out: SIM-1 gives 2,733, "
                        "not 2,734.\n") != std::string::npos);
    }
    TEST_CASE("an objective with no item") {
        coursec::Sources sources = sample::content();
        std::string& items = sources["M2/items.json"];
        for (std::size_t at = 0; (at = items.find("M2.o1", at)) != std::string::npos; ++at) items[at + 4] = '2';
        CHECK(linesOf(sources).find("#/modules/0/objectives/0: No item measures the objective \"M2.o1\". Write one, or "
                                    "take the objective out.\n") != std::string::npos);
    }
    TEST_CASE("a text that is too long") {
        CHECK(after("M2/L2.1.en.json", "\"Lesson\"", '"' + std::string(81, 'x') + '"') ==
              "M2/L2.1.en.json:1:2 #/title: \"title\" has 81 characters, more than 80. Shorten it.\n");
    }
    TEST_CASE("a word that the house rules forbid") {
        CHECK(after("M2/L2.1.zh-CN.json", "读。", "他是恐怖分子。")
                  .find(" #/steps/hello/paragraphs/0: The house rules do not want \"恐怖分子\" on screen. Write "
                        "“极端对抗者”.\n") != std::string::npos);
    }
    TEST_CASE("a file that is missing has no line") {
        coursec::Sources sources = sample::content();
        sources.erase("M2/items.en.json");
        CHECK(linesOf(sources) ==
              "M2/items.en.json: The file is missing: every part of the course needs words in en.\n");
    }
}
