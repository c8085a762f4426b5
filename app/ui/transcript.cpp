#include "ui/transcript.h"

#include <algorithm>
#include <string>

namespace ui {

namespace {

constexpr float padding = space::m;
constexpr float markRoom = 32;

struct Look {
    Colour ground, edge, ink;
};

Look lookOf(const Theme& theme, const SpokenLine& what) {
    switch (what.mark) {
    case Mark::right: return {theme.rightTint, theme.right, theme.right};
    case Mark::wrong: return {theme.wrongTint, theme.wrong, theme.wrong};
    case Mark::missed: return {theme.carefulTint, theme.careful, theme.careful};
    case Mark::chosen: return {theme.primaryTint, theme.primary, theme.primary};
    case Mark::none: break;
    }
    return {what.side == Side::right ? theme.primaryTint : theme.surface, theme.outlined ? theme.control : theme.line,
            theme.softInk};
}

bool line(Column& column, const SpokenLine& what, bool tappable) {
    Frame& frame = *column.frame;
    const Style small{Size::small, Weight::bold}, body{Size::body, Weight::regular};
    // Who answers stands a little to the right, as in a chat; not on a narrow phone, where words need the width.
    const float indent = column.width > 420 ? 48.0F : 16.0F;
    const float left = column.x + (what.side == Side::right ? indent : 0);
    const float width = column.width - indent;
    const bool marked = tappable || what.mark != Mark::none;
    const float room = width - 2 * padding - (marked ? markRoom : 0);
    const bool named = !what.speaker.empty(), worded = !what.markWord.empty();
    const float smallHeight = frame.type.lineHeight(Size::small);
    const float wordsHeight = frame.type.layout(what.words, body, room).height();
    const float height = std::max(tappable ? 52.0F : 40.0F,
                                  wordsHeight + (named ? smallHeight : 0) + (worded ? smallHeight : 0) + 2 * padding);
    const Box box{left, column.y, width, height};

    Node node;
    node.role = tappable ? Role::button : Role::text;
    node.name = named ? std::string(what.speaker) + ": " + std::string(what.words) : std::string(what.words);
    node.description = what.markWord;
    node.place = box;
    node.disabled = what.disabled;
    Touch touch;
    if (tappable) {
        touch = interact(frame, what.key, std::move(node));
    } else {
        frame.said.add(what.key, std::move(node));
    }
    const Look look = lookOf(frame.theme, what);
    const bool lit = tappable && !what.disabled && (touch.hovered || touch.held);
    fillBox(frame, box, lit ? blend(look.ground, frame.theme.primary, touch.held ? 0.12F : 0.06F) : look.ground,
            radius::card);
    strokeBox(frame, box, look.edge, radius::card, what.mark == Mark::none ? 1.0F : 2.0F);
    float y = box.y + (height - wordsHeight - (named ? smallHeight : 0) - (worded ? smallHeight : 0)) / 2;
    const auto draw = [&](std::string_view text, Style style, Colour colour) {
        const TextBlock& block = frame.type.layout(text, style, room);
        frame.type.draw(frame.draw, block, box.x + padding, frame.onScreen(y), colour, room);
        y += block.height();
    };
    if (named) {
        draw(what.speaker, small, frame.theme.softInk);
    }
    draw(what.words, body, frame.theme.ink);
    if (worded) {
        draw(what.markWord, small, look.ink);
    }
    if (what.mark != Mark::none && what.mark != Mark::chosen) {
        drawIcon(frame,
                 what.mark == Mark::right   ? Icon::tick
                 : what.mark == Mark::wrong ? Icon::cross
                                            : Icon::warning,
                 box.x + box.width - padding - 22, box.y + (height - 22) / 2, 22, look.ink);
    }
    column.y += height;
    return touch.pressed && !what.disabled;
}

} // namespace

void spokenLine(Column& column, const SpokenLine& what) { (void)line(column, what, false); }

bool tappedLine(Column& column, const SpokenLine& what) { return line(column, what, true); }

} // namespace ui
