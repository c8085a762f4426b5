#include "ui/mood.h"

#include "ui/shapes.h"

#include "imgui.h"

#include <algorithm>
#include <string>

namespace ui {

namespace {

Colour colourOf(const Theme& theme, int state) {
    return state <= 0 ? theme.wrong : state == 1 ? theme.accent : state == 2 ? theme.careful : theme.right;
}

} // namespace

void drawFace(Frame& frame, int state, float x, float y, float size) {
    if (!frame.visible({x, y, size, size})) {
        return;
    }
    const Theme& theme = frame.theme;
    const ImU32 ink = packed(colourOf(theme, state));
    const float scale = size / 24, top = frame.onScreen(y), stroke = std::max(1.5F, 1.8F * scale);
    const auto at = [&](float dx, float dy) { return ImVec2(x + dx * scale, top + dy * scale); };
    ImDrawList& list = frame.draw;
    list.AddCircleFilled(at(12, 12), 11 * scale, packed(blend(theme.surface, colourOf(theme, state), 0.12F)));
    list.AddCircle(at(12, 12), 11 * scale, ink, 0, stroke);
    list.AddCircleFilled(at(8, 10), 1.5F * scale, ink);
    list.AddCircleFilled(at(16, 10), 1.5F * scale, ink);
    if (state <= 0) { // brows that meet
        list.AddLine(at(5.5F, 6.5F), at(9.5F, 8.2F), ink, stroke);
        list.AddLine(at(18.5F, 6.5F), at(14.5F, 8.2F), ink, stroke);
    }
    // The mouth bends from well down to well up.
    const float bend = std::clamp(static_cast<float>(state) - 2.0F, -2.0F, 2.0F) * 1.8F;
    const float ends = 16.0F - bend / 2;
    list.AddBezierQuadratic(at(7.5F, ends), at(12, ends + 2 * bend), at(16.5F, ends), ink, stroke);
}

void moodMeter(Column& column, const MoodMeter& what) {
    Frame& frame = *column.frame;
    const Theme& theme = frame.theme;
    constexpr float face = 44;
    const Style bold{Size::body, Weight::bold}, small{Size::small, Weight::regular};
    const float left = column.x + face + space::m, room = column.width - face - space::m;
    const std::string title = std::string(what.who) + " · " + std::string(what.word);
    const std::string figure =
        std::to_string(what.value) + (what.change.empty() ? "" : " (" + std::string(what.change) + ")");
    const float figureWidth = frame.type.measure(figure, small);
    const TextBlock& words = frame.type.layout(title, bold, room - figureWidth - space::m);
    const float height = std::max(face, words.height() + space::xs + 8);
    const Box box{column.x, column.y, column.width, height};
    Node node;
    node.role = Role::progress;
    node.name = title;
    node.value = static_cast<float>(what.value);
    node.most = 100;
    node.valueText = figure;
    node.place = box;
    const NodeId id = frame.said.add(what.key, std::move(node));
    drawFace(frame, what.state, box.x, box.y + (height - face) / 2, face);
    const float top = box.y + (height - words.height() - space::xs - 8) / 2;
    const float wordsHeight = words.height();
    frame.type.draw(frame.draw, words, left, frame.onScreen(top), theme.ink, room);
    const TextBlock& value = frame.type.layout(figure, small, room);
    frame.type.draw(frame.draw, value, left, frame.onScreen(top + wordsHeight - value.height()), theme.softInk, room,
                    Align::right);
    const Box bar{left, top + wordsHeight + space::xs, room, 8};
    fillBox(frame, bar, theme.line, 4);
    if (theme.outlined) {
        strokeBox(frame, bar, theme.control, 4);
    }
    const float shown = frame.motion.towards(id, static_cast<float>(what.value));
    if (shown > 0) {
        fillBox(frame, {bar.x, bar.y, std::max(8.0F, bar.width * shown / 100), bar.height}, colourOf(theme, what.state),
                4);
    }
    column.y += height;
}

} // namespace ui
