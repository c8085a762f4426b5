// The organisation's key at HR's console: making and keeping it, countersigning what is selected, and taking back what
// was countersigned by mistake.
#include "base/time.h"
#include "base/utf8.h"
#include "screens/button_row.h"
#include "screens/records.h"
#include "ui/dialog.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace screens {

namespace {

using host::IssuerWish;
using portal::Console;
using portal::ConsoleDialog;
using portal::IssuedEntry;
using portal::Issuing;

constexpr std::size_t shortestPassphrase = 10;
constexpr int longestOrganisation = 80, longestReason = 120, longestSearch = 60; // characters

/// What an outcome is to the person who reads it.
ui::Tone toneOf(std::string_view outcome) {
    constexpr std::array<std::string_view, 5> troubles = {"wrong-passphrase", "not-ours", "otherKey", "failed",
                                                          "unfetched"};
    if (std::find(troubles.begin(), troubles.end(), outcome) != troubles.end()) return ui::Tone::wrong;
    return outcome == "noList" || outcome == "removed" ? ui::Tone::info : ui::Tone::right;
}

std::string date(portal::Portal& portal, const std::string& iso) {
    const auto at = base::parseIsoUtc(iso);
    return at.ok() ? base::isoDate(at.value(), portal.clock().offsetAt(at.value())) : std::string();
}

void drawIssuerOutcome(portal::Portal& portal, const Console& console, ui::Column& column) {
    const std::string said = issuerOutcomeOf(portal, console);
    if (said.empty() || console.issuing().outcome == "issued") return; // that is said where it was asked for
    ui::message(column, toneOf(console.issuing().outcome), {}, said, false);
    column.gap(ui::space::m);
}

/// True when it was entered with the Enter key.
bool passphraseField(const portal::Words& words, ui::Column& in, std::string_view key, std::string_view label,
                     std::string& typed, std::string_view hint = {}, std::string_view trouble = {}) {
    bool entered = false;
    if (const auto text = ui::textField(in, {.key = key,
                                             .label = words(label),
                                             .text = typed,
                                             .hint = hint,
                                             .trouble = trouble,
                                             .secret = 1,
                                             .entered = &entered}))
        typed = *text;
    in.gap(ui::space::m);
    return entered;
}

void drawUnlocking(portal::Portal& portal, Console& console, ui::Column& in, std::string_view key,
                   ui::ButtonLook look) {
    const auto& words = portal.words();
    Issuing& issuing = console.issuing();
    const bool entered = passphraseField(words, in, key, "issuing.passphrase", issuing.passphrase);
    const bool pressed = ui::button(in, {.key = std::string(key) + "-unlock",
                                         .label = words("issuing.unlock"),
                                         .look = look,
                                         .disabled = issuing.passphrase.empty() || issuing.working,
                                         .fitted = true});
    if ((pressed || entered) && !issuing.passphrase.empty() && !issuing.working)
        console.askIssuer(IssuerWish::unlock, issuing.passphrase);
    in.gap(ui::space::m);
}

void drawMaking(portal::Portal& portal, Console& console, ui::Column& in) {
    const auto& words = portal.words();
    Issuing& issuing = console.issuing();
    if (const auto typed = ui::textField(in, {.key = "organisation",
                                              .label = words("issuing.name"),
                                              .text = issuing.organisation,
                                              .hint = words("issuing.nameHint"),
                                              .longest = longestOrganisation}))
        issuing.organisation = *typed;
    in.gap(ui::space::m);
    const bool differ = !issuing.again.empty() && issuing.again.size() >= issuing.passphrase.size() &&
                        issuing.again != issuing.passphrase;
    (void)passphraseField(words, in, "issuer-passphrase", "issuing.passphrase", issuing.passphrase,
                          words("recovery.hint"));
    (void)passphraseField(words, in, "issuer-again", "issuing.again", issuing.again, {},
                          differ ? words("recovery.differ") : std::string_view());
    const std::string name = base::tidyName(issuing.organisation, longestOrganisation);
    const bool good = !name.empty() && issuing.again == issuing.passphrase &&
                      base::countCodePoints(issuing.passphrase) >= shortestPassphrase;
    ButtonRow row(in, issuing.working);
    if (row.button("make-key", words("issuing.make"), ui::ButtonLook::primary, std::nullopt, !good))
        console.askIssuer(IssuerWish::make, name, issuing.passphrase);
    if (row.button("bring-key", words("issuing.bring"), ui::ButtonLook::quiet, ui::Icon::takeIn))
        console.askIssuer(IssuerWish::bring);
}

void drawEntry(portal::Portal& portal, Console& console, ui::Column& in, const IssuedEntry& entry) {
    const auto& words = portal.words();
    in.gap(ui::space::m);
    const std::string who = entry.number.empty() ? entry.name : entry.name + " · " + entry.number;
    ui::personText(in, "issued-" + entry.place, who, ui::Size::body, ui::Weight::bold);
    in.soft(words("issuing.entry",
                  {{"serial", entry.serial}, {"course", entry.course}, {"date", date(portal, entry.issued)}}));
    if (!entry.revoked.empty()) {
        in.soft(words(entry.reason.empty() ? "issuing.entryRevoked" : "issuing.entryRevokedFor",
                      {{"date", date(portal, entry.revoked)}, {"reason", entry.reason}}));
        return;
    }
    in.gap(ui::space::xs);
    if (ui::button(in, {.key = "revoke-" + entry.place,
                        .label = words("issuing.revoke", {{"name", entry.name}}),
                        .look = ui::ButtonLook::secondary,
                        .disabled = console.issuing().working,
                        .fitted = true})) {
        console.issuing().asked = entry;
        console.issuing().reason.clear();
        portal.consoleDialog() = ConsoleDialog::revoke;
    }
}

void drawRevoking(portal::Portal& portal, Console& console, ui::Column& in) {
    const auto& words = portal.words();
    Issuing& issuing = console.issuing();
    in.heading("revoking-title", words("issuing.revoking"), 3, ui::Size::body);
    in.gap(ui::space::xs);
    in.soft(words("issuing.revokingAbout"));
    in.gap(ui::space::s);
    if (const auto typed = ui::textField(in, {.key = "issued-search",
                                              .label = words("issuing.search"),
                                              .text = issuing.query,
                                              .longest = longestSearch})) {
        issuing.query = *typed;
        console.askIssuer(IssuerWish::find, issuing.query);
    }
    if (base::tidyName(issuing.query, 1).empty()) return;
    if (issuing.found.empty() && !issuing.working) {
        in.gap(ui::space::s);
        in.soft(words("issuing.foundNone"));
    }
    for (const IssuedEntry& entry : issuing.found) drawEntry(portal, console, in, entry);
    if (issuing.foundInAll > issuing.found.size()) {
        in.gap(ui::space::m);
        in.soft(words("issuing.foundMore", {{"count", grouped(issuing.foundInAll - issuing.found.size())}}));
    }
}

void drawOpen(portal::Portal& portal, Console& console, ui::Column& in) {
    const auto& words = portal.words();
    const Issuing& issuing = console.issuing();
    in.body(words("issuing.steps"));
    in.gap(ui::space::m);
    {
        ButtonRow row(in, issuing.working);
        if (row.button("save-key", words("issuing.saveKey"), ui::ButtonLook::secondary, ui::Icon::download))
            console.askIssuer(IssuerWish::saveKey);
        if (row.button("save-settings", words("issuing.saveSettings"), ui::ButtonLook::secondary, ui::Icon::download))
            console.askIssuer(IssuerWish::saveSettings);
        if (row.button("save-list", words("issuing.saveList"), ui::ButtonLook::secondary, ui::Icon::download))
            console.askIssuer(IssuerWish::saveList);
        if (row.button("lock-key", words("issuing.lock"), ui::ButtonLook::quiet, std::nullopt))
            console.askIssuer(IssuerWish::lock);
        if (row.button("remove-key", words("issuing.remove"), ui::ButtonLook::quiet, std::nullopt))
            portal.consoleDialog() = ConsoleDialog::removeKey;
    }
    if (issuing.issued == 0) return;
    in.gap(ui::space::l);
    drawRevoking(portal, console, in);
}

} // namespace

