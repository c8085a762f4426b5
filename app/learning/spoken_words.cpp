#include "learning/spoken_words.h"

#include <cstddef>

namespace learning {

namespace {

struct Parts {
    std::string said, done;
};

Parts partsOf(std::string_view line) {
    constexpr std::string_view brackets[] = {"(", ")", "（", "）"};
    Parts parts;
    int depth = 0;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t length = 1;
        int change = 0;
        for (std::size_t which = 0; which < 4; ++which) {
            if (line.substr(at, brackets[which].size()) != brackets[which]) continue;
            length = brackets[which].size();
            change = which % 2 == 0 ? 1 : -1;
        }
        if (change > 0) ++depth;
        (depth > 0 ? parts.done : parts.said) += line.substr(at, length);
        if (change < 0 && depth > 0) --depth;
        at += length;
    }
    return parts;
}

} // namespace

std::string spokenWords(std::string_view line) {
    std::string said = partsOf(line).said;
    for (const char letter : said) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool word = byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte | 0x20U) - 'a' < 26U;
        if (word) return said;
    }
    return {}; // spaces and stops
}

std::string unspokenWords(std::string_view line) { return partsOf(line).done; }

} // namespace learning
