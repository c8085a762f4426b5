// Text as UTF-8: decoding, checking and cutting it without ever splitting a character.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace base {

/// Decodes the code point that starts at `at` and moves `at` past it. A broken byte gives U+FFFD and moves on by one.
[[nodiscard]] char32_t nextCodePoint(std::string_view text, std::size_t& at);

/// Appends `codePoint` as UTF-8 (U+FFFD for surrogates and values past U+10FFFF).
void appendUtf8(std::string& text, char32_t codePoint);

[[nodiscard]] std::size_t countCodePoints(std::string_view text);

[[nodiscard]] bool isValidUtf8(std::string_view text);

/// `text` with broken bytes replaced by U+FFFD.
[[nodiscard]] std::string repairUtf8(std::string_view text);

/// True for characters of Chinese writing: Han (all blocks, also beyond U+FFFF), not punctuation.
[[nodiscard]] bool isHan(char32_t codePoint);

/// What a person typed as a name, made fit to keep: broken bytes repaired, control and bidi-override characters taken
/// out, white space at the ends removed and inside collapsed, and cut to `longest` code points (never inside one).
[[nodiscard]] std::string tidyName(std::string_view typed, std::size_t longest);

} // namespace base
