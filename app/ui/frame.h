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
    float textScale = 1; ///< how much larger than usual a person wants words
    bool plain = false;  ///< nothing is drawn: the mirror is the interface
    float scroll = 0;    ///< of the surface that is drawn: the page, or a dialog
    bool fixed = false;  ///< drawing what stays while the page scrolls
    bool inert = false;  ///< a dialog stands before what is drawn

    /// Larger words need the room of a wider window.
    [[nodiscard]] Room room() const {
        const float width = view.width / (textScale > 1 ? textScale : 1.0F);
        return width < 700 ? Room::phone : width <= 1100 ? Room::tablet : Room::desktop;
    }
    /// Where a y of the page (or of the window, while `fixed`) is on the screen.
    [[nodiscard]] float onScreen(float y) const { return fixed ? y : y - scroll; }
    /// Is any of this on the screen? What is not need not be drawn, only said.
    [[nodiscard]] bool visible(const Box& box) const {
        const float top = onScreen(box.y);
        return !plain && top < view.height && top + box.height > 0;
    }
};

} // namespace ui
