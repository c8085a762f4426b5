// What is begun and not handed in is there again after a reload, for whoever began it and for nobody else.
#include "activities/exercise_visit.h"
#include "host/visitor.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace {

using ui::Role;
using walk::Answering;
using walk::Visitor;

/// All that a reader would hear of the screen, but the focus.
std::vector<std::string> heard(Visitor& visitor) {
    std::vector<std::string> said;
    for (const ui::Node& node : visitor.host().window.semantics().nodes())
        said.push_back(std::string(node.name) + '|' + std::string(node.description) + '|' + std::string(node.text) +
                       '|' + std::to_string(node.value) + (node.checked ? "|on" : "|off") +
                       (node.disabled ? "|disabled" : ""));
    return said;
}

/// Presses the first thing of the step that can be pressed and is no way out of it; true when there was one.
bool beginStep(Visitor& visitor) {
    const std::string ways[] = {visitor.word("lesson.nextStep"), visitor.word("lesson.previousStep"),
                                visitor.word("step.continue"), visitor.word("closing.finish")};
    bool inStep = false;
    for (const ui::Node& node : visitor.host().window.semantics().nodes()) {
        inStep = inStep || (node.role == Role::heading && node.level == 1);
        const bool pressable = node.role == Role::button || node.role == Role::radio || node.role == Role::checkbox ||
                               node.role == Role::toggle;
        if (!inStep || !pressable || node.disabled) continue;
        if (std::find(std::begin(ways), std::end(ways), node.name) != std::end(ways)) continue;
        visitor.host().window.semantics().pressed(node.id);
        visitor.host().settle();
        return true;
    }
    return false;
}

} // namespace

TEST_CASE("whatever kind of exercise one is in the middle of, it looks the same after a reload") {
    int begun = 0;
    const std::vector<course::Step> steps = [] {
        Visitor visitor(sample::setting("en"));
        return visitor.lesson(sample::lessonId).steps;
    }();
    for (const course::Step& step : steps) {
        INFO(step.id.text());
        Visitor visitor(sample::setting("en"));
        sample::goTo(visitor, step.id.text());
        const auto untouched = heard(visitor);
        if (!beginStep(visitor)) continue;
        const auto before = heard(visitor);
        if (before == untouched) continue; // pressing it opened or spoke something, no more
        const learning::LessonProgress& progress = visitor.person().lessons.at(sample::lessonId);
        if (progress.steps.count(step.id) > 0) continue; // handed in with the first press
        ++begun;
        visitor.reload();
        CHECK(heard(visitor) == before);
    }
    CHECK(begun >= 10);
}

TEST_CASE("a sentence that is being written, and one in the lab, are there again") {
    Visitor visitor;
    visitor.host().go("#/lab");
    visitor.host().settle();
    REQUIRE(visitor.host().type(visitor.word("lab.field"), "您对我们的服务满意吗"));
    visitor.portal().addLearner("Ann"); // a visitor is nobody until there is something to keep
    REQUIRE(visitor.host().type(visitor.word("lab.field"), "您对我们的服务有什么建议"));
    visitor.reload();
    CHECK(visitor.portal().labSentence() == "您对我们的服务有什么建议");
}

TEST_CASE("an exam goes on where it was: the question, what was marked and what is to be looked at again") {
    const course::ExamId exam("M4");
    Visitor visitor;
    visitor.host().go("#/exam/M4");
    REQUIRE(visitor.press("exam.start"));
    visitor.mark(visitor.itemOnScreen(exam), Answering::right);
    REQUIRE(visitor.press("exam.saveNext"));
    visitor.mark(visitor.itemOnScreen(exam), Answering::wrong); // marked and not saved
    REQUIRE(visitor.host().press(Role::checkbox, visitor.word("exam.flag")));
    const auto before = heard(visitor);
    visitor.reload();
    CHECK(heard(visitor) == before);
    REQUIRE(visitor.press("exam.saveNext"));
    CHECK(visitor.person().attempts.back().answers.size() == 2);
}

TEST_CASE("what was handed in leaves no draft; what was not waits for its learner, and nobody else sees it") {
    Visitor visitor;
    visitor.portal().addLearner("Ann");
    const course::LessonId id("L2.1");
    visitor.host().go("#/lesson/L2.1");
    const course::Lesson lesson = visitor.lesson(id);
    visitor.doStep(lesson, lesson.steps[0]);
    const auto* chart = std::get_if<course::GuessChart>(&lesson.steps[1].activity);
    REQUIRE(chart != nullptr);
    REQUIRE(visitor.host().slide(chart->bars.front().label, 33));
    CHECK(visitor.host().store.drafts.size() == 1);
    REQUIRE(visitor.press("guess.reveal"));
    CHECK(visitor.host().store.drafts.empty());

    visitor.host().go("#/lab");
    REQUIRE(visitor.host().type(visitor.word("lab.field"), "为什么"));
    CHECK(visitor.host().store.drafts.size() == 1);
    visitor.portal().addLearner("Ben");
    visitor.host().settle();
    CHECK(visitor.portal().labSentence().empty());
    visitor.reload();
    CHECK(visitor.portal().labSentence().empty());
    visitor.portal().chooseLearner(visitor.portal().learners().all.front().id);
    visitor.host().settle();
    CHECK(visitor.person().name == "Ann");
    CHECK(visitor.portal().labSentence() == "为什么");
}

TEST_CASE("a draft that cannot be read is no reason not to start") {
    for (const char* draft : {"", "{", "[]", "{\"lessons\":7}", "{\"exams\":{\"a\":{\"items\":{\"b\":3}}}}",
                              "{\"lessons\":{\"L2.1\":{\"guess\":{\"shares\":[\"x\"]}}}}"}) {
        CAPTURE(draft);
        const portal::Drafts drafts = portal::draftsFromJson(draft);
        CHECK(drafts.lessons.empty());
        CHECK(drafts.exams.empty());
    }
}
