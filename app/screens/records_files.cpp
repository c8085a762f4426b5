// Files of HR's console: bringing them in, what came of each line by line, and taking the table out.
#include "screens/records.h"
#include "ui/dialog.h"
#include "ui/rows.h"
#include "ui/widgets.h"

#include <algorithm>
#include <string>
#include <vector>

namespace screens {

namespace {

using portal::Console;
using portal::ConsoleDialog;
using records::Remark;
using records::SourceReport;

constexpr const char* remarkKeys[] = {
    "remark.empty",    "remark.workbook",      "remark.notUtf8",      "remark.notRecords",     "remark.ownTable",
    "remark.tooLarge", "remark.broken",        "remark.otherFormat",  "remark.later",          "remark.missing",
    "remark.wrong",    "remark.contradiction", "remark.twice",        "remark.tooLong",        "remark.noNumber",
    "remark.noDay",    "remark.renamed",       "remark.sharedNumber", "remark.unknownSubject", "remark.tooMuch"};

/// "file, line 3: what it is and what to do"
std::string sentence(const portal::Words& words, const SourceReport& report, const Remark& remark) {
    const std::string about = remark.about.empty() ? "–" : remark.about;
    const std::string what = words(remarkKeys[static_cast<std::size_t>(remark.kind)], {{"about", about}});
    if (remark.line == 0) return words("report.file", {{"file", report.name}, {"what", what}});
    return words("report.line", {{"file", report.name}, {"line", grouped(remark.line)}, {"what", what}});
}

void line(ui::Column& column, const std::string& words, ui::Icon icon, ui::Colour colour) {
    ui::Frame& frame = *column.frame;
    const float height = frame.type.lineHeight(ui::Size::small);
    ui::drawIcon(frame, icon, column.x, column.y + (height - 16) / 2, 16, colour);
    ui::Column in(frame, column.x + 24, column.y, column.width - 24);
    in.text(words, {ui::Size::small, ui::Weight::regular}, frame.theme.ink);
    column.y = in.y + ui::space::xs;
}

void drawReport(const portal::Words& words, ui::Column& column, const SourceReport& report) {
    const ui::Theme& theme = column.frame->theme;
    if (report.refused) {
        line(column, words("report.refused", {{"file", report.name}}), ui::Icon::cross, theme.wrong);
    } else {
        line(column,
             words(report.roster ? "report.roster" : "report.taken",
                   {{"file", report.name}, {"count", grouped(report.count)}}),
             ui::Icon::tick, theme.right);
    }
    for (const Remark& remark : report.remarks)
        line(column, sentence(words, report, remark), ui::Icon::warning, report.refused ? theme.wrong : theme.careful);
    if (report.more > 0)
        line(column, words("report.more", {{"count", grouped(report.more)}}), ui::Icon::warning, theme.careful);
    const auto decided = [&](const char* what, std::size_t count) {
        if (count > 0 && !report.refused)
            line(column, words(what, {{"file", report.name}, {"count", grouped(count)}}), ui::Icon::info,
                 theme.primary);
    };
    decided("report.same", report.same);
    decided("report.newer", report.newer);
    decided("report.older", report.older);
}

void drawOutcome(portal::Portal& portal, Console& console, ui::Column& column) {
    const auto& words = portal.words();
    const host::FilesOutcome outcome = console.outcome();
    const auto& reports = console.reports();
    const bool whole = outcome == host::FilesOutcome::done || outcome == host::FilesOutcome::unkept;
    const bool refused = std::any_of(reports.begin(), reports.end(), [](const auto& each) { return each.refused; });
    const ui::Tone tone = outcome == host::FilesOutcome::stopped ? ui::Tone::info
                          : !whole                               ? ui::Tone::wrong
                          : refused                              ? ui::Tone::careful
                                                                 : ui::Tone::right;
    ui::message(column, tone, outcomeOf(portal, console), refused ? words("report.some") : std::string_view(), false);
    column.gap(ui::space::s);
    for (const SourceReport& report : reports) drawReport(words, column, report);
    if (outcome == host::FilesOutcome::unkept) {
        column.gap(ui::space::s);
        ui::message(column, ui::Tone::careful, words("records.unkeptTitle"), words("records.unkept"), false);
    }
    column.gap(ui::space::s);
    if (ui::button(column, {.key = "dismiss-reports",
                            .label = words("notice.dismiss"),
                            .look = ui::ButtonLook::secondary,
                            .fitted = true}))
        console.dismissReports();
    column.gap(ui::space::l);
}

/// Buttons side by side where they fit, else one below the other.
class ButtonRow {
public:
    ButtonRow(ui::Column& column, bool disabled)
        : column_(column), disabled_(disabled), x_(column.x), top_(column.y), bottom_(column.y) {}
    ~ButtonRow() { column_.y = bottom_; }
    ButtonRow(const ButtonRow&) = delete;
    ButtonRow& operator=(const ButtonRow&) = delete;

