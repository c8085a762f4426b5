#include "ui/shapes.h"

#include "imgui.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

namespace ui {

namespace {

constexpr float pi = 3.14159265F;

/// Draws on a grid of 24 × 24, as icons are designed.
class Pen {
public:
    Pen(Frame& frame, float x, float y, float size, Colour colour)
        : list_(frame.draw), x_(x), y_(frame.onScreen(y)), scale_(size / 24.0F), colour_(packed(colour)) {}

    void line(std::initializer_list<ImVec2> points, bool closed = false) {
        for (const ImVec2& p : points) {
            list_.PathLineTo(at(p));
        }
        list_.PathStroke(colour_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, stroke());
    }
    void circle(ImVec2 centre, float r) { list_.AddCircle(at(centre), r * scale_, colour_, 0, stroke()); }
    void disc(ImVec2 centre, float r) { list_.AddCircleFilled(at(centre), r * scale_, colour_); }
    void arc(ImVec2 centre, float r, float from, float to) {
        list_.PathArcTo(at(centre), r * scale_, from, to);
        list_.PathStroke(colour_, ImDrawFlags_None, stroke());
    }
    void box(ImVec2 a, ImVec2 b, float rounding) {
        list_.AddRect(at(a), at(b), colour_, rounding * scale_, 0, stroke());
    }

private:
    [[nodiscard]] ImVec2 at(ImVec2 p) const { return {x_ + p.x * scale_, y_ + p.y * scale_}; }
    [[nodiscard]] float stroke() const { return std::max(1.5F, 2.0F * scale_); }

