// Who sits here: choosing oneself, a PIN where there is one, and somebody new. It stands before everything else while
// nobody has been chosen.
#include "screens/people.h"

#include "base/utf8.h"
#include "screens/screens.h"
#include "ui/dialog.h"
#include "ui/rows.h"

#include <algorithm>
#include <chrono>
#include <initializer_list>

namespace screens {

using host::PeopleWish;
using learning::LearnerId;

namespace {

std::string nameOnTile(portal::Portal& portal, const std::string& name) {
    return name.empty() ? std::string(portal.words()("records.unnamed")) : name;
}

/// A tile with the name as the browser draws it; true when it was pressed.
bool drawTile(ui::Column& column, const LearnerId& id, const std::string& name, std::string_view note, bool here) {
    const float top = column.y;
    const std::string key = "learner-" + id.text();
    ui::Choice what;
    what.key = key;
    what.label = " ";
    what.mark = here ? ui::Mark::chosen : ui::Mark::none;
    what.ordered = true; // a button that stays pressed: arrow keys must not change who sits here
    const bool pressed = ui::choice(column, what, note.empty() ? name : name + " · " + std::string(note));
    ui::Frame& frame = *column.frame;
    const float middle = top + (column.y - top) / 2;
    const float noteWidth = note.empty() ? 0 : frame.type.measure(note, {ui::Size::small, ui::Weight::regular});
    ui::Column over(frame, column.x + 52, middle - frame.type.lineHeight(ui::Size::body) / 2,
                    column.width - 68 - noteWidth - (note.empty() ? 0 : ui::space::m));
    ui::personText(over, "name-" + id.text(), name, ui::Size::body);
    if (!note.empty()) {
        const ui::TextBlock& words = frame.type.layout(note, {ui::Size::small, ui::Weight::regular}, noteWidth + 1);
        frame.type.draw(frame.draw, words, column.x + column.width - noteWidth - ui::space::l,
                        frame.onScreen(middle - words.height() / 2), frame.theme.softInk, noteWidth + 1);
    }
    column.gap(ui::space::s);
    return pressed;
}

/// "PIN forgotten": HR's file, where there is one, else the backup.
void drawForgotten(portal::Portal& portal, ui::Column& column, const LearnerId& id) {
    const auto& words = portal.words();
    portal::People& people = portal.people();
    ui::disclosure(column, "forgotten", words("people.forgotten"), people.forgotten);
    if (!people.forgotten) {
        return;
    }
    column.gap(ui::space::s);
    column.body(words("people.forgottenBody"));
    column.gap(ui::space::m);
    if (const auto text = ui::textField(column, {.key = "recovery-passphrase",
                                                 .label = words("recovery.passphrase"),
                                                 .text = people.passphrase,
                                                 .secret = 1})) {
        people.passphrase = *text;
    }
    column.gap(ui::space::m);
    drawPinField(portal, column, "recovery-pin", words("pin.new"), people.nextPin);
    column.gap(ui::space::m);
    if (ui::button(column, {.key = "recover",
                            .label = words("people.recover"),
                            .look = ui::ButtonLook::secondary,
                            .disabled = people.passphrase.empty() || !isPin(people.nextPin) || people.working})) {
        portal.ask(PeopleWish::recover, id, people.passphrase, people.nextPin);
    }
    drawPeopleTrouble(portal, column, {PeopleWish::recover});
}

/// What nobody can open any more need not stand here for ever.
void drawDeleteLocked(portal::Portal& portal, ui::Column& column, const host::WithPin& who) {
    const auto& words = portal.words();
    portal::People& people = portal.people();
    ui::disclosure(column, "delete-locked", words("people.delete"), people.deleting);
    if (!people.deleting) {
        return;
    }
    column.gap(ui::space::s);
    column.body(words("people.deleteWhat"));
    column.gap(ui::space::m);
    drawErase(portal, column, LearnerId(who.learner), nameOnTile(portal, who.name));
}

void drawUnlock(portal::Portal& portal, ui::Column& column, const host::WithPin& who) {
    const auto& words = portal.words();
    portal::People& people = portal.people();
    const LearnerId id(who.learner);
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("unlock-title", words("people.unlockTitle"), 2, ui::Size::lead);
    in.gap(ui::space::s);
    ui::personText(in, "unlock-name", nameOnTile(portal, who.name), ui::Size::body, ui::Weight::bold);
    in.gap(ui::space::m);
    bool entered = false;
    drawPinField(portal, in, "pin", words("pin.pin"), people.pin, {}, &entered);
    in.gap(ui::space::m);
    const bool may = mayTry(portal) && isPin(people.pin) && !people.working;
    const bool pressed =
        ui::button(in, {.key = "unlock",
                        .label = words(people.working == PeopleWish::unlock ? "people.opening" : "people.open"),
                        .disabled = !may});
    if (pressed || (entered && may)) {
        portal.ask(PeopleWish::unlock, id, people.pin);
    }
    drawPeopleTrouble(portal, in, {PeopleWish::unlock});
    in.gap(ui::space::m);
    drawForgotten(portal, in, id);
    in.gap(ui::space::s);
    drawDeleteLocked(portal, in, who);
    card.end();
    column.gap(ui::space::l);
}

void drawEverybody(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    portal::People& people = portal.people();
    LearnerId chosen;
    const auto& all = portal.learners().all;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const learning::Learner& person = all[i];
        const bool here = person.id == portal.learners().current;
        if (i >= portal.peopleShown() && !here) {
            continue;
        }
        if (drawTile(column, person.id, nameOnTile(portal, person.name), {}, here)) {
            chosen = person.id;
        }
    }
    drawMorePeople(portal, column, all.size());
    const LearnerId asked = people.at; // what is pressed shows in the next frame, or two would be asked in this one
    for (const host::WithPin& who : people.withPin) {
        const LearnerId id(who.learner);
        if (portal.learners().find(id) != nullptr) {
            continue; // open already, and in the list above
        }
        if (drawTile(column, id, nameOnTile(portal, who.name), words("people.locked"), asked == id)) {
            people.forgetTyped();
            people.at = asked == id ? LearnerId{} : id;
        }
        if (asked == id) {
            drawUnlock(portal, column, who);
        }
    }
    if (!chosen.empty() && chosen == portal.learners().current) {
        portal.visit(portal::HomeRoute{}); // it was only a look
    } else if (!chosen.empty()) {
        portal.chooseLearner(chosen);
    }
}

void drawNew(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    portal::People& people = portal.people();
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("new-title", words("people.new"), 2, ui::Size::lead);
    in.gap(ui::space::m);
    const std::string tidy = base::tidyName(people.name, people.name.size());
    const bool tooLong = base::countCodePoints(tidy) > records::longestCertificateName;
    if (const auto text = ui::textField(in, {.key = "new-name",
                                             .label = words("me.newName"),
                                             .text = people.name,
                                             .hint = words("certificate.nameHint"),
                                             .trouble = tooLong ? words("certificate.nameTooLong") : std::string_view{},
                                             .longest = 20000})) {
        people.name = *text;
    }
    in.gap(ui::space::m);
    drawDetails(portal, in, {}, {});
    in.gap(ui::space::m);
    const bool chinese = (people.language.empty() ? portal.language() : people.language) != "en";
    const int language = ui::segments(in, "new-language", words("me.language"), {"中文", "English"}, chinese ? 0 : 1);
    if (language >= 0) {
        people.language = language == 0 ? "zh-CN" : "en";
    }
    in.gap(ui::space::l);
    if (ui::button(in, {.key = "add", .label = words("me.add"), .disabled = tidy.empty() || tooLong})) {
        const std::string name = people.name; // choosing clears what was typed
        portal.addLearner(name, people.number.value_or(""), people.department.value_or(""),
                          std::string(people.language));
        people.forgetTyped();
    }
}

} // namespace

