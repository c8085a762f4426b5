// The design tokens: colours of both themes, sizes of type, spaces and radii. Everything that is drawn takes its looks
// from here.
#pragma once

#include <cstdint>
#include <string_view>

namespace ui {

/// An opaque colour as 0xRRGGBB.
struct Colour {
    std::uint32_t rgb = 0;
};

struct Theme {
    Colour background, surface, raised;                    ///< page, card, what floats above a card
    Colour ink, softInk, line;                             ///< words, lesser words, hairlines
    Colour primary, onPrimary;                             ///< action and progress; words on it
    Colour accent;                                         ///< moments and highlights; never carries small text
    Colour right, careful, wrong;                          ///< verdicts; always with a shape and a word
    Colour primaryTint, rightTint, carefulTint, wrongTint; ///< quiet grounds of the above
    Colour control;                                        ///< outlines of controls, ≥ 3:1 on surface and background
    bool dark = false;
    bool outlined = false;           ///< grounds are too quiet here: what they hold together gets an outline
    std::string_view name = "light"; ///< as the page's stylesheet knows it
};

[[nodiscard]] const Theme& lightTheme();
[[nodiscard]] const Theme& darkTheme();
/// The same for those who need more contrast: words at least 7:1, controls at least 4.5:1.
[[nodiscard]] const Theme& lightContrastTheme();
[[nodiscard]] const Theme& darkContrastTheme();
/// A theme of the colours that the system prescribes; nothing else is drawn in any other.
[[nodiscard]] Theme forcedTheme(Colour ground, Colour ink, Colour link, Colour control);

/// Contrast ratio 1..21 (WCAG 2.2, relative luminance of sRGB).
[[nodiscard]] double contrast(Colour a, Colour b);

/// `share` of b over a, 0..1, in sRGB as the browser blends.
[[nodiscard]] Colour blend(Colour a, Colour b, float share);

/// ImGui's packed form, with opacity 0..1.
[[nodiscard]] std::uint32_t packed(Colour colour, float opacity = 1.0F);

namespace space {
inline constexpr float xs = 4, s = 8, m = 12, l = 16, xl = 24, xxl = 32, huge = 48;
}
namespace radius {
inline constexpr float control = 8, card = 14, sheet = 20;
}
inline constexpr float touchTarget = 44;   ///< least size of anything that is pressed
inline constexpr float readingWidth = 760; ///< widest column of words

} // namespace ui
