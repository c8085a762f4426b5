// The table of HR's console, the groups of its rows, and what can be opened from it: one person's records, and which
// columns are shown.
#include "base/time.h"
#include "screens/records.h"
#include "ui/dialog.h"
#include "ui/grid.h"
#include "ui/rows.h"
#include "ui/select.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace screens {

namespace {

using portal::Choice;
using portal::Console;
using portal::ConsoleDialog;
using records::Column;
using records::CompletionStatus;
using records::Grouping;
using records::Row;
using records::Table;

struct Shown {
    Column column;
    const char* key; ///< of its header
    float width;     ///< CSS px at 100 %
    const char* look;
};
constexpr std::array<Shown, 14> allColumns = {{
    {Column::name, "csv.learner", 150, "strong"},
    {Column::number, "csv.number", 130, ""},
    {Column::department, "csv.department", 120, ""},
    {Column::subject, "csv.title", 200, ""},
    {Column::status, "csv.status", 150, ""},
    {Column::lessonsFinished, "records.lessons", 84, "number"},
    {Column::score, "csv.score", 84, "number"},
    {Column::attempts, "csv.attempts", 100, "number"},
    {Column::secondsActive, "csv.minutesActive", 110, "number"},
    {Column::started, "records.started", 110, ""},
    {Column::finished, "csv.completed", 110, ""},
    {Column::due, "csv.due", 110, ""},
    {Column::expires, "csv.expires", 110, ""},
    {Column::contentVersion, "csv.contentVersion", 100, "soft"},
}};

const char* statusKey(std::uint8_t status) {
    constexpr const char* keys[] = {"csv.notStarted", "csv.inProgress", "csv.done"};
    return keys[std::min<std::size_t>(status, 2)];
}

std::string scoreText(float score) { return score < 0 ? std::string() : std::to_string(static_cast<int>(score)) + "%"; }

std::string cellText(portal::Portal& portal, const Table& table, Row row, Column column, const records::Today& today) {
    const records::Person& person = table.people[table.person[row]];
    // The last moment of a day is what people mean by "until that day".
    const auto date = [&portal](records::Time at, bool end = false) {
        if (at == records::noTime) return std::string();
        const base::Instant moment{base::Milliseconds{end ? at - 1 : at}};
        return base::isoDate(moment, portal.clock().offsetAt(moment));
    };
    switch (column) {
    case Column::name: return person.name.empty() ? std::string(portal.words()("records.unnamed")) : person.name;
    case Column::number: return person.number;
    case Column::department: return table.departments[table.department[row]];
    case Column::subject: return subjectName(portal, table, table.subject[row]);
    case Column::status: return standingOf(portal, table, row, today);
    case Column::started: return date(table.started[row]);
    case Column::finished: return date(table.finished[row]);
    case Column::due: return date(table.due[row], true);
    case Column::expires: return date(table.expires[row]);
    case Column::score: return scoreText(table.score[row]);
    case Column::attempts: return table.attempts[row] == 0 ? std::string() : std::to_string(table.attempts[row]);
    case Column::secondsActive: return std::to_string(table.secondsActive[row] / 60);
    case Column::lessonsFinished:
        if (table.lessonsInAll[row] == 0) return {};
        return std::to_string(table.lessonsFinished[row]) + "/" + std::to_string(table.lessonsInAll[row]);
    case Column::contentVersion: return table.contentVersions[table.contentVersion[row]];
    }
    return {};
}

std::string_view toneOf(const Table& table, Row row, const records::Today& today) {
    if (records::isOverdue(table, row, today) || records::isExpired(table, row, today)) return "wrong";
    if (records::isExpiring(table, row, today)) return "careful";
    return table.status[row] == static_cast<std::uint8_t>(CompletionStatus::completed) ? "right" : "";
}

float tableHeight(const ui::Frame& frame, std::size_t rows, float rowHeight, float head) {
    const float most = std::max(240.0F, frame.view.height * (frame.room() == ui::Room::phone ? 0.62F : 0.66F));
    return std::min(most, head + rowHeight * static_cast<float>(std::max<std::size_t>(rows, 1)) + 2);
}

/// Columns beside each other, as wide as there is room, else as wide as they need.
struct Layout {
    std::vector<Shown> shown;
    std::vector<ui::GridColumn> columns;
    float rowHeight = 44, rowWidth = 0;
    bool stacked = false; ///< one below the other: a phone has no room for columns
};

/// What the browser's scroll bar takes of a grid; on a touch screen it floats.
float scrollBar(const ui::Frame& frame) { return frame.view.touch ? 2.0F : 14.0F; }

float scaleOf(const ui::Frame& frame) { return std::max(0.8F, frame.textScale); }

Layout layoutOf(portal::Portal& portal, Console& console, const ui::Column& column) {
    const ui::Frame& frame = *column.frame;
    const Choice& choice = console.choice();
    Layout layout;
    float usual = 0, wanted = 0;
    for (const Shown& each : allColumns) {
        const bool always = each.column == Column::name;
        if (always || (portal::usualColumns() & portal::bit(each.column)) != 0) usual += each.width;
        const bool subjects = each.column == Column::subject && choice.allSubjects;
        if (!always && !subjects && (console.columns() & portal::bit(each.column)) == 0) continue;
        layout.shown.push_back(each);
        wanted += each.width;
    }
    const float scale = scaleOf(frame), line = frame.type.lineHeight(ui::Size::small);
    layout.stacked = usual * scale > column.width;
    const float room = column.width - scrollBar(frame);
    layout.rowWidth = layout.stacked ? room : std::max(room, wanted * scale);
    const float stretch = layout.rowWidth / (wanted * scale);
    layout.rowHeight = std::max(44.0F, line + 16);
    float x = 0;
    for (const Shown& each : layout.shown) {
        const float width = each.width * scale * stretch;
        const int sorted = choice.order == each.column ? (choice.descending ? -1 : 1) : 0;
        layout.columns.push_back(
            {std::string(portal.words()(each.key)), {x, 0, width, layout.rowHeight}, true, sorted, each.look});
        x += width;
    }
    if (!layout.stacked) return layout;
    // Name and status share the first line; the rest follows two by two.
    const float half = layout.rowWidth / 2;
    std::size_t lines = 1, next = 0;
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        ui::Box& place = layout.columns[i].place;
        if (i == 0 || layout.shown[i].column == Column::status) {
            place = {i == 0 ? ui::space::s : half, 6, half - ui::space::s, line};
        } else {
            place = {next % 2 == 0 ? ui::space::s : half, 6 + line * static_cast<float>(1 + next / 2),
                     half - ui::space::s, line};
            lines = 2 + next / 2;
            ++next;
        }
        layout.columns[i].look = i == 0 ? "strong" : layout.shown[i].column == Column::status ? "" : "soft";
    }
    layout.rowHeight = line * static_cast<float>(lines) + 12;
    return layout;
}

