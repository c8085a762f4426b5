// Drawn things that are not words: boxes with soft shadows, and the icons. All in CSS px on the screen.
#pragma once

#include "ui/frame.h"

namespace ui {

enum class Icon {
    tick,
    cross,
    info,
    warning,
    forward,
    back,
    down,
    up,
    book,
    table,
    person,
    download,
    takeIn,
    certificate,
    clock,
    question,
    repeat,
    sliders,
    dot
};

void fillBox(Frame& frame, const Box& box, Colour colour, float rounding, float opacity = 1.0F);
void strokeBox(Frame& frame, const Box& box, Colour colour, float rounding, float thickness = 1.0F);
/// A soft shadow under a box, as a card's.
void shadow(Frame& frame, const Box& box, float rounding);
/// An icon in a square of `size` with its top left corner at x, y (page coordinates).
void drawIcon(Frame& frame, Icon icon, float x, float y, float size, Colour colour);
/// A ring that is filled to `share` 0..1, clockwise from the top.
void drawRing(Frame& frame, float x, float y, float size, float share, Colour track, Colour fill);

} // namespace ui