void drawDetails(portal::Portal& portal, ui::Column& column, std::string_view number, std::string_view department) {
    portal::People& people = portal.people();
    const auto field = [&](std::string_view key, std::string_view label, std::optional<std::string>& typed,
                           std::string_view kept) {
        if (const auto text = ui::textField(column, {.key = key,
                                                     .label = portal.words()(label),
                                                     .text = typed ? std::string_view(*typed) : kept,
                                                     .hint = portal.words()("people.mayBeEmpty"),
                                                     .longest = static_cast<int>(portal::Portal::longestDetail)})) {
            typed = *text;
        }
    };
    field("number", "csv.number", people.number, number);
    column.gap(ui::space::m);
    field("department", "csv.department", people.department, department);
}

void drawErase(portal::Portal& portal, ui::Column& column, const LearnerId& id, const std::string& name) {
    const auto& words = portal.words();
    portal::People& people = portal.people();
    column.body(words("delete.type"));
    ui::personText(column, "delete-whom", name, ui::Size::body, ui::Weight::bold);
    column.gap(ui::space::m);
    if (const auto text = ui::textField(
            column,
            {.key = "delete-name", .label = words("delete.name"), .text = people.deleteName, .longest = 20000})) {
        people.deleteName = *text;
    }
    column.gap(ui::space::m);
    const bool sure = base::tidyName(people.deleteName, people.deleteName.size()) == name;
    if (ui::button(column, {.key = "delete",
                            .label = words("delete.do"),
                            .look = ui::ButtonLook::secondary,
                            .disabled = !sure || people.working || portal.journal().unconfirmed() > 0})) {
        portal.ask(PeopleWish::erase, id);
    }
    drawPeopleTrouble(portal, column, {PeopleWish::erase});
}

