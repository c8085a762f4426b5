#include "ui/rows.h"

#include <algorithm>
#include <string>

namespace ui {

void listRow(Column& column, const ListRow& what) {
    Frame& frame = *column.frame;
    const Theme& theme = frame.theme;
    constexpr float mark = 32;
    const float textLeft = mark + space::m;
    const float textWidth = column.width - textLeft - 28;
    const TextBlock& title = frame.type.layout(what.title, {Size::body, Weight::bold}, textWidth);
    const TextBlock& detail = frame.type.layout(what.detail, {Size::small, Weight::regular}, textWidth);
    const float detailHeight = what.detail.empty() ? 0.0F : detail.height();
    const float content = title.height() + detailHeight;
    const float height = std::max(60.0F, content + 2 * space::m);
    const Box box{column.x, column.y, column.width, height};
    Node node;
    node.role = Role::link;
    node.name = what.title;
    node.description = what.detail;
    node.place = box;
    node.target = what.target;
    const Touch touch = interact(frame, what.key, std::move(node));
    if (touch.hovered || touch.held) {
        fillBox(frame, {box.x - space::s, box.y, box.width + 2 * space::s, box.height}, theme.primary, radius::control,
                touch.held ? 0.10F : 0.05F);
    }
    const Colour ink = what.tone == Tone::right     ? theme.right
                       : what.tone == Tone::wrong   ? theme.wrong
                       : what.tone == Tone::careful ? theme.careful
                                                    : theme.primary;
    const Box disc{box.x, box.y + (height - mark) / 2, mark, mark};
    fillBox(frame, disc, what.filled ? ink : blend(theme.surface, ink, 0.10F), mark / 2);
    drawIcon(frame, what.icon, disc.x + 6, disc.y + 6, 20, what.filled ? theme.surface : ink);
    const float top = box.y + (height - content) / 2;
    frame.type.draw(frame.draw, title, box.x + textLeft, frame.onScreen(top), theme.ink, title.width);
    if (!what.detail.empty()) {
        frame.type.draw(frame.draw, detail, box.x + textLeft, frame.onScreen(top + title.height()), theme.softInk,
                        detail.width);
    }
    drawIcon(frame, Icon::forward, box.x + box.width - 22, box.y + (height - 20) / 2, 20, theme.softInk);
    column.y += height;
}

int segments(Column& column, std::string_view key, std::string_view label, const std::vector<std::string_view>& options,
             int current) {
    Frame& frame = *column.frame;
    const Theme& theme = frame.theme;
    if (!label.empty()) {
        column.silent(label, {Size::small, Weight::bold}, theme.softInk);
        column.gap(space::xs);
    }
    // Side by side where every word fits, else one below the other.
    const float side = (column.width - 8) / static_cast<float>(options.size());
    bool stacked = false;
    float tall = touchTarget;
    for (const std::string_view option : options) {
        stacked = stacked || frame.type.measure(option, {Size::small, Weight::bold}) + space::s > side;
        tall = std::max(tall, frame.type.lineHeight(Size::small) + space::s);
    }
    const float rows = stacked ? static_cast<float>(options.size()) : 1.0F;
    const Box box = column.take(tall * rows + 4);
    const float each = stacked ? column.width - 8 : side;
    Node group;
    group.role = Role::radioGroup;
    group.name = label;
    group.place = box;
    group.fixed = frame.fixed;
    frame.said.open(key, group);
    fillBox(frame, box, theme.line, radius::control + 2, 0.6F);
    int pressed = -1;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const float at = static_cast<float>(i);
        const Box place{box.x + 4 + (stacked ? 0.0F : at * each), box.y + 2 + (stacked ? at * tall : 0.0F), each, tall};
        const bool chosen = static_cast<int>(i) == current;
        Node node;
        node.role = Role::radio;
        node.name = options[i];
        node.place = place;
        node.fixed = frame.fixed;
        node.checked = chosen;
        const Touch touch = interact(frame, options[i], std::move(node));
        const Box ground{place.x, place.y + 2, place.width, place.height - 4};
        if (chosen) {
            shadow(frame, ground, radius::control);
            fillBox(frame, ground, theme.surface, radius::control);
            if (theme.outlined) {
                strokeBox(frame, ground, theme.primary, radius::control, 2);
            }
        } else if (touch.hovered) {
            fillBox(frame, ground, theme.primary, radius::control, 0.06F);
        }
        const TextBlock& word =
            frame.type.layout(options[i], {Size::small, chosen ? Weight::bold : Weight::regular}, each);
        frame.type.draw(frame.draw, word, place.x, frame.onScreen(place.y + (place.height - word.height()) / 2),
                        chosen ? theme.primary : theme.ink, each, Align::centre);
        if (touch.pressed) {
            pressed = static_cast<int>(i);
        }
    }
    frame.said.close();
    return pressed;
}

} // namespace ui