/// What a phone's cell says of itself, where there is no header over it.
std::string labelled(portal::Portal& portal, const Shown& shown, std::string text) {
    const bool plain = shown.column == Column::name || shown.column == Column::status ||
                       shown.column == Column::number || shown.column == Column::department ||
                       shown.column == Column::subject;
    return plain || text.empty() ? text
                                 : portal.words()("records.labelled",
                                                  {{"label", std::string(portal.words()(shown.key))}, {"value", text}});
}

void drawRows(portal::Portal& portal, Console& console, ui::Column& column) {
    const Table& table = console.table();
    const auto& rows = console.selected().rows;
    const records::Today today = console.today();
    const Layout layout = layoutOf(portal, console, column);
    const ui::Frame& frame = *column.frame;
    const float head =
        layout.stacked ? 0 : std::max(ui::touchTarget, frame.type.lineHeight(ui::Size::small) + ui::space::m);
    ui::Grid what{.key = "records",
                  .name = portal.words()("records.title"),
                  .columns = layout.columns,
                  .headed = !layout.stacked,
                  .rows = rows.size(),
                  .rowHeight = layout.rowHeight,
                  .rowWidth = layout.rowWidth,
                  .height = tableHeight(frame, rows.size(), layout.rowHeight, head),
                  .words =
                      [&](std::size_t row, std::size_t at) {
                          std::string text = cellText(portal, table, rows[row], layout.shown[at].column, today);
                          return layout.stacked ? labelled(portal, layout.shown[at], std::move(text)) : text;
                      },
                  .tone =
                      [&](std::size_t row, std::size_t at) {
                          return layout.shown[at].column == Column::status ? toneOf(table, rows[row], today)
                                                                           : std::string_view();
                      }};
    const ui::GridDone done = ui::grid(column, what, console.rowPlace);
    if (done.sorted) {
        Choice choice = console.choice();
        const Column wanted = layout.shown[*done.sorted].column;
        choice.descending = choice.order == wanted && !choice.descending;
        choice.order = wanted;
        console.choose(std::move(choice));
        console.rowPlace.toTop = true;
    } else if (done.pressed) {
        console.look.person = table.person[rows[*done.pressed]];
        portal.consoleDialog() = ConsoleDialog::person;
    }
}

