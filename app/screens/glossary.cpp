// The glossary: every term of the course, to be searched in either language or by the initials of its pinyin.
#include "screens/screens.h"
#include "ui/widgets.h"

#include <string>
#include <utility>
#include <vector>

namespace screens {

namespace {

constexpr int longestQuery = 60; // characters

/// What a term means, and the way to where it is taught.
void drawMeaning(portal::Portal& portal, ui::Column& column, const course::Term& term) {
    column.soft(term.counterpart);
    column.gap(ui::space::s);
    column.body(term.meaning);
    if (const course::LessonOutline* lesson = portal.course()->lesson(term.lesson); lesson != nullptr) {
        column.gap(ui::space::xs);
        ui::link(column, "taught-" + term.id.text(), portal.words()("glossary.taught", {{"lesson", lesson->title}}),
                 portal::hashOf(portal::LessonRoute{term.lesson, term.step}));
    }
}

void drawTerm(portal::Portal& portal, ui::Column& column, const course::Term& term) {
    drawTitle(portal, column, term.term);
    column.gap(ui::space::xs);
    drawMeaning(portal, column, term);
    column.gap(ui::space::l);
    ui::linkButton(column,
                   {.key = "all-terms",
                    .label = portal.words()("glossary.all"),
                    .look = ui::ButtonLook::secondary,
                    .icon = ui::Icon::book,
                    .fitted = true},
                   portal::hashOf(portal::GlossaryRoute{}));
}

void drawTerms(portal::Portal& portal, ui::Column& column, const course::Glossary& glossary) {
    const auto& words = portal.words();
    drawTitle(portal, column, words("glossary.title"));
    column.gap(ui::space::s);
    std::string& query = portal.glossaryQuery();
    const auto typed = ui::textField(column, {.key = "query",
                                              .label = words("glossary.field"),
                                              .text = query,
                                              .hint = words("glossary.hint"),
                                              .longest = longestQuery});
    if (typed) {
        query = *typed;
    }
    const std::vector<const course::Term*> found = glossary.find(query);
    const std::string count = found.empty()
                                  ? std::string(words("glossary.none"))
                                  : std::string(words("glossary.count", {{"count", std::to_string(found.size())}}));
    column.gap(ui::space::s);
    column.soft(count);
    if (typed) {
        column.frame->said.announce(count);
    }
    column.gap(ui::space::l);
    for (const course::Term* term : found) {
        ui::Card card(column, ui::Ground::surface);
        card.inner.heading(term->id.text(), term->term, 2, ui::Size::lead);
        drawMeaning(portal, card.inner, *term);
        card.end();
        column.gap(ui::space::m);
    }
}

} // namespace

void drawGlossary(portal::Portal& portal, ui::Column& column, const course::TermId& id) {
    const course::Glossary* glossary = portal.course()->hasGlossary ? portal.glossary() : nullptr;
    if (!portal.course()->hasGlossary) {
        drawUnknown(portal, column, portal::hashOf(portal::GlossaryRoute{id}));
    } else if (glossary == nullptr) {
        drawLoading(portal, column, portal.glossaryLoading());
    } else if (id.empty()) {
        drawTerms(portal, column, *glossary);
    } else if (const course::Term* term = glossary->term(id); term != nullptr) {
        drawTerm(portal, column, *term);
    } else {
        drawUnknown(portal, column, id.text());
    }
}

} // namespace screens
