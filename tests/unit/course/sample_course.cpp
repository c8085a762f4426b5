#include "course/sample_course.h"

#include "course/pack.h"

#include <doctest/doctest.h>

#include <vector>

namespace sample {

using base::Json;

namespace {

constexpr std::string_view lessonText = R"({
  "id": "L2.1", "title": "顾客为什么离开", "objectives": ["说出主要原因"], "minutes": 7, "covers": ["S0-11"],
  "steps": [
    {"id": "hello", "kind": "reading", "title": "开场", "paragraphs": ["想一想。"], "figure": "68 %", "figureCaption": "培训中常引用的数字"},
    {"id": "guess", "kind": "guess-chart", "title": "猜一猜", "prompt": "画出你的估计", "total": 100, "goodWithin": 30, "fairWithin": 60,
     "bars": [{"id": "death", "label": "去世", "truth": 1}, {"id": "price", "label": "价格", "truth": 31}, {"id": "neglect", "label": "未被关注", "truth": 68}],
     "goodFeedback": "很近", "fairFeedback": "不远", "farFeedback": "还远", "insight": "关注"},
    {"id": "sort", "kind": "sort", "title": "分一分", "prompt": "放进盒子", "bins": [{"id": "open", "label": "开放"}, {"id": "closed", "label": "封闭"}],
     "cards": [{"id": "how", "text": "怎么样？", "bin": "open", "why": "问过程"}, {"id": "done", "text": "好了吗？", "bin": "closed", "why": "问是否"}],
     "insight": "两种都要"},
    {"id": "rewrite", "kind": "rewrite", "title": "改一改", "prompt": "换个问法", "insight": "好",
     "prompts": [{"id": "meeting", "target": "open", "original": "会开得好吗？", "model": "会开得怎么样？"},
                 {"id": "arrive", "target": "closed", "original": "什么情况？", "model": "到了吗？", "hint": "问是否"}]},
    {"id": "check", "kind": "check", "title": "想一想", "item":
     {"id": "L2.1-check-1", "objective": "M2.o1", "inventory": ["S0-11"], "lesson": "L2.1", "difficulty": 1, "kind": "single-choice",
      "stem": "哪个最多？", "rationale": "需求未被关注。", "key": ["needs"],
      "options": [{"id": "needs", "text": "未被关注", "feedback": "对"}, {"id": "price", "text": "价格", "misconception": "价格迷思", "feedback": "不是"}]}},
    {"id": "end", "kind": "closing", "title": "小结", "canDo": ["说出原因"]}
  ]})";

constexpr std::string_view itemTexts[] = {
    R"({"kind": "single-choice", "key": ["needs"], "options": [
        {"id": "needs", "text": "未被关注", "feedback": "对"},
        {"id": "price", "text": "价格", "misconception": "价格迷思", "feedback": "只占少数"},
        {"id": "death", "text": "去世", "misconception": "听天由命", "feedback": "极少"}]})",
    R"({"kind": "multiple-choice", "key": ["a", "c"], "options": [
        {"id": "a", "text": "甲", "feedback": "对"}, {"id": "b", "text": "乙", "misconception": "乙的误解", "feedback": "不对"},
        {"id": "c", "text": "丙", "feedback": "也对"}, {"id": "d", "text": "丁", "misconception": "丁的误解", "feedback": "不对"}]})",
    R"({"kind": "ordering", "misconception": "先后颠倒", "feedback": "先听后说",
        "entries": [{"id": "hear", "text": "听"}, {"id": "say", "text": "说"}, {"id": "do", "text": "做"}, {"id": "ask", "text": "问"}]})",
    R"({"kind": "estimate", "least": 0, "most": 100, "step": 1, "truth": 68, "tolerance": 5, "unit": "%",
        "tooLowMisconception": "低估", "tooLowFeedback": "更高", "tooHighMisconception": "高估", "tooHighFeedback": "更低",
        "rightFeedback": "对"})"};

Json parsed(std::string_view text) {
    auto tree = base::parseJson(text, "sample");
    REQUIRE_MESSAGE(tree.ok(), (tree.ok() ? "" : tree.error().what));
    return tree.value();
}

} // namespace

Json modulePack() {
    Json pack = Json::object();
    pack["format"] = "service-academy-pack";
    pack["formatVersion"] = 1;
    pack["kind"] = "module";
    pack["language"] = "zh-CN";
    pack["id"] = "M2";
    pack["contentVersion"] = "2026.11";
    pack["lessons"] = Json::array({parsed(lessonText)});
    pack["items"] = Json::array();
    for (int copy = 0; copy < 4; ++copy) {
        for (const std::string_view text : itemTexts) {
            Json item = parsed(text);
            item["id"] = "M2-" + std::to_string(pack["items"].size() + 1);
            item["objective"] = "M2.o1";
            item["inventory"] = Json::array({"S0-11"});
            item["lesson"] = "L2.1";
            item["difficulty"] = 1;
            item["stem"] = "题干";
            item["rationale"] = "因为";
            pack["items"].push_back(item);
        }
    }
    return pack;
}

Json coursePack() {
    return parsed(R"({
        "format": "service-academy-pack", "formatVersion": 1, "kind": "course", "language": "zh-CN",
        "id": "service-academy", "version": "2026.11", "passMark": 80, "completionExam": "final", "title": "服务学苑",
        "modules": [
          {"id": "M2", "title": "顾客", "summary": "为什么来去", "objectives": [{"id": "M2.o1", "text": "说出原因"}],
           "lessons": [{"id": "L2.1", "title": "顾客为什么离开", "minutes": 7, "steps": ["hello", "guess", "sort", "rewrite", "check", "end"]},
                       {"id": "L2.2", "title": "沉默", "minutes": 5, "steps": ["one"]}]},
          {"id": "M4", "title": "提问", "summary": "怎么问", "objectives": [{"id": "M4.o1", "text": "会问"}],
           "lessons": [{"id": "L4.1", "title": "开放与封闭", "minutes": 6, "steps": ["one"]}]}],
        "exams": [{"id": "M2", "title": "小测", "summary": "十题", "draws": [{"module": "M2", "count": 10}]},
                  {"id": "final", "title": "结业", "summary": "十题", "draws": [{"module": "M2", "count": 5}, {"module": "M4", "count": 5}]}],
        "words": {"home.continue": "继续学习", "empty": ""}})");
}

course::Module module() {
    std::vector<base::Error> faults;
    course::Module read = course::readModule(modulePack(), "sample", faults);
    REQUIRE_MESSAGE(faults.empty(), (faults.empty() ? "" : faults.front().where + ' ' + faults.front().what));
    return read;
}

course::Course course() {
    std::vector<base::Error> faults;
    course::Course read = course::readCourse(coursePack(), "sample", faults);
    REQUIRE_MESSAGE(faults.empty(), (faults.empty() ? "" : faults.front().where + ' ' + faults.front().what));
    return read;
}

course::Item item(std::string_view kind) {
    const Json pack = modulePack();
    const course::Module all = module();
    for (std::size_t index = 0; index < all.items.size(); ++index)
        if (pack["items"][index]["kind"].get<std::string>() == kind) return all.items[index];
    FAIL("no item of this kind");
    return {};
}

course::Step step(std::string_view id) {
    const course::Module all = module();
    for (const course::Step& each : all.lessons.front().steps)
        if (each.id == course::StepId(id)) return each;
    FAIL("no such step");
    return {};
}

} // namespace sample