std::string groupName(portal::Portal& portal, const Table& table, Grouping grouping, std::uint32_t key) {
    switch (grouping) {
    case Grouping::department: return departmentName(portal, table, key);
    case Grouping::subject: return subjectName(portal, table, key);
    case Grouping::status: break;
    }
    return std::string(portal.words()(statusKey(static_cast<std::uint8_t>(key))));
}

void drawGroups(portal::Portal& portal, Console& console, ui::Column& column) {
    const auto& words = portal.words();
    const Table& table = console.table();
    const auto& groups = console.selected().groups;
    const Grouping grouping = *console.choice().grouping;
    const ui::Frame& frame = *column.frame;
    constexpr const char* labels[] = {"csv.department", "csv.title", "csv.status"};
    const char* const keys[] = {labels[static_cast<std::size_t>(grouping)],
                                "group.rows",
                                "csv.done",
                                "group.share",
                                "filter.overdue",
                                "group.meanScore"};
    const float line = frame.type.lineHeight(ui::Size::small), scale = scaleOf(frame);
    const float width = column.width - scrollBar(frame);
    const bool stacked = width < 560 * scale;
    std::vector<ui::GridColumn> columns;
    for (std::size_t i = 0; i < std::size(keys); ++i) {
        const float at = static_cast<float>(i);
        const float figure = width * 0.14F;
        ui::Box place = i == 0 ? ui::Box{0, 0, width - 5 * figure, std::max(44.0F, line + 16)}
                               : ui::Box{width - (6 - at) * figure, 0, figure, std::max(44.0F, line + 16)};
        if (stacked)
            place = i == 0 ? ui::Box{ui::space::s, 6, width - 2 * ui::space::s, line}
                           : ui::Box{i % 2 == 1 ? ui::space::s : width / 2, 6 + line * static_cast<float>((i + 1) / 2),
                                     width / 2 - ui::space::s, line};
        columns.push_back({std::string(words(keys[i])), place, false, 0,
                           i == 0    ? "strong"
                           : stacked ? "soft"
                                     : "number"});
    }
    const float rowHeight = stacked ? 4 * line + 12 : columns.front().place.height;
    const float head = stacked ? 0 : std::max(ui::touchTarget, line + ui::space::m);
    ui::Grid what{.key = "groups",
                  .name = words("group.title"),
                  .columns = columns,
                  .headed = !stacked,
                  .rows = groups.size(),
                  .rowHeight = rowHeight,
                  .rowWidth = width,
                  .height = tableHeight(frame, groups.size(), rowHeight, head),
                  .words = [&](std::size_t row, std::size_t at) {
                      const records::Group& group = groups[row];
                      const auto share = [](std::size_t part, std::size_t whole) {
                          return std::to_string(whole == 0 ? 0 : part * 100 / whole) + "%";
                      };
                      const std::string text = at == 0   ? groupName(portal, table, grouping, group.key)
                                               : at == 1 ? grouped(group.rows)
                                               : at == 2 ? grouped(group.completed)
                                               : at == 3 ? share(group.completed, group.rows)
                                               : at == 4 ? grouped(group.overdue)
                                               : group.scored == 0
                                                   ? std::string("–")
                                                   : std::to_string(static_cast<int>(group.meanScore)) + "%";
                      return stacked && at > 0
                                 ? words("records.labelled", {{"label", columns[at].label}, {"value", text}})
                                 : text;
                  }};
    const ui::GridDone done = ui::grid(column, what, console.groupPlace);
    if (!done.pressed) return;
    // A group opens as a filter.
    Choice choice = console.choice();
    const std::uint32_t key = groups[*done.pressed].key;
    if (grouping == Grouping::department) choice.department = key;
    if (grouping == Grouping::subject) {
        choice.subject = key;
        choice.allSubjects = false;
    }
    if (grouping == Grouping::status) choice.standing = static_cast<portal::Standing>(key + 1);
    choice.grouping.reset();
    console.choose(std::move(choice));
    console.rowPlace.toTop = true;
}

} // namespace

