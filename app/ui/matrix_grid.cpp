#include "ui/matrix_grid.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace ui {

namespace {

bool drawCell(Frame& frame, const MatrixCell& what, const Box& box, std::string where) {
    const Theme& theme = frame.theme;
    Node node;
    node.role = Role::button; // arrow keys must not place in passing
    node.name = what.label;
    node.description = what.markWord.empty() ? std::move(where) : std::string(what.markWord) + ". " + where;
    node.disabled = what.disabled;
    node.place = box;
    const Touch touch = interact(frame, what.key, std::move(node));
    Colour ground = theme.surface, edge = theme.control, ink = theme.ink;
    if (what.mark == Mark::right || what.mark == Mark::missed) {
        edge = ink = theme.right;
        ground = what.mark == Mark::right ? theme.rightTint : theme.surface;
    } else if (what.mark == Mark::wrong) {
        edge = ink = theme.wrong;
        ground = theme.wrongTint;
    }
    if (!what.disabled && (touch.hovered || touch.held)) {
        ground = blend(ground, theme.primary, touch.held ? 0.12F : 0.06F);
    }
    fillBox(frame, box, ground, radius::control + 2);
    const bool quiet = what.disabled && what.mark == Mark::none && !theme.outlined;
    strokeBox(frame, box, quiet ? theme.line : edge, radius::control + 2, what.mark == Mark::none ? 1.5F : 2.0F);
    const float room = box.width - 2 * space::s;
    const TextBlock& words = frame.type.layout(what.label, {Size::body, Weight::regular}, room);
    const float icon = what.mark == Mark::none ? 0.0F : 24.0F;
    const float top = box.y + (box.height - words.height() - icon) / 2;
    if (what.mark != Mark::none) {
        drawIcon(frame, what.mark == Mark::wrong ? Icon::cross : Icon::tick, box.x + box.width / 2 - 10, top, 20, ink);
    }
    frame.type.draw(frame.draw, words, box.x + space::s, frame.onScreen(top + icon), ink, room, Align::centre);
    return touch.pressed && !what.disabled;
}

} // namespace

int matrixGrid(Column& column, std::string_view key, const MatrixGrid& what) {
    Frame& frame = *column.frame;
    const Style small{Size::small, Weight::bold};
    Node group;
    group.role = Role::group;
    group.name = what.name;
    group.place = {column.x, column.y, column.width, 1};
    frame.said.open(key, group);
    const float gap = space::s, wide = (column.width - gap) / 2;
    // Words over the columns, as high as the longer of the two.
    float head = 0;
    for (const std::string_view words : what.columns) {
        head = std::max(head, frame.type.layout(words, small, wide).height());
    }
    for (std::size_t side = 0; side < 2; ++side) {
        const TextBlock& words = frame.type.layout(what.columns[side], small, wide);
        frame.type.draw(frame.draw, words, column.x + static_cast<float>(side) * (wide + gap),
                        frame.onScreen(column.y + head - words.height()), frame.theme.softInk, wide, Align::centre);
    }
    column.y += head + space::xs;
    int pressed = -1;
    for (std::size_t row = 0; row < 2; ++row) {
        column.silent(what.rows[row], small, frame.theme.softInk);
        column.gap(space::xs);
        float height = 80;
        for (std::size_t side = 0; side < 2; ++side) {
            const MatrixCell& cell = what.cells[row * 2 + side];
            height = std::max(
                height, frame.type.layout(cell.label, {Size::body, Weight::regular}, wide - 2 * space::s).height() +
                            24 + 2 * space::m);
        }
        for (std::size_t side = 0; side < 2; ++side) {
            const Box box{column.x + static_cast<float>(side) * (wide + gap), column.y, wide, height};
            if (drawCell(frame, what.cells[row * 2 + side], box,
                         std::string(what.columns[side]) + ", " + std::string(what.rows[row]))) {
                pressed = static_cast<int>(row * 2 + side);
            }
        }
        column.y += height + gap;
    }
    frame.said.close();
    return pressed;
}

} // namespace ui
