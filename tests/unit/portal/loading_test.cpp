// Content packs that are missing or broken, addresses that lead nowhere, languages that change in the middle.
#include "host/visitor.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using walk::Visitor;

std::map<std::string, std::string> packsWithout(const std::string& name) {
    auto packs = walk::packs();
    packs.erase(name);
    return packs;
}

std::map<std::string, std::string> packsWithBroken(const std::string& name) {
    auto packs = walk::packs();
    packs[name] = packs.at(name).substr(0, packs.at(name).size() / 2);
    return packs;
}

} // namespace

TEST_CASE("a course that is missing or broken is said in both languages, with a way to try again that works") {
    for (const auto& packs : {packsWithout("course.zh-CN"), packsWithBroken("course.zh-CN"),
                              std::map<std::string, std::string>{{"course.zh-CN", ""}}}) {
        Visitor visitor({.packs = packs});
        CHECK(visitor.host().shows("课程没能打开"));
        CHECK(visitor.host().shows("could not be opened"));
        REQUIRE(visitor.host().press(ui::Role::button, "重试 · Try again"));
        CHECK(visitor.host().shows("课程没能打开"));
        visitor.host().page.packs = walk::packs();
        REQUIRE(visitor.host().press(ui::Role::button, "重试 · Try again"));
        CHECK(visitor.title() == visitor.word("home.welcome"));
    }
}

TEST_CASE("a lesson whose pack is missing or broken says so, leads home, and opens after another try") {
    for (const auto& packs : {packsWithout("M2.zh-CN"), packsWithBroken("M2.zh-CN")}) {
        for (const char* hash : {"#/lesson/L2.1", "#/exam/M2"}) {
            Visitor visitor({.packs = packs});
            visitor.host().go(hash);
            CHECK(visitor.shows("pack.failedTitle"));
            CHECK(visitor.host().find(ui::Role::link, visitor.word("unknown.home")) != nullptr);
            REQUIRE(visitor.press("pack.retry"));
            CHECK(visitor.shows("pack.failedTitle"));
            visitor.host().page.packs = walk::packs();
            REQUIRE(visitor.press("pack.retry"));
            CHECK_FALSE(visitor.shows("pack.failedTitle"));
            CHECK_FALSE(visitor.title().empty());
        }
    }
}

TEST_CASE("home and a plain lesson need no rest of the program; where it is needed and cannot be had, that is said") {
    Visitor visitor;
    visitor.host().page.restThere = false;
    visitor.host().go("#/lesson/L2.1");
    CHECK_FALSE(visitor.shows("pack.failedTitle"));
    for (const char* hash : {"#/exam/M2", "#/me", "#/records", "#/certificate", "#/lab", "#/lesson/L4.1/both-ways"}) {
        CAPTURE(hash);
        visitor.host().go(hash);
        CHECK(visitor.shows("pack.failedTitle"));
    }
    REQUIRE(visitor.press("pack.retry"));
    CHECK(visitor.shows("pack.failedTitle"));
    visitor.host().page.restThere = true;
    REQUIRE(visitor.press("pack.retry"));
    CHECK_FALSE(visitor.shows("pack.failedTitle"));
}

TEST_CASE("words of the rest that are missing or broken are said like the rest itself, and come with another try") {
    for (const auto& packs : {packsWithout("rest.zh-CN"), packsWithBroken("rest.zh-CN")}) {
        Visitor visitor({.packs = packs});
        CHECK(visitor.title() == visitor.word("home.welcome"));
        visitor.host().go("#/verify");
        CHECK(visitor.shows("pack.failedTitle"));
        visitor.host().page.packs = walk::packs();
        REQUIRE(visitor.press("pack.retry"));
        CHECK(visitor.title() == visitor.word("verify.title"));
    }
}

TEST_CASE("a language is switched only when all of its words are here that the place needs") {
    Visitor visitor({.packs = packsWithout("rest.en")});
    visitor.host().go("#/verify");
    REQUIRE(visitor.host().press(ui::Role::button, "English"));
    CHECK(visitor.portal().language() == "zh-CN");
    CHECK(visitor.host().page.remembered.count("language") == 0);
    CHECK(visitor.title() == visitor.word("verify.title"));
    visitor.host().page.packs = walk::packs();
    REQUIRE(visitor.host().press(ui::Role::button, "English"));
    CHECK(visitor.portal().language() == "en");
    CHECK(visitor.title() == "Verify a certificate");
}

TEST_CASE("whoever thinks better of a language while it is under way keeps the one before, with all of its words") {
    Visitor visitor;
    visitor.host().go("#/verify");
    visitor.portal().setLanguage("en");
    CHECK(visitor.portal().packArrived("course.en", walk::packs().at("course.en")));
    visitor.portal().setLanguage("zh-CN");
    CHECK(visitor.portal().packArrived("rest.en", walk::packs().at("rest.en")));
    REQUIRE(visitor.portal().course() != nullptr);
    CHECK(visitor.portal().course()->language == "zh-CN");
    visitor.host().settle();
    CHECK(visitor.title() == visitor.word("verify.title"));
    CHECK(visitor.portal().course()->language == "zh-CN");
}

