// Records: who learns in this browser and how far they are; HR downloads it as CSV.
#include "records/completion_record.h"
#include "screens/recovery.h"
#include "screens/screens.h"
#include "ui/rows.h"

#include <algorithm>
#include <string>

namespace screens {

namespace {

using records::CompletionRecord;
using records::CompletionStatus;

struct Shown {
    std::string status, score, date, lessons;
    ui::Tone tone;
};

Shown shownOf(portal::Portal& portal, const CompletionRecord& record) {
    const auto& words = portal.words();
    Shown shown;
    const bool done = record.status == CompletionStatus::completed;
    shown.status = words(done                                            ? "csv.done"
                         : record.status == CompletionStatus::inProgress ? "csv.inProgress"
                                                                         : "csv.notStarted");
    shown.tone = done ? ui::Tone::right : ui::Tone::info;
    shown.score = record.score ? std::to_string(record.score->rounded()) + "%" : "–";
    shown.date = record.completed ? base::isoDate(*record.completed, portal.clock().offsetAt(*record.completed)) : "–";
    shown.lessons = std::to_string(record.lessonsFinished) + "/" + std::to_string(record.lessonsInAll);
    return shown;
}

/// A phone has no room for columns: one card a person.
void drawCard(portal::Portal& portal, ui::Column& column, const CompletionRecord& record) {
    const auto& words = portal.words();
    const Shown shown = shownOf(portal, record);
    ui::Card card(column, ui::Ground::surface);
    ui::Column& in = card.inner;
    const std::string name = record.learnerName.empty() ? std::string(words("records.unnamed")) : record.learnerName;
    ui::personText(in, "name-" + record.learner.text(), name, ui::Size::body, ui::Weight::bold);
    in.soft(words("records.line", {{"score", shown.score}, {"lessons", shown.lessons}, {"date", shown.date}}));
    in.gap(ui::space::xs);
    ui::badge(in, shown.tone, shown.status);
}

struct TableColumn {
    const char* key;
    float share; ///< of the width
};
constexpr TableColumn tableColumns[] = {{"csv.learner", 0.34F},
                                        {"csv.status", 0.20F},
                                        {"records.lessons", 0.14F},
                                        {"csv.score", 0.12F},
                                        {"csv.completed", 0.20F}};

ui::Node nodeAt(ui::Role role, std::string_view name, const ui::Box& place) {
    ui::Node node;
    node.role = role;
    node.name = name;
    node.place = place;
    return node;
}

void drawTable(portal::Portal& portal, ui::Column& column, const std::vector<CompletionRecord>& all) {
    const auto& words = portal.words();
    ui::Frame& frame = *column.frame;
    ui::Card card(column, ui::Ground::surface);
    ui::Column& in = card.inner;
    const float rowHeight = std::max(48.0F, frame.type.lineHeight(ui::Size::small) + 20);
    frame.said.open("table", nodeAt(ui::Role::table, words("records.title"),
                                    {in.x, in.y, in.width, rowHeight * static_cast<float>(all.size() + 1)}));
    const auto cell = [&](std::size_t at, float top) {
        float x = in.x;
        for (std::size_t i = 0; i < at; ++i) {
            x += tableColumns[i].share * in.width;
        }
        return ui::Box{x, top, tableColumns[at].share * in.width - ui::space::s, rowHeight};
    };
    const auto drawCell = [&](std::size_t at, ui::Role role, std::string_view text, ui::Weight weight,
                              ui::Colour colour) {
        const ui::Box box = cell(at, in.y);
        const ui::TextBlock& block = frame.type.layout(text, {ui::Size::small, weight}, box.width);
        frame.type.draw(frame.draw, block, box.x, frame.onScreen(box.y + (rowHeight - block.height()) / 2), colour,
                        box.width);
        frame.said.add("cell-" + std::to_string(at), nodeAt(role, text, box));
    };
    frame.said.open("head", nodeAt(ui::Role::row, {}, {in.x, in.y, in.width, rowHeight}));
    for (std::size_t i = 0; i < std::size(tableColumns); ++i) {
        drawCell(i, ui::Role::columnHeader, words(tableColumns[i].key), ui::Weight::bold, frame.theme.softInk);
    }
    frame.said.close();
    in.y += rowHeight;
    for (const CompletionRecord& record : all) {
        ui::fillBox(frame, {in.x, in.y, in.width, 1}, frame.theme.line, 0);
        const Shown shown = shownOf(portal, record);
        frame.said.open("row-" + record.learner.text(), nodeAt(ui::Role::row, {}, {in.x, in.y, in.width, rowHeight}));
        ui::Box nameBox = cell(0, in.y);
        const float line = frame.type.lineHeight(ui::Size::small);
        frame.said.open("cell-0", nodeAt(ui::Role::rowHeader, {}, nameBox));
        ui::Column name(frame, nameBox.x, nameBox.y + (rowHeight - line) / 2, nameBox.width);
        ui::personText(name, "name",
                       record.learnerName.empty() ? words("records.unnamed") : std::string_view(record.learnerName),
                       ui::Size::small, ui::Weight::bold);
        frame.said.close();
        drawCell(1, ui::Role::cell, shown.status, ui::Weight::regular,
                 shown.tone == ui::Tone::right ? frame.theme.right : frame.theme.ink);
        drawCell(2, ui::Role::cell, shown.lessons, ui::Weight::regular, frame.theme.ink);
        drawCell(3, ui::Role::cell, shown.score, ui::Weight::regular, frame.theme.ink);
        drawCell(4, ui::Role::cell, shown.date, ui::Weight::regular, frame.theme.ink);
        frame.said.close();
        in.y += rowHeight;
    }
    frame.said.close();
}

} // namespace

void drawRecords(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    drawTitle(portal, column, words("records.title"));
    column.gap(ui::space::s);
    column.body(words("records.intro"));
    column.gap(ui::space::l);
    std::vector<CompletionRecord> all;
    const auto& people = portal.learners().all;
    for (std::size_t i = 0; i < people.size() && i < portal.peopleShown(); ++i) {
        all.push_back(records::completionRecord(people[i], *portal.course()));
    }
    if (all.empty()) {
        ui::message(column, ui::Tone::info, words("records.emptyTitle"), words("records.empty"));
        column.gap(ui::space::l);
        drawRecovery(portal, column);
        return;
    }
    if (column.width < 560) {
        for (const CompletionRecord& record : all) {
            drawCard(portal, column, record);
            column.gap(ui::space::s);
        }
    } else {
        drawTable(portal, column, all);
    }
    drawMorePeople(portal, column, people.size());
    column.gap(ui::space::l);
    if (ui::button(column, {.key = "download", .label = words("records.download"), .icon = ui::Icon::download})) {
        portal.downloadRecords();
    }
    column.gap(ui::space::s);
    column.soft(words("records.where"));
    column.gap(ui::space::l);
    drawRecovery(portal, column);
}

} // namespace screens
