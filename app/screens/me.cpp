// Me: who sits here, the language and the looks, where things are kept, and whose work this stands on.
#include "base/utf8.h"
#include "screens/display.h"
#include "screens/screens.h"
#include "ui/rows.h"

#include <string>

namespace screens {

namespace {

void drawName(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    const learning::Learner* person = portal.learner();
    const std::string kept = person == nullptr ? std::string{} : person->name;
    std::optional<std::string>& draft = portal.nameDraft();
    const std::string typed = draft.value_or(kept);
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("name-title", words("me.name"), 2, ui::Size::lead);
    in.gap(ui::space::s);
    const std::string tidy = base::tidyName(typed, typed.size());
    const bool tooLong = base::countCodePoints(tidy) > records::longestCertificateName;
    if (const auto text = ui::textField(in, {.key = "name",
                                             .label = words("certificate.nameLabel"),
                                             .text = typed,
                                             .hint = words("certificate.nameHint"),
                                             .trouble = tooLong ? words("certificate.nameTooLong") : std::string_view{},
                                             .longest = 20000})) {
        draft = *text;
    }
    in.gap(ui::space::m);
    if (ui::button(
            in,
            {.key = "save-name", .label = words("me.saveName"), .disabled = tidy.empty() || tooLong || tidy == kept})) {
        portal.nameLearner(typed);
        draft.reset();
    }
    if (portal.takeNameSaved()) {
        column.frame->said.announce(std::string(words("saved.done")));
    }
}

void drawOthers(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("others-title", words("me.others"), 2, ui::Size::lead);
    in.gap(ui::space::xs);
    in.soft(words("me.othersIntro"));
    in.gap(ui::space::m);
    learning::LearnerId chosen;
    const auto& people = portal.learners().all;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const learning::Learner& person = people[i];
        if (i >= portal.peopleShown() && !(person.id == portal.learners().current)) {
            continue;
        }
        const bool here = person.id == portal.learners().current;
        const std::string name = person.name.empty() ? std::string(words("records.unnamed")) : person.name;
        const std::string key = "learner-" + person.id.text();
        const float top = in.y;
        ui::Choice what;
        what.key = key;
        what.label = " "; // the name itself is drawn by the browser
        what.mark = here ? ui::Mark::chosen : ui::Mark::none;
        what.ordered = true; // a button that stays pressed: arrow keys must not change who sits here
        const bool pressed = ui::choice(in, what, name);
        ui::Column over(*in.frame, in.x + 52, top + (in.y - top - in.frame->type.lineHeight(ui::Size::body)) / 2,
                        in.width - 68);
        ui::personText(over, "name-" + person.id.text(), name, ui::Size::body);
        in.gap(ui::space::s);
        if (pressed && !here) {
            chosen = person.id;
        }
    }
    drawMorePeople(portal, in, people.size());
    in.gap(ui::space::m);
    std::string& newName = portal.newLearnerDraft();
    const std::string tidy = base::tidyName(newName, newName.size());
    const bool tooLong = base::countCodePoints(tidy) > records::longestCertificateName;
    if (const auto text = ui::textField(in, {.key = "new-name",
                                             .label = words("me.newName"),
                                             .text = newName,
                                             .hint = words("certificate.nameHint"),
                                             .trouble = tooLong ? words("certificate.nameTooLong") : std::string_view{},
                                             .longest = 20000})) {
        newName = *text;
    }
    in.gap(ui::space::m);
    if (ui::button(in, {.key = "add",
                        .label = words("me.add"),
                        .look = ui::ButtonLook::secondary,
                        .disabled = tidy.empty() || tooLong})) {
        portal.addLearner(newName);
        newName.clear();
    } else if (!chosen.empty()) {
        portal.chooseLearner(chosen);
    }
}

void drawLooks(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("looks-title", words("me.looks"), 2, ui::Size::lead);
    in.gap(ui::space::m);
    drawDisplayChoices(portal, in);
}

void drawAbout(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("about-title", words("me.about"), 2, ui::Size::lead);
    in.gap(ui::space::s);
    in.body(words("me.kept"));
    in.gap(ui::space::s);
    in.soft(words("me.version", {{"version", portal.course()->version}}));
    ui::link(in, "notices", words("me.notices"), "notices.html");
}

} // namespace

void drawMe(portal::Portal& portal, ui::Column& column) {
    drawTitle(portal, column, portal.words()("nav.me"));
    column.gap(ui::space::l);
    drawName(portal, column);
    column.gap(ui::space::l);
    drawLooks(portal, column);
    column.gap(ui::space::l);
    drawOthers(portal, column);
    column.gap(ui::space::l);
    drawAbout(portal, column);
    column.gap(ui::space::s);
    drawSaved(portal, column);
}

} // namespace screens
