// Use without network, and newer versions: said where it belongs, offered and never forced, and never in an exam.
#include "host/visitor.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

using host::Offline;
using walk::Visitor;

TEST_CASE("Me says how use without network stands, and why where it is not offered") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language});
        visitor.host().go("#/me");
        CHECK(visitor.shows("offline.preparing"));
        constexpr std::array<std::pair<Offline, const char*>, 3> standings = {{{Offline::ready, "offline.ready"},
                                                                               {Offline::insecure, "offline.insecure"},
                                                                               {Offline::refused, "offline.refused"}}};
        for (const auto& each : standings) {
            visitor.portal().offlineStands(each.first);
            visitor.host().settle();
            CHECK_MESSAGE(visitor.shows(each.second), each.second);
            CHECK_FALSE(visitor.shows("offline.preparing"));
        }
    }
}

TEST_CASE("a newer version is offered on Home and on Me, and taken only when a person asks for it") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language});
        CHECK_FALSE(visitor.shows("newer.title"));
        visitor.portal().newerFound();
        for (const char* hash : {"#/", "#/me"}) {
            visitor.host().go(hash);
            CHECK(visitor.shows("newer.title"));
            CHECK(visitor.shows("newer.body"));
        }
        CHECK(visitor.host().page.newerTaken == 0);
        REQUIRE(visitor.press("newer.take"));
        CHECK(visitor.host().page.newerTaken == 1);
    }
}

TEST_CASE("in a lesson nobody is interrupted by a newer version") {
    Visitor visitor;
    visitor.host().go("#/lesson/L2.1");
    visitor.portal().newerFound();
    visitor.host().settle();
    CHECK_FALSE(visitor.shows("newer.title"));
}

TEST_CASE("with an exam open, a newer version is not offered until it is handed in: its paper would be lost") {
    Visitor visitor;
    visitor.host().go("#/exam/M4");
    REQUIRE(visitor.press("exam.start"));
    visitor.portal().newerFound();
    for (const char* hash : {"#/exam/M4", "#/", "#/me"}) {
        visitor.host().go(hash);
        CHECK_FALSE(visitor.shows("newer.title"));
    }
    visitor.host().go("#/exam/M4");
    for (std::size_t at = visitor.questions(course::ExamId("M4")); at > 0; --at) REQUIRE(visitor.press("exam.skip"));
    visitor.handIn();
    visitor.host().go("#/");
    CHECK(visitor.shows("newer.title"));
}

TEST_CASE("an attempt that nobody can go on with keeps no newer version away") {
    Visitor visitor;
    visitor.host().go("#/exam/M4");
    REQUIRE(visitor.press("exam.start"));
    auto packs = walk::packs();
    auto course = base::parseCbor(packs.at("course.zh-CN"), "course");
    REQUIRE(course.ok());
    course.value()["version"] = "another";
    packs["course.zh-CN"] = base::toCbor(course.value());
    visitor.enter({.journal = visitor.host().store.lines, .packs = packs});
    visitor.portal().newerFound();
    visitor.host().go("#/");
    CHECK(visitor.shows("newer.title"));
}

TEST_CASE("a pack that is gone because there is a newer version: said so, with the way to it and another try") {
    auto packs = walk::packs();
    packs.erase("M2.zh-CN");
    Visitor visitor({.packs = packs});
    visitor.host().go("#/lesson/L2.1");
    CHECK(visitor.shows("pack.failed"));
    CHECK(visitor.host().find(ui::Role::button, visitor.word("newer.take")) == nullptr);
    visitor.portal().newerFound();
    visitor.host().settle();
    CHECK(visitor.shows("pack.newer"));
    CHECK_FALSE(visitor.shows("pack.failed"));
    CHECK(visitor.host().find(ui::Role::button, visitor.word("pack.retry")) != nullptr);
    REQUIRE(visitor.press("newer.take"));
    CHECK(visitor.host().page.newerTaken == 1);
}
