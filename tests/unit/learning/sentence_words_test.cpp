#include "learning/sentence_words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using learning::readWords;
using learning::SentenceWords;

namespace {

std::vector<std::string> plain(const SentenceWords& read) {
    std::vector<std::string> words;
    for (const learning::Word& word : read.words) words.push_back(word.plain);
    return words;
}

using List = std::vector<std::string>;

} // namespace

TEST_SUITE("a text as words") {
    TEST_CASE("each Chinese character is a word, each Latin word, each number") {
        CHECK(plain(readWords("您好 Anna，9.30到")) == List{"您", "好", "anna", "9.30", "到"});
        CHECK(plain(readWords("Don’t  you DON'T 'quote' 1,000 café")) ==
              List{"don't", "you", "don't", "quote", "1,000", "café"});
        CHECK(plain(readWords("Ｗｈｙ？")) == List{"why"});
        CHECK(readWords("").words.empty());
        CHECK(readWords(" 。？…\n").sentences.empty());
    }
    TEST_CASE("words know their bytes") {
        const std::string text = "“您”Isn’t it?";
        const SentenceWords read = readWords(text);
        const auto at = [&](std::size_t word) {
            const learning::TextRange place = read.words[word].place;
            return text.substr(place.begin, place.end - place.begin);
        };
        CHECK(at(0) == "您");
        CHECK(at(1) == "Isn’t");
        CHECK(at(2) == "it");
    }
    TEST_CASE("sentences and clauses, and which are asked") {
        const SentenceWords read = readWords("您好，我是小陈。请问您贵姓？好的");
        REQUIRE(read.sentences.size() == 3);
        CHECK_FALSE(read.sentences[0].asked);
        CHECK(read.sentences[0].stopped);
        CHECK(read.sentences[1].asked);
        CHECK_FALSE(read.sentences[2].asked);
        CHECK_FALSE(read.sentences[2].stopped);
        REQUIRE(read.clauses.size() == 4);
        CHECK(read.clauseOf[1] == 0);
        CHECK(read.clauseOf[2] == 1);
    }
    TEST_CASE("a question mark after another mark still asks") {
        CHECK(readWords("What!?").sentences[0].asked);
        CHECK(readWords("真的吗……？").sentences[0].asked);
        CHECK(readWords("Really?!").sentences[0].asked);
    }
    TEST_CASE("broken bytes are no words") {
        const SentenceWords read = readWords("\xFF\xFE what \xE4\xB8");
        CHECK(plain(read) == List{"what"});
    }
}
