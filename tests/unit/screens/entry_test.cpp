// Knowing a module before its first lesson, and learning for one kind of work: what is said of it, what home makes of
// it, and that nothing is ever out of reach.
#include "host/screen_checks.h"
#include "host/visitor.h"
#include "learning/entry.h"
#include "records/completion_record.h"
#include "screens/progress.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using ui::Role;
using walk::Answering;
using walk::Visitor;

const course::ModuleId m1("M1");
const course::ExamId test = course::entryTestOf(m1);

const course::ModuleOutline& outline(Visitor& visitor, const char* id = "M1") {
    return *visitor.portal().course()->module(course::ModuleId(id));
}

/// The entry test of M1 with so many right answers.
void take(Visitor& visitor, int right) { visitor.takeExam(test, right); }

/// Headings of modules on the screen, in their order.
std::vector<std::string> modulesShown(Visitor& visitor) {
    std::vector<std::string> ids;
    for (const ui::Node& node : visitor.host().window.semantics().nodes())
        if (node.role == Role::heading)
            for (const course::ModuleOutline& module : visitor.portal().course()->modules)
                if (module.title == node.name && node.level == 2) ids.push_back(module.id.text());
    return ids;
}

std::string nextTarget(Visitor& visitor) {
    const course::LessonOutline* next = screens::nextLesson(visitor.portal().learner(), *visitor.portal().course());
    return next == nullptr ? "" : next->id.text();
}

} // namespace

TEST_CASE(
    "a known module: the door is found from home, said before what it is, and the module can be skipped and taken "
    "again") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language});
        visitor.host().go("#/");
        const auto goTo = [&](const std::string& begin) {
            for (const ui::Node& node : visitor.host().window.semantics().nodes())
                if (node.role == Role::link && node.name.compare(0, begin.size(), begin) == 0)
                    return visitor.host().press(Role::link, node.name);
            return false;
        };
        REQUIRE(goTo(visitor.word("entry.title")));
        CHECK(visitor.title() == visitor.word("entry.title"));
        CHECK(visitor.shows("entry.certificate"));
        REQUIRE(goTo(outline(visitor).title));
        CHECK(visitor.title() == visitor.word("entry.of", {{"title", outline(visitor).title}}));
        CHECK(visitor.shows("entry.guess"));
        CHECK(visitor.shows("entry.leave"));
        take(visitor, walk::all);
        CHECK(visitor.title() == visitor.word("entry.knownTitle"));
        CHECK(nextTarget(visitor) == "L1.1"); // nothing is skipped unasked
        REQUIRE(visitor.press("entry.skip"));
        CHECK(visitor.shows("entry.skippedBody"));
        CHECK(nextTarget(visitor) == "L2.1");
        visitor.reload();
        visitor.host().go("#/");
        CHECK(visitor.host().find(Role::link, visitor.word("entry.skipped")) != nullptr);
        CHECK(modulesShown(visitor).front() == "M1"); // there as ever
        visitor.host().go("#/entry");
        CHECK(visitor.host().shows(visitor.word("entry.skipped")));
        visitor.host().go("#/exam/entry-M1");
        REQUIRE(visitor.press("entry.unskip"));
        CHECK(nextTarget(visitor) == "L1.1");
    }
}

TEST_CASE(
    "a module worth taking: said objective by objective, with the lesson to begin with; nothing is called failed") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language});
        take(visitor, 1);
        CHECK(visitor.title() == visitor.word("entry.worthTitle"));
        CHECK_FALSE(visitor.shows("exam.failedTitle"));
        CHECK_FALSE(visitor.press("entry.skip"));
        const auto worth = learning::worthLearning(visitor.person().attempts.back(), outline(visitor));
        CHECK(worth.size() == outline(visitor).objectives.size() - 1);
        int takes = 0, rights = 0;
        for (const ui::Node& node : visitor.host().window.semantics().nodes()) {
            takes += node.name == visitor.word("entry.take") ? 1 : 0;
            rights += node.name == visitor.word("entry.right") ? 1 : 0;
        }
        CHECK(takes == static_cast<int>(worth.size()));
        CHECK(rights == 1);
        bool begins = false;
        for (const course::LessonOutline& lesson : outline(visitor).lessons)
            begins = begins || visitor.host().find(Role::link, visitor.word("entry.begin", {{"title", lesson.title}}));
        CHECK(begins);
        visitor.host().go("#/entry");
        CHECK(visitor.host().shows(visitor.word("entry.worth", {{"count", std::to_string(worth.size())}})));
        visitor.host().go("#/exam/entry-M1");
        REQUIRE(visitor.press("entry.again"));
    }
}

