// Finding people by what HR types: a piece of the name or number, or the initials of its pinyin (王小明: "wxm").
#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace records {

/// Letters as bits: a is 1, b is 2, …; a character with several readings has several (单: d, s, c).
using Letters = std::uint32_t;

/// With which letters the readings of a Han character begin. A table that web/tools/initials.mjs writes:
///
///     service-academy/initials 1
///     yd…          one letter for each character from U+4E00 to U+9FFF; "-": no reading, "*": several
///     单dsc         the others: a character and its letters
class Initials {
public:
    /// Knows no character.
    Initials() = default;
    /// Fault::unreadable when it is no such table, Fault::wrongVersion when it is a later one.
    [[nodiscard]] static base::Result<Initials> read(std::string_view text);

    /// 0 when there is no reading.
    [[nodiscard]] Letters of(char32_t character) const;
    [[nodiscard]] bool empty() const { return block_.empty() && others_.empty(); }

private:
    std::string block_;
    std::vector<std::pair<char32_t, Letters>> others_; ///< in order of characters
};

/// The names of many people, laid out to be searched in one go.
class NameIndex {
public:
    explicit NameIndex(const Initials& initials = {}) : initials_(initials) {}

    /// The next person; people are counted from 0.
    void add(std::string_view name, std::string_view number);

    /// For each person 1 when what was typed is in the name or number (small and capital Latin letters are the same),
    /// or when it is letters only and they are consecutive initials: of the Han characters' readings, of a Latin name's
    /// words. Everybody matches nothing typed.
    [[nodiscard]] std::vector<std::uint8_t> find(std::string_view typed) const;

    /// People in the order of a list of names: by first initials, so that Chinese and Latin names stand together under
    /// their letter, then by characters. Gives for each person the place.
    [[nodiscard]] std::vector<std::uint32_t> places() const;

private:
    [[nodiscard]] std::string_view textOf(std::size_t person) const;
    void markText(std::string_view typed, std::vector<std::uint8_t>& found) const;
    void markInitials(std::string_view letters, std::vector<std::uint8_t>& found) const;

    Initials initials_;
    std::string texts_;                        ///< "王小明\tA-0042\n…", small letters
    std::vector<std::size_t> textStarts_{0};   ///< one more than there are people
    std::vector<Letters> letters_;             ///< the initials of all names
    std::vector<std::size_t> letterStarts_{0}; ///< one more than there are people
};

} // namespace records
