// How a person wants to see the portal: what they set is kept and wins, what they leave open the system decides.
#include "host/visitor.h"
#include "portal/display.h"

#include <doctest/doctest.h>

#include <string>

using portal::Display;
using walk::Visitor;

namespace {

std::string themeOf(Visitor& visitor) {
    visitor.host().settle();
    return std::string(visitor.host().window.looks().theme);
}

} // namespace

TEST_CASE("wishes are read, and nonsense means the system's way") {
    Display display;
    for (const char* nonsense : {"", "neon", "999999999999999999", "-5", "DARK"}) {
        display.set("theme", nonsense);
        display.set("contrast", nonsense);
        display.set("motion", nonsense);
        display.set("page", nonsense);
        CHECK(display.theme == Display::Theme::system);
        CHECK_FALSE(display.moreContrast);
        CHECK_FALSE(display.reducedMotion);
        CHECK_FALSE(display.plain);
    }
    display.set("text", "150");
    CHECK(display.textPercent == 150);
    display.set("text", "20");
    CHECK(display.textPercent == Display::leastText);
    display.set("text", "2000");
    CHECK(display.textPercent == Display::mostText);
    display.set("text", "large");
    CHECK(display.textPercent == 100);
    display.set("language", "en");
    CHECK(display.textPercent == 100);
}

TEST_CASE("the system decides, until the person does") {
    Visitor visitor;
    CHECK(themeOf(visitor) == "light");
    visitor.host().view.wishes.dark = true;
    CHECK(themeOf(visitor) == "dark");
    visitor.host().view.wishes.moreContrast = true;
    CHECK(themeOf(visitor) == "dark-contrast");
    visitor.portal().prefer("theme", "light");
    CHECK(themeOf(visitor) == "light-contrast");
    visitor.portal().prefer("theme", "system");
    visitor.host().view.wishes = {};
    CHECK(themeOf(visitor) == "light");
    visitor.portal().prefer("contrast", "more");
    CHECK(themeOf(visitor) == "light-contrast");
    visitor.host().view.wishes.forcedColours = true;
    visitor.host().view.wishes.colours = {0x000000, 0xFFFFFF, 0xFFFF00, 0xFFFFFF};
    CHECK(themeOf(visitor) == "forced");
    CHECK(visitor.host().window.ground().rgb == 0x000000);
}

TEST_CASE("wishes come back after a reload, each learner's own") {
    Visitor visitor;
    visitor.host().go("#/lesson/L2.1");
    visitor.portal().nameLearner("Ann");
    visitor.host().go("#/me");
    REQUIRE(visitor.host().press(ui::Role::radio, "150%"));
    REQUIRE(visitor.host().press(ui::Role::checkbox, visitor.word("me.contrast")));
    REQUIRE(visitor.host().press(ui::Role::checkbox, visitor.word("me.motion")));
    CHECK(visitor.host().page.remembered.at("text") == "150");
    CHECK(visitor.host().page.remembered.at("contrast") == "more");
    CHECK(visitor.host().page.remembered.at("motion") == "less");
    visitor.reload();
    CHECK(visitor.host().window.looks().textScale == doctest::Approx(1.5));
    CHECK(themeOf(visitor) == "light-contrast");
    REQUIRE(visitor.host().press(ui::Role::checkbox, visitor.word("me.contrast")));
    CHECK(themeOf(visitor) == "light");
}

TEST_CASE("larger words make higher lines, and everything is still there") {
    Visitor visitor;
    visitor.host().go("#/lesson/L2.1");
    const float before = visitor.host().window.contentHeight();
    const std::size_t nodes = visitor.host().window.semantics().nodes().size();
    visitor.portal().prefer("text", "200");
    visitor.host().settle();
    CHECK(visitor.host().window.contentHeight() > before * 1.4F);
    CHECK(visitor.host().window.semantics().nodes().size() == nodes);
}

TEST_CASE("the plain page says all that the drawn one says, and draws nothing") {
    Visitor visitor;
    for (const char* hash : {"#/", "#/lesson/L2.1", "#/lesson/L4.1", "#/me", "#/records", "#/exam/M2"}) {
        visitor.host().view.wishes.plain = false;
        visitor.host().go(hash);
        const std::vector<ui::Node> drawn = visitor.host().window.semantics().nodes();
        visitor.host().view.wishes.plain = true;
        visitor.host().settle();
        const std::vector<ui::Node>& plain = visitor.host().window.semantics().nodes();
        REQUIRE(plain.size() == drawn.size());
        for (std::size_t i = 0; i < plain.size(); ++i) {
            CHECK(plain[i].name == drawn[i].name);
            CHECK(plain[i].role == drawn[i].role);
        }
        CHECK(visitor.host().window.looks().plain);
    }
}
