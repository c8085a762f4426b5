#include "ui/type.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "ui/glyph_loader.h"
#include "ui/line_breaking.h"

#include "imgui.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace ui {

namespace {

constexpr std::size_t rememberedLayouts = 1500; // a long lesson with its side panel has about 200
constexpr float gapInEm = 0.25F;

std::uint64_t hashOf(std::string_view text, Style style, float width) {
    // Width in whole px, size and weight each fit their own bits. A column can be asked for less than nothing.
    const auto look = (static_cast<std::uint64_t>(std::max(width, 0.0F)) << 16U) |
                      (static_cast<std::uint64_t>(style.size) << 1U) | (style.weight == Weight::bold ? 1U : 0U);
    return base::fnv1a(text, look ^ base::fnv1a("layout"));
}

bool isSpace(char32_t c) { return c == U' ' || c == U'\n' || c == U'\t'; }

constexpr std::string_view emphasisMark = "**";

/// Text without its marks, and the bytes of it at which emphasis starts or ends, in order.
struct Marked {
    std::string text;
    std::vector<std::size_t> turns;
};

Marked readMarks(std::string_view text) {
    Marked marked;
    std::size_t at = 0;
    for (std::size_t mark = text.find(emphasisMark); mark != std::string_view::npos;
         mark = text.find(emphasisMark, at)) {
        marked.text += text.substr(at, mark - at);
        marked.turns.push_back(marked.text.size());
        at = mark + emphasisMark.size();
    }
    marked.text += text.substr(at);
    return marked;
}

} // namespace

std::string withoutMarks(std::string_view text) { return readMarks(text).text; }

Type::Type(host::Glyphs& glyphs)
    : glyphs_(&glyphs), fonts_{addHostFont(glyphs, {Weight::regular, false}),
                               addHostFont(glyphs, {Weight::bold, false}), addHostFont(glyphs, {Weight::regular, true}),
                               addHostFont(glyphs, {Weight::bold, true})} {}

ImFont* Type::font(Weight weight) const {
    const host::Face wanted = face(weight);
    return fonts_[(weight == Weight::bold ? 1U : 0U) + (wanted.chinese ? 2U : 0U)];
}

void Type::setLanguage(std::string_view language) {
    if (language != language_) {
        language_ = language;
        forgetLayouts();
    }
}

void Type::setDensity(float devicePixelsPerPx) {
    if (devicePixelsPerPx != density_) {
        density_ = devicePixelsPerPx;
        forgetLayouts();
    }
}

void Type::setScale(float scale) {
    if (scale != scale_) {
        scale_ = scale;
        forgetLayouts();
    }
}

void Type::forgetLayouts() {
    cache_.clear();
    recent_.clear();
}

float Type::lineHeight(Size size) const {
    const bool chinese = language_.substr(0, 2) == "zh";
    const bool large = size == Size::title || size == Size::display;
    const float factor = large                ? (chinese ? 1.35F : 1.25F)
                         : size == Size::lead ? (chinese ? 1.5F : 1.35F)
                                              : (chinese ? 1.75F : 1.5F);
    return std::round(px(size) * factor);
}

float Type::measure(std::string_view text, Style style) { return layout(text, style, 1.0e6F).width; }

const TextBlock& Type::layout(std::string_view text, Style style, float width) {
    width = std::floor(width);
    const std::uint64_t key = hashOf(text, style, width);
    if (const auto found = cache_.find(key); found != cache_.end()) {
        recent_.splice(recent_.begin(), recent_, found->second);
        return found->second->block;
    }
    if (cache_.size() >= rememberedLayouts) {
        cache_.erase(recent_.back().key);
        recent_.pop_back();
    }
    recent_.push_front({key, breakIntoLines(text, style, width)});
    cache_[key] = recent_.begin();
    return recent_.front().block;
}

