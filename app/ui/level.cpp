#include "ui/level.h"

#include <algorithm>
#include <string>

namespace ui {

void level(Column& column, const Level& what) {
    Frame& frame = *column.frame;
    const Theme& theme = frame.theme;
    const float top = column.y;
    const Style bold{Size::lead, Weight::bold};
    const float valueWidth = std::min(frame.type.measure(what.valueText, bold) + 1, column.width * 0.6F);
    const float labelWidth = column.width - valueWidth - space::m;
    const float labelHeight = frame.type.layout(what.label, {Size::body, Weight::regular}, labelWidth).height();
    const float valueHeight = frame.type.layout(what.valueText, bold, valueWidth).height();
    const float height = std::max(labelHeight, valueHeight);
    const TextBlock& label = frame.type.layout(what.label, {Size::body, Weight::regular}, labelWidth);
    frame.type.draw(frame.draw, label, column.x, frame.onScreen(top + height - labelHeight), theme.ink, labelWidth);
    const TextBlock& value = frame.type.layout(what.valueText, bold, valueWidth);
    frame.type.draw(frame.draw, value, column.x + column.width - valueWidth, frame.onScreen(top + height - valueHeight),
                    theme.primary, valueWidth, Align::right);
    column.y += height;

    Node node;
    node.role = what.most > what.least ? Role::progress : Role::text;
    node.name =
        what.most > what.least ? std::string(what.label) : std::string(what.label) + ": " + std::string(what.valueText);
    node.value = std::clamp(what.value, what.least, std::max(what.least, what.most));
    node.least = what.least;
    node.most = what.most;
    node.valueText = what.valueText;
    node.description = what.lineLabel;
    const NodeId id = frame.said.idFor(what.key);
    if (what.most > what.least) {
        const Colour colour = what.tone == Tone::wrong     ? theme.wrong
                              : what.tone == Tone::careful ? theme.careful
                              : what.tone == Tone::right   ? theme.right
                                                           : theme.primary;
        column.gap(space::xs);
        const Box bar = column.take(14);
        fillBox(frame, bar, blend(theme.surface, theme.line, 0.6F), 5);
        if (theme.outlined) {
            strokeBox(frame, bar, theme.control, 5);
        }
        const auto xOf = [&](float number) {
            return bar.x + bar.width * std::clamp((number - what.least) / (what.most - what.least), 0.0F, 1.0F);
        };
        // From zero, where the bar holds it: what is lost goes to the left.
        const float zero = xOf(std::clamp(0.0F, what.least, what.most));
        const float end = xOf(frame.motion.towards(id, what.value));
        fillBox(frame,
                {std::min(zero, end), bar.y, std::max(3.0F, std::max(zero, end) - std::min(zero, end)), bar.height},
                colour, 5);
        if (what.line) {
            fillBox(frame, {xOf(*what.line) - 1.5F, bar.y - 4, 3, bar.height + 8}, theme.ink, 1);
        }
        if (what.line && !what.lineLabel.empty()) {
            column.gap(space::xs);
            column.silent(what.lineLabel, {Size::small, Weight::regular}, theme.softInk);
        }
    }
    node.place = {column.x, top, column.width, column.y - top};
    frame.said.add(what.key, std::move(node));
}

} // namespace ui
