// Taking an exam: sober, changeable until it is handed in, kept answer by answer; what comes of it, and its limits.
#include "host/visitor.h"
#include "learning/grading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string>

namespace {

using ui::Role;
using walk::Answering;
using walk::Visitor;

const course::ExamId exam("M4");

void start(Visitor& visitor) {
    visitor.host().go("#/exam/" + exam.text());
    REQUIRE(visitor.press("exam.start"));
}

const learning::Attempt& latest(Visitor& visitor) { return visitor.person().attempts.back(); }

/// The real course with limits for this exam.
std::map<std::string, std::string> packsWith(int minutes, int attempts) {
    std::map<std::string, std::string> packs = walk::packs();
    for (const std::string language : walk::languages) {
        auto course = base::parseCbor(packs.at("course." + language), "course");
        REQUIRE(course.ok());
        for (base::Json& each : course.value()["exams"]) {
            if (each["id"].get<std::string>() != exam.text()) continue;
            if (minutes > 0) each["minutes"] = minutes;
            if (attempts > 0) each["attempts"] = attempts;
        }
        packs["course." + language] = base::toCbor(course.value());
    }
    return packs;
}

void pass(Visitor& visitor, std::chrono::seconds time) {
    visitor.host().clock.time += time;
    visitor.host().settle();
}

} // namespace

TEST_CASE("an exam says nothing of an answer until it is handed in; then it names the misconception, what was answered "
          "and what is right") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language});
        start(visitor);
        std::vector<const course::Item*> items;
        for (int at = 0; at < 10; ++at) {
            const course::Item& item = visitor.itemOnScreen(exam);
            items.push_back(&item);
            visitor.mark(item, Answering::wrong);
            REQUIRE(visitor.press("exam.saveNext"));
            CHECK_FALSE(visitor.host().shows(item.rationale));
            CHECK_FALSE(visitor.host().shows(visitor.word("answer.misconception", {{"misconception", ""}})));
        }
        visitor.handIn();
        CHECK(latest(visitor).score.rounded() < 50);
        for (const course::Item* item : items) {
            INFO(item->id.text());
            CHECK(visitor.host().find(Role::heading, item->stem) != nullptr);
            CHECK(visitor.host().shows(item->rationale));
            const auto& given = latest(visitor).answers.at(item->id).answer;
            for (const learning::Remark& remark : learning::grade(*item, given).remarks)
                if (!remark.right && !remark.misconception.empty()) CHECK(visitor.host().shows(remark.misconception));
            if (const auto* single = std::get_if<course::SingleChoice>(&item->question))
                for (const course::Option& option : single->options)
                    if (option.key) CHECK(visitor.host().shows(option.text));
        }
        CHECK(visitor.shows("exam.yours"));
        CHECK(visitor.shows("exam.correct"));
    }
}

TEST_CASE("each question that was not right leads to the step that teaches it") {
    Visitor visitor;
    start(visitor);
    const course::Item item = visitor.itemOnScreen(exam);
    visitor.mark(item, Answering::wrong);
    REQUIRE(visitor.press("exam.saveNext"));
    for (int at = 1; at < 10; ++at) REQUIRE(visitor.press("exam.skip"));
    visitor.handIn();
    const std::string title = visitor.portal().course()->lesson(item.lesson)->title;
    REQUIRE(visitor.host().press(Role::link, visitor.word("exam.toLesson", {{"title", title}})));
    const course::Lesson& lesson = visitor.lesson(item.lesson);
    const auto step = std::find_if(lesson.steps.begin(), lesson.steps.end(),
                                   [&](const course::Step& each) { return each.id == item.taughtBy; });
    REQUIRE(step != lesson.steps.end());
    CHECK(visitor.title() == step->title);
}

