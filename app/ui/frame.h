// One frame's worth of context, handed to everything that draws: where it draws, with which looks, and to whom it is
// said.
#pragma once

#include "host/view.h"
#include "ui/motion.h"
#include "ui/semantics.h"
#include "ui/theme.h"
#include "ui/type.h"

#include <string>
#include <string_view>

struct ImDrawList;

namespace ui {

using host::View;

enum class Room { phone, tablet, desktop };

struct Frame {
    const View& view;
    const Theme& theme;
    Type& type;
    Semantics& said;
    Motion& motion;
    ImDrawList& draw;
    bool fixed = false; ///< drawing what stays while the page scrolls

    [[nodiscard]] Room room() const {
        return view.width < 700 ? Room::phone : view.width <= 1100 ? Room::tablet : Room::desktop;
    }
    /// Where a y of the page (or of the window, while `fixed`) is on the screen.
    [[nodiscard]] float onScreen(float y) const { return fixed ? y : y - view.scroll; }
    /// Is any of this on the screen? What is not need not be drawn, only said.
    [[nodiscard]] bool visible(const Box& box) const {
        const float top = onScreen(box.y);
        return top < view.height && top + box.height > 0;
    }
};

} // namespace ui
