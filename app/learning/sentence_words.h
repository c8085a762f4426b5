// A typed text as words: each Chinese character, each Latin word and each number by itself, with its place in the text
// and what punctuation says about clauses and sentences. Spelling is made plain: small letters, one kind of apostrophe.
// Knows no language and no word list.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace learning {

/// Bytes of the text, from `begin` up to `end`.
struct TextRange {
    std::size_t begin = 0, end = 0;
};

struct Word {
    std::string plain; ///< UTF-8 in small letters, ' as apostrophe
    TextRange place;   ///< where it stands in the text
    bool han = false;  ///< one Chinese character
};

/// Words from `begin` up to `end`, by index.
struct WordRun {
    std::size_t begin = 0, end = 0;
    [[nodiscard]] std::size_t size() const { return end - begin; }
};

struct Sentence : WordRun {
    bool asked = false;   ///< ends with a question mark
    bool stopped = false; ///< ends with a full stop and the like; neither: the text just ends
};

struct SentenceWords {
    std::vector<Word> words;
    std::vector<Sentence> sentences;   ///< in order; none is empty
    std::vector<WordRun> clauses;      ///< in order; parts of sentences, none is empty
    std::vector<std::size_t> clauseOf; ///< of each word, an index into clauses
};

[[nodiscard]] SentenceWords readWords(std::string_view text);

} // namespace learning
