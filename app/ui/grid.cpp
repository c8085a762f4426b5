#include "ui/grid.h"

#include "ui/shapes.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {

namespace {

constexpr std::size_t beyond = 8;        ///< rows made above and below those that show
constexpr double tallest = 12'000'000.0; ///< CSS px that every browser lets an element be; more is squeezed into it

/// What a scroll position shows. As long as all rows fit into the tallest element, positions are as they seem; beyond
/// it, one px of scrolling stands for more.
class Reel {
public:
    Reel(const Grid& what, float head)
        : rowHeight_(static_cast<double>(what.rowHeight)), rows_(what.rows),
          view_(static_cast<double>(what.height - head)), whole_(rowHeight_ * static_cast<double>(what.rows)),
          inside_(std::min(whole_, tallest)) {}

    [[nodiscard]] double inside() const { return inside_; }
    [[nodiscard]] double most() const { return std::max(0.0, inside_ - view_); }
    /// From where it is scrolled to, to which px of all rows stands at the top, and back.
    [[nodiscard]] double top(double scroll) const { return scroll * factor(); }
    [[nodiscard]] double scrollFor(double top) const { return std::clamp(top / factor(), 0.0, most()); }
    /// Where a row stands in the content, while it is scrolled so.
    [[nodiscard]] double placeOf(std::size_t row, double scroll) const {
        return scroll + static_cast<double>(row) * rowHeight_ - top(scroll);
    }
    [[nodiscard]] std::size_t firstRow(double scroll) const {
        const auto row = static_cast<std::size_t>(top(scroll) / rowHeight_);
        return row > beyond ? row - beyond : 0;
    }
    [[nodiscard]] std::size_t endRow(double scroll) const {
        return std::min(rows_, static_cast<std::size_t>((top(scroll) + view_) / rowHeight_) + beyond + 1);
    }
    [[nodiscard]] std::size_t page() const {
        return std::max<std::size_t>(1, static_cast<std::size_t>(view_ / rowHeight_) - 1);
    }
    /// The scroll position nearest to this one that shows the row whole.
    [[nodiscard]] double showing(std::size_t row, double scroll) const {
        const double from = static_cast<double>(row) * rowHeight_, to = from + rowHeight_;
        if (from < top(scroll)) return scrollFor(from);
        if (to > top(scroll) + view_) return scrollFor(to - view_);
        return scroll;
    }

private:
    [[nodiscard]] double factor() const {
        return whole_ <= inside_ || most() <= 0 ? 1.0 : (whole_ - view_) / (inside_ - view_);
    }
    double rowHeight_;
    std::size_t rows_;
    double view_, whole_, inside_;
};

Node nodeOf(Role role, const Box& place) {
    Node node;
    node.role = role;
    node.place = place;
    return node;
}

/// Moves as the keys say; true when the row is to be opened.
bool move(GridPlace& place, const std::vector<std::string>& keys, const Grid& what, std::size_t page) {
    bool opened = false;
    const std::size_t lastRow = what.rows - 1, lastColumn = what.columns.size() - 1;
    for (const std::string& key : keys) {
        if (key == "ArrowDown") place.row = std::min(place.row + 1, lastRow);
        if (key == "ArrowUp" && place.row > 0) --place.row;
        if (key == "PageDown") place.row = std::min(place.row + page, lastRow);
        if (key == "PageUp") place.row -= std::min(place.row, page);
        if (key == "ArrowRight") place.column = std::min(place.column + 1, lastColumn);
        if (key == "ArrowLeft" && place.column > 0) --place.column;
        if (key == "Home") place.column = 0;
        if (key == "End") place.column = lastColumn;
        if (key == "Control+Home") place.row = 0;
        if (key == "Control+End") place.row = lastRow;
        if (key == "Enter") opened = true;
    }
    return opened;
}

/// The headers; which of them was pressed.
std::optional<std::size_t> drawHead(Semantics& said, const Grid& what, float head) {
    std::optional<std::size_t> pressed;
    Node row = nodeOf(Role::gridHead, {0, 0, what.rowWidth, head});
    row.rows = 1;
    said.open("head", std::move(row));
    for (std::size_t i = 0; i < what.columns.size(); ++i) {
        const GridColumn& column = what.columns[i];
        Node header = nodeOf(Role::gridHeader, {column.place.x, 0, column.place.width, head});
        header.sorted = column.sorted;
        header.look = column.look;
        if (!column.sortable) {
            header.name = column.label;
            said.add(std::to_string(i), std::move(header));
            continue;
        }
        said.open(std::to_string(i), std::move(header));
        Node button = nodeOf(Role::button, {0, 0, column.place.width, head});
        button.name = column.label;
        if (said.takePress(said.add("sort", std::move(button)))) pressed = i;
        said.close();
    }
    said.close();
    return pressed;
}

} // namespace

