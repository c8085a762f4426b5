// Me: who sits here, the language and the looks, where things are kept, and whose work this stands on.
#include "base/utf8.h"
#include "learning/entry.h"
#include "screens/display.h"
#include "screens/people.h"
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
    portal::People& people = portal.people();
    const std::string number = person == nullptr ? std::string{} : person->number;
    const std::string department = person == nullptr ? std::string{} : person->department;
    drawDetails(portal, in, number, department);
    in.gap(ui::space::m);
    const bool described =
        people.number.value_or(number) != number || people.department.value_or(department) != department;
    if (ui::button(in, {.key = "save-name",
                        .label = words("me.saveName"),
                        .disabled = tidy.empty() || tooLong || (tidy == kept && !described)})) {
        portal.nameLearner(typed);
        if (described) {
            portal.describeLearner(people.number.value_or(number), people.department.value_or(department));
        }
        draft.reset();
        people.number.reset();
        people.department.reset();
    }
    if (portal.takeNameSaved()) {
        column.frame->said.announce(std::string(words("saved.done")));
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

/// The path that one takes through the course, and the way to another.
void drawMyPath(portal::Portal& portal, ui::Column& column) {
    if (portal.course()->paths.empty()) {
        return;
    }
    const auto& words = portal.words();
    const learning::Way way = learning::wayOf(portal.learner(), *portal.course());
    {
        ui::Card card(column, ui::Ground::surface, ui::space::xl);
        ui::Column& in = card.inner;
        in.heading("path-title", words("me.path"), 2, ui::Size::lead);
        in.gap(ui::space::m);
        const std::string target = portal::hashOf(portal::PathRoute{});
        ui::listRow(in, {.key = "path",
                         .title = way.path == nullptr ? words("path.all") : std::string_view(way.path->title),
                         .detail = words("me.pathDetail"),
                         .icon = ui::Icon::person,
                         .target = target});
    }
    column.gap(ui::space::l);
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
                portal.wish("examTime", times[static_cast<std::size_t>(pressed)]);
            }
            in.gap(ui::space::m);
        }
        const bool any = wish("examAttempts") == "any";
        if (counted && ui::choice(in, {.key = "exam-attempts",
                                       .label = words("me.examAttempts"),
                                       .mark = any ? ui::Mark::chosen : ui::Mark::none,
                                       .multiple = true})) {
            portal.wish("examAttempts", any ? "as-set" : "any");
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
    ui::link(in, "verify", words("verify.link"), portal::hashOf(portal::VerifyRoute{}));
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
    drawMyPath(portal, column);
    drawExamWishes(portal, column);
    drawMyPeople(portal, column);
    drawAbout(portal, column);
    column.gap(ui::space::s);
    drawSaved(portal, column);
}

} // namespace screens
