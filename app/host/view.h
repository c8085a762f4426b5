// The window as the host has it, and what the pointer does in it.
#pragma once

#include <cstdint>

namespace host {

/// The colours that the system prescribes when a person has set it so ("forced colours"), as 0xRRGGBB.
struct SystemColours {
    std::uint32_t ground = 0, ink = 0, link = 0, control = 0;
    friend bool operator==(const SystemColours&, const SystemColours&) = default;
};

/// What the system says of the person's wishes.
struct Wishes {
    bool dark = false;
    bool moreContrast = false;
    bool reducedMotion = false;
    bool forcedColours = false;
    bool plain = false; ///< nothing can be drawn here, or the browser is translating: the mirror is the interface
    SystemColours colours{};
    friend bool operator==(const Wishes&, const Wishes&) = default;
};

struct View {
    float width = 360, height = 740;   ///< CSS px
    float density = 1;                 ///< device px per CSS px
    float scroll = 0;                  ///< CSS px the page is scrolled down
    float safeTop = 0, safeBottom = 0; ///< CSS px that the device's own edges cover
    bool touch = false;                ///< the main pointer is a finger
    double seconds = 0;                ///< time of the frame, from any fixed moment
    Wishes wishes{};
    friend bool operator==(const View&, const View&) = default;
};

struct Pointer {
    float x = -1, y = -1; ///< CSS px of the window; negative: nowhere
    bool down = false;
};

} // namespace host
