// What the rows of HR's console say together: completions over time, and how the scores lie.
#include "base/time.h"
#include "screens/records.h"
#include "ui/bars.h"
#include "ui/widgets.h"

#include <algorithm>
#include <string>
#include <vector>

namespace screens {

namespace {

constexpr std::size_t weeksShown = 26;

void drawWeeks(portal::Portal& portal, const portal::Selected& selected, ui::Column& column) {
    const auto& words = portal.words();
    ui::Card card(column, ui::Ground::surface);
    ui::Column& in = card.inner;
    in.heading("weeks-title", words("chart.weeks"), 2, ui::Size::body);
    in.gap(ui::space::s);
    if (selected.weeks.empty()) {
        in.soft(words("chart.noWeeks"));
        return;
    }
    const std::size_t first = selected.weeks.size() > weeksShown ? selected.weeks.size() - weeksShown : 0;
    std::vector<ui::Bar> all;
    for (std::size_t i = first; i < selected.weeks.size(); ++i) {
        const records::Week& week = selected.weeks[i];
        const std::string day = base::isoDate(week.start, portal.clock().offsetAt(week.start));
        const bool edge = i == first || (i + 1 == selected.weeks.size() && i > first + 6);
        all.push_back({words("chart.week", {{"day", day}}), edge ? day.substr(5) : std::string(), week.completed});
    }
    ui::bars(in, "weeks", words("chart.weeks"), words("chart.weekHead"), words("csv.done"), all);
}

void drawScores(portal::Portal& portal, const portal::Selected& selected, ui::Column& column) {
    const auto& words = portal.words();
    ui::Card card(column, ui::Ground::surface);
    ui::Column& in = card.inner;
    in.heading("scores-title", words("chart.scores"), 2, ui::Size::body);
    in.gap(ui::space::s);
    if (std::all_of(selected.scores.begin(), selected.scores.end(), [](std::size_t count) { return count == 0; })) {
        in.soft(words("chart.noScores"));
        return;
    }
    std::vector<ui::Bar> all;
    for (std::size_t i = 0; i < selected.scores.size(); ++i) {
        const std::string from = std::to_string(i * 10);
        all.push_back({from + "–" + (i == 9 ? "100" : std::to_string(i * 10 + 9)) + "%",
                       i % 2 == 0 ? from : std::string(), selected.scores[i]});
    }
    ui::bars(in, "scores", words("chart.scores"), words("csv.score"), words("group.rows"), all);
}

} // namespace

void drawRecordCharts(portal::Portal& portal, portal::Console& console, ui::Column& column) {
    const portal::Selected& selected = console.selected();
    if (selected.rows.empty()) return;
    const bool beside = column.width > 640;
    if (!beside) {
        drawWeeks(portal, selected, column);
        column.gap(ui::space::m);
        drawScores(portal, selected, column);
        return;
    }
    ui::Column left = ui::columnOfRow(column, 0, 2, ui::space::l), right = ui::columnOfRow(column, 1, 2, ui::space::l);
    drawWeeks(portal, selected, left);
    drawScores(portal, selected, right);
    column.y = std::max(left.y, right.y);
}

} // namespace screens
