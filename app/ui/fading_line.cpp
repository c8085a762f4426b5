#include "ui/fading_line.h"

#include "ui/shapes.h"

#include <algorithm>

namespace ui {

void fadingLine(Column& column, std::string_view key, std::string_view label, std::span<const float> shares,
                std::string_view startText, std::string_view endText) {
    Frame& frame = *column.frame;
    const Theme& theme = frame.theme;
    const float top = column.y;
    frame.said.open(key, chartNode(Role::row, {}, {column.x, top, column.width, 1}));
    column.silent(label, {Size::body, Weight::regular}, theme.ink);
    frame.said.add("label", chartNode(Role::rowHeader, label, {column.x, top, column.width, column.y - top}));
    column.gap(space::xs);
    const Box box = column.take(44);
    fillBox(frame, box, blend(theme.surface, theme.line, 0.55F), 5);
    if (frame.visible(box)) {
        const float step = box.width / static_cast<float>(shares.size() - 1);
        const float bottom = frame.onScreen(box.y + box.height);
        for (std::size_t i = 0; i < shares.size(); ++i) {
            frame.draw.PathLineTo({box.x + static_cast<float>(i) * step, bottom - shares[i] * box.height});
        }
        frame.draw.PathStroke(packed(theme.primary), ImDrawFlags_None, 2.5F);
    }
    const float below = column.y;
    Column left = columnOfRow(column, 0, 2, space::s);
    Column right = columnOfRow(column, 1, 2, space::s);
    left.silent(startText, {Size::small, Weight::bold}, theme.ink);
    right.silent(endText, {Size::small, Weight::bold}, theme.softInk, Align::right);
    frame.said.add("start", chartNode(Role::cell, startText, {left.x, below, left.width, left.y - below}));
    frame.said.add("end", chartNode(Role::cell, endText, {right.x, below, right.width, right.y - below}));
    column.y = std::max(left.y, right.y);
    frame.said.close();
}

} // namespace ui
