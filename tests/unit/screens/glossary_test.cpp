// The glossary on the screen: from a lesson to a term, from a term to where it is taught, and searching.
#include "host/visitor.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using ui::Role;
using walk::Visitor;

/// The first lesson's first step that names a term for the first time.
const course::Step& stepWithTerms(Visitor& visitor, const course::LessonId& id) {
    for (const course::Step& step : visitor.lesson(id).steps)
        if (!step.terms.empty()) return step;
    FAIL("the lesson names no term");
    return visitor.lesson(id).steps.front();
}

} // namespace

TEST_CASE("a term that a step names leads to its meaning, and the meaning to where it is taught") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language});
        const course::LessonId id("L1.1");
        visitor.host().go("#/lesson/" + id.text());
        const course::Step step = stepWithTerms(visitor, id);
        for (const course::Step& each : visitor.lesson(id).steps) {
            if (each.id == step.id) break;
            visitor.doStep(visitor.lesson(id), each);
        }
        if (!std::holds_alternative<course::Reading>(step.activity)) {
            CHECK_MESSAGE(!visitor.shows("lesson.terms"), "a name might give the answer away");
            visitor.answerStep(step);
        }
        REQUIRE(visitor.shows("lesson.terms"));
        REQUIRE(visitor.host().press(Role::link, step.terms.front().term));
        visitor.host().settle();
        REQUIRE(visitor.portal().glossary() != nullptr);
        const course::Term* term = visitor.portal().glossary()->term(step.terms.front().id);
        REQUIRE(term != nullptr);
        CHECK(visitor.title() == term->term);
        CHECK(visitor.host().shows(term->meaning));
        CHECK(visitor.host().shows(term->counterpart));
        const course::LessonOutline* taught = visitor.portal().course()->lesson(term->lesson);
        REQUIRE(taught != nullptr);
        REQUIRE(visitor.host().press(Role::link, visitor.word("glossary.taught", {{"lesson", taught->title}})));
        visitor.host().settle();
        CHECK(portal::hashOf(visitor.portal().route()) == "#/lesson/" + term->lesson.text() + "/" + term->step.text());
    }
}

TEST_CASE("the glossary is found from home and searched while one types, in both languages and by initials") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language});
        visitor.host().go("#/");
        REQUIRE(visitor.host().find(Role::link, visitor.word("glossary.title") + "…") != nullptr);
        visitor.host().go("#/glossary");
        CHECK(visitor.title() == visitor.word("glossary.title"));
        const course::Glossary& glossary = *visitor.portal().glossary();
        CHECK(visitor.host().shows(visitor.word("glossary.count", {{"count", std::to_string(glossary.terms.size())}})));
        const course::Term& last = glossary.terms.back();
        const auto search = [&visitor](const std::string& words) {
            REQUIRE(visitor.host().type(visitor.word("glossary.field"), words));
            visitor.host().settle();
        };
        for (const std::string& words : {last.term, last.counterpart, last.initials}) {
            search(words);
            CHECK(visitor.host().find(Role::heading, last.term) != nullptr);
        }
        search("§§§");
        CHECK(visitor.shows("glossary.none"));
        CHECK(visitor.host().find(Role::heading, last.term) == nullptr);
        CHECK(visitor.host().mirror.announced.back() == visitor.word("glossary.none"));
    }
}

TEST_CASE("a term that there is not is told, and so is a glossary that cannot be had") {
    Visitor visitor;
    visitor.host().go("#/glossary/nothing-of-this-name");
    CHECK(visitor.title() == visitor.word("unknown.title"));

    Visitor::Setting setting;
    setting.packs["glossary.zh-CN"] = "no pack";
    visitor.enter(setting);
    visitor.host().go("#/glossary");
    CHECK(visitor.shows("pack.failedTitle"));
}
