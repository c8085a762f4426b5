// The canvas: SDL's window and GL context, and ImGui's renderer on it. Survives the loss of the context.
#pragma once

#include <cstdint>

namespace host {

class Screen {
public:
    /// False when there is no WebGL 2 here.
    [[nodiscard]] bool open();
    /// The canvas has this many device px.
    void resize(int width, int height);
    /// Shows ImGui's draw data on `ground` (0xRRGGBB). Does nothing while the context is lost.
    void present(std::uint32_t ground);
    void contextLost();
    /// The browser gave the context back, empty: everything in it is made again.
    void contextRestored();

private:
    int width_ = 0, height_ = 0;
    bool lost_ = false;
};

} // namespace host
