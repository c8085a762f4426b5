// The window as the host has it, and what the pointer does in it.
#pragma once

namespace host {

struct View {
    float width = 360, height = 740;   ///< CSS px
    float density = 1;                 ///< device px per CSS px
    float scroll = 0;                  ///< CSS px the page is scrolled down
    float safeTop = 0, safeBottom = 0; ///< CSS px that the device's own edges cover
    bool touch = false;                ///< the main pointer is a finger
    bool reducedMotion = false;
    double seconds = 0; ///< time of the frame, from any fixed moment
    friend bool operator==(const View&, const View&) = default;
};

struct Pointer {
    float x = -1, y = -1; ///< CSS px of the window; negative: nowhere
    bool down = false;
};

} // namespace host