std::string issuerOutcomeOf(const portal::Portal& portal, const Console& console) {
    const Issuing& issuing = console.issuing();
    if (issuing.outcome.empty() || issuing.outcome == "opened") return {};
    const auto& words = portal.words();
    std::string said = words("issuerSaid." + issuing.outcome, {{"count", grouped(issuing.figures[0])}});
    if (issuing.outcome != "issued") return said;
    if (issuing.figures[1] > 0) said += words("issuerSaid.skipped", {{"count", grouped(issuing.figures[1])}});
    if (issuing.figures[2] > 0) said += words("issuerSaid.noDocument", {{"count", grouped(issuing.figures[2])}});
    return said;
}

void drawIssuing(portal::Portal& portal, Console& console, ui::Column& column) {
    const auto& words = portal.words();
    Issuing& issuing = console.issuing();
    if (issuing.state == Issuing::State::unknown) {
        if (!issuing.working) console.askIssuer(IssuerWish::look);
        return;
    }
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("issuing-title", words("issuing.title"), 2, ui::Size::lead);
    in.gap(ui::space::xs);
    in.soft(words("issuing.intro"));
    in.gap(ui::space::m);
    if (issuing.state == Issuing::State::insecure) {
        in.body(words("issuing.insecure"));
    } else if (issuing.state == Issuing::State::none) {
        drawIssuerOutcome(portal, console, in);
        drawMaking(portal, console, in);
    } else {
        in.text(words("issuing.by", {{"name", issuing.name}}), {ui::Size::body, ui::Weight::bold},
                column.frame->theme.ink);
        in.soft(
            words("issuing.about",
                  {{"kid", issuing.kid}, {"issued", grouped(issuing.issued)}, {"revoked", grouped(issuing.revoked)}}));
        in.gap(ui::space::m);
        drawIssuerOutcome(portal, console, in);
        if (issuing.state == Issuing::State::open) {
            drawOpen(portal, console, in);
        } else {
            drawUnlocking(portal, console, in, "issuer-passphrase", ui::ButtonLook::secondary);
        }
    }
    card.end();
    column.gap(ui::space::l);
}