    ImDrawList& list_;
    float x_, y_, scale_;
    ImU32 colour_;
};

} // namespace

void fillBox(Frame& frame, const Box& box, Colour colour, float rounding, float opacity) {
    if (frame.visible(box)) {
        const float top = frame.onScreen(box.y);
        frame.draw.AddRectFilled({box.x, top}, {box.x + box.width, top + box.height}, packed(colour, opacity),
                                 rounding);
    }
}

void strokeBox(Frame& frame, const Box& box, Colour colour, float rounding, float thickness) {
    if (frame.visible(box)) {
        const float top = frame.onScreen(box.y);
        const float inset = thickness / 2; // the stroke lies inside of the box
        frame.draw.AddRect({box.x + inset, top + inset}, {box.x + box.width - inset, top + box.height - inset},
                           packed(colour), std::max(0.0F, rounding - inset), 0, thickness);
    }
}

void shadow(Frame& frame, const Box& box, float rounding) {
    if (frame.theme.dark || frame.theme.outlined || !frame.visible(box)) {
        return; // on dark ground a shadow is mud; the surface's own tone lifts it
    }
    constexpr std::array<std::array<float, 3>, 4> layers = {
        {{0, 1, 0.030F}, {1, 2, 0.022F}, {3, 4, 0.014F}, {6, 7, 0.008F}}}; // spread, drop, opacity
    for (const auto& [spread, drop, opacity] : layers) {
        fillBox(frame, {box.x - spread, box.y - spread + drop, box.width + 2 * spread, box.height + 2 * spread},
                frame.theme.ink, rounding + spread, opacity);
    }
}

void drawRing(Frame& frame, float x, float y, float size, float share, Colour track, Colour fill) {
    const ImVec2 centre{x + size / 2, frame.onScreen(y) + size / 2};
    const float thickness = std::max(3.0F, size / 10);
    const float r = (size - thickness) / 2;
    frame.draw.AddCircle(centre, r, packed(track), 0, thickness);
    if (share > 0.001F) {
        frame.draw.PathArcTo(centre, r, -pi / 2, -pi / 2 + 2 * pi * std::min(share, 1.0F), 48);
        frame.draw.PathStroke(packed(fill), ImDrawFlags_None, thickness);
    }
}

void drawIcon(Frame& frame, Icon icon, float x, float y, float size, Colour colour) {
    if (!frame.visible({x, y, size, size})) {
        return;
    }
    Pen pen(frame, x, y, size, colour);
    switch (icon) {
    case Icon::tick: pen.line({{5, 12.5F}, {10, 17.5F}, {19, 7}}); break;
    case Icon::cross:
        pen.line({{6, 6}, {18, 18}});
        pen.line({{18, 6}, {6, 18}});
        break;
    case Icon::info:
        pen.circle({12, 12}, 9);
        pen.line({{12, 11}, {12, 16.5F}});
        pen.disc({12, 7.8F}, 1.2F);
        break;
    case Icon::question:
        pen.circle({12, 12}, 9);
        pen.arc({12, 9.6F}, 2.6F, -pi, pi * 0.35F);
        pen.line({{13.2F, 11.9F}, {12, 13.2F}, {12, 14.2F}});
        pen.disc({12, 17}, 1.2F);
        break;
    case Icon::warning:
        pen.line({{12, 4}, {21, 19.5F}, {3, 19.5F}}, true);
        pen.line({{12, 10}, {12, 14}});
        pen.disc({12, 16.8F}, 1.1F);
        break;
    case Icon::forward: pen.line({{9, 5.5F}, {15.5F, 12}, {9, 18.5F}}); break;
    case Icon::back: pen.line({{15, 5.5F}, {8.5F, 12}, {15, 18.5F}}); break;
    case Icon::down: pen.line({{5.5F, 9}, {12, 15.5F}, {18.5F, 9}}); break;
    case Icon::up: pen.line({{5.5F, 15}, {12, 8.5F}, {18.5F, 15}}); break;
    case Icon::book:
        pen.line({{12, 6.5F}, {12, 20}});
        pen.line({{12, 6.5F},
                  {9, 4.8F},
                  {3, 4.8F},
                  {3, 18},
                  {9, 18},
                  {12, 20},
                  {15, 18},
                  {21, 18},
                  {21, 4.8F},
                  {15, 4.8F},
                  {12, 6.5F}});
        break;
    case Icon::table:
        pen.box({3, 4.5F}, {21, 19.5F}, 2.5F);
        pen.line({{3, 9.8F}, {21, 9.8F}});
        pen.line({{9.5F, 9.8F}, {9.5F, 19.5F}});
        break;
    case Icon::person:
        pen.circle({12, 8}, 4);
        pen.arc({12, 21}, 8, -pi * 0.97F, -pi * 0.03F);
        break;
    case Icon::download:
        pen.line({{12, 4}, {12, 15}});
        pen.line({{7, 10.5F}, {12, 15.5F}, {17, 10.5F}});
        pen.line({{4.5F, 16.5F}, {4.5F, 20}, {19.5F, 20}, {19.5F, 16.5F}});
        break;
    case Icon::takeIn:
        pen.line({{12, 15.5F}, {12, 4.5F}});
        pen.line({{7, 9}, {12, 4}, {17, 9}});
        pen.line({{4.5F, 16.5F}, {4.5F, 20}, {19.5F, 20}, {19.5F, 16.5F}});
        break;
    case Icon::certificate:
        pen.box({3, 4}, {21, 16}, 2);
        pen.line({{7, 8}, {13, 8}});
        pen.line({{7, 12}, {11, 12}});
        pen.circle({16.5F, 13.5F}, 3);
        pen.line({{15, 16}, {14.5F, 21}, {16.5F, 19.5F}, {18.5F, 21}, {18, 16}});
        break;
    case Icon::clock:
        pen.circle({12, 12}, 9);
        pen.line({{12, 7}, {12, 12.5F}, {15.5F, 14.5F}});
        break;
    case Icon::repeat:
        pen.arc({12, 12}, 8, -pi * 0.15F, pi * 1.35F);
        pen.line({{16, 9.2F}, {19.6F, 9}, {20.4F, 5.4F}});
        break;
    case Icon::sliders:
        pen.line({{4, 8}, {11, 8}});
        pen.line({{17, 8}, {20, 8}});
        pen.circle({14, 8}, 3);
        pen.line({{4, 16}, {7, 16}});
        pen.line({{13, 16}, {20, 16}});
        pen.circle({10, 16}, 3);
        break;
    case Icon::dot: pen.disc({12, 12}, 5); break;
    }
}

} // namespace ui
