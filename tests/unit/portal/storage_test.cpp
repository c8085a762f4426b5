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

TEST_CASE("the browser is asked once, at the first answer, not to clear the store, and Me says what it answered") {
    for (const auto& [answer, key] :
         {std::pair(host::Persistence::granted, "keep.granted"), std::pair(host::Persistence::denied, "keep.denied"),
          std::pair(host::Persistence::unsupported, "keep.unsupported")}) {
        Visitor visitor;
        visitor.host().store.answer = answer;
        visitor.host().go("#/me");
        CHECK(visitor.shows("keep.unasked"));
        visitor.host().go(lessonHash);
        CHECK(visitor.host().store.asked == 0);
        answersFirstStep(visitor);
        const course::Lesson lesson = visitor.lesson(course::LessonId("L2.1"));
        visitor.doStep(lesson, lesson.steps[1]);
        CHECK(visitor.host().store.asked == 1);
        visitor.host().go("#/me");
        CHECK(visitor.shows(key));
    }
}

TEST_CASE("what an earlier version kept, and what was never confirmed, is taken over and written again") {
    Visitor before;
    before.doLesson(course::LessonId("L2.1"));
    std::vector<std::string> earlier;
    for (const learning::Event& event : before.portal().journal().events())
        earlier.push_back(learning::toJsonLine(event));
    const std::string last = before.host().store.lines.back();

    for (const bool asCopies : {false, true}) {
        host::Kept kept{.device = "this-browser"};
        (asCopies ? kept.copies : kept.earlier) = earlier;
        kept.copies.push_back(last); // a copy of the last of them as well
        before.enter({});            // there is one page at a time
        host::MemoryStore& store = before.host().store;
        before.portal().start(kept, "zh-CN", {});
        before.host().settle();
        CHECK(store.lines.size() == earlier.size());
        CHECK(before.person().lessons.at(course::LessonId("L2.1")).finished.has_value());
        CHECK(before.portal().journal().unconfirmed() == 0);
    }
}

TEST_CASE("another tab chose somebody else: this one says so, until it was read, and keeps its learner") {
    Visitor visitor;
    visitor.portal().addLearner("Ann");
    visitor.host().settle();
    records::Journal other;
    other.setDevice("this-browser");
    other.load(visitor.host().store.lines);
    const learning::LearnerId ben("ben");
    std::vector<std::string> lines;
    int id = 0;
    for (const learning::Fact& fact :
         {learning::Fact(learning::LearnerJoined{}), learning::Fact(learning::LearnerNamed{"Ben"}),
          learning::Fact(learning::LearnerChosen{})})
        lines.push_back(
            other.append({learning::EventId("b" + std::to_string(++id)), ben, visitor.host().clock.time, fact})->text);
    visitor.portal().storeTook(lines);
    visitor.host().settle();
    CHECK(visitor.person().name == "Ann");
    CHECK(visitor.shows("tabs.otherTitle"));
    CHECK(visitor.host().shows(visitor.word("tabs.other", {{"other", "Ben"}, {"here", "Ann"}})));
    REQUIRE(visitor.press("notice.dismiss"));
    CHECK_FALSE(visitor.shows("tabs.otherTitle"));
}

TEST_CASE("a store that was deleted under the page, and one that a later version has taken over, have their words") {
    Visitor visitor;
    visitor.portal().storeRestored();
    visitor.host().settle();
    CHECK(visitor.shows("store.restored"));
    visitor.portal().storeRefused("any", StoreTrouble::outdated);
    visitor.host().settle();
    CHECK(visitor.shows("store.outdated"));
}

TEST_CASE("a place in the chain that does not fit is said aloud") {
    Visitor visitor;
    visitor.doLesson(course::LessonId("L2.1"));
    std::vector<std::string> journal = visitor.host().store.lines;
    journal.erase(journal.begin() + 3);
    visitor.enter({.journal = journal});
    CHECK(visitor.host().shows(visitor.word("store.broken", {{"count", "1"}})));
}