void drawCountersignDialog(portal::Portal& portal, Console& console, ui::Frame& frame) {
    const auto& words = portal.words();
    Issuing& issuing = console.issuing();
    const portal::Countersigning& chosen = console.countersigning();
    ui::Dialog dialog(frame, "countersign-dialog", words("issuing.countersign"));
    ui::Column& in = dialog.inside();
    in.heading("countersign-title", words("issuing.countersign"), 2, ui::Size::lead);
    in.gap(ui::space::s);
    const std::string count = grouped(chosen.rows.size());
    in.body(chosen.rows.empty() ? std::string(words("countersign.nobody"))
                                : words("countersign.body", {{"name", issuing.name}, {"count", count}}));
    const auto leftOut = [&](const char* key, std::size_t left) {
        if (left > 0) in.soft(words(key, {{"count", grouped(left)}}));
    };
    leftOut("countersign.unfinished", chosen.unfinished);
    leftOut("countersign.expired", chosen.expired);
    leftOut("countersign.unnamed", chosen.unnamed);
    leftOut("countersign.modules", chosen.modules);
    in.gap(ui::space::m);
    if (issuing.state == Issuing::State::locked) {
        if (toneOf(issuing.outcome) == ui::Tone::wrong) drawIssuerOutcome(portal, console, in);
        drawUnlocking(portal, console, in, "countersign-passphrase", ui::ButtonLook::primary);
    } else if (!chosen.rows.empty()) {
        in.soft(words(chosen.rows.size() <= portal::mostDocuments ? "countersign.fileFew" : "countersign.file"));
        in.gap(ui::space::s);
        in.soft(words("countersign.where", {{"address", issuing.home}}));
        in.gap(ui::space::m);
        if (ui::choice(in, {.key = "countersign-again",
                            .label = words("countersign.again"),
                            .mark = issuing.repeats ? ui::Mark::chosen : ui::Mark::none,
                            .multiple = true}))
            issuing.repeats = !issuing.repeats;
        in.gap(ui::space::l);
        if (ui::button(in, {.key = "countersign-yes",
                            .label = words("countersign.yes", {{"count", count}}),
                            .disabled = issuing.working})) {
            portal.consoleDialog() = ConsoleDialog::none;
            issuing.outcome.clear();
            console.save(portal::OutForm::credentials, false);
        }
        in.gap(ui::space::s);
    }
    if (ui::button(in, {.key = "countersign-no", .label = words("dialog.cancel"), .look = ui::ButtonLook::secondary}) ||
        dialog.dismissed())
        portal.consoleDialog() = ConsoleDialog::none;
}

