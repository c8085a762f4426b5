#include "tools/sample_content.h"

#include <doctest/doctest.h>

#include <cstddef>

namespace sample {

coursec::Sources content() {
    return {
        {"course.json", R"({"id": "c", "version": "1", "passMark": 80, "completionExam": "final",
            "modules": [{"id": "M2", "objectives": [{"id": "M2.o1"}], "lessons": ["L2.1"]}],
            "exams": [{"id": "final", "draws": [{"module": "M2", "count": 2}]}]})"},
        {"course.en.json",
         R"({"title": "Course", "modules": {"M2": {"title": "Module", "summary": "S", "objectives": {"M2.o1": {"text": "Know"}}}},
            "exams": {"final": {"title": "Final", "summary": "Two"}}})"},
        {"course.zh-CN.json",
         R"({"title": "课程", "modules": {"M2": {"title": "模块", "summary": "概要", "objectives": {"M2.o1": {"text": "知道"}}}},
            "exams": {"final": {"title": "结业", "summary": "两题"}}})"},
        {"M2/L2.1.json",
         R"({"id": "L2.1", "minutes": 5, "covers": ["S0-11"], "steps": [{"id": "hello", "kind": "reading"},
            {"id": "sort", "kind": "sort", "bins": [{"id": "x"}, {"id": "y"}], "cards": [{"id": "one", "bin": "x"}]}]})"},
        {"M2/L2.1.en.json",
         R"({"title": "Lesson", "objectives": ["Know"], "steps": {"hello": {"title": "Hello", "paragraphs": ["Read."]},
            "sort": {"title": "Sort", "prompt": "Sort them", "bins": {"x": {"label": "X"}, "y": {"label": "Y"}}, "cards": {"one": {"text": "1", "why": "w"}}, "insight": "i"}}})"},
        {"M2/L2.1.zh-CN.json",
         R"({"title": "课", "objectives": ["知道"], "steps": {"hello": {"title": "你好", "paragraphs": ["读。"]},
            "sort": {"title": "分", "prompt": "分一分", "bins": {"x": {"label": "甲"}, "y": {"label": "乙"}}, "cards": {"one": {"text": "一", "why": "因"}}, "insight": "悟"}}})"},
        {"M2/items.json", R"({"module": "M2", "items": [
            {"id": "M2-01", "objective": "M2.o1", "inventory": ["S0-11"], "lesson": "L2.1", "taughtBy": "sort", "difficulty": 1, "kind": "single-choice", "key": ["a"], "options": [{"id": "a"}, {"id": "b"}]},
            {"id": "M2-02", "objective": "M2.o1", "inventory": ["S0-12"], "lesson": "L2.1", "taughtBy": "sort", "difficulty": 2, "kind": "estimate", "least": 0, "most": 100, "step": 1, "truth": 68, "tolerance": 5}]})"},
        {"M2/items.en.json", R"({"items": {
            "M2-01": {"stem": "Which?", "rationale": "Because.", "options": {"a": {"text": "A", "feedback": "Yes."}, "b": {"text": "B", "misconception": "b myth", "feedback": "No."}}},
            "M2-02": {"stem": "How much?", "rationale": "Because.", "unit": "%", "tooLowMisconception": "l", "tooLowFeedback": "L", "tooHighMisconception": "h", "tooHighFeedback": "H", "rightFeedback": "R"}}})"},
        {"M2/items.zh-CN.json", R"({"items": {
            "M2-01": {"stem": "哪个？", "rationale": "因为。", "options": {"a": {"text": "甲", "feedback": "对。"}, "b": {"text": "乙", "misconception": "乙的误解", "feedback": "不对。"}}},
            "M2-02": {"stem": "多少？", "rationale": "因为。", "unit": "%", "tooLowMisconception": "低", "tooLowFeedback": "低了", "tooHighMisconception": "高", "tooHighFeedback": "高了", "rightFeedback": "对"}}})"},
        {"house-rules.json", R"({"en": [{"word": "terrorist", "instead": "“retaliator”"},
                {"word": "pity", "instead": "“empathy”", "advice": true, "unless": ["a pity"], "allowedIn": ["M2/items"]}],
            "zh-CN": [{"word": "恐怖分子", "instead": "“极端对抗者”"}]})"},
        {"interface/en.json", R"({"home.continue": "Go on", "home.left": "{count} left"})"},
        {"interface/zh-CN.json", R"({"home.continue": "继续学习", "home.left": "还有{count}节"})"},
        {"interface/rest.en.json", R"({"people.hello": "Hello, {who}"})"},
        {"interface/rest.zh-CN.json", R"({"people.hello": "{who}，您好"})"},
    };
}

std::string lineOf(const base::Error& fault) { return fault.where + ": " + fault.what; }

coursec::Sources changed(coursec::Sources sources, const std::vector<Change>& changes) {
    for (const Change& change : changes) {
        std::string& text = sources[change.path];
        const std::size_t at = text.find(change.from);
        REQUIRE_MESSAGE(at != std::string::npos, change.from);
        text.replace(at, change.from.size(), change.to);
    }
    return sources;
}

std::vector<std::string> linesOf(const coursec::Sources& sources) {
    coursec::Faults faults;
    (void)coursec::compile(sources, faults);
    std::vector<std::string> lines;
    for (const base::Error& fault : faults) lines.push_back(lineOf(fault));
    return lines;
}

void checkOne(const std::vector<std::string>& lines, const std::string& place, const std::string& part) {
    CAPTURE(place);
    std::string all;
    for (const std::string& line : lines) all += line + '\n';
    CAPTURE(all);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].substr(0, place.size() + 2) == place + ": ");
    CHECK(lines[0].find(part) != std::string::npos);
}

} // namespace sample
