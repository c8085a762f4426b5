// On the records screen: who is locked, and HR's recovery key against a forgotten PIN.
#include "screens/recovery.h"

#include "base/utf8.h"
#include "screens/people.h"
#include "screens/screens.h"

namespace screens {

namespace {

constexpr std::size_t shortestPassphrase = 10;

void drawLocked(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    bool any = false;
    for (const host::WithPin& who : portal.people().withPin) {
        if (portal.learners().find(learning::LearnerId(who.learner)) != nullptr) {
            continue;
        }
        if (!any) {
            column.heading("locked-title", words("records.locked"), 2, ui::Size::lead);
            column.gap(ui::space::xs);
            column.soft(words("records.lockedIntro"));
            column.gap(ui::space::s);
        }
        any = true;
        ui::personText(column, "locked-" + who.learner,
                       who.name.empty() ? words("records.unnamed") : std::string_view(who.name), ui::Size::body);
    }
    if (any) {
        column.gap(ui::space::l);
    }
}

void drawKey(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    portal::People& people = portal.people();
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("recovery-title", words("recovery.title"), 2, ui::Size::lead);
    in.gap(ui::space::xs);
    in.soft(words("recovery.intro"));
    in.gap(ui::space::m);
    const auto field = [&](std::string_view key, std::string_view label, std::string& typed, std::string_view trouble) {
        if (const auto text = ui::textField(in, {.key = key,
                                                 .label = words(label),
                                                 .text = typed,
                                                 .hint = words("recovery.hint"),
                                                 .trouble = words(trouble),
                                                 .secret = 1})) {
            typed = *text;
        }
        in.gap(ui::space::m);
    };
    const bool differ =
        !people.again.empty() && people.again.size() >= people.passphrase.size() && people.again != people.passphrase;
    field("recovery-passphrase", "recovery.passphrase", people.passphrase, {});
    field("recovery-again", "recovery.again", people.again, differ ? "recovery.differ" : "");
    const bool good =
        base::countCodePoints(people.passphrase) >= shortestPassphrase && people.again == people.passphrase;
    if (ui::button(in, {.key = "make-recovery",
                        .label = words("recovery.make"),
                        .look = ui::ButtonLook::secondary,
                        .disabled = !good || people.working})) {
        portal.ask(host::PeopleWish::makeRecovery, {}, people.passphrase);
    }
    if (people.said == "recovery.made") {
        in.gap(ui::space::m);
        ui::message(in, ui::Tone::right, {}, words("recovery.made"));
    }
    drawPeopleTrouble(portal, in, {host::PeopleWish::makeRecovery});
}

} // namespace

void drawRecovery(portal::Portal& portal, ui::Column& column) {
    drawLocked(portal, column);
    if (portal.people().sealing) {
        drawKey(portal, column);
    }
}

} // namespace screens
