#include "ui/flip_card.h"

#include <algorithm>

namespace ui {

bool flipCard(Column& column, std::string_view key, std::string_view front, std::string_view back, bool turned,
              std::string_view turnWord) {
    Frame& frame = *column.frame;
    const Theme& theme = frame.theme;
    const float room = column.width - 2 * space::l;
    const Style lead{Size::lead, Weight::bold}, body{Size::body, Weight::regular}, small{Size::small, Weight::bold};
    const float frontHeight = frame.type.layout(front, lead, room).height();
    const std::string_view under = turned ? back : turnWord;
    const Style underStyle = turned ? body : small;
    const float underHeight = frame.type.layout(under, underStyle, room).height();
    const float height = std::max(88.0F, frontHeight + underHeight + space::s + 2 * space::l);
    const Box box{column.x, column.y, column.width, height};
    Node node;
    node.role = Role::disclosure;
    node.name = front;
    node.description = turned ? std::string_view{} : turnWord;
    node.expanded = turned;
    node.place = box;
    const Touch touch = interact(frame, key, std::move(node));

    shadow(frame, box, radius::card);
    const Colour ground = turned ? theme.primaryTint : theme.surface;
    fillBox(frame, box, touch.hovered || touch.held ? blend(ground, theme.primary, touch.held ? 0.12F : 0.06F) : ground,
            radius::card);
    strokeBox(frame, box,
              turned           ? theme.primary
              : theme.outlined ? theme.control
                               : theme.line,
              radius::card, turned ? 1.5F : 1.0F);
    float y = box.y + (height - frontHeight - underHeight - space::s) / 2;
    const TextBlock& title = frame.type.layout(front, lead, room);
    frame.type.draw(frame.draw, title, box.x + space::l, frame.onScreen(y), theme.ink, room);
    y += frontHeight + space::s;
    const TextBlock& words = frame.type.layout(under, underStyle, room);
    frame.type.draw(frame.draw, words, box.x + space::l, frame.onScreen(y), turned ? theme.ink : theme.primary, room);
    if (turned) {
        Node said;
        said.role = Role::text;
        said.name = back;
        said.place = {box.x + space::l, y, room, underHeight};
        frame.said.add(back, std::move(said));
    }
    column.y += height;
    return touch.pressed;
}

} // namespace ui
