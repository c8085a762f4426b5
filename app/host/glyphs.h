// Who draws the letters. In the browser that is the browser itself: every script and size the device has, with no font
// to download.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace host {

enum class Weight { regular, bold };

/// Which letters: Chinese text has its own “quotes”, dashes and ellipsis, a full em wide, and its own Latin beside Han.
struct Face {
    Weight weight = Weight::regular;
    bool chinese = false;
};

struct FontMetrics {
    float ascent = 0, descent = 0; ///< px above and below the baseline, both positive
};

/// Coverage of one glyph, or its colours when it is an emoji.
struct GlyphBitmap {
    float advance = 0;     ///< px
    int left = 0, top = 0; ///< px from the pen on the baseline to the bitmap's top left corner (top is negative above)
    int width = 0, height = 0;        ///< px; 0 for a space
    bool coloured = false;            ///< pixels hold RGBA instead of coverage
    std::vector<std::uint8_t> pixels; ///< row by row, width·height bytes (coverage) or four times that (RGBA)
};

class Glyphs {
public:
    virtual ~Glyphs() = default;
    /// All sizes are em sizes in device px.
    [[nodiscard]] virtual FontMetrics metrics(float px, Face face) = 0;
    [[nodiscard]] virtual float advance(char32_t codePoint, float px, Face face) = 0;
    [[nodiscard]] virtual GlyphBitmap draw(char32_t codePoint, float px, Face face) = 0;
    /// Says that these are about to be drawn, so that they can be rasterised in one go.
    virtual void warm(std::span<const char32_t> codePoints, float px, Face face) = 0;
};

} // namespace host
