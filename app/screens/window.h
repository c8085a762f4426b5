// The portal in one ImGui window: owns ImGui's context, type, motion and semantics, and draws a frame when the host
// asks for one. Knows no graphics API; the host takes ImGui's draw data from here.
#pragma once

#include "host/glyphs.h"
#include "host/guest.h"
#include "host/mirror.h"
#include "portal/portal.h"
#include "ui/frame.h"

namespace screens {

class Window {
public:
    Window(host::Glyphs& glyphs, host::Mirror& mirror);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Builds one frame (ImGui::GetDrawData() holds it afterwards). True when another one is due: something still
    /// moves, or what was drawn is out of date because a person did something.
    [[nodiscard]] bool drawFrame(portal::Portal& portal, const ui::View& view, const host::Pointer& pointer);

    [[nodiscard]] ui::Semantics& semantics() { return said_; }
    /// Height of the page as it was last drawn, CSS px.
    [[nodiscard]] float contentHeight() const { return contentHeight_; }
    /// Ground of the theme, 0xRRGGBB.
    [[nodiscard]] ui::Colour ground() const { return theme_->background; }
    /// How the page has to look to agree with what was drawn last.
    [[nodiscard]] host::Looks looks() const { return looks_; }
    /// True once, after the place has changed: scroll up.
    [[nodiscard]] bool takeNewPlace();

private:
    /// The looks that the person wants, or else the system.
    void chooseLooks(const portal::Display& wanted, const host::Wishes& wishes);

    struct Context { ///< made before, and gone after, everything that uses it
        Context();
        ~Context();
    };
    Context context_;
    ui::Type type_;
    ui::Motion motion_;
    ui::Semantics said_;
    float contentHeight_ = 0;
    double lastSeconds_ = 0;
    int visit_ = -1;
    bool newPlace_ = false;
    bool focusDue_ = false;
    int answers_ = 0;
    const ui::Theme* theme_;
    ui::Theme forced_; ///< made of the system's colours
    host::SystemColours forcedFrom_{};
    host::Looks looks_;
};

} // namespace screens
