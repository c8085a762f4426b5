// What stands around every screen: the bar at the bottom of a phone, the rail at the left of a desktop, the brand and
// the switches for language and display.
#pragma once

#include "portal/portal.h"
#include "ui/column.h"

namespace screens {

/// Room that the chrome takes from the window's edges, CSS px.
struct Margins {
    float left = 0, top = 0, bottom = 0;
};
[[nodiscard]] Margins margins(const ui::Frame& frame);

/// The brand and the switches at the top of a phone's or tablet's page (scrolls away with it).
void drawTopBar(portal::Portal& portal, ui::Frame& frame);
/// The places one can go. Stays while the page scrolls, unless the window is low: then it stands at the page's end.
/// `pageEnd` is where the page ends without it (its margins included), CSS px; the answer is where it ends with it.
float drawNavigation(portal::Portal& portal, ui::Frame& frame, float pageEnd);

} // namespace screens