TextBlock Type::breakIntoLines(std::string_view text, Style style, float width) {
    TextBlock block;
    Marked marked = readMarks(text);
    block.text = std::move(marked.text);
    block.style = style;
    block.lineHeight = lineHeight(style.size);
    const std::string_view all = block.text;
    const std::vector<BreakChance> chances = breakChances(all, language_);
    ImFontBaked* plain = font(style.weight)->GetFontBaked(px(style.size), density_);
    ImFontBaked* strong = marked.turns.empty() ? plain : font(Weight::bold)->GetFontBaked(px(style.size), density_);
    const auto isStrong = [&marked](std::size_t byte) {
        const auto after = std::upper_bound(marked.turns.begin(), marked.turns.end(), byte);
        return (after - marked.turns.begin()) % 2 == 1;
    };

    Line line;
    float x = 0;              // pen within the line
    std::size_t chanceAt = 0; // byte after the last chance to break in this line; the line's begin when there was none
    struct {
        std::size_t end = 0;
        float width = 0;
        std::size_t runs = 0, lastRunEnd = 0;
    } atChance; // the line as it was there: what there is to go back to, since copying it would make long lines slow
    char32_t before = 0;     // the character left of the pen, 0 at a line's start
    float beforeAdvance = 0; // its width

    const auto startLine = [&](std::size_t at) {
        line = Line{};
        line.begin = line.end = at;
        line.runs.push_back({at, at, 0, isStrong(at)});
        chanceAt = at;
        x = 0;
        before = 0;
    };
    const auto finishLine = [&](Line done) {
        done.runs.erase(
            std::remove_if(done.runs.begin(), done.runs.end(), [](const Run& run) { return run.begin == run.end; }),
            done.runs.end());
        block.width = std::max(block.width, done.width);
        block.lines.push_back(std::move(done));
    };

    startLine(0);
    std::size_t at = 0;
    while (at < all.size()) {
        const std::size_t begin = at;
        const char32_t c = base::nextCodePoint(all, at);
        if (c == U'\n') {
            finishLine(std::move(line));
            startLine(at);
            continue;
        }
        const bool stressed = isStrong(begin);
        const float advance = (stressed ? strong : plain)->GetCharAdvance(static_cast<ImWchar>(c));
        // Fonts differ in whether “ is as wide as a Han character; only what is wide can be squeezed.
        const auto wide = [em = px(style.size)](float across) { return across > 0.9F * em; };
        float gap = 0;
        if (before == 0) {
            gap = blankOnLeft(c) && wide(advance) ? -px(style.size) / 2 : 0.0F;
        } else if (gapBetween(before, c)) {
            gap = gapInEm * px(style.size);
        } else if (squeezedTogether(before, c) && wide(beforeAdvance) && wide(advance)) {
            gap = -px(style.size) / 2;
        }
        if (!isSpace(c) && x + gap + advance > width && line.end > line.begin) {
            // Too wide: end the line at the last chance; a word wider than the line is cut where it must be.
            const bool hasChance = chanceAt > line.begin;
            const std::size_t next = hasChance ? chanceAt : begin;
            if (hasChance) {
                line.end = atChance.end;
                line.width = atChance.width;
                line.runs.resize(atChance.runs);
                line.runs.back().end = atChance.lastRunEnd;
            }
            finishLine(std::move(line));
            startLine(next);
            at = next;
            while (at < all.size() && all[at] == ' ') {
                ++at; // the white space that the break swallowed
            }
            if (at != next) {
                startLine(at);
            }
            continue;
        }
        if (gap != 0 || stressed != line.runs.back().strong) {
            x += gap;
            line.runs.push_back({begin, begin, x, stressed});
        }
        x += advance;
        line.runs.back().end = at;
        if (!isSpace(c)) {
            line.end = at;
            line.width = x;
        }
        before = c;
        beforeAdvance = advance;
        if (chances[at - 1] != BreakChance::none && at < all.size()) {
            chanceAt = at;
            atChance = {line.end, line.width, line.runs.size(), line.runs.back().end};
        }
    }
    finishLine(std::move(line));
    return block;
}

void Type::warm(const TextBlock& block) {
    std::array<std::vector<char32_t>, 2> unseen; // of the plain and of the bold face
    for (const Line& line : block.lines) {
        for (const Run& run : line.runs) {
            const bool bold = run.strong || block.style.weight == Weight::bold;
            ImFontBaked* baked =
                font(bold ? Weight::bold : Weight::regular)->GetFontBaked(px(block.style.size), density_);
            for (std::size_t at = run.begin; at < run.end;) {
                const char32_t c = base::nextCodePoint(block.text, at);
                auto& missing = unseen[bold ? 1 : 0];
                if (!isSpace(c) && !baked->IsGlyphLoaded(static_cast<ImWchar>(c)) &&
                    std::find(missing.begin(), missing.end(), c) == missing.end()) {
                    missing.push_back(c);
                }
            }
        }
    }
    for (const bool bold : {false, true}) {
        if (!unseen[bold ? 1 : 0].empty()) {
            glyphs_->warm(unseen[bold ? 1 : 0], px(block.style.size) * density_,
                          face(bold ? Weight::bold : Weight::regular));
        }
    }
}

void Type::draw(ImDrawList& list, const TextBlock& block, float x, float y, Colour colour, float width, Align align,
                float opacity) {
    // Lines outside of the window cost nothing, not even their glyphs.
    const ImVec2 clipMin = list.GetClipRectMin();
    const ImVec2 clipMax = list.GetClipRectMax();
    if (silent_ || y > clipMax.y || y + block.height() < clipMin.y) {
        return;
    }
    warm(block);
    ImFont* letters = font(block.style.weight);
    const float size = px(block.style.size);
    const ImFontBaked* baked = letters->GetFontBaked(size, density_);
    // Ascent and descent of CJK fonts differ from Latin ones; the em box is centred in the line so that both sit alike.
    const float above = (block.lineHeight - (baked->Ascent - baked->Descent)) / 2;
    const ImU32 ink = packed(colour, opacity);
    const auto snap = [this](float value) { return std::round(value * density_) / density_; };
    float top = y;
    for (const Line& line : block.lines) {
        const float spare = width - line.width;
        const float left = x + (align == Align::centre ? spare / 2 : align == Align::right ? spare : 0.0F);
        for (const Run& run : line.runs) {
            const std::size_t end = std::min(run.end, line.end);
            if (end > run.begin) {
                list.AddText(run.strong ? font(Weight::bold) : letters, size,
                             ImVec2(snap(left + run.x), snap(top + above)), ink, block.text.data() + run.begin,
                             block.text.data() + end);
            }
        }
        top += block.lineHeight;
    }
}

} // namespace ui
