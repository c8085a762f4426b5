// Where a line may end: UAX 14 through libunibreak, plus what Chinese typesetting asks for (quotes hug their words).
// Knows nothing of fonts; widths are handed in.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ui {

enum class BreakChance : unsigned char { none, allowed, must };

/// For every byte of `text`: may (or must) the line end after the code point whose last byte this is?
/// `language` is a BCP 47 tag ("zh-CN", "en").
[[nodiscard]] std::vector<BreakChance> breakChances(std::string_view text, std::string_view language);

/// True when Chinese typesetting forbids a line to start with this character (，。、；：！？）》」”… and the like).
[[nodiscard]] bool forbiddenAtStart(char32_t codePoint);
/// True when it forbids a line to end with it (（《「“ and the like).
[[nodiscard]] bool forbiddenAtEnd(char32_t codePoint);

/// Han meets Latin or a figure: the place where a quarter-em gap is due.
[[nodiscard]] bool gapBetween(char32_t left, char32_t right);

/// Two full-width marks meet that are blank on the sides where they meet: half an em between them is too much (CSS
/// calls it text-spacing-trim).
[[nodiscard]] bool squeezedTogether(char32_t left, char32_t right);
/// A full-width opening mark: blank on its left half, which a line does not start with.
[[nodiscard]] bool blankOnLeft(char32_t codePoint);

} // namespace ui
