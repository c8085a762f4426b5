// Phrases: what the lexicon's lists are written in, and finding them in a text.
//
//   don't you think      these words, one after the other
//   {you}                any of the words of the class "you"
//   why~late             ~ any words of the same clause between (at most longestGap)
//   if it were you…      … the same, over commas: anywhere in the same sentence
//   ^why                 ^ at the start of a clause (words that may lead it, "so", "and", do not count)
//   right$               $ at the end of a clause
//
// Chinese needs no spaces: each character is a word. Time is linear in the text.
#pragma once

#include "learning/sentence_words.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace learning {

/// So many words at most are skipped by one gap.
inline constexpr std::size_t longestGap = 24;

/// A phrase that was met: the words that matched, joined where they stand side by side.
struct PhraseMatch {
    std::size_t phrase = 0;         ///< its number, in the order of adding
    std::size_t begin = 0, end = 0; ///< words, by index, from the first matched to behind the last
    std::vector<TextRange> places;  ///< what matched in the text, without the gaps
};

/// A text made ready for looking phrases up in it.
struct ReadText {
    SentenceWords is;
    std::vector<int> known;         ///< each word's number in the book, −1 when no phrase has it
    std::vector<bool> startsClause; ///< for each word; with what may lead a clause skipped
    std::vector<bool> endsClause;   ///< for each place between words: is nothing of the clause left but tails

    // Kept while looking: whether a sentence has all that a phrase needs is found out once.
    std::size_t stamped = 0;           ///< the sentence that the next two speak of: its first word + 1
    std::vector<std::size_t> seenIn;   ///< for each known word: the last sentence that it was seen in
    std::vector<std::size_t> neededIn; ///< for each phrase: the last sentence that was asked about
    std::vector<bool> mayStand;        ///< and whether it has what the phrase needs

    [[nodiscard]] bool startsNewClause(std::size_t word) const { return is.clauses[is.clauseOf[word]].begin == word; }
};

/// Many phrases, looked up together.
class PhraseBook {
public:
    using Classes = std::map<std::string, std::vector<std::string>, std::less<>>;

    PhraseBook(const Classes& classes, const std::vector<std::string>& leads, const std::vector<std::string>& tails);

    /// Adds a phrase and gives its number; `fault` says what is wrong with one that cannot be read (it is never met).
    std::size_t add(std::string_view written, std::string& fault);

    [[nodiscard]] std::size_t count() const { return phrases_.size(); }
    [[nodiscard]] ReadText read(std::string_view text) const;
    /// All phrases that match with their first word here, the numbers ascending. `wanted(number)` spares the search for
    /// phrases that nobody would look at.
    template <class Wanted, class Met>
    void eachAt(ReadText& text, const Sentence& sentence, std::size_t at, Wanted wanted, Met met) const {
        const auto found = byFirstWord_.find(text.known[at]);
        if (found == byFirstWord_.end()) return;
        for (const std::size_t phrase : found->second) {
            if (!wanted(phrase) || !mayStandIn(phrase, text, sentence)) continue;
            PhraseMatch match;
            if (matches(phrase, text, sentence, at, match)) met(match);
        }
    }

private:
    struct Part {
        enum class Kind { words, gapInClause, gapInSentence, clauseStart, clauseEnd };
        Kind kind = Kind::words;
        std::vector<std::vector<int>> anyOf; ///< sequences of known words; the longest first
        std::vector<int> firsts{};           ///< the first words of these, in order
    };
    using Phrase = std::vector<Part>;

    struct Search;
    [[nodiscard]] int knownWord(const std::string& plain);
    [[nodiscard]] std::vector<int> sequenceOf(std::string_view written);
    [[nodiscard]] bool mayStandIn(std::size_t phrase, ReadText& text, const Sentence& sentence) const;
    [[nodiscard]] bool matches(std::size_t phrase, const ReadText& text, const Sentence& sentence, std::size_t at,
                               PhraseMatch& match) const;
    [[nodiscard]] std::size_t longestOf(const std::vector<std::vector<int>>& sequences, const std::vector<int>& words,
                                        std::size_t at, std::size_t end) const;

    std::unordered_map<std::string, int> numbers_;
    std::map<std::string, std::vector<std::vector<int>>, std::less<>> classes_;
    std::vector<std::vector<int>> leads_, tails_;
    std::vector<Phrase> phrases_;
    std::unordered_map<int, std::vector<std::size_t>> byFirstWord_;
};

} // namespace learning
