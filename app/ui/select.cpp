#include "ui/select.h"

#include "ui/shapes.h"

#include <algorithm>
#include <utility>

namespace ui {

std::optional<std::size_t> select(Column& column, std::string_view key, std::string_view label,
                                  const std::vector<std::string>& options, std::size_t current) {
    Frame& frame = *column.frame;
    column.silent(label, {Size::small, Weight::bold}, frame.theme.softInk);
    column.gap(space::xs);
    const Box box = column.take(std::max(52.0F, frame.type.lineHeight(Size::body) + 24));
    Node node;
    node.role = Role::select;
    node.name = label;
    node.place = box;
    node.fixed = frame.fixed;
    node.value = static_cast<float>(current);
    for (const std::string& option : options) {
        if (!node.options.empty()) node.options.push_back('\n');
        for (const char byte : option) node.options.push_back(byte == '\n' ? ' ' : byte);
    }
    const NodeId id = frame.said.add(key, std::move(node));
    fillBox(frame, box, frame.theme.surface, radius::control + 2);
    strokeBox(frame, box, frame.theme.control, radius::control + 2, 1.5F);
    drawIcon(frame, Icon::down, box.x + box.width - 30, box.y + (box.height - 18) / 2, 18, frame.theme.softInk);
    const auto chosen = frame.said.takeValue(id);
    if (!chosen || *chosen < 0 || static_cast<std::size_t>(*chosen) >= options.size()) return std::nullopt;
    return static_cast<std::size_t>(*chosen);
}

} // namespace ui
