// Going from place to place: the page scrolls up, the focus goes to the new heading, and what is fixed stays.
#include "host/visitor.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using walk::Visitor;

bool focusSentTo(Visitor& visitor, const std::string& title) {
    for (const ui::Node& node : visitor.host().window.semantics().nodes())
        if (node.role == ui::Role::heading && node.level == 1 && node.name == title)
            return visitor.host().mirror.last.find("\"focus\":" + std::to_string(node.id)) != std::string::npos;
    return false;
}

} // namespace

TEST_CASE("the first screen leaves the focus alone; every later place takes it to its heading and scrolls up, once") {
    Visitor visitor;
    CHECK(visitor.host().mirror.last.find("focus") == std::string::npos);
    CHECK_FALSE(visitor.host().window.takeNewPlace());
    for (const char* hash : {"#/records", "#/me", "#/exam/M2", "#/"}) {
        visitor.host().page.navigate(hash, false);
        (void)visitor.host().window.drawFrame(visitor.portal(), visitor.host().view, {});
        visitor.host().page.deliver();
        if (visitor.title().empty()) (void)visitor.host().window.drawFrame(visitor.portal(), visitor.host().view, {});
        CHECK_MESSAGE(focusSentTo(visitor, visitor.title()), hash);
        CHECK(visitor.host().window.takeNewPlace());
        CHECK_FALSE(visitor.host().window.takeNewPlace());
        visitor.host().settle();
    }
}

TEST_CASE("the next step of a lesson and the next question are new places too") {
    Visitor visitor;
    visitor.host().go("#/lesson/L2.1");
    (void)visitor.host().window.takeNewPlace();
    const course::Lesson& lesson = visitor.lesson(course::LessonId("L2.1"));
    visitor.doStep(lesson, lesson.steps.front());
    CHECK(visitor.host().window.takeNewPlace());
    CHECK(visitor.title() == lesson.steps[1].title);
}

TEST_CASE(
    "the places one can go are on every screen, the one where one is says so, and they stay while the page scrolls") {
    for (const float width : {390.0F, 820.0F, 1440.0F}) {
        Visitor visitor({.width = width});
        for (const auto& [hash, key] : {std::pair("#/", "nav.learn"), std::pair("#/records", "nav.records"),
                                        std::pair("#/me", "nav.me"), std::pair("#/lesson/L2.1", "nav.learn")}) {
            visitor.host().go(hash);
            for (const char* place : {"nav.learn", "nav.records", "nav.me"}) {
                const ui::Node* link = visitor.host().find(ui::Role::link, visitor.word(place));
                REQUIRE(link != nullptr);
                CHECK(link->current == (std::string(place) == key));
                CHECK(link->fixed);
            }
            const ui::Box before = visitor.host().find(ui::Role::link, visitor.word("nav.me"))->place;
            visitor.host().view.scroll = 300;
            visitor.host().settle();
            CHECK(visitor.host().find(ui::Role::link, visitor.word("nav.me"))->place == before);
            visitor.host().view.scroll = 0;
        }
    }
}

TEST_CASE("scrolling sends nothing to the mirror: the page's own places do not change") {
    Visitor visitor;
    const int updates = visitor.host().mirror.updates;
    for (float scroll = 0; scroll < 1200; scroll += 100) {
        visitor.host().view.scroll = scroll;
        visitor.host().settle();
    }
    CHECK(visitor.host().mirror.updates == updates);
}

TEST_CASE("a window that is being resized, down to nothing, never fails") {
    Visitor visitor;
    visitor.host().go("#/lesson/L2.1");
    for (const float width : {1440.0F, 1100.0F, 1101.0F, 700.0F, 699.0F, 320.0F, 200.0F, 60.0F, 1.0F, 390.0F}) {
        visitor.host().view.width = width;
        visitor.host().view.height = width;
        visitor.host().view.density = width > 700 ? 1.0F : 2.75F;
        visitor.host().settle();
    }
    CHECK_FALSE(visitor.title().empty());
}
