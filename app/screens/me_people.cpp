// On Me: whoever else uses this browser, locking it, the PIN, the backup, and taking one's leave for good.
#include "base/utf8.h"
#include "screens/people.h"
#include "screens/screens.h"
#include "ui/rows.h"

#include <algorithm>
#include <array>

namespace screens {

using host::PeopleWish;

namespace {

void drawSaid(portal::Portal& portal, ui::Column& column, std::initializer_list<std::string_view> keys) {
    const portal::People& people = portal.people();
    for (const std::string_view key : keys) {
        if (people.said == key) {
            column.gap(ui::space::m);
            ui::message(column, ui::Tone::right, {},
                        portal.words()(key, {{"count", std::to_string(people.count)}, {"name", people.whose}}));
        }
    }
}

void drawSharing(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    const portal::People& people = portal.people();
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("others-title", words("me.others"), 2, ui::Size::lead);
    in.gap(ui::space::xs);
    in.soft(words("me.othersIntro"));
    in.gap(ui::space::m);
    ui::linkButton(in, {.key = "to-people", .label = words("people.change"), .look = ui::ButtonLook::secondary},
                   "#/people");
    if (portal.learner() == nullptr) {
        return;
    }
    drawFinishAndLock(portal, in);
    in.gap(ui::space::l);
    constexpr std::array<int, 3> minutes = {0, 5, 15};
    const auto at = std::find(minutes.begin(), minutes.end(), people.restMinutes) - minutes.begin();
    const int pressed =
        ui::segments(in, "rest", words("rest.setting"),
                     {words("rest.never"), words("rest.five"), words("rest.fifteen")}, static_cast<int>(at));
    if (pressed >= 0) {
        portal.lockAfter(minutes[static_cast<std::size_t>(pressed)]);
    }
}

/// Both fields of a new PIN; true when they agree on one.
bool drawNewPin(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    portal::People& people = portal.people();
    drawPinField(portal, column, "new-pin", words("pin.new"), people.nextPin);
    column.gap(ui::space::m);
    const bool differ =
        !people.again.empty() && people.again.size() >= people.nextPin.size() && people.again != people.nextPin;
    drawPinField(portal, column, "pin-again", words("pin.again"), people.again,
                 differ ? std::string_view("pin.differ") : std::string_view{});
    column.gap(ui::space::m);
    return isPin(people.nextPin) && people.again == people.nextPin;
}

void drawPin(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    portal::People& people = portal.people();
    const learning::Learner& person = *portal.learner();
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("pin-title", words("pin.title"), 2, ui::Size::lead);
    in.gap(ui::space::xs);
    if (!people.sealing) {
        in.soft(words("pin.unsupported"));
        return;
    }
    const bool has = people.hasPin(person.id);
    if (!has && person.name.empty()) {
        in.soft(words("pin.nameFirst")); // it stands on the tile that one opens oneself by
        return;
    }
    in.soft(words(has ? "pin.has" : "pin.intro"));
    in.gap(ui::space::m);
    const bool busy = people.working || portal.journal().unconfirmed() > 0;
    if (!has) {
        const bool agreed = drawNewPin(portal, in);
        in.soft(words("pin.backupFirst"));
        in.gap(ui::space::m);
        if (ui::button(in, {.key = "set-pin", .label = words("pin.set"), .disabled = !agreed || busy})) {
            portal.ask(PeopleWish::setPin, person.id, people.nextPin, person.name);
        }
        drawPeopleTrouble(portal, in, {PeopleWish::setPin});
        return;
    }
    drawPinField(portal, in, "old-pin", words("pin.old"), people.pin);
    in.gap(ui::space::m);
    const bool agreed = drawNewPin(portal, in);
    const bool known = mayTry(portal) && isPin(people.pin) && !busy;
    if (ui::button(in, {.key = "change-pin", .label = words("pin.change"), .disabled = !agreed || !known})) {
        portal.ask(PeopleWish::changePin, person.id, people.pin, people.nextPin);
    }
    in.gap(ui::space::s);
    if (ui::button(in, {.key = "remove-pin",
                        .label = words("pin.remove"),
                        .look = ui::ButtonLook::secondary,
                        .disabled = !known})) {
        portal.ask(PeopleWish::removePin, person.id, people.pin);
    }
    drawPeopleTrouble(portal, in, {PeopleWish::changePin, PeopleWish::removePin});
    drawSaid(portal, in, {"pin.changed"});
}

/// The file holds everything in the clear: of somebody with a PIN only after they have agreed to that.
void drawBackUp(portal::Portal& portal, ui::Column& column, ui::ButtonLook look) {
    const auto& words = portal.words();
    portal::People& people = portal.people();
    const learning::Learner& person = *portal.learner();
    column.body(words("backup.plain"));
    column.gap(ui::space::m);
    const bool asks = people.hasPin(person.id);
    if (asks) {
        if (ui::choice(column, {.key = "backup-consent",
                                .label = words("backup.consent"),
                                .mark = people.consents ? ui::Mark::chosen : ui::Mark::none,
                                .multiple = true})) {
            people.consents = !people.consents;
        }
        column.gap(ui::space::m);
    }
    if (ui::button(column, {.key = "back-up",
                            .label = words("backup.make"),
                            .look = look,
                            .icon = ui::Icon::download,
                            .disabled = people.working || (asks && !people.consents)})) {
        portal.ask(PeopleWish::backUp, person.id);
    }
    drawSaid(portal, column, {"backup.made"});
    drawPeopleTrouble(portal, column, {PeopleWish::backUp});
}

void drawBackup(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    const portal::People& people = portal.people();
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("backup-title", words("backup.title"), 2, ui::Size::lead);
    in.gap(ui::space::xs);
    in.soft(words("backup.intro"));
    in.gap(ui::space::m);
    if (portal.learner() != nullptr && !people.deleting) {
        drawBackUp(portal, in, ui::ButtonLook::secondary);
        in.gap(ui::space::s);
    }
    drawBring(portal, in);
}

void drawHandOver(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("hand-over-title", words("handOver.title"), 2, ui::Size::lead);
    in.gap(ui::space::xs);
    in.soft(words("handOver.intro"));
    in.gap(ui::space::m);
    if (ui::button(in, {.key = "hand-over",
                        .label = words("handOver.make"),
                        .look = ui::ButtonLook::secondary,
                        .icon = ui::Icon::download,
                        .disabled = portal.people().working.has_value() || !portal.wholeJournal()})) {
        portal.handOver();
    }
    drawSaid(portal, in, {"handOver.made", "handOver.madeSealed"});
    if (portal.people().failed == PeopleWish::handOver) {
        in.gap(ui::space::m);
        ui::message(in, ui::Tone::wrong, {}, words("handOver.failed"));
    }
}

/// First the backup is offered; then the name has to be typed.
void drawDelete(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    portal::People& people = portal.people();
    const learning::Learner& person = *portal.learner();
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("delete-title", words("delete.title"), 2, ui::Size::lead);
    in.gap(ui::space::s);
    ui::disclosure(in, "delete-open", words("delete.open"), people.deleting);
    if (!people.deleting) {
        return;
    }
    in.gap(ui::space::s);
    const std::string name = person.name.empty() ? std::string(words("records.unnamed")) : person.name;
    in.body(words("delete.what"));
    in.gap(ui::space::m);
    drawBackUp(portal, in, ui::ButtonLook::primary);
    in.gap(ui::space::l);
    drawErase(portal, in, person.id, name);
}

} // namespace

void drawBring(portal::Portal& portal, ui::Column& column) {
    if (ui::button(column, {.key = "bring",
                            .label = portal.words()("backup.bring"),
                            .look = ui::ButtonLook::secondary,
                            .disabled = portal.people().working.has_value()})) {
        portal.ask(PeopleWish::chooseFile, {});
    }
    drawSaid(portal, column, {"backup.brought", "backup.nothingNew"});
    drawPeopleTrouble(portal, column, {PeopleWish::chooseFile, PeopleWish::bring});
}

void drawMyPeople(portal::Portal& portal, ui::Column& column) {
    drawSharing(portal, column);
    column.gap(ui::space::l);
    if (portal.storeTrouble() == host::StoreTrouble::unavailable) {
        return; // nothing is kept that could be closed, carried away or deleted
    }
    if (portal.learner() != nullptr) {
        drawPin(portal, column);
        column.gap(ui::space::l);
    }
    if (portal.learner() != nullptr) {
        drawHandOver(portal, column);
        column.gap(ui::space::l);
    }
    drawBackup(portal, column);
    column.gap(ui::space::l);
    if (portal.learner() != nullptr) {
        drawDelete(portal, column);
        column.gap(ui::space::l);
    }
}

} // namespace screens
