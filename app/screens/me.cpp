// Me: who sits here, the language and the looks, where things are kept, and whose work this stands on.
#include "base/utf8.h"
#include "screens/display.h"
#include "screens/screens.h"
#include "ui/rows.h"

#include <algorithm>
#include <array>
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

/// Only where an exam has a limit, there is something to lift.
void drawExamWishes(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    const auto& exams = portal.course()->exams;
    const bool timed = std::any_of(exams.begin(), exams.end(), [](const auto& exam) { return exam.minutes > 0; });
    const bool counted = std::any_of(exams.begin(), exams.end(), [](const auto& exam) { return exam.attempts > 0; });
    if (!timed && !counted) {
        return;
    }
    const auto wish = [&](const char* name) -> std::string {
        const learning::Learner* person = portal.learner();
        if (person == nullptr) {
            return {};
        }
        const auto found = person->preferences.find(name);
        return found == person->preferences.end() ? std::string{} : found->second;
    };
    {
        ui::Card card(column, ui::Ground::surface, ui::space::xl);
        ui::Column& in = card.inner;
        in.heading("exams-title", words("me.exams"), 2, ui::Size::lead);
        in.gap(ui::space::xs);
        in.soft(words("me.examsIntro"));
        in.gap(ui::space::m);
        if (timed) {
            constexpr std::array<const char*, 4> times = {"100", "150", "200", "none"};
            const auto at = std::find(times.begin(), times.end(), wish("examTime"));
            const int pressed = ui::segments(
                in, "exam-times", words("me.examTime"),
                {words("me.examTime100"), words("me.examTime150"), words("me.examTime200"), words("me.examTimeNone")},
                at == times.end() ? 0 : static_cast<int>(at - times.begin()));
            if (pressed >= 0) {
                portal.wishForExams("examTime", times[static_cast<std::size_t>(pressed)]);
            }
            in.gap(ui::space::m);
        }
        const bool any = wish("examAttempts") == "any";
        if (counted && ui::choice(in, {.key = "exam-attempts",
                                       .label = words("me.examAttempts"),
                                       .mark = any ? ui::Mark::chosen : ui::Mark::none,
                                       .multiple = true})) {
            portal.wishForExams("examAttempts", any ? "as-set" : "any");
        }
    }
    column.gap(ui::space::l);
}

void drawAbout(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("about-title", words("me.about"), 2, ui::Size::lead);
    in.gap(ui::space::s);
    in.body(words("me.kept"));
    in.gap(ui::space::s);
    constexpr std::array<const char*, 4> promised = {"keep.unasked", "keep.granted", "keep.denied", "keep.unsupported"};
    in.body(words(promised[static_cast<std::size_t>(portal.persistence())]));
    in.gap(ui::space::s);
    constexpr std::array<const char*, 4> standings = {"offline.preparing", "offline.ready", "offline.insecure",
                                                      "offline.refused"}; // as host::Offline
    in.body(words(standings[static_cast<std::size_t>(portal.offline())]));
    in.gap(ui::space::s);
    in.soft(words("me.version", {{"version", portal.course()->version}}));
    ui::link(in, "notices", words("me.notices"), "notices.html");
}

} // namespace

void drawMe(portal::Portal& portal, ui::Column& column) {
    drawTitle(portal, column, portal.words()("nav.me"));
    column.gap(ui::space::l);
    drawNewer(portal, column);
    drawName(portal, column);
    column.gap(ui::space::l);
    drawLooks(portal, column);
    column.gap(ui::space::l);
    drawExamWishes(portal, column);
    drawOthers(portal, column);
    column.gap(ui::space::l);
    drawAbout(portal, column);
    column.gap(ui::space::s);
    drawSaved(portal, column);
}

} // namespace screens
