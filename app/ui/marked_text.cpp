#include "ui/marked_text.h"

#include <algorithm>
#include <string>

namespace ui {

namespace {

struct Look {
    Colour ground, line;
};

Look lookOf(const Theme& theme, Mark mark) {
    switch (mark) {
    case Mark::right: return {theme.rightTint, theme.right};
    case Mark::wrong: return {theme.wrongTint, theme.wrong};
    case Mark::chosen: return {theme.primaryTint, theme.primary};
    case Mark::missed: return {theme.surface, theme.right};
    case Mark::none: break;
    }
    return {theme.surface, theme.control};
}

} // namespace

void markedText(Column& column, std::string_view key, std::string_view words, const std::vector<Marked>& marks,
                std::string_view said) {
    Frame& frame = *column.frame;
    const Style style{Size::lead, Weight::regular};
    const TextBlock block = frame.type.layout(words, style, column.width); // kept: measuring lays out more
    const Box box{column.x, column.y, column.width, block.height()};
    for (std::size_t row = 0; row < block.lines.size(); ++row) {
        const float top = column.y + block.lineHeight * static_cast<float>(row);
        for (const Run& run : block.lines[row].runs) {
            for (const Marked& mark : marks) {
                const std::size_t begin = std::max(run.begin, mark.begin), end = std::min(run.end, mark.end);
                if (begin >= end) {
                    continue;
                }
                // Measured to its end and back: white space at the end of a stretch has no width of its own.
                const float width = frame.type.measure(words.substr(begin, end - begin), style);
                const float left = frame.type.measure(words.substr(run.begin, end - run.begin), style) - width;
                const Look look = lookOf(frame.theme, mark.mark);
                fillBox(frame, {column.x + run.x + left, top + 2, width, block.lineHeight - 4}, look.ground, 4);
                fillBox(frame, {column.x + run.x + left, top + block.lineHeight - 4, width, 2}, look.line, 1);
            }
        }
    }
    frame.type.draw(frame.draw, block, column.x, frame.onScreen(column.y), frame.theme.ink, column.width);
    Node node;
    node.role = Role::text;
    node.name = said;
    node.place = box;
    frame.said.add(key, std::move(node));
    column.y += box.height;
}

} // namespace ui