TEST_CASE("an answer can be changed until the exam is handed in, and the last one counts") {
    Visitor visitor;
    start(visitor);
    for (int at = 0; at < 10; ++at) {
        visitor.mark(visitor.itemOnScreen(exam), Answering::wrong);
        REQUIRE(visitor.press("exam.saveNext"));
    }
    CHECK(visitor.title() == visitor.word("exam.overview"));
    REQUIRE(visitor.press("exam.toQuestions"));
    for (int at = 9; at > 0; --at) REQUIRE(visitor.press("exam.previous"));
    for (int at = 0; at < 10; ++at) {
        const course::Item& item = visitor.itemOnScreen(exam);
        CHECK(visitor.host().find(Role::button, visitor.word("exam.next")) != nullptr); // nothing to save yet
        if (const auto* multiple = std::get_if<course::MultipleChoice>(&item.question))
            for (const course::Option& option : multiple->options)
                if (!option.key) REQUIRE(visitor.host().press(Role::checkbox, option.text)); // takes the mark back
        if (const auto* ordering = std::get_if<course::Ordering>(&item.question))
            REQUIRE(visitor.host().press(Role::toggle, ordering->entries.back().text)); // all back
        visitor.mark(item, Answering::right);
        REQUIRE(visitor.press("exam.saveNext"));
    }
    visitor.handIn();
    CHECK(latest(visitor).score.rounded() == 100);
    CHECK(latest(visitor).passed);
}

TEST_CASE("whichever way one leaves a question, what was marked is kept; what was marked stays marked") {
    Visitor visitor;
    start(visitor);
    REQUIRE(visitor.press("exam.skip"));
    const course::Item item = visitor.itemOnScreen(exam);
    visitor.mark(item, Answering::right);
    REQUIRE(visitor.press("exam.previous"));
    CHECK(latest(visitor).answers.count(item.id) == 1);
    visitor.reload();
    const course::Item first = visitor.itemOnScreen(exam);
    CHECK(first.id != item.id);
    visitor.mark(first, Answering::right);
    REQUIRE(visitor.host().press(Role::button, visitor.word("exam.toOverview", {{"done", "1"}, {"count", "10"}})));
    CHECK(latest(visitor).answers.size() == 2);
    REQUIRE(visitor.press("exam.toQuestions"));
    REQUIRE(visitor.itemOnScreen(exam).id == first.id);
    REQUIRE(visitor.press("exam.next"));
    CHECK(visitor.itemOnScreen(exam).id == item.id);
    CHECK(visitor.host().find(Role::button, visitor.word("exam.next")) != nullptr); // as it was before the reload
}

TEST_CASE(
    "all questions at a glance: what is answered, what is open, what to come back to; and handing in says what is "
    "missing") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language});
        start(visitor);
        const course::Item first = visitor.itemOnScreen(exam);
        visitor.mark(first, Answering::right);
        REQUIRE(visitor.press("exam.saveNext"));
        const course::Item second = visitor.itemOnScreen(exam);
        REQUIRE(visitor.host().press(Role::checkbox, visitor.word("exam.flag")));
        REQUIRE(visitor.host().press(Role::button, visitor.word("exam.toOverview", {{"done", "1"}, {"count", "10"}})));
        const auto stateOf = [&](const course::Item& item) {
            for (const ui::Node& node : visitor.host().window.semantics().nodes())
                if (node.role == Role::button && node.name.find(item.stem) != std::string::npos)
                    return node.description + node.name;
            return std::string("none");
        };
        CHECK(stateOf(first).find(visitor.word("exam.answered")) != std::string::npos);
        CHECK(stateOf(second).find(visitor.word("exam.open")) != std::string::npos);
        CHECK(stateOf(second).find(visitor.word("exam.flagged")) != std::string::npos);
        CHECK(visitor.host().shows(visitor.word("exam.openTitle", {{"count", "9"}})));
        CHECK(visitor.host().find(Role::button, visitor.word("exam.handIn")) == nullptr);
        REQUIRE(visitor.press("exam.handInOpen"));
        CHECK(latest(visitor).finished.has_value());
        CHECK(latest(visitor).score.rounded() == 10);
        CHECK(visitor.shows("exam.none"));
    }
}