std::string departmentName(const portal::Portal& portal, const Table& table, std::uint32_t index) {
    const std::string& name = table.departments[index];
    return name.empty() ? std::string(portal.words()("filter.noDepartment")) : name;
}

std::string subjectName(const portal::Portal& portal, const Table& table, std::uint32_t index) {
    const records::Subject& subject = table.subjects[index];
    if (subject.module.empty()) return portal.words()("subject.course", {{"title", subject.title}});
    return portal.words()("subject.module", {{"id", subject.module}, {"title", subject.title}});
}

std::string standingOf(const portal::Portal& portal, const Table& table, Row row, const records::Today& today) {
    const auto& words = portal.words();
    std::string text(words(statusKey(table.status[row])));
    const char* more = records::isOverdue(table, row, today)    ? "standing.overdue"
                       : records::isExpired(table, row, today)  ? "standing.expired"
                       : records::isExpiring(table, row, today) ? "standing.expiring"
                                                                : nullptr;
    if (more != nullptr) text += " · " + std::string(words(more));
    return text;
}

void drawRecordTable(portal::Portal& portal, Console& console, ui::Column& column) {
    const auto& words = portal.words();
    const portal::Selected& selected = console.selected();
    ui::Frame& frame = *column.frame;
    const std::string count = words("records.summary", {{"rows", grouped(selected.rows.size())},
                                                        {"people", grouped(selected.people)},
                                                        {"completed", grouped(selected.completed)},
                                                        {"overdue", grouped(selected.overdue)}});
    const float button =
        frame.type.measure(words("columns.open"), {ui::Size::body, ui::Weight::bold}) + 28 + 2 * ui::space::m + 2;
    const bool beside = column.width - button > 260;
    const float top = column.y;
    ui::Column left(frame, column.x, top + (beside ? 12.0F : 0.0F), beside ? column.width - button : column.width);
    left.soft(count);
    ui::Column right(frame, beside ? column.x + column.width - button + ui::space::m : column.x, beside ? top : left.y,
                     button);
    if (ui::button(right, {.key = "columns",
                           .label = words("columns.open"),
                           .look = ui::ButtonLook::quiet,
                           .icon = ui::Icon::sliders,
                           .fitted = true}))
        portal.consoleDialog() = ConsoleDialog::columns;
    column.y = std::max(left.y, right.y) + ui::space::s;
    if (selected.rows.empty()) {
        ui::message(column, ui::Tone::info, words("records.noneTitle"), words("records.none"), false);
        column.gap(ui::space::s);
        if (ui::button(
                column,
                {.key = "reset", .label = words("filter.reset"), .look = ui::ButtonLook::secondary, .fitted = true})) {
            Choice choice;
            choice.allSubjects = true;
            console.choose(std::move(choice));
        }
        return;
    }
    if (console.choice().grouping) {
        drawGroups(portal, console, column);
    } else {
        drawRows(portal, console, column);
    }
}

