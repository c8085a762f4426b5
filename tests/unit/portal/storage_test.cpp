// What a person is told about the keeping of their progress: saved, saving, or why not; and nothing is lost meanwhile.
#include "host/visitor.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using host::StoreTrouble;
using walk::Visitor;

constexpr const char* lessonHash = "#/lesson/L2.1";

void answersFirstStep(Visitor& visitor) {
    const course::Lesson& lesson = visitor.lesson(course::LessonId("L2.1"));
    visitor.doStep(lesson, lesson.steps.front());
}

/// These very words, not only as a part of others.
bool says(Visitor& visitor, std::string_view key) {
    return visitor.host().find(ui::Role::text, visitor.word(key)) != nullptr;
}

} // namespace

TEST_CASE("a step is saved only when the store says so") {
    Visitor visitor;
    visitor.host().go(lessonHash);
    CHECK(says(visitor, "saved.done"));
    // An answer whose confirmation has not come yet:
    visitor.portal().prefer("theme", "dark");
    (void)visitor.host().window.drawFrame(visitor.portal(), visitor.host().view, {});
    CHECK(says(visitor, "saved.waiting"));
    CHECK_FALSE(says(visitor, "saved.done"));
    visitor.host().settle();
    CHECK(says(visitor, "saved.done"));
}

TEST_CASE("storage that is switched off is said on every screen, in both languages, and the lesson goes on") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language, .trouble = StoreTrouble::unavailable});
        visitor.host().store.outcome = StoreTrouble::unavailable;
        for (const char* hash : {"#/", lessonHash, "#/exam/M2", "#/records", "#/certificate", "#/me", "#/nowhere"}) {
            visitor.host().go(hash);
            CHECK_MESSAGE(visitor.shows("store.title"), hash);
            CHECK_MESSAGE(visitor.shows("store.unavailable"), hash);
            CHECK_FALSE(says(visitor, "saved.done"));
        }
        visitor.host().go(lessonHash);
        answersFirstStep(visitor);
        CHECK(visitor.person().lessons.at(course::LessonId("L2.1")).steps.size() == 1);
        CHECK(visitor.shows("store.unavailable"));
    }
}

TEST_CASE("a full disk and a failing store have their own words, and what was refused is still on the page") {
    for (const auto& [trouble, key] :
         {std::pair(StoreTrouble::full, "store.full"), std::pair(StoreTrouble::failing, "store.failing")}) {
        Visitor visitor;
        visitor.host().go(lessonHash);
        visitor.host().store.outcome = trouble;
        answersFirstStep(visitor);
        CHECK(visitor.shows("store.title"));
        CHECK(visitor.shows(key));
        CHECK_FALSE(says(visitor, "saved.done"));
        CHECK(visitor.portal().journal().unconfirmed() > 0);
        CHECK(visitor.person().lessons.at(course::LessonId("L2.1")).steps.size() == 1);
    }
}

TEST_CASE("the warning goes away when everything that was refused has been kept after all") {
    Visitor visitor;
    visitor.host().go(lessonHash);
    visitor.host().store.outcome = StoreTrouble::full;
    answersFirstStep(visitor);
    REQUIRE(visitor.shows("store.full"));
    std::vector<std::string> refused;
    for (const learning::Event& event : visitor.portal().journal().events()) refused.push_back(event.id.text());
    visitor.host().store.outcome = StoreTrouble::none;
    const course::Lesson& lesson = visitor.lesson(course::LessonId("L2.1"));
    visitor.doStep(lesson, lesson.steps[1]); // is kept, but the earlier one is not yet
    CHECK(visitor.shows("store.full"));
    for (const std::string& id : refused) visitor.portal().storeConfirmed(id); // the store tries again by itself
    visitor.host().settle();
    CHECK_FALSE(visitor.shows("store.title"));
    CHECK(says(visitor, "saved.done"));
}

TEST_CASE("records that cannot be read are counted aloud, and the rest is there") {
    Visitor visitor;
    visitor.doLesson(course::LessonId("L2.1"));
    std::vector<std::string> journal = visitor.host().store.lines;
    journal.insert(journal.begin() + 1, "{\"half\": ");
    journal.push_back("not json at all");
    journal.push_back("{\"schema\": 999}");
    visitor.enter({.journal = journal});
    CHECK(visitor.host().shows(visitor.word("store.unreadable", {{"count", "3"}})));
    CHECK(visitor.person().lessons.at(course::LessonId("L2.1")).finished.has_value());
}

TEST_CASE("an outcome for an event that nobody knows changes nothing") {
    Visitor visitor;
    visitor.portal().storeConfirmed("no such event");
    visitor.host().settle();
    CHECK_FALSE(visitor.shows("store.title"));
}