TEST_CASE("the result says of each objective how it stands, in words") {
    Visitor visitor({.language = "en"});
    visitor.takeExam(exam, 10);
    CHECK(visitor.shows("exam.objectives"));
    CHECK((visitor.shows("mastery.growing") || visitor.shows("mastery.secure")));
    CHECK_FALSE(visitor.shows("mastery.again"));
    visitor.takeExam(exam, 10);
    CHECK_FALSE(visitor.shows("mastery.growing")); // right twice by now
    visitor.host().go("#/");
    const auto& objectives = visitor.portal().course()->module(course::ModuleId("M4"))->objectives;
    const std::string count = std::to_string(objectives.size());
    CHECK(visitor.host().shows(visitor.word("mastery.line", {{"secure", count}, {"count", count}})));
    visitor.takeExam(exam, 0);
    CHECK(visitor.shows("mastery.again"));
}

TEST_CASE(
    "a time limit is said before, shown by the minute without a frame in between, and ends the exam with what was "
    "answered") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language, .packs = packsWith(20, 0)});
        visitor.host().go("#/exam/M4");
        CHECK(visitor.host().shows(visitor.word("exam.minutes", {{"minutes", "20"}})));
        REQUIRE(visitor.press("exam.start"));
        CHECK(visitor.host().shows(visitor.word("exam.timeLeft", {{"minutes", "20"}})));
        REQUIRE(visitor.host().page.waits.size() == 1); // however many frames there were
        CHECK(visitor.host().page.waits.front() == 60'000);
        visitor.mark(visitor.itemOnScreen(exam), Answering::right);
        REQUIRE(visitor.press("exam.saveNext"));
        pass(visitor, std::chrono::seconds(60 * 14 + 30));
        CHECK(visitor.host().shows(visitor.word("exam.timeLeft", {{"minutes", "6"}})));
        CHECK(visitor.host().page.waits.back() == 30'000);
        visitor.reload();
        CHECK(visitor.host().shows(visitor.word("exam.timeLeft", {{"minutes", "6"}})));
        pass(visitor, std::chrono::seconds(-3600)); // a clock that is set back gives no more than the whole time
        CHECK(visitor.host().shows(visitor.word("exam.timeLeft", {{"minutes", "20"}})));
        pass(visitor, std::chrono::seconds(3600 + 60 * 6));
        CHECK(latest(visitor).finished.has_value());
        CHECK(latest(visitor).score.rounded() == 10);
        CHECK(visitor.title() == visitor.word("exam.failedTitle"));
    }
}

TEST_CASE("whoever needs more time or more attempts lifts the limit on the page about himself or herself") {
    Visitor visitor({.language = "en", .packs = packsWith(20, 1)});
    visitor.takeExam(exam, 10);
    CHECK_FALSE(visitor.press("exam.again"));
    CHECK(visitor.host().shows(visitor.word("exam.attempts", {{"count", "0"}})));
    visitor.host().go("#/me");
    REQUIRE(visitor.host().press(Role::checkbox, visitor.word("me.examAttempts")));
    REQUIRE(visitor.host().press(Role::radio, visitor.word("me.examTime200")));
    visitor.host().go("#/exam/M4");
    REQUIRE(visitor.press("exam.again"));
    CHECK(visitor.host().shows(visitor.word("exam.timeLeft", {{"minutes", "40"}})));
    visitor.host().go("#/me");
    REQUIRE(visitor.host().press(Role::radio, visitor.word("me.examTimeNone")));
    visitor.host().go("#/exam/M4");
    CHECK(visitor.host().shows(visitor.word("exam.timeLeft", {{"minutes", "40"}}))); // what was begun stays as it was
}

TEST_CASE("without limits, which is the rule, nothing of them is to be seen") {
    Visitor visitor;
    visitor.host().go("#/exam/M4");
    CHECK(visitor.shows("exam.noLimit"));
    REQUIRE(visitor.press("exam.start"));
    CHECK(visitor.host().page.waits.empty());
    visitor.host().go("#/me");
    CHECK_FALSE(visitor.shows("me.exams"));
}
