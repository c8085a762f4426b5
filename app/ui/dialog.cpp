#include "ui/dialog.h"

#include "ui/shapes.h"

#include <algorithm>

namespace ui {

namespace {

constexpr float widest = 460;

/// Says the dialog, darkens the page, and tells where its card begins.
Column enter(Frame& frame, std::string_view key, std::string_view name, bool& dismissed) {
    Node node;
    node.role = Role::dialog;
    node.name = name;
    node.place = {0, 0, frame.view.width, frame.view.height};
    node.fixed = true;
    const NodeId id = frame.said.open(key, std::move(node));
    dismissed = frame.said.takePress(id);
    frame.draw.AddRectFilled({0, 0}, {frame.view.width, frame.view.height}, packed({0x000000}, 0.45F));
    frame.scroll = frame.said.scrollOf(id); // inside, a place is counted from the dialog's top
    const float side = frame.room() == Room::phone ? space::m : space::xxl;
    const float width = std::min(widest * std::max(1.0F, frame.textScale), frame.view.width - 2 * side);
    const float shown = frame.motion.towards(id, 1.0F, 0.0F);
    const float top = frame.view.safeTop + std::max(space::l, frame.view.height * 0.10F) + (1 - shown) * 16;
    return Column(frame, (frame.view.width - width) / 2, top, width);
}

} // namespace

Dialog::Dialog(Frame& frame, std::string_view key, std::string_view name)
    : frame_(frame), pageScroll_(frame.scroll), around_(enter(frame, key, name, dismissed_)),
      card_(around_, Ground::surface, frame.room() == Room::phone ? space::l : space::xl) {}

Dialog::~Dialog() {
    card_.end();
    frame_.scroll = pageScroll_;
    frame_.said.close();
}

} // namespace ui
