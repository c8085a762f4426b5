// Records: who has learned what, of everybody in this browser and of what HR brought in; HR's console.
#include "screens/records.h"

#include "screens/recovery.h"
#include "screens/screens.h"
#include "ui/widgets.h"

#include <string>

namespace screens {

std::string grouped(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

namespace {

/// What came of an import, an export or a filter, once, for those who do not see the screen.
void announce(portal::Portal& portal, portal::Console& console, ui::Frame& frame) {
    const auto& words = portal.words();
    if (console.look.announced != console.endings()) {
        console.look.announced = console.endings();
        frame.said.announce(outcomeOf(portal, console));
    }
    if (console.look.announcedIssuer != console.issuerOutcomes()) {
        console.look.announcedIssuer = console.issuerOutcomes();
        frame.said.announce(issuerOutcomeOf(portal, console));
    }
    const std::string count = words("records.count", {{"rows", grouped(console.selected().rows.size())},
                                                      {"people", grouped(console.selected().people)}});
    if (!console.look.announcedCount.empty() && console.look.announcedCount != count) frame.said.announce(count);
    console.look.announcedCount = count;
}

} // namespace

void drawRecords(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    drawTitle(portal, column, words("records.title"));
    if (!portal.wholeJournal()) {
        drawLoading(portal, column, portal::Loading::waiting); // how long somebody learned is told by every event
        return;
    }
    portal::Console& console = portal.console();
    console.refresh();
    ui::Frame& frame = *column.frame;
    column.gap(ui::space::s);
    column.body(words("records.intro"));
    column.gap(ui::space::l);
    drawRecordFiles(portal, console, column);
    drawRecordWork(portal, console, column);
    if (console.table().rows() == 0) {
        if (console.work().state == portal::FileWork::State::idle)
            ui::message(column, ui::Tone::info, words("records.emptyTitle"), words("records.empty"), false);
    } else {
        const bool beside = column.width > 1150 * std::max(1.0F, frame.textScale);
        const float side = 320;
        ui::Column main(frame, column.x, column.y, beside ? column.width - side - ui::space::xl : column.width);
        drawRecordFilters(portal, console, main);
        const float top = main.y;
        drawRecordTable(portal, console, main);
        if (beside) {
            ui::Column charts(frame, column.x + column.width - side, top, side);
            drawRecordCharts(portal, console, charts);
            charts.gap(ui::space::m);
            drawDifficulties(portal, console, charts);
            column.y = std::max(main.y, charts.y);
        } else {
            main.gap(ui::space::xl);
            drawRecordCharts(portal, console, main);
            main.gap(ui::space::m);
            drawDifficulties(portal, console, main);
            column.y = main.y;
        }
    }
    column.gap(ui::space::l);
    column.soft(words("records.where"));
    column.gap(ui::space::l);
    drawIssuing(portal, console, column);
    drawRecovery(portal, column);
    announce(portal, console, frame);
}

void drawConsoleDialog(portal::Portal& portal, ui::Frame& frame) {
    using portal::ConsoleDialog;
    portal::Console& console = portal.console();
    switch (portal.consoleDialog()) {
    case ConsoleDialog::none: break;
    case ConsoleDialog::columns: drawColumnsDialog(portal, console, frame); break;
    case ConsoleDialog::out: drawOutDialog(portal, console, frame); break;
    case ConsoleDialog::forget: drawForgetDialog(portal, console, frame); break;
    case ConsoleDialog::person: drawPersonDialog(portal, console, frame); break;
    case ConsoleDialog::countersign: drawCountersignDialog(portal, console, frame); break;
    case ConsoleDialog::revoke: drawRevokeDialog(portal, console, frame); break;
    case ConsoleDialog::removeKey: drawRemoveKeyDialog(portal, console, frame); break;
    }
}

} // namespace screens
