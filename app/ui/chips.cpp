#include "ui/chips.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace ui {

namespace {

constexpr float iconRoom = 24;

bool hasIcon(Mark mark) { return mark != Mark::none && mark != Mark::chosen; }

bool chip(Frame& frame, const Chip& what, const Box& box, Role role, float padding) {
    const Theme& theme = frame.theme;
    Node node;
    node.role = role;
    node.name = what.label;
    node.place = box;
    node.checked = what.mark != Mark::none && what.mark != Mark::missed;
    node.disabled = what.disabled;
    node.description = what.markWord;
    const Touch touch = interact(frame, what.key, std::move(node));

    Colour edge = theme.control, ground = theme.surface, ink = theme.ink;
    if (what.mark == Mark::chosen) {
        edge = ground = theme.primary; // full rather than ticked: it stays as wide as it was
        ink = theme.onPrimary;
    } else if (what.mark == Mark::right || what.mark == Mark::missed) {
        edge = ink = theme.right;
        ground = what.mark == Mark::right ? theme.rightTint : theme.surface;
    } else if (what.mark == Mark::wrong) {
        edge = ink = theme.wrong;
        ground = theme.wrongTint;
    } else if (what.disabled) {
        edge = theme.outlined ? theme.control : theme.line;
        ink = theme.softInk;
    }
    if (!what.disabled && (touch.hovered || touch.held)) {
        ground = blend(ground, theme.primary, touch.held ? 0.12F : 0.06F);
    }
    const float rounding = std::min(box.height / 2, 22.0F);
    fillBox(frame, box, ground, rounding);
    strokeBox(frame, box, edge, rounding, what.mark == Mark::none ? 1.5F : 2.0F);
    float left = box.x + padding;
    const bool ticked = hasIcon(what.mark);
    if (ticked) {
        drawIcon(frame, what.mark == Mark::wrong ? Icon::cross : Icon::tick, left, box.y + (box.height - 18) / 2, 18,
                 ink);
        left += iconRoom;
    }
    const TextBlock& words =
        frame.type.layout(what.label, {Size::body, Weight::regular}, box.x + box.width - padding - left);
    frame.type.draw(frame.draw, words, left, frame.onScreen(box.y + (box.height - words.height()) / 2), ink,
                    box.x + box.width - padding - left, ticked ? Align::left : Align::centre);
    return touch.pressed && !what.disabled;
}

} // namespace

int chips(Column& column, std::string_view key, std::string_view label, const std::vector<Chip>& all, Role role,
          int perRow) {
    Frame& frame = *column.frame;
    const auto inRow = static_cast<float>(perRow);
    const float padding = perRow > 0 ? 0 : space::l;
    Node group;
    group.role = role == Role::radio ? Role::radioGroup : Role::group;
    group.name = label;
    group.place = {column.x, column.y, column.width, 1};
    frame.said.open(key, group);
    int pressed = -1;
    float x = column.x, y = column.y, lineHeight = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const float extra = 2 * padding + (hasIcon(all[i].mark) ? iconRoom : 0.0F);
        const float wanted = std::ceil(frame.type.measure(all[i].label, {Size::body, Weight::regular})) + 1 + extra;
        const float width = perRow > 0 ? (column.width - (inRow - 1) * space::s) / inRow
                                       : std::clamp(wanted, touchTarget, column.width);
        const TextBlock& words = frame.type.layout(all[i].label, {Size::body, Weight::regular}, width - extra);
        const float height = std::max(touchTarget, words.height() + space::l);
        if (x > column.x && x + width > column.x + column.width + 0.5F) {
            x = column.x;
            y += lineHeight + space::s;
            lineHeight = 0;
        }
        if (chip(frame, all[i], {x, y, width, height}, role, padding)) {
            pressed = static_cast<int>(i);
        }
        x += width + space::s;
        lineHeight = std::max(lineHeight, height);
    }
    frame.said.close();
    column.y = y + lineHeight;
    return pressed;
}

} // namespace ui
