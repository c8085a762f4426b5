// Layout from top to bottom: a column knows where the next thing goes. Cards are columns with a ground under them.
#pragma once

#include "ui/frame.h"

#include "imgui.h"

#include <string>
#include <string_view>

namespace ui {

class Column {
public:
    Column(Frame& inFrame, float left, float top, float wide) : frame(&inFrame), x(left), y(top), width(wide) {}

    Frame* frame;
    float x, y, width; ///< y moves down as things are put; page coordinates

    void gap(float height) { y += height; }
    /// A box of this height at the pen, across the whole width; the pen moves below it.
    Box take(float height) {
        const Box box{x, y, width, height};
        y += height;
        return box;
    }

    /// Words as a paragraph; said as text.
    void text(std::string_view words, Style style, Colour colour, Align align = Align::left);
    void body(std::string_view words) { text(words, {Size::body, Weight::regular}, frame->theme.ink); }
    void soft(std::string_view words) { text(words, {Size::small, Weight::regular}, frame->theme.softInk); }
    /// A heading of this level; `key` names its node so that the focus can be sent there.
    NodeId heading(std::string_view key, std::string_view words, int level, Size size, Align align = Align::left);
    /// Words that are drawn but said elsewhere (as the name of what they stand on).
    void silent(std::string_view words, Style style, Colour colour, Align align = Align::left);
};

/// What the mirror's stylesheet calls words of this style.
[[nodiscard]] std::string lookOf(Style style, Align align = Align::left);

/// How a card lifts itself from the page.
enum class Ground { surface, primary, right, careful, wrong, plain };

/// A column on a ground of its own; what is drawn between construction and end() lies on it.
class Card {
public:
    Card(Column& outer, Ground ground, float padding = space::l);
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;
    ~Card() { end(); }

    Column inner;
    /// Draws the ground and moves the outer column below it. `leastHeight` makes cards of a row equal.
    void end(float leastHeight = 0);

private:
    Column* outer_;
    Ground ground_;
    float padding_;
    float top_;
    ImDrawListSplitter splitter_;
    bool open_ = true;
};

/// The place of child `index` of `count` in a row across `column`, with gaps between.
[[nodiscard]] Column columnOfRow(const Column& column, int index, int count, float gapBetween);

} // namespace ui
