#include "learning/sentence_words.h"

#include "base/utf8.h"

#include <utility>

namespace learning {

namespace {

bool isOneOf(char32_t codePoint, std::u32string_view set) { return set.find(codePoint) != std::u32string_view::npos; }

char32_t plain(char32_t codePoint) {
    const bool capital =
        (codePoint >= U'A' && codePoint <= U'Z') || (codePoint >= 0xC0 && codePoint <= 0xDE && codePoint != 0xD7);
    if (capital) return codePoint + 32;
    const bool wide = codePoint >= 0xFF01 && codePoint <= 0xFF5E; // ｆｕｌｌ　ｗｉｄｔｈ forms of ASCII
    if (wide) return plain(codePoint - 0xFEE0);
    return isOneOf(codePoint, U"’‘ʼ`´") ? U'\'' : codePoint;
}

bool isDigit(char32_t codePoint) { return codePoint >= U'0' && codePoint <= U'9'; }

bool isLetter(char32_t codePoint) {
    return (codePoint >= U'a' && codePoint <= U'z') || (codePoint >= 0xDF && codePoint <= 0x24F && codePoint != 0xF7);
}

bool endsClause(char32_t codePoint) { return isOneOf(codePoint, U",:;–—"); } // 、 joins
bool endsSentence(char32_t codePoint) { return isOneOf(codePoint, U".。!…\n"); }

/// Puts words, clauses and sentences together as the text is read.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    SentenceWords read() {
        while (at_ < text_.size()) step();
        endWord(text_.size());
        endSentence(false, false);
        return std::move(read_);
    }

private:
    void step() {
        const std::size_t begin = at_;
        const char32_t codePoint = plain(base::nextCodePoint(text_, at_));
        if (isLetter(codePoint) || isDigit(codePoint) || (codePoint == U'\'' && !word_.empty() && letterNext())) {
            if (word_.empty()) wordBegin_ = begin;
            base::appendUtf8(word_, codePoint);
            return;
        }
        if (insideNumber(codePoint)) { // 9.30, 1,000
            base::appendUtf8(word_, codePoint);
            return;
        }
        endWord(begin);
        if (base::isHan(codePoint)) {
            std::string character;
            base::appendUtf8(character, codePoint);
            add({std::move(character), {begin, at_}, true});
        } else if (codePoint == U'?') {
            endSentence(true, true);
        } else if (endsSentence(codePoint)) {
            endSentence(false, true);
        } else if (endsClause(codePoint)) {
            endClause();
        }
    }

    [[nodiscard]] char32_t next() const {
        std::size_t after = at_;
        return after < text_.size() ? plain(base::nextCodePoint(text_, after)) : U'\0';
    }
    [[nodiscard]] bool letterNext() const { return isLetter(next()); }
    [[nodiscard]] bool insideNumber(char32_t codePoint) const {
        return !word_.empty() && isDigit(static_cast<unsigned char>(word_.back())) && isOneOf(codePoint, U".,:") &&
               isDigit(next());
    }

    void endWord(std::size_t end) {
        if (word_.empty()) return;
        add({std::move(word_), {wordBegin_, end}, false});
        word_.clear();
    }
    void add(Word word) {
        read_.words.push_back(std::move(word));
        read_.clauseOf.push_back(read_.clauses.size());
    }
    void endClause() {
        if (read_.words.size() == clauseBegin_) return;
        read_.clauses.push_back({clauseBegin_, read_.words.size()});
        clauseBegin_ = read_.words.size();
    }
    void endSentence(bool asked, bool stopped) {
        endClause();
        if (read_.words.size() == sentenceBegin_) {
            // "What?!" and "好吗。？": the mark belongs to the sentence that was just ended.
            if (asked && !read_.sentences.empty() && read_.sentences.back().end == sentenceBegin_)
                read_.sentences.back().asked = true;
            return;
        }
        Sentence sentence;
        sentence.begin = sentenceBegin_;
        sentence.end = sentenceBegin_ = read_.words.size();
        sentence.asked = asked;
        sentence.stopped = stopped;
        read_.sentences.push_back(sentence);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string word_; ///< the Latin word or number that is being read
    std::size_t wordBegin_ = 0;
    std::size_t clauseBegin_ = 0, sentenceBegin_ = 0;
    SentenceWords read_;
};

} // namespace

SentenceWords readWords(std::string_view text) { return Reader(text).read(); }

} // namespace learning
