#include "records/names.h"

#include "base/utf8.h"

#include <algorithm>
#include <cstring>

namespace records {

namespace {

constexpr std::string_view firstLine = "service-academy/initials 1";
constexpr std::string_view anyVersion = "service-academy/initials ";
constexpr char32_t blockStart = 0x4E00;
constexpr std::size_t blockSize = 0xA000 - 0x4E00;

constexpr Letters letter(char small) { return Letters{1} << (small - 'a'); }
constexpr bool isSmall(char byte) { return byte >= 'a' && byte <= 'z'; }
constexpr char lowered(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; }

/// Small letters: ASCII, and those of Western Europe (À to Þ are written C3 80 to C3 9E, and 97 there is ×).
std::string small(std::string_view text) {
    std::string result(text);
    bool accented = false;
    for (char& byte : result) {
        const auto number = static_cast<unsigned char>(byte);
        if (accented && number >= 0x80 && number <= 0x9E && number != 0x97) byte = static_cast<char>(number + 0x20);
        byte = lowered(byte);
        accented = number == 0xC3;
    }
    return result;
}

std::string_view cutLine(std::string_view& text) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

base::Error unreadable() { return {base::Fault::unreadable, "This is no table of initials.", ""}; }

} // namespace

base::Result<Initials> Initials::read(std::string_view text) {
    const std::string_view head = cutLine(text);
    if (head != firstLine) {
        if (head.substr(0, anyVersion.size()) != anyVersion) return unreadable();
        return base::Error{base::Fault::wrongVersion, "This table of initials was made for another version.", ""};
    }
    Initials initials;
    initials.block_ = cutLine(text);
    if (initials.block_.size() != blockSize) return unreadable();
    for (const char byte : initials.block_)
        if (!isSmall(byte) && byte != '-' && byte != '*') return unreadable();
    while (!text.empty()) {
        const std::string_view line = cutLine(text);
        if (line.empty()) continue;
        std::size_t at = 0;
        const char32_t character = base::nextCodePoint(line, at);
        Letters letters = 0;
        for (; at < line.size(); ++at) {
            if (!isSmall(line[at])) return unreadable();
            letters |= letter(line[at]);
        }
        initials.others_.emplace_back(character, letters);
    }
    std::sort(initials.others_.begin(), initials.others_.end());
    return initials;
}

Letters Initials::of(char32_t character) const {
    if (character >= blockStart && character - blockStart < block_.size()) {
        const char one = block_[character - blockStart];
        if (one != '*') return one == '-' ? 0 : letter(one);
    }
    const auto place = std::lower_bound(others_.begin(), others_.end(), std::pair{character, Letters{0}});
    return place != others_.end() && place->first == character ? place->second : 0;
}

void NameIndex::add(std::string_view name, std::string_view number) {
    texts_ += small(name);
    texts_.push_back('\t');
    texts_ += small(number);
    texts_.push_back('\n');
    textStarts_.push_back(texts_.size());

    bool inWord = false;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t character = base::nextCodePoint(name, at);
        const bool latin = character < 0x80 && isSmall(lowered(static_cast<char>(character)));
        if (latin && !inWord) letters_.push_back(letter(lowered(static_cast<char>(character))));
        // A letter beyond ASCII belongs to the word that it stands in: "José" is one word.
        inWord = latin || (inWord && character >= 0x80 && !base::isHan(character));
        if (const Letters known = latin ? 0 : initials_.of(character)) letters_.push_back(known);
    }
    letterStarts_.push_back(letters_.size());
}

std::string_view NameIndex::textOf(std::size_t person) const {
    return std::string_view(texts_).substr(textStarts_[person], textStarts_[person + 1] - textStarts_[person]);
}

void NameIndex::markText(std::string_view typed, std::vector<std::uint8_t>& found) const {
    // The last byte of a Han character tells characters apart, the first hardly does: it is looked for first.
    const char last = typed.back();
    const std::size_t before = typed.size() - 1;
    std::size_t person = 0;
    for (std::size_t at = before; at < texts_.size();) {
        const void* hit = std::memchr(texts_.data() + at, last, texts_.size() - at);
        if (!hit) return;
        at = static_cast<std::size_t>(static_cast<const char*>(hit) - texts_.data());
        if (std::memcmp(texts_.data() + at - before, typed.data(), before) != 0) {
            ++at;
            continue;
        }
        while (textStarts_[person + 1] <= at) ++person;
        found[person] = 1;
        at = textStarts_[person + 1] + before;
    }
}

void NameIndex::markInitials(std::string_view letters, std::vector<std::uint8_t>& found) const {
    std::vector<Letters> wanted;
    for (const char each : letters) wanted.push_back(letter(each));
    for (std::size_t person = 0; person < found.size(); ++person) {
        const std::size_t end = letterStarts_[person + 1];
        for (std::size_t at = letterStarts_[person]; at + wanted.size() <= end; ++at) {
            std::size_t same = 0;
            while (same < wanted.size() && (letters_[at + same] & wanted[same]) != 0) ++same;
            if (same < wanted.size()) continue;
            found[person] = 1;
            break;
        }
    }
}

std::vector<std::uint8_t> NameIndex::find(std::string_view typed) const {
    const std::string text = small(base::tidyName(typed, typed.size()));
    std::vector<std::uint8_t> found(textStarts_.size() - 1, text.empty() ? 1 : 0);
    if (text.empty()) return found;
    markText(text, found);
    std::string letters;
    for (const char byte : text)
        if (byte != ' ') letters.push_back(byte);
    if (std::all_of(letters.begin(), letters.end(), isSmall)) markInitials(letters, found);
    return found;
}

std::vector<std::uint32_t> NameIndex::places() const {
    // The first initials as one number: five bits a letter, of several readings the one nearest to a.
    struct Key {
        std::uint64_t letters;
        std::uint32_t person;
    };
    std::vector<Key> keys(textStarts_.size() - 1);
    for (std::size_t person = 0; person < keys.size(); ++person) {
        std::uint64_t first = 0;
        std::size_t at = letterStarts_[person];
        for (int i = 0; i < 12; ++i) {
            std::uint64_t place = 0;
            if (at < letterStarts_[person + 1]) {
                place = 1;
                for (Letters letters = letters_[at++]; (letters & 1) == 0; letters >>= 1) ++place;
            }
            first = first << 5 | place;
        }
        keys[person] = {first, static_cast<std::uint32_t>(person)};
    }
    std::sort(keys.begin(), keys.end(), [this](const Key& one, const Key& other) {
        if (one.letters != other.letters) return one.letters < other.letters;
        const int texts = textOf(one.person).compare(textOf(other.person));
        return texts != 0 ? texts < 0 : one.person < other.person;
    });
    std::vector<std::uint32_t> places(keys.size());
    for (std::uint32_t place = 0; place < keys.size(); ++place) places[keys[place].person] = place;
    return places;
}

} // namespace records