void drawColumnsDialog(portal::Portal& portal, Console& console, ui::Frame& frame) {
    const auto& words = portal.words();
    ui::Dialog dialog(frame, "columns-dialog", words("columns.title"));
    ui::Column& in = dialog.inside();
    in.heading("columns-title", words("columns.title"), 2, ui::Size::lead);
    in.gap(ui::space::m);
    constexpr std::array<int, 4> years = {0, 1, 2, 3};
    std::vector<std::string> options;
    std::size_t current = 0;
    for (std::size_t i = 0; i < years.size(); ++i) {
        options.push_back(years[i] == 0 ? std::string(words("validity.ever"))
                                        : words("validity.years", {{"count", std::to_string(years[i])}}));
        if (console.validDays() == years[i] * 365) current = i;
    }
    if (const auto chosen = ui::select(in, "validity", words("validity.label"), options, current))
        console.setValidDays(years[*chosen] * 365);
    in.gap(ui::space::l);
    std::uint32_t columns = console.columns();
    for (const Shown& each : allColumns) {
        if (each.column == Column::name) continue;
        const bool on = (columns & portal::bit(each.column)) != 0;
        if (ui::choice(in, {.key = each.key,
                            .label = words(each.key),
                            .mark = on ? ui::Mark::chosen : ui::Mark::none,
                            .multiple = true}))
            columns ^= portal::bit(each.column);
        in.gap(ui::space::xs);
    }
    if (columns != console.columns()) console.showColumns(columns);
    in.gap(ui::space::l);
    if (ui::button(in, {.key = "columns-done", .label = words("display.done")}) || dialog.dismissed())
        portal.consoleDialog() = ConsoleDialog::none;
}

void drawPersonDialog(portal::Portal& portal, Console& console, ui::Frame& frame) {
    const auto& words = portal.words();
    const Table& table = console.table();
    const records::Person& person = table.people[console.look.person];
    const records::Today today = console.today();
    const std::string name = person.name.empty() ? std::string(words("records.unnamed")) : person.name;
    ui::Dialog dialog(frame, "person-dialog", words("person.title", {{"name", name}}));
    ui::Column& in = dialog.inside();
    in.heading("person-title", words("person.title", {{"name", name}}), 2, ui::Size::lead);
    in.gap(ui::space::xs);
    if (!person.number.empty())
        in.soft(words("records.labelled", {{"label", std::string(words("csv.number"))}, {"value", person.number}}));
    if (person.department != 0)
        in.soft(words("records.labelled", {{"label", std::string(words("csv.department"))},
                                           {"value", table.departments[person.department]}}));
    for (Row row = 0; row < table.rows(); ++row) {
        if (table.person[row] != console.look.person) continue;
        in.gap(ui::space::m);
        in.text(subjectName(portal, table, table.subject[row]), {ui::Size::body, ui::Weight::bold}, frame.theme.ink);
        std::string about = standingOf(portal, table, row, today);
        for (const Column column :
             {Column::lessonsFinished, Column::score, Column::finished, Column::due, Column::expires}) {
            const std::string text = cellText(portal, table, row, column, today);
            if (text.empty()) continue;
            const auto shown = std::find_if(allColumns.begin(), allColumns.end(),
                                            [column](const Shown& each) { return each.column == column; });
            about += " · " + words("records.labelled", {{"label", std::string(words(shown->key))}, {"value", text}});
        }
        in.soft(about);
    }
    in.gap(ui::space::l);
    if (ui::button(in, {.key = "person-done", .label = words("dialog.close")}) || dialog.dismissed())
        portal.consoleDialog() = ConsoleDialog::none;
}

} // namespace screens
