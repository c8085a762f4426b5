#include "ui/column.h"

#include "ui/shapes.h"

#include <algorithm>

namespace ui {

std::string lookOf(Style style, Align align) {
    std::string look = style.size == Size::small   ? "small"
                       : style.size == Size::body  ? "body"
                       : style.size == Size::lead  ? "lead"
                       : style.size == Size::title ? "title"
                                                   : "display";
    if (style.weight == Weight::bold) {
        look += " bold";
    }
    if (align == Align::centre) {
        look += " centre";
    }
    return look;
}

void Column::silent(std::string_view words, Style style, Colour colour, Align align) {
    const TextBlock& block = frame->type.layout(words, style, width);
    frame->type.draw(frame->draw, block, x, frame->onScreen(y), colour, width, align);
    y += block.height();
}

void Column::text(std::string_view words, Style style, Colour colour, Align align) {
    if (words.empty()) {
        return;
    }
    const float top = y;
    silent(words, style, colour, align);
    Node node;
    node.role = Role::text;
    node.name = withoutMarks(words);
    node.place = {x, top, width, y - top};
    node.fixed = frame->fixed;
    node.look = lookOf(style, align);
    frame->said.add(words, std::move(node));
}

NodeId Column::heading(std::string_view key, std::string_view words, int level, Size size, Align align) {
    const float top = y;
    silent(words, {size, Weight::bold}, frame->theme.ink, align);
    Node node;
    node.role = Role::heading;
    node.level = level;
    node.name = words;
    node.place = {x, top, width, y - top};
    node.fixed = frame->fixed;
    node.look = lookOf({size, Weight::bold}, align);
    return frame->said.add(key, std::move(node));
}

Card::Card(Column& outer, Ground ground, float padding)
    : inner(*outer.frame, outer.x + padding, outer.y + padding, outer.width - 2 * padding), outer_(&outer),
      ground_(ground), padding_(padding), top_(outer.y) {
    splitter_.Split(&outer.frame->draw, 2);
    splitter_.SetCurrentChannel(&outer.frame->draw, 1);
}

void Card::end(float leastHeight) {
    if (!open_) {
        return;
    }
    open_ = false;
    Frame& frame = *outer_->frame;
    const float height = std::max(leastHeight, inner.y + padding_ - top_);
    const Box box{outer_->x, top_, outer_->width, height};
    splitter_.SetCurrentChannel(&frame.draw, 0);
    const Theme& theme = frame.theme;
    switch (ground_) {
    case Ground::surface:
        shadow(frame, box, radius::card);
        fillBox(frame, box, theme.surface, radius::card);
        strokeBox(frame, box, theme.line, radius::card);
        break;
    case Ground::primary: fillBox(frame, box, theme.primaryTint, radius::card); break;
    case Ground::right: fillBox(frame, box, theme.rightTint, radius::card); break;
    case Ground::careful: fillBox(frame, box, theme.carefulTint, radius::card); break;
    case Ground::wrong: fillBox(frame, box, theme.wrongTint, radius::card); break;
    case Ground::plain: break;
    }
    if (theme.outlined && ground_ != Ground::plain) {
        strokeBox(frame, box, theme.control, radius::card, 1.5F);
    }
    splitter_.Merge(&frame.draw);
    outer_->y = top_ + height;
}

Column columnOfRow(const Column& column, int index, int count, float gapBetween) {
    const float each = (column.width - gapBetween * static_cast<float>(count - 1)) / static_cast<float>(count);
    return Column(*column.frame, column.x + static_cast<float>(index) * (each + gapBetween), column.y, each);
}

} // namespace ui