void drawRevokeDialog(portal::Portal& portal, Console& console, ui::Frame& frame) {
    const auto& words = portal.words();
    Issuing& issuing = console.issuing();
    ui::Dialog dialog(frame, "revoke-dialog", words("revoke.title"));
    ui::Column& in = dialog.inside();
    in.heading("revoke-title", words("revoke.title"), 2, ui::Size::lead);
    in.gap(ui::space::s);
    ui::personText(in, "revoke-name", issuing.asked.name, ui::Size::body, ui::Weight::bold);
    in.soft(words("issuing.entry", {{"serial", issuing.asked.serial},
                                    {"course", issuing.asked.course},
                                    {"date", date(portal, issuing.asked.issued)}}));
    in.gap(ui::space::m);
    in.body(words("revoke.body"));
    in.gap(ui::space::m);
    if (const auto typed = ui::textField(in, {.key = "revoke-reason",
                                              .label = words("revoke.reason"),
                                              .text = issuing.reason,
                                              .hint = words("revoke.reasonHint"),
                                              .longest = longestReason}))
        issuing.reason = *typed;
    in.gap(ui::space::l);
    if (ui::button(in, {.key = "revoke-yes", .label = words("revoke.yes"), .disabled = issuing.working})) {
        portal.consoleDialog() = ConsoleDialog::none;
        console.askIssuer(IssuerWish::revoke, issuing.asked.place, issuing.reason);
    }
    in.gap(ui::space::s);
    if (ui::button(in, {.key = "revoke-no", .label = words("dialog.cancel"), .look = ui::ButtonLook::secondary}) ||
        dialog.dismissed())
        portal.consoleDialog() = ConsoleDialog::none;
}

void drawRemoveKeyDialog(portal::Portal& portal, Console& console, ui::Frame& frame) {
    const auto& words = portal.words();
    ui::Dialog dialog(frame, "remove-dialog", words("removeKey.title"));
    ui::Column& in = dialog.inside();
    in.heading("remove-title", words("removeKey.title"), 2, ui::Size::lead);
    in.gap(ui::space::s);
    in.body(words("removeKey.body"));
    in.gap(ui::space::l);
    if (ui::button(in, {.key = "remove-yes", .label = words("removeKey.yes")})) {
        portal.consoleDialog() = ConsoleDialog::none;
        console.askIssuer(IssuerWish::remove);
    }
    in.gap(ui::space::s);
    if (ui::button(in, {.key = "remove-no", .label = words("dialog.cancel"), .look = ui::ButtonLook::secondary}) ||
        dialog.dismissed())
        portal.consoleDialog() = ConsoleDialog::none;
}

} // namespace screens
