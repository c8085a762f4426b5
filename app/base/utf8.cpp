#include "base/utf8.h"

namespace base {

namespace {

constexpr char32_t replacement = 0xFFFD;

struct Range {
    char32_t first, last;
};

template <std::size_t count>
bool within(char32_t codePoint, const Range (&ranges)[count]) {
    for (const Range& range : ranges)
        if (codePoint >= range.first && codePoint <= range.last) return true;
    return false;
}

/// The Unicode Script property "Han", with the planes 2 and 3 taken whole: all that is encoded there is Han.
constexpr Range han[] = {{0x2E80, 0x2E99}, {0x2E9B, 0x2EF3}, {0x2F00, 0x2FD5},  {0x3005, 0x3005},
                         {0x3007, 0x3007}, {0x3021, 0x3029}, {0x3038, 0x303B},  {0x3400, 0x4DBF},
                         {0x4E00, 0x9FFF}, {0xF900, 0xFAD9}, {0x20000, 0x3FFFD}};

/// The property "White_Space": all of these become one plain space in a name.
constexpr Range whiteSpace[] = {{0x09, 0x0D},     {0x20, 0x20},     {0x85, 0x85},     {0xA0, 0xA0},
                                {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029}, {0x202F, 0x202F},
                                {0x205F, 0x205F}, {0x3000, 0x3000}};

/// What has no place in a name: controls, characters without a width, orders to the bidi algorithm (which could make a
/// name on a certificate read as another one), tags, and code points that are no characters. U+200C and U+200D are not
/// among them: Persian and Indian names and many emoji need them.
constexpr Range unfitForNames[] = {{0x00, 0x1F},      {0x7F, 0x9F},     {0xAD, 0xAD},     {0x061C, 0x061C},
                                   {0x180E, 0x180E},  {0x200B, 0x200B}, {0x200E, 0x200F}, {0x202A, 0x202E},
                                   {0x2060, 0x206F},  {0xFDD0, 0xFDEF}, {0xFEFF, 0xFEFF}, {0xFFF0, 0xFFFB},
                                   {0xE0000, 0xE007F}};

bool isNoCharacter(char32_t codePoint) { return (codePoint & 0xFFFE) == 0xFFFE; }

bool isJoiner(char32_t codePoint) { return codePoint == 0x200C || codePoint == 0x200D; }

} // namespace

char32_t nextCodePoint(std::string_view text, std::size_t& at) {
    const auto byte = [text](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned char lead = byte(at++);
    if (lead < 0x80) return lead;

    int continuations = 0;
    char32_t codePoint = 0;
    char32_t least = 0; // anything below was written longer than it may be
    if (lead >= 0xC2 && lead <= 0xDF) {
        continuations = 1, codePoint = lead & 0x1Fu, least = 0x80;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        continuations = 2, codePoint = lead & 0x0Fu, least = 0x800;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        continuations = 3, codePoint = lead & 0x07u, least = 0x10000;
    } else {
        return replacement;
    }

    std::size_t next = at;
    for (; continuations > 0; --continuations, ++next) {
        if (next >= text.size() || (byte(next) & 0xC0u) != 0x80u) return replacement;
        codePoint = (codePoint << 6) | (byte(next) & 0x3Fu);
    }
    const bool surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
    if (codePoint < least || codePoint > 0x10FFFF || surrogate) return replacement;
    at = next;
    return codePoint;
}

void appendUtf8(std::string& text, char32_t codePoint) {
    if ((codePoint >= 0xD800 && codePoint <= 0xDFFF) || codePoint > 0x10FFFF) codePoint = replacement;
    const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (codePoint < 0x80) {
        put(codePoint);
        return;
    }
    if (codePoint < 0x800) {
        put(0xC0 | (codePoint >> 6));
    } else if (codePoint < 0x10000) {
        put(0xE0 | (codePoint >> 12));
        put(0x80 | ((codePoint >> 6) & 0x3F));
    } else {
        put(0xF0 | (codePoint >> 18));
        put(0x80 | ((codePoint >> 12) & 0x3F));
        put(0x80 | ((codePoint >> 6) & 0x3F));
    }
    put(0x80 | (codePoint & 0x3F));
}

std::size_t countCodePoints(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) (void)nextCodePoint(text, at);
    return count;
}

bool isValidUtf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t before = at;
        // U+FFFD itself takes three bytes; the one that stands for a broken byte takes one.
        if (nextCodePoint(text, at) == replacement && at - before == 1) return false;
    }
    return true;
}

std::string repairUtf8(std::string_view text) {
    if (isValidUtf8(text)) return std::string(text);
    std::string repaired;
    repaired.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) appendUtf8(repaired, nextCodePoint(text, at));
    return repaired;
}

bool isHan(char32_t codePoint) { return within(codePoint, han); }

std::string tidyName(std::string_view typed, std::size_t longest) {
    std::string name;
    std::size_t count = 0;
    std::size_t fitEnd = 0; // end of the last character that may stand at the end
    bool spaceDue = false;
    for (std::size_t at = 0; at < typed.size() && count < longest;) {
        const char32_t codePoint = nextCodePoint(typed, at);
        if (within(codePoint, whiteSpace)) {
            spaceDue = true;
            continue;
        }
        if (within(codePoint, unfitForNames) || isNoCharacter(codePoint)) continue;
        // A joiner joins nothing at the start of a word, and would make an empty name look like one.
        if (isJoiner(codePoint) && (name.empty() || spaceDue)) continue;
        if (spaceDue && !name.empty()) {
            if (++count == longest) break;
            name.push_back(' ');
        }
        spaceDue = false;
        appendUtf8(name, codePoint);
        ++count;
        if (!isJoiner(codePoint)) fitEnd = name.size();
    }
    name.resize(fitEnd);
    return name;
}

} // namespace base