    bool button(std::string_view key, std::string_view label, ui::ButtonLook look, std::optional<ui::Icon> icon) {
        ui::Frame& frame = *column_.frame;
        const float width = frame.type.measure(label, {ui::Size::body, ui::Weight::bold}) + 2 * ui::space::l +
                            (icon ? 28.0F : 0.0F) + 2;
        if (x_ > column_.x && x_ + width > column_.x + column_.width) {
            x_ = column_.x;
            top_ = bottom_ + ui::space::s;
        }
        ui::Column place(frame, x_, top_, std::min(width, column_.width));
        const bool pressed =
            ui::button(place, {.key = key, .label = label, .look = look, .icon = icon, .disabled = disabled_});
        x_ += width + ui::space::s;
        bottom_ = std::max(bottom_, place.y);
        return pressed;
    }

private:
    ui::Column& column_;
    bool disabled_;
    float x_, top_, bottom_;
};

} // namespace

std::string outcomeOf(const portal::Portal& portal, const Console& console) {
    const auto& words = portal.words();
    const bool saved = console.ended() == portal::FileWork::State::saving;
    switch (console.outcome()) {
    case host::FilesOutcome::stopped: return std::string(words(saved ? "records.saveStopped" : "records.readStopped"));
    case host::FilesOutcome::unreadable: return std::string(words(saved ? "records.saveFailed" : "records.readFailed"));
    case host::FilesOutcome::done:
    case host::FilesOutcome::unkept: break;
    }
    if (saved) return std::string(words("records.savedTitle"));
    const auto& reports = console.reports();
    const auto refused = static_cast<std::size_t>(
        std::count_if(reports.begin(), reports.end(), [](const SourceReport& each) { return each.refused; }));
    return words(refused > 0 ? "report.someTitle" : "report.allTitle",
                 {{"count", grouped(reports.size())}, {"taken", grouped(reports.size() - refused)}});
}

void drawRecordFiles(portal::Portal& portal, Console& console, ui::Column& column) {
    const auto& words = portal.words();
    const bool idle = console.work().state == portal::FileWork::State::idle;
    {
        ButtonRow row(column, !idle);
        if (row.button("bring", words("records.bring"), ui::ButtonLook::primary, ui::Icon::takeIn))
            console.bringFiles();
        if (console.table().rows() > 0) {
            if (row.button("download", words("records.download"), ui::ButtonLook::secondary, ui::Icon::download))
                console.save(portal::OutForm::csv, false);
            if (row.button("out", words("records.outMore"), ui::ButtonLook::secondary, std::nullopt))
                portal.consoleDialog() = ConsoleDialog::out;
        }
        if (console.files() > 0 && row.button("forget", words("records.forget"), ui::ButtonLook::quiet, std::nullopt))
            portal.consoleDialog() = ConsoleDialog::forget;
    }
    column.gap(ui::space::s);
    column.soft(words("records.dropHint"));
    ui::link(column, "verify", words("verify.link"), portal::hashOf(portal::VerifyRoute{}));
    column.gap(ui::space::l);
    const bool shownByBrowser =
        console.ended() == portal::FileWork::State::saving && console.outcome() == host::FilesOutcome::done;
    if (idle && console.ended() != portal::FileWork::State::idle && !shownByBrowser)
        drawOutcome(portal, console, column);
}

void drawRecordWork(portal::Portal& portal, Console& console, ui::Column& column) {
    const auto& words = portal.words();
    const portal::FileWork& work = console.work();
    if (work.state == portal::FileWork::State::idle) return;
    ui::Card card(column, ui::Ground::surface);
    ui::Column& in = card.inner;
    const std::string percent = std::to_string(static_cast<int>(work.share() * 100)) + "%";
    const std::string said =
        words(work.state == portal::FileWork::State::reading ? "records.reading" : "records.saving",
              {{"name", work.name}, {"percent", percent}});
    in.silent(said, {ui::Size::body, ui::Weight::bold}, column.frame->theme.ink);
    in.gap(ui::space::s);
    ui::progressBar(in, "work", work.share(), said);
    in.gap(ui::space::m);
    if (ui::button(in,
                   {.key = "stop", .label = words("records.stop"), .look = ui::ButtonLook::secondary, .fitted = true}))
        console.stop();
    card.end();
    column.gap(ui::space::l);
}

void drawOutDialog(portal::Portal& portal, Console& console, ui::Frame& frame) {
    const auto& words = portal.words();
    ui::Dialog dialog(frame, "out-dialog", words("records.out"));
    ui::Column& in = dialog.inside();
    in.heading("out-title", words("records.out"), 2, ui::Size::lead);
    in.gap(ui::space::m);
    const std::string selected = words("out.selected", {{"count", grouped(console.selected().rows.size())}});
    const std::string all = words("out.all", {{"count", grouped(console.table().rows())}});
    const int scope = ui::segments(in, "scope", words("out.scope"), {selected, all}, console.look.outAll ? 1 : 0);
    if (scope >= 0) console.look.outAll = scope == 1;
    in.gap(ui::space::m);
    const int form = ui::segments(in, "form", words("out.form"),
                                  {words("out.sheet"), words("out.csv"), words("out.json"), words("out.xapi")},
                                  static_cast<int>(console.look.outForm));
    if (form >= 0) console.look.outForm = static_cast<portal::OutForm>(form);
    in.gap(ui::space::s);
    constexpr const char* about[] = {"out.sheetAbout", "out.csvAbout", "out.jsonAbout", "out.xapiAbout"};
    in.soft(words(about[static_cast<std::size_t>(console.look.outForm)]));
    in.gap(ui::space::l);
    if (ui::button(in, {.key = "out-save", .label = words("out.save"), .icon = ui::Icon::download})) {
        portal.consoleDialog() = ConsoleDialog::none;
        console.save(console.look.outForm, console.look.outAll);
    }
    in.gap(ui::space::s);
    if (ui::button(in, {.key = "out-cancel", .label = words("dialog.cancel"), .look = ui::ButtonLook::secondary}) ||
        dialog.dismissed())
        portal.consoleDialog() = ConsoleDialog::none;
}

void drawForgetDialog(portal::Portal& portal, Console& console, ui::Frame& frame) {
    const auto& words = portal.words();
    ui::Dialog dialog(frame, "forget-dialog", words("forget.title"));
    ui::Column& in = dialog.inside();
    in.heading("forget-title", words("forget.title"), 2, ui::Size::lead);
    in.gap(ui::space::s);
    in.body(words("forget.body", {{"count", grouped(console.files())}}));
    in.gap(ui::space::l);
    if (ui::button(in, {.key = "forget-yes", .label = words("forget.yes")})) {
        portal.consoleDialog() = ConsoleDialog::none;
        console.forgetFiles();
    }
    in.gap(ui::space::s);
    if (ui::button(in, {.key = "forget-no", .label = words("dialog.cancel"), .look = ui::ButtonLook::secondary}) ||
        dialog.dismissed())
        portal.consoleDialog() = ConsoleDialog::none;
}

} // namespace screens
