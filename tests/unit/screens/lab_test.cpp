// The question lab on the screen: what is typed is read at once, in the language it is written in.
#include "host/visitor.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using walk::Visitor;

void type(Visitor& visitor, const std::string& sentence) {
    REQUIRE(visitor.host().type(visitor.word("lab.field"), sentence));
    visitor.host().settle();
}

} // namespace

TEST_CASE("the lab is found from home, and reads while one types") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language});
        visitor.host().go("#/");
        REQUIRE(visitor.host().find(ui::Role::link, visitor.word("lab.title") + "…") != nullptr);
        visitor.host().go("#/lab");
        CHECK(visitor.title() == visitor.word("lab.title"));
        CHECK(visitor.shows("lab.empty"));
        type(visitor, "您怎么现在才来？");
        CHECK(visitor.shows("finding.open"));
        CHECK(visitor.shows("finding.fault-exposing"));
        CHECK(visitor.host().shows("怎么现在"));
        CHECK_FALSE(visitor.shows("lab.empty"));
        REQUIRE_FALSE(visitor.host().mirror.announced.empty());
        CHECK(visitor.host().mirror.announced.back().find(visitor.word("finding.fault-exposing")) != std::string::npos);
        type(visitor, "That's not my department.");
        CHECK(visitor.shows("finding.forbidden"));
        CHECK(visitor.host().shows("not my department"));
        CHECK_FALSE(visitor.shows("finding.fault-exposing"));
        type(visitor, "Thank you for telling us.");
        CHECK(visitor.shows("lab.nothing"));
        type(visitor, "您怎么来的。");
        CHECK(visitor.shows("lab.unsure"));
        type(visitor, "You lost the key on Monday.");
        CHECK(visitor.host().shows(visitor.word("lab.perhaps", {{"kind", visitor.word("finding.blame")}})));
        type(visitor, "");
        CHECK(visitor.shows("lab.empty"));
    }
}

TEST_CASE("each example of the lab can be tried, and stays when one comes back") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language});
        visitor.host().go("#/lab");
        visitor.host().settle();
        const std::vector<std::string> examples = visitor.portal().lab()->lexicon().examples;
        for (const std::string& example : examples) {
            INFO(example);
            REQUIRE(visitor.host().press(ui::Role::button, example));
            visitor.host().settle();
            CHECK(visitor.portal().labSentence() == example);
            CHECK_FALSE(visitor.shows("lab.empty"));
        }
        visitor.host().go("#/");
        visitor.host().go("#/lab");
        CHECK(visitor.portal().labSentence() == examples.back());
        visitor.portal().addLearner("Anna");
        CHECK(visitor.portal().labSentence().empty()); // nobody else's business
    }
}

TEST_CASE("a lab that cannot be had says so, and can be asked for again") {
    auto packs = walk::packs();
    packs.erase("lab.en");
    Visitor visitor({.language = "zh-CN", .packs = packs});
    visitor.host().go("#/lab");
    type(visitor, "Why?");
    CHECK(visitor.shows("pack.failed"));
    REQUIRE(visitor.press("pack.retry"));
    type(visitor, "为什么？");
    CHECK(visitor.shows("finding.open"));
}

TEST_CASE("a rewrite waits for the lab, and says when it cannot be had") {
    auto packs = walk::packs();
    packs.erase("lab.zh-CN");
    Visitor visitor({.language = "zh-CN", .packs = packs});
    const course::LessonId id("L4.1");
    visitor.host().go("#/lesson/L4.1");
    const course::Lesson& lesson = visitor.lesson(id);
    for (const course::Step& step : lesson.steps) {
        if (std::holds_alternative<course::Rewrite>(step.activity)) break;
        visitor.doStep(lesson, step);
    }
    CHECK(visitor.shows("pack.failed"));
    CHECK(visitor.host().find(ui::Role::textField, visitor.word("rewrite.field")) == nullptr);
}

TEST_CASE("a rewrite of the right form that hurts is said to hurt") {
    Visitor visitor({.language = "zh-CN"});
    visitor.host().go("#/lesson/L4.1");
    const course::Lesson& lesson = visitor.lesson(course::LessonId("L4.1"));
    for (const course::Step& step : lesson.steps) {
        if (std::holds_alternative<course::Rewrite>(step.activity)) break;
        visitor.doStep(lesson, step);
    }
    REQUIRE(visitor.host().type(visitor.word("rewrite.field"), "您还想怎么样？"));
    REQUIRE(visitor.press("rewrite.check"));
    CHECK(visitor.shows("rewrite.isOpen"));
    CHECK(visitor.shows("finding.provocative"));
}