bool isPin(std::string_view typed) {
    int digits = 0;
    for (std::size_t at = 0; at < typed.size();) {
        const char32_t letter = base::nextCodePoint(typed, at);
        // The digits of a Chinese keyboard may be as wide as its characters.
        if (!((letter >= U'0' && letter <= U'9') || (letter >= U'０' && letter <= U'９'))) {
            return false;
        }
        ++digits;
    }
    return digits >= 4 && digits <= 12;
}

void drawPinField(portal::Portal& portal, ui::Column& column, std::string_view key, std::string_view label,
                  std::string& pin, std::string_view trouble, bool* entered) {
    if (const auto text = ui::textField(column, {.key = key,
                                                 .label = label,
                                                 .text = pin,
                                                 .hint = portal.words()("pin.hint"),
                                                 .trouble = portal.words()(trouble),
                                                 .longest = 12,
                                                 .secret = 2,
                                                 .entered = entered})) {
        pin = *text;
    }
}

bool mayTry(portal::Portal& portal) {
    const base::Instant now = portal.clock().now();
    const base::Instant until = portal.people().until;
    if (now >= until) {
        return true;
    }
    if (base::Instant& tick = portal.people().tick; tick <= now || tick > now + std::chrono::seconds(1)) {
        const auto wait = std::min<std::int64_t>((until - now).count(), 1000);
        tick = now + std::chrono::milliseconds(wait);
        portal.wakeUpIn(static_cast<int>(wait));
    }
    return false;
}

void drawPeopleTrouble(portal::Portal& portal, ui::Column& column, std::initializer_list<PeopleWish> wishes) {
    const auto& words = portal.words();
    const portal::People& people = portal.people();
    if (!people.failed || std::find(wishes.begin(), wishes.end(), *people.failed) == wishes.end()) {
        return;
    }
    column.gap(ui::space::m);
    const auto left = std::chrono::ceil<std::chrono::seconds>(people.until - portal.clock().now()).count();
    const bool waits = people.trouble == "people.wrong" || people.trouble == "people.tooEarly";
    std::string said(words(people.trouble));
    if (waits) {
        const bool long_ = left > 90;
        said += words(left <= 0 ? "people.again"
                      : long_   ? "people.waitMinutes"
                                : "people.waitSeconds",
                      {{"count", std::to_string(long_ ? (left + 59) / 60 : left)}});
    }
    ui::message(column, waits ? ui::Tone::careful : ui::Tone::wrong, {}, said);
}

void drawPeople(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    const portal::People& people = portal.people();
    if (people.locking) {
        drawTitle(portal, column, words("people.lockingTitle"));
        column.gap(ui::space::m);
        column.body(words("people.lockingBody"));
        return;
    }
    drawTitle(portal, column, words("people.title"));
    if (!portal.learners().all.empty() || !people.withPin.empty()) {
        column.gap(ui::space::s);
        column.body(words("people.intro"));
        column.gap(ui::space::l);
        drawEverybody(portal, column);
    }
    column.gap(ui::space::m);
    drawNew(portal, column);
    if (portal.storeTrouble() != host::StoreTrouble::unavailable) {
        column.gap(ui::space::m);
        drawBring(portal, column);
    }
    column.gap(ui::space::s);
    drawSaved(portal, column);
}

void drawRestDialog(portal::Portal& portal, ui::Frame& frame) {
    const auto& words = portal.words();
    ui::Dialog dialog(frame, "rest-dialog", words("rest.title"));
    ui::Column& in = dialog.inside();
    in.heading("rest-title", words("rest.title"), 2, ui::Size::lead);
    in.gap(ui::space::m);
    in.body(words("rest.body"));
    const learning::Learner* person = portal.learner();
    const bool timed =
        person != nullptr && std::any_of(person->attempts.begin(), person->attempts.end(),
                                         [](const auto& each) { return !each.finished && each.minutes > 0; });
    if (timed) {
        in.gap(ui::space::s);
        in.body(words("rest.exam"));
    }
    in.gap(ui::space::l);
    if (ui::button(in, {.key = "rest-stay", .label = words("rest.stay")}) || dialog.dismissed()) {
        portal.people().resting = false;
    }
}

} // namespace screens
