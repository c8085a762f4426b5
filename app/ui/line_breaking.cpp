#include "ui/line_breaking.h"

#include "base/utf8.h"

#include <linebreak.h>

#include <array>
#include <string>

namespace ui {

namespace {

constexpr std::u32string_view noStart = U"，。、；：！？）》」』】〉〕］｝”’…—～·%％‰℃,.;:!?)]}";
constexpr std::u32string_view noEnd = U"（《「『【〈〔［｛“‘([{¥￥$";

bool isLetterOrDigit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
           (c >= 0xC0 && c <= 0x24F);
}

bool openingQuote(char32_t c) { return c == U'“' || c == U'‘'; }
bool closingQuote(char32_t c) { return c == U'”' || c == U'’'; }
bool chinesePunctuation(char32_t c) { return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF); }

} // namespace

bool forbiddenAtStart(char32_t codePoint) { return noStart.find(codePoint) != std::u32string_view::npos; }

bool forbiddenAtEnd(char32_t codePoint) { return noEnd.find(codePoint) != std::u32string_view::npos; }

bool gapBetween(char32_t left, char32_t right) {
    const auto sticksToHan = [](char32_t c) { return isLetterOrDigit(c) || c == U'%' || c == U'$'; };
    return (base::isHan(left) && (isLetterOrDigit(right) || right == U'$')) ||
           (sticksToHan(left) && base::isHan(right));
}

bool blankOnLeft(char32_t codePoint) {
    return std::u32string_view(U"（《「『【〈〔［｛“‘").find(codePoint) != std::u32string_view::npos;
}

bool squeezedTogether(char32_t left, char32_t right) {
    // ！ and ？ keep their room: in some fonts they stand in the middle of it.
    const auto blankOnRight = [](char32_t c) {
        return std::u32string_view(U"，。、；：）》」』】〉〕］｝”’").find(c) != std::u32string_view::npos;
    };
    return blankOnLeft(left) ? blankOnLeft(right) : blankOnRight(left) && (blankOnLeft(right) || blankOnRight(right));
}

std::vector<BreakChance> breakChances(std::string_view text, std::string_view language) {
    std::vector<char> raw(text.size() + 1, LINEBREAK_NOBREAK);
    if (!text.empty()) {
        set_linebreaks_utf8_per_code_point(reinterpret_cast<const utf8_t*>(text.data()), text.size(),
                                           std::string(language).c_str(), raw.data());
    }
    // libunibreak answers per code point here; spread the answers over the bytes, and add the Chinese rules.
    std::vector<BreakChance> chances(text.size(), BreakChance::none);
    const bool chinese = language.substr(0, 2) == "zh";
    std::size_t at = 0;
    std::size_t index = 0;
    while (at < text.size()) {
        const char32_t here = base::nextCodePoint(text, at);
        const std::size_t last = at - 1;
        const char answer = raw[index++];
        BreakChance chance = answer == LINEBREAK_MUSTBREAK    ? BreakChance::must
                             : answer == LINEBREAK_ALLOWBREAK ? BreakChance::allowed
                                                              : BreakChance::none;
        if (at < text.size()) {
            std::size_t peek = at;
            const char32_t next = base::nextCodePoint(text, peek);
            if (chance == BreakChance::none && chinese) {
                // UAX 14 keeps quotation marks with both neighbours, since it cannot tell which side they belong to; “
                // and ” tell.
                const auto chineseSide = [](char32_t c) { return base::isHan(c) || chinesePunctuation(c); };
                const bool beforeOpening = openingQuote(next) && chineseSide(here) && !forbiddenAtEnd(here);
                const bool afterClosing = closingQuote(here) && chineseSide(next) && !forbiddenAtStart(next);
                if (beforeOpening || afterClosing) {
                    chance = BreakChance::allowed;
                }
            }
            if (chance == BreakChance::allowed && (forbiddenAtStart(next) || forbiddenAtEnd(here))) {
                chance = BreakChance::none;
            }
        }
        chances[last] = chance;
    }
    return chances;
}

} // namespace ui
