#include "ui/link_row.h"

#include <algorithm>
#include <cmath>

namespace ui {

void linkRow(Column& column, std::string_view key, std::string_view label, const std::vector<RowLink>& links) {
    Frame& frame = *column.frame;
    column.silent(label, {Size::small, Weight::regular}, frame.theme.softInk);
    Node group;
    group.role = Role::group;
    group.name = label;
    group.place = {column.x, column.y, column.width, 1};
    frame.said.open(key, group);
    Column at(frame, column.x, column.y, column.width);
    float lineHeight = 0;
    for (const RowLink& each : links) {
        const float wanted = std::ceil(frame.type.measure(each.label, {Size::body, Weight::regular})) + 1;
        if (at.x > column.x && at.x + wanted > column.x + column.width) {
            at.x = column.x;
            at.y += lineHeight;
            lineHeight = 0;
        }
        const float top = at.y;
        at.width = std::clamp(wanted, touchTarget, column.width);
        link(at, each.key, each.label, each.target);
        lineHeight = std::max(lineHeight, at.y - top);
        at.y = top;
        at.x += at.width + space::l;
    }
    frame.said.close();
    column.y = at.y + lineHeight;
}

} // namespace ui
