#include "learning/question_form.h"

#include "base/utf8.h"

#include <cstddef>
#include <string>

namespace learning {

namespace {

using Characters = std::u32string;

/// One spelling for what people type in several: small letters, one kind of apostrophe, one kind of space.
char32_t plain(char32_t codePoint) {
    if (codePoint >= U'A' && codePoint <= U'Z') return codePoint + 32;
    const bool latin1Capital = codePoint >= 0xC0 && codePoint <= 0xDE && codePoint != 0xD7;
    if (latin1Capital) return codePoint + 32;
    if (codePoint == 0x2019 || codePoint == 0x02BC) return U'\'';
    if (codePoint == U'\t' || codePoint == U'\n' || codePoint == U'\r' || codePoint == 0xA0 || codePoint == 0x3000)
        return U' ';
    return codePoint;
}

/// The text as plain characters; several spaces count as one, those at the ends as none.
Characters plainCharacters(std::string_view text) {
    Characters characters;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t codePoint = plain(base::nextCodePoint(text, at));
        if (codePoint == U' ' && (characters.empty() || characters.back() == U' ')) continue;
        characters.push_back(codePoint);
    }
    if (!characters.empty() && characters.back() == U' ') characters.pop_back();
    return characters;
}

bool anyHan(const Characters& characters) {
    for (const char32_t codePoint : characters)
        if (base::isHan(codePoint)) return true;
    return false;
}

/// A character that would make a Latin word longer.
bool continuesWord(char32_t codePoint) {
    const bool ascii = (codePoint >= U'a' && codePoint <= U'z') || (codePoint >= U'0' && codePoint <= U'9');
    const bool latin = codePoint >= 0xC0 && codePoint <= 0x24F && codePoint != 0xD7 && codePoint != 0xF7;
    return ascii || latin;
}

bool isOneOf(char32_t codePoint, std::u32string_view set) { return set.find(codePoint) != std::u32string_view::npos; }

/// Punctuation that ends a clause, Chinese and Latin. The enumeration comma 、 does not.
bool endsClause(char32_t codePoint) { return isOneOf(codePoint, U"，。；：？！…—–,.;:?!"); }

/// What may stand around the words of a clause without adding to them.
bool isSilent(char32_t codePoint) { return isOneOf(codePoint, U" “”‘’「」『』（）()\"'~～-"); }

/// A sign of the lists, made plain once.
struct Sign {
    const std::string* listed = nullptr;
    Characters characters;
    bool han = false;
    QuestionForm form = QuestionForm::unsure;
};

/// A sign that was found, and where.
struct Found {
    const Sign* sign = nullptr;
    std::size_t begin = 0, end = 0;
    [[nodiscard]] bool is(QuestionForm form) const { return sign && sign->form == form; }
};

void addSigns(std::vector<Sign>& signs, const std::vector<std::string>& listed, QuestionForm form) {
    for (const std::string& each : listed) {
        Sign sign{&each, plainCharacters(each), false, form};
        sign.han = anyHan(sign.characters);
        if (!sign.characters.empty()) signs.push_back(sign);
    }
}

bool standsAt(const Sign& sign, const Characters& text, std::size_t at) {
    if (text.compare(at, sign.characters.size(), sign.characters) != 0) return false;
    if (sign.han) return true;
    const std::size_t end = at + sign.characters.size();
    const bool startsWord = at == 0 || !continuesWord(text[at - 1]);
    const bool endsWord = end == text.size() || !continuesWord(text[end]);
    return startsWord && endsWord;
}

/// Everything found from left to right, the longest at each place, none inside another.
std::vector<Found> findSigns(const std::vector<Sign>& signs, const Characters& text) {
    std::vector<Found> found;
    for (std::size_t at = 0; at < text.size();) {
        Found longest;
        for (const Sign& sign : signs) {
            if (!standsAt(sign, text, at)) continue;
            const std::size_t end = at + sign.characters.size();
            if (end > longest.end) longest = {&sign, at, end};
        }
        if (longest.sign) {
            found.push_back(longest);
            at = longest.end;
        } else {
            ++at;
        }
    }
    return found;
}

/// Where the clause that holds `at` begins and ends.
std::size_t clauseBegin(const Characters& text, std::size_t at) {
    while (at > 0 && !endsClause(text[at - 1])) --at;
    return at;
}
std::size_t clauseEnd(const Characters& text, std::size_t at) {
    while (at < text.size() && !endsClause(text[at])) ++at;
    return at;
}

bool nothingSaidBetween(const Characters& text, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at)
        if (!isSilent(text[at])) return false;
    return true;
}

bool opensClause(const Characters& text, std::size_t at) {
    while (at > 0 && isSilent(text[at - 1])) --at;
    return at == 0 || endsClause(text[at - 1]);
}

/// A question in Latin writing begins with what makes it one: "Did you …", "What did you …". In the middle of a clause
/// the same words only say something ("your parcel is late").
const Found& decidingInLatin(const std::vector<Found>& found, const Characters& text) {
    for (const Found& each : found)
        if (opensClause(text, each.begin)) return each;
    for (const Found& each : found)
        if (each.is(QuestionForm::open)) return each;
    return found.front();
}

/// Chinese puts the question last: the last clause with a sign decides.
const Found& decidingInChinese(const std::vector<Found>& found, const Characters& text) {
    const Found& last = found.back();
    const std::size_t begin = clauseBegin(text, last.begin);
    std::size_t first = found.size() - 1;
    while (first > 0 && found[first - 1].begin >= begin) --first;

    if (found[first].is(QuestionForm::closed)) return found[first];
    const bool endsIt = nothingSaidBetween(text, last.end, clauseEnd(text, last.end));
    return last.is(QuestionForm::closed) && endsIt ? last : found[first];
}

} // namespace

FormVerdict questionForm(std::string_view sentence, const std::vector<std::string>& openSigns,
                         const std::vector<std::string>& closedSigns) {
    std::vector<Sign> signs;
    addSigns(signs, closedSigns, QuestionForm::closed);
    addSigns(signs, openSigns, QuestionForm::open);
    const Characters text = plainCharacters(sentence);
    const std::vector<Found> found = findSigns(signs, text);
    if (found.empty()) return {};
    const Found& deciding = anyHan(text) ? decidingInChinese(found, text) : decidingInLatin(found, text);
    return {deciding.sign->form, *deciding.sign->listed};
}

} // namespace learning
