// Words on the screen: styles, lines and drawing. Layouts are cached by text, width and style, so that a frame in which
// nothing changed measures nothing. Knows no course and no screen.
#pragma once

#include "host/glyphs.h"
#include "ui/theme.h"

#include <array>
#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct ImDrawList;
struct ImFont;

namespace ui {

/// Em sizes of look.md, px at 100 %. Each size costs an index in ImGui's atlas, so there are no others.
enum class Size { small = 14, body = 16, lead = 20, title = 28, display = 40 };
using host::Weight;

struct Style {
    Size size = Size::body;
    Weight weight = Weight::regular;
};

enum class Align { left, centre, right };

/// A stretch of one line that is drawn without a gap inside.
struct Run {
    std::size_t begin = 0, end = 0; ///< bytes of the text
    float x = 0;                    ///< CSS px from the line's start
    bool strong = false;            ///< emphasised: in the bold face
};

struct Line {
    std::size_t begin = 0, end = 0; ///< bytes of the text, without the white space that the break swallowed
    float width = 0;                ///< CSS px
    std::vector<Run> runs;
};

struct TextBlock {
    std::string text;
    Style style;
    std::vector<Line> lines;
    float width = 0;      ///< of the widest line
    float lineHeight = 0; ///< CSS px
    [[nodiscard]] float height() const { return lineHeight * static_cast<float>(lines.size()); }
};

/// The words without the marks of emphasis: "a **strong** word" → "a strong word".
[[nodiscard]] std::string withoutMarks(std::string_view text);

class Type {
public:
    /// Registers the fonts with ImGui's current context. `glyphs` must outlive it.
    explicit Type(host::Glyphs& glyphs);

    /// The language decides line height and breaking; changing it, or the density, forgets all layouts.
    void setLanguage(std::string_view language);
    void setDensity(float devicePixelsPerPx);
    /// How much larger than usual words are, 0.8 to 2; changing it forgets all layouts.
    void setScale(float scale);
    /// Draw nothing, only lay out: the mirror is the interface.
    void setSilent(bool silent) { silent_ = silent; }

    /// Words between ** and ** are emphasised; the marks are not drawn. Lines no wider than `width` CSS px (a single
    /// unbreakable character may be). The reference stays good for this frame.
    [[nodiscard]] const TextBlock& layout(std::string_view text, Style style, float width);
    /// Width of `text` on one line.
    [[nodiscard]] float measure(std::string_view text, Style style);

    /// Draws with the block's top left corner at x, y; lines are aligned within `width`.
    void draw(ImDrawList& list, const TextBlock& block, float x, float y, Colour colour, float width,
              Align align = Align::left, float opacity = 1.0F);

    [[nodiscard]] float lineHeight(Size size) const;

private:
    [[nodiscard]] host::Face face(Weight weight) const { return {weight, language_.substr(0, 2) == "zh"}; }
    [[nodiscard]] ImFont* font(Weight weight) const;
    [[nodiscard]] TextBlock breakIntoLines(std::string_view text, Style style, float width);
    void warm(const TextBlock& block);
    [[nodiscard]] float px(Size size) const { return static_cast<float>(size) * scale_; }
    void forgetLayouts();

    host::Glyphs* glyphs_;
    std::array<ImFont*, 4> fonts_; ///< Latin regular and bold, Chinese regular and bold
    std::string language_ = "en";
    float density_ = 1;
    float scale_ = 1;
    bool silent_ = false;

    struct Entry {
        std::uint64_t key;
        TextBlock block;
    };
    std::list<Entry> recent_; ///< most recently used first
    std::unordered_map<std::uint64_t, std::list<Entry>::iterator> cache_;
};

} // namespace ui