TEST_CASE("a pack that is not what it is called is refused") {
    auto packs = walk::packs();
    packs["M2.zh-CN"] = packs.at("course.zh-CN");
    Visitor visitor({.packs = packs});
    visitor.host().go("#/lesson/L2.1");
    CHECK(visitor.shows("pack.failedTitle"));
    packs = walk::packs();
    packs["M2.zh-CN"] = packs.at("M4.zh-CN");
    visitor.enter({.packs = packs});
    visitor.host().go("#/lesson/L2.1");
    CHECK(visitor.shows("pack.failedTitle"));
}

TEST_CASE("an unknown lesson, exam or address is said, named and leads home") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language});
        for (const std::string hash :
             {"#/lesson/L9.9", "#/exam/M99", "#/nowhere", "#/lesson/../../x", "#/exam/constructor"}) {
            visitor.host().go(hash);
            CHECK_MESSAGE(visitor.title() == visitor.word("unknown.title"), hash);
            CHECK(visitor.host().shows(hash.substr(hash.rfind('/') + 1)));
            REQUIRE(visitor.press("unknown.home"));
            CHECK(visitor.title() == visitor.word("home.welcome"));
        }
        CHECK(visitor.portal().learners().all.empty()); // looking around makes nobody a learner
    }
}

TEST_CASE("a pack that comes for a place one has left is kept for later and changes nothing now") {
    Visitor visitor;
    visitor.portal().packArrived("nobody.asked", "xyz");
    visitor.portal().packFailed("nobody.asked");
    visitor.host().settle();
    CHECK(visitor.title() == visitor.word("home.welcome"));
}

TEST_CASE("switching the language keeps the step, the question, the order of its options and what was chosen") {
    Visitor visitor;
    visitor.host().go("#/lesson/L2.1");
    const course::Lesson& lesson = visitor.lesson(course::LessonId("L2.1"));
    visitor.doStep(lesson, lesson.steps[0]);
    visitor.doStep(lesson, lesson.steps[1]);
    const course::Item& item = std::get<course::Check>(lesson.steps[2].activity).item;
    const auto& single = std::get<course::SingleChoice>(item.question);
    REQUIRE(visitor.host().press(ui::Role::radio, single.options[1].text));
    const std::vector<std::string> before = visitor.options();
    const std::string was = visitor.title();

    REQUIRE(visitor.host().press(ui::Role::button, "English"));
    CHECK(visitor.portal().language() == "en");
    CHECK(visitor.host().page.language == "en");
    CHECK(visitor.host().page.remembered["language"] == "en");
    CHECK(visitor.title() != was);
    const std::vector<std::string> after = visitor.options();
    CHECK(after.size() == before.size());
    const auto& english = std::get<course::SingleChoice>(
        std::get<course::Check>(visitor.lesson(course::LessonId("L2.1")).steps[2].activity).item.question);
    const ui::Node* chosen = visitor.host().find(ui::Role::radio, english.options[1].text);
    REQUIRE(chosen != nullptr);
    CHECK(chosen->checked);

    REQUIRE(visitor.host().press(ui::Role::button, "中文"));
    CHECK(visitor.title() == was);
    CHECK(visitor.options() == before);
}

TEST_CASE("a language that cannot be had leaves everything as it was") {
    for (const auto& packs : {packsWithout("course.en"), packsWithBroken("course.en")}) {
        Visitor visitor({.packs = packs});
        REQUIRE(visitor.host().press(ui::Role::button, "English"));
        CHECK(visitor.portal().language() == "zh-CN");
        CHECK(visitor.host().page.remembered.count("language") == 0);
        CHECK(visitor.title() == visitor.word("home.welcome"));
        CHECK(visitor.host().find(ui::Role::button, "English") != nullptr);
        // With the pack there, the same press works.
        visitor.host().page.packs = walk::packs();
        REQUIRE(visitor.host().press(ui::Role::button, "English"));
        CHECK(visitor.portal().language() == "en");
        CHECK(visitor.title() == "Start here");
    }
}

TEST_CASE("what a learner has set comes with them after a reload") {
    Visitor visitor;
    visitor.host().go("#/lesson/L2.1"); // someone is sitting here from now on
    visitor.host().go("#/me");
    REQUIRE(visitor.host().press(ui::Role::radio, "English"));
    REQUIRE(visitor.host().press(ui::Role::radio, visitor.word("me.dark")));
    CHECK(visitor.host().window.looks().theme == "dark");
    visitor.enter({.language = "zh-CN", .journal = visitor.host().store.lines});
    CHECK(visitor.portal().language() == "en");
    CHECK(visitor.host().window.looks().theme == "dark");
}
