#include "ui/type.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "ui/glyph_loader.h"
#include "ui/line_breaking.h"

#include "imgui.h"

#include <algorithm>
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

float px(Size size) { return static_cast<float>(size); }

bool isSpace(char32_t c) { return c == U' ' || c == U'\n' || c == U'\t'; }

} // namespace

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
        cache_.clear();
        recent_.clear();
    }
}

void Type::setDensity(float devicePixelsPerPx) {
    if (devicePixelsPerPx != density_) {
        density_ = devicePixelsPerPx;
        cache_.clear();
        recent_.clear();
    }
}

float Type::lineHeight(Size size) const {
    const bool chinese = language_.substr(0, 2) == "zh";
    const bool large = size == Size::title || size == Size::display;
    const float factor = large ? (chinese ? 1.35F : 1.25F) : (chinese ? 1.75F : 1.5F);
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
    block.text = text;
    block.style = style;
    block.lineHeight = lineHeight(style.size);
    const std::string_view all = block.text;
    const std::vector<BreakChance> chances = breakChances(all, language_);
    ImFontBaked* baked = font(style.weight)->GetFontBaked(px(style.size), density_);

    Line line;
    float x = 0;              // pen within the line
    std::size_t chanceAt = 0; // byte after the last chance to break in this line; the line's begin when there was none
    struct {
        std::size_t end = 0;
        float width = 0;
        std::size_t runs = 0, lastRunEnd = 0;
    } atChance; // the line as it was there: what there is to go back to, since copying it would make long lines slow
    char32_t before = 0; // the character left of the pen, 0 at a line's start

    const auto startLine = [&](std::size_t at) {
        line = Line{};
        line.begin = line.end = at;
        line.runs.push_back({at, at, 0});
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
        const float gap = before != 0 && gapBetween(before, c) ? gapInEm * px(style.size) : 0.0F;
        const float advance = baked->GetCharAdvance(static_cast<ImWchar>(c));
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
        if (gap > 0) {
            x += gap;
            line.runs.push_back({begin, begin, x});
        }
        x += advance;
        line.runs.back().end = at;
        if (!isSpace(c)) {
            line.end = at;
            line.width = x;
        }
        before = c;
        if (chances[at - 1] != BreakChance::none && at < all.size()) {
            chanceAt = at;
            atChance = {line.end, line.width, line.runs.size(), line.runs.back().end};
        }
    }
    finishLine(std::move(line));
    return block;
}

void Type::warm(const TextBlock& block) {
    ImFontBaked* baked = font(block.style.weight)->GetFontBaked(px(block.style.size), density_);
    std::vector<char32_t> unseen;
    std::size_t at = 0;
    while (at < block.text.size()) {
        const char32_t c = base::nextCodePoint(block.text, at);
        if (!isSpace(c) && !baked->IsGlyphLoaded(static_cast<ImWchar>(c)) &&
            std::find(unseen.begin(), unseen.end(), c) == unseen.end()) {
            unseen.push_back(c);
        }
    }
    if (!unseen.empty()) {
        glyphs_->warm(unseen, px(block.style.size) * density_, face(block.style.weight));
    }
}

void Type::draw(ImDrawList& list, const TextBlock& block, float x, float y, Colour colour, float width, Align align,
                float opacity) {
    // Lines outside of the window cost nothing, not even their glyphs.
    const ImVec2 clipMin = list.GetClipRectMin();
    const ImVec2 clipMax = list.GetClipRectMax();
    if (y > clipMax.y || y + block.height() < clipMin.y) {
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
                list.AddText(letters, size, ImVec2(snap(left + run.x), snap(top + above)), ink,
                             block.text.data() + run.begin, block.text.data() + end);
            }
        }
        top += block.lineHeight;
    }
}

} // namespace ui
