// Verify: whether a certificate is what it says, by whom, and what in it is signed. For anybody: nobody has to learn
// here, and nothing leaves the device.
#include "screens/screens.h"
#include "ui/widgets.h"

#include <algorithm>
#include <string>

namespace screens {

namespace {

constexpr int longestPaste = 32'768;

ui::Tone toneOf(const std::string& verdict) {
    if (verdict == "genuine") return ui::Tone::right;
    if (verdict == "self-issued") return ui::Tone::info;
    if (verdict == "changed" || verdict == "revoked") return ui::Tone::wrong;
    return ui::Tone::careful;
}

/// A value as people read it.
std::string readable(portal::Portal& portal, const std::string& field, const std::string& value) {
    if (field == "number" && value.starts_with("sha256$")) return std::string(portal.words()("verify.hashed"));
    if (field == "finished" || field == "validFrom" || field == "validUntil") {
        const auto at = base::parseIsoUtc(value);
        if (at.ok()) return portal.longDate(at.value());
    }
    return value;
}

/// Names as the browser writes them, on one line; what is longer breaks, and is drawn, as everything else is.
void drawValue(ui::Column& column, const std::string& field, const std::string& value) {
    const ui::Style style{ui::Size::body, ui::Weight::bold};
    const bool typed = field == "name" || field == "issuer";
    if (typed && column.frame->type.measure(value, style) < column.width) {
        ui::personText(column, "value-" + field, value, style.size, style.weight);
    } else {
        column.text(value, style, column.frame->theme.ink);
    }
}

/// What the file around the credential says of the same thing.
void drawClaim(portal::Portal& portal, ui::Column& column, const host::VerifiedField& row) {
    const auto& words = portal.words();
    ui::Frame& frame = *column.frame;
    const bool same = row.claimed == row.signedValue;
    const float height = frame.type.lineHeight(ui::Size::small);
    ui::drawIcon(frame, same ? ui::Icon::tick : ui::Icon::cross, column.x, column.y + (height - 16) / 2, 16,
                 same ? frame.theme.right : frame.theme.wrong);
    ui::Column in(frame, column.x + 24, column.y, column.width - 24);
    in.text(words(same ? "verify.same" : "verify.differs", {{"value", readable(portal, row.field, row.claimed)}}),
            {ui::Size::small, ui::Weight::regular}, same ? frame.theme.softInk : frame.theme.wrong);
    column.y = in.y;
}

void drawRow(portal::Portal& portal, ui::Column& column, const host::VerifiedField& row, bool anySigned) {
    const auto& words = portal.words();
    column.soft(words.of("signedField.", row.field));
    const std::string& value = row.signedValue.empty() ? row.claimed : row.signedValue;
    drawValue(column, row.field, readable(portal, row.field, value));
    if (row.signedValue.empty() && anySigned) {
        column.soft(words("verify.notSigned"));
    } else if (!row.signedValue.empty() && !row.claimed.empty()) {
        drawClaim(portal, column, row);
    }
    column.gap(ui::space::m);
}

void drawRows(portal::Portal& portal, ui::Column& column, const host::Verification& found) {
    const auto& words = portal.words();
    if (found.rows.empty()) return;
    const bool anySigned =
        std::any_of(found.rows.begin(), found.rows.end(), [](const auto& row) { return !row.signedValue.empty(); });
    column.gap(ui::space::l);
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("rows-title", words(anySigned ? "verify.signed" : "verify.claimed"), 2, ui::Size::lead);
    in.gap(ui::space::m);
    for (const host::VerifiedField& row : found.rows) drawRow(portal, in, row, anySigned);
}

void drawFound(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    portal::Verifying& verifying = portal.verifying();
    const host::Verification& found = verifying.found;
    if (verifying.working) {
        column.gap(ui::space::l);
        ui::message(column, ui::Tone::info, words("verify.working"), {}, false);
        return;
    }
    if (found.verdict.empty()) return;
    column.gap(ui::space::l);
    const std::string title = words("verdict." + found.verdict, {{"by", found.by}});
    // What is wrong with it says more than that something is.
    const bool reasonIsAll = !found.reason.empty() && (found.verdict == "changed" || found.verdict == "unreadable");
    std::string why = reasonIsAll ? std::string() : words("verdictWhy." + found.verdict, {{"by", found.by}});
    if (!found.reason.empty()) {
        if (why.ends_with('.')) why += ' '; // Chinese sentences stand close
        why += words("verdictReason." + found.reason, {{"by", found.by}});
    }
    if (!found.file.empty()) {
        ui::personText(column, "file", found.file, ui::Size::small);
        column.gap(ui::space::xs);
    }
    ui::message(column, toneOf(found.verdict), title, why);
    drawRows(portal, column, found);
    if (verifying.announced != verifying.answers) {
        verifying.announced = verifying.answers;
        column.frame->said.announce(title);
    }
}

} // namespace

void drawVerify(portal::Portal& portal, ui::Column& column, const std::string& token) {
    const auto& words = portal.words();
    portal.openVerifying(token);
    portal::Verifying& verifying = portal.verifying();
    drawTitle(portal, column, words("verify.title"));
    column.gap(ui::space::s);
    column.body(words("verify.intro"));
    drawFound(portal, column);
    column.gap(ui::space::l);
    if (ui::button(column, {.key = "choose", .label = words("verify.choose"), .icon = ui::Icon::takeIn}))
        portal.verify(host::VerifyWish::choose);
    column.gap(ui::space::s);
    column.soft(words("verify.drop"));
    column.gap(ui::space::l);
    if (const auto text = ui::textField(column, {.key = "pasted",
                                                 .label = words("verify.field"),
                                                 .text = verifying.pasted,
                                                 .hint = words("verify.fieldHint"),
                                                 .longest = longestPaste}))
        verifying.pasted = *text;
    column.gap(ui::space::m);
    if (ui::button(column, {.key = "check",
                            .label = words("verify.check"),
                            .look = ui::ButtonLook::secondary,
                            .disabled = verifying.pasted.empty() || verifying.working}))
        portal.verify(host::VerifyWish::text, verifying.pasted);
    column.gap(ui::space::xl);
    column.heading("keys-title", words("verify.keysTitle"), 2, ui::Size::lead);
    column.gap(ui::space::xs);
    column.soft(verifying.found.keys.empty() ? std::string(words("verify.noKeys"))
                                             : words("verify.keys", {{"names", verifying.found.keys}}));
    column.gap(ui::space::s);
    column.soft(words("verify.meaning"));
}

} // namespace screens