GridDone grid(Column& column, const Grid& what, GridPlace& place) {
    Frame& frame = *column.frame;
    Semantics& said = frame.said;
    const Box box = column.take(what.height);
    shadow(frame, box, radius::card);
    fillBox(frame, box, frame.theme.surface, radius::card);
    strokeBox(frame, box, frame.theme.line, radius::card);

    const float head = what.headed ? std::max(touchTarget, frame.type.lineHeight(Size::small) + space::m) : 0.0F;
    const Reel reel(what, head);
    Node node = nodeOf(Role::grid, box);
    node.name = what.name;
    node.rows = static_cast<int>(what.rows + (what.headed ? 1 : 0));
    node.inside = static_cast<float>(reel.inside()) + head;
    const NodeId id = said.open(what.key, std::move(node));

    GridDone done;
    if (what.headed) done.sorted = drawHead(said, what, head);
    if (what.rows > 0) {
        double scroll = std::min(static_cast<double>(said.scrollOf(id)), reel.most());
        const std::vector<std::string> keys = said.takeKeys(id);
        place.row = std::min(place.row, what.rows - 1);
        place.column = std::min(place.column, what.columns.size() - 1);
        if (std::exchange(place.toTop, false)) {
            place = {};
            scroll = 0;
            said.scrollGrid(id, 0);
        }
        if (!keys.empty()) {
            if (move(place, keys, what, reel.page())) done.pressed = place.row;
            scroll = reel.showing(place.row, scroll);
            said.scrollGrid(id, static_cast<float>(scroll));
        }
        NodeId active = 0;
        const auto rowAt = [&](std::size_t row) {
            Node line = nodeOf(Role::gridRow, {0, head + static_cast<float>(reel.placeOf(row, scroll)), what.rowWidth,
                                               what.rowHeight});
            line.rows = static_cast<int>(row + (what.headed ? 2 : 1));
            if (said.takePress(said.open("row-" + std::to_string(row), std::move(line)))) {
                done.pressed = row;
                place.row = row;
            }
            for (std::size_t i = 0; i < what.columns.size(); ++i) {
                Node cell = nodeOf(i == 0 ? Role::gridRowHeader : Role::gridCell, what.columns[i].place);
                cell.name = what.words(row, i);
                cell.look = what.columns[i].look;
                if (const std::string_view tone = what.tone ? what.tone(row, i) : std::string_view(); !tone.empty()) {
                    cell.look += cell.look.empty() ? "" : " ";
                    cell.look += tone;
                }
                cell.current = row == place.row && i == place.column;
                const bool current = cell.current;
                const NodeId cellId = said.add(std::to_string(i), std::move(cell));
                if (current) active = cellId;
            }
            said.close();
        };
        const std::size_t first = reel.firstRow(scroll), end = reel.endRow(scroll);
        // Where the keyboard is, is there even when it does not show: the focus stays on it.
        if (place.row < first) rowAt(place.row);
        for (std::size_t row = first; row < end; ++row) rowAt(row);
        if (place.row >= end) rowAt(place.row);
        said.activate(id, active);
    }
    said.close();
    return done;
}

} // namespace ui
