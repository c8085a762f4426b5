#include "ui/charts.h"

#include "ui/shapes.h"

#include <algorithm>
#include <string>

namespace ui {

namespace {

constexpr float thumb = 28; // as in the mirror's stylesheet
constexpr float barHeight = 26;

/// Label on the left, a value on the right; the label wraps, the value does not.
void captions(Column& column, std::string_view label, std::string_view value, Colour valueColour) {
    Frame& frame = *column.frame;
    const Style bold{Size::body, Weight::bold};
    const float valueWidth = frame.type.measure(value, bold);
    const TextBlock& words =
        frame.type.layout(label, {Size::body, Weight::regular}, column.width - valueWidth - space::m);
    frame.type.draw(frame.draw, words, column.x, frame.onScreen(column.y), frame.theme.ink, words.width);
    const TextBlock& figures = frame.type.layout(value, bold, column.width);
    frame.type.draw(frame.draw, figures, column.x, frame.onScreen(column.y + words.height() - figures.height()),
                    valueColour, column.width, Align::right);
    column.y += words.height();
}

} // namespace

Node chartNode(Role role, std::string_view name, const Box& place) {
    Node node;
    node.role = role;
    node.name = name;
    node.place = place;
    return node;
}

std::optional<float> guessBar(Column& column, std::string_view key, std::string_view label, float value, float most,
                              std::string_view valueText) {
    Frame& frame = *column.frame;
    const Theme& theme = frame.theme;
    captions(column, label, valueText, theme.primary);
    const Box box = column.take(touchTarget);
    Node node;
    node.role = Role::slider;
    node.name = label;
    node.place = box;
    node.value = value;
    node.most = most;
    node.valueText = valueText;
    const NodeId id = frame.said.add(key, std::move(node));
    const auto moved = frame.said.takeValue(id);

    const float middle = box.y + box.height / 2;
    const float end = box.x + thumb / 2 + value / most * (box.width - thumb);
    fillBox(frame, {box.x, middle - barHeight / 2, box.width, barHeight}, blend(theme.surface, theme.line, 0.55F), 6);
    const Box bar{box.x, middle - barHeight / 2, end - box.x, barHeight};
    fillBox(frame, bar, theme.primaryTint, 6);
    strokeBox(frame, bar, theme.primary, 6, 2);
    const Box grip{end - 9, middle - 19, 18, 38};
    shadow(frame, grip, 9);
    fillBox(frame, grip, theme.primary, 9);
    for (const float dx : {-2.5F, 2.5F}) {
        fillBox(frame, {end + dx - 0.75F, middle - 6, 1.5F, 12}, theme.onPrimary, 1);
    }
    return moved;
}

ChartTable::ChartTable(Column& column, std::string_view name, const std::array<std::string_view, 3>& headers)
    : said_(&column.frame->said) {
    const Box top{column.x, column.y, column.width, 1};
    said_->open("chart", chartNode(Role::table, name, top));
    said_->open("headers", chartNode(Role::row, {}, top));
    for (const std::string_view header : headers) {
        said_->add(header, chartNode(Role::columnHeader, header, top));
    }
    said_->close();
}

ChartTable::~ChartTable() { said_->close(); }

void revealedBar(Column& column, std::string_view key, std::string_view label, float guess, float truth, float most,
                 std::string_view guessText, std::string_view truthText, bool highlighted) {
    Frame& frame = *column.frame;
    const Theme& theme = frame.theme;
    const float top = column.y;
    const Colour solid = highlighted ? theme.accent : theme.primary;
    captions(column, label, truthText, theme.ink);
    const NodeId id = frame.said.open(key, chartNode(Role::row, {}, {column.x, top, column.width, 1}));
    const float shown = frame.motion.towards(id, truth, 0.0F, 240.0F);
    const Box truthBox = column.take(18);
    fillBox(frame, truthBox, blend(theme.surface, theme.line, 0.55F), 5);
    fillBox(frame, {truthBox.x, truthBox.y, std::max(3.0F, truthBox.width * shown / most), truthBox.height}, solid, 5);
    column.gap(space::xs);
    const Box guessBox = column.take(14);
    const float guessWidth = std::max(3.0F, guessBox.width * guess / most);
    strokeBox(frame, {guessBox.x, guessBox.y, guessWidth, guessBox.height}, theme.softInk, 4, 1.5F);
    const Style small{Size::small, Weight::regular};
    const TextBlock& said = frame.type.layout(guessText, small, guessBox.width);
    const float besides = guessBox.x + guessWidth + space::s;
    // A long bar has room inside of it instead.
    const bool fits = besides + said.width <= guessBox.x + guessBox.width;
    const float left = fits ? besides : std::max(guessBox.x, guessBox.x + guessWidth - said.width - space::s);
    frame.type.draw(frame.draw, said, left, frame.onScreen(guessBox.y + (guessBox.height - said.height()) / 2),
                    theme.softInk, said.width);
    const float below = top + frame.type.lineHeight(Size::body);
    frame.said.add("label", chartNode(Role::rowHeader, label, {column.x, top, column.width, below - top}));
    frame.said.add("truth", chartNode(Role::cell, truthText, truthBox));
    frame.said.add("guess", chartNode(Role::cell, guessText, guessBox));
    frame.said.close();
}

} // namespace ui