TEST_CASE("an entry test can be left and gone on with, as any exam") {
    Visitor visitor;
    visitor.host().go("#/exam/entry-M1");
    REQUIRE(visitor.press("exam.start"));
    const std::size_t count = visitor.questions(test);
    CHECK(count == outline(visitor).objectives.size());
    const course::Item first = visitor.itemOnScreen(test);
    visitor.mark(first, Answering::right);
    REQUIRE(visitor.press("exam.saveNext"));
    visitor.host().go("#/entry");
    CHECK(visitor.shows("entry.begun"));
    visitor.reload();
    visitor.host().go("#/exam/entry-M1");
    CHECK(visitor.itemOnScreen(test).id != first.id);
    CHECK(visitor.person().attempts.back().answers.size() == 1);
}

TEST_CASE("what is proven completes nothing: the record and the certificate rest on the completion exam") {
    Visitor visitor;
    for (const course::ExamBlueprint& each : visitor.portal().course()->entryTests) {
        visitor.takeExam(each.id, walk::all);
        REQUIRE(visitor.press("entry.skip"));
    }
    const records::CompletionRecord record = records::completionRecord(visitor.person(), *visitor.portal().course());
    CHECK(record.status == records::CompletionStatus::inProgress);
    CHECK(record.lessonsFinished == 0);
    CHECK(record.attempts == 0);
    CHECK_FALSE(record.score.has_value());
    visitor.host().go("#/certificate");
    CHECK_FALSE(visitor.press("certificate.save"));
    CHECK(nextTarget(visitor) == "L16.1"); // what is done, not known, is left
}

TEST_CASE("a path orders home, folds the others behind it, and nothing is out of reach") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language});
        visitor.host().go("#/path");
        const course::Course& course = *visitor.portal().course();
        CHECK(visitor.host().find(Role::radio, visitor.word("path.all"))->checked);
        for (const course::Path& path : course.paths) {
            visitor.host().go("#/path");
            REQUIRE(visitor.host().press(Role::radio, path.title));
            CHECK(visitor.host().find(Role::radio, path.title)->checked);
            REQUIRE(visitor.host().press(Role::link, visitor.word("path.go")));
            std::vector<std::string> due;
            for (const course::ModuleId& id : path.modules) due.push_back(id.text());
            CHECK(modulesShown(visitor) == due);
            CHECK(nextTarget(visitor) == course.module(path.modules.front())->lessons.front().id.text());
            const std::string others =
                visitor.word("home.others", {{"count", std::to_string(course.modules.size() - due.size())}});
            REQUIRE(visitor.host().press(Role::disclosure, others));
            CHECK(modulesShown(visitor).size() == course.modules.size());
            REQUIRE(visitor.host().press(Role::disclosure, others));
        }
        visitor.host().go("#/me");
        CHECK(visitor.host().shows(course.paths.back().title));
        visitor.host().go("#/path");
        REQUIRE(visitor.host().press(Role::radio, visitor.word("path.all")));
        visitor.host().go("#/");
        CHECK(modulesShown(visitor).size() == course.modules.size());
    }
}

TEST_CASE("whoever has learned their path goes on with the rest, and is told so") {
    Visitor visitor;
    visitor.host().go("#/path");
    const course::Course& course = *visitor.portal().course();
    const course::Path& path = *course.path("supervisor");
    REQUIRE(visitor.host().press(Role::radio, path.title));
    for (const course::ModuleId& id : path.modules)
        for (const course::LessonOutline& lesson : course.module(id)->lessons) {
            visitor.portal().openLesson(lesson.id);
            visitor.portal().finishLesson(lesson.id);
        }
    visitor.host().go("#/");
    CHECK(visitor.shows("home.pathDone"));
    CHECK(nextTarget(visitor) == "L4.1");
    CHECK(modulesShown(visitor).size() == course.modules.size()); // the next one lies among the others: they are open
    CHECK(screens::courseShare(&visitor.person(), course) < 1.0F);
    CHECK(screens::courseShare(&visitor.person(), course) > 0.95F);
    // At the end of a lesson the way goes on as home has it.
    const course::LessonOutline* after = screens::nextLesson(&visitor.person(), course, course::LessonId("L2.5"));
    REQUIRE(after != nullptr);
    CHECK(after->id.text() == "L6.1");
}

TEST_CASE("the screens of a person on a path, before and after an entry test" * doctest::test_suite("sweeps")) {
    walk::onEveryLook([](const char* language, const walk::Look& look) {
        Visitor visitor({.language = language, .width = look.width, .textPercent = look.textPercent});
        visitor.host().go("#/path");
        REQUIRE(visitor.host().press(Role::radio, visitor.portal().course()->paths.front().title));
        walk::checkScreen(visitor, std::string("a path in ") + language);
        for (const int right : {1, walk::all}) {
            take(visitor, right);
            walk::checkScreen(visitor, std::string("an entry test's result in ") + language);
        }
        REQUIRE(visitor.press("entry.skip"));
        walk::checkScreen(visitor, std::string("a module that is skipped in ") + language);
        for (const char* hash : {"#/", "#/entry", "#/me"}) {
            visitor.host().go(hash);
            walk::checkScreen(visitor, std::string(hash) + " on a path in " + language);
        }
    });
}
