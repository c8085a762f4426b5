#include "base/utf8.h"

#include <doctest/doctest.h>

#include <string>

using base::tidyName;

TEST_SUITE("UTF-8") {
    TEST_CASE("characters of every length are decoded, and broken bytes take one step each") {
        const std::string text = "a\xC3\xA9\xE6\x98\x8E\xF0\xA0\xAE\xB7\xFF\xC3";
        std::size_t at = 0;
        CHECK(base::nextCodePoint(text, at) == U'a');
        CHECK(base::nextCodePoint(text, at) == U'é');
        CHECK(base::nextCodePoint(text, at) == U'明');
        CHECK(base::nextCodePoint(text, at) == U'𠮷');
        CHECK(base::nextCodePoint(text, at) == 0xFFFD);
        CHECK(base::nextCodePoint(text, at) == 0xFFFD);
        CHECK(at == text.size());
    }

    TEST_CASE("what the standard forbids is not valid: overlong forms, surrogates, values past the end") {
        for (const char* broken : {"\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xF0\x80\x80\x80", "\xED\xA0\x80",
                                   "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80", "\xE6\x98"})
            CHECK_FALSE(base::isValidUtf8(broken));
        CHECK(base::isValidUtf8(""));
        CHECK(base::isValidUtf8("José 王小明 欧阳𠮷 👩‍🏫"));
        CHECK(base::isValidUtf8("\xEF\xBF\xBD")); // U+FFFD itself is a character like any other
    }

    TEST_CASE("repairing gives valid text and leaves valid text alone") {
        CHECK(base::repairUtf8("王\xFF小") == "王\xEF\xBF\xBD小");
        CHECK(base::repairUtf8("王小明") == "王小明");
    }

    TEST_CASE("what cannot be written as a character is written as U+FFFD") {
        std::string text;
        base::appendUtf8(text, 0xD800);
        base::appendUtf8(text, 0x110000);
        CHECK(text == "\xEF\xBF\xBD\xEF\xBF\xBD");
    }

    TEST_CASE("Han is Han in every block, and punctuation is not") {
        for (const char32_t han : {U'王', U'〇', U'々', U'𠮷', U'㐀', char32_t{0x30000}}) CHECK(base::isHan(han));
        for (const char32_t other : {U'a', U'，', U'。', U'あ', U'한', U'1', U'（'}) CHECK_FALSE(base::isHan(other));
    }
}

TEST_SUITE("a typed name") {
    TEST_CASE("names of people stay as they are") {
        for (const char* name :
             {"王小明", "欧阳𠮷", "José Álvarez", "O’Brien-Smith", "محمد علي", "👩‍🏫", "क्‍ष"})
            CHECK(tidyName(name, 120) == name);
    }

    TEST_CASE("white space of all kinds is trimmed and collapsed") {
        CHECK(tidyName("  王　小明\t\r\n ", 120) == "王 小明");
        CHECK(tidyName("José\xC2\xA0  Álvarez", 120) == "José Álvarez");
        CHECK(tidyName(" \t\n　", 120).empty());
    }

    TEST_CASE("nothing that is not seen stays in") {
        CHECK(tidyName("王\x07小\x7F明", 120) == "王小明");
        CHECK(tidyName("abc\u202Etxt.exe", 120) == "abctxt.exe");     // right-to-left override
        CHECK(tidyName("\u2067علي\u2069", 120) == "علي");             // isolates
        CHECK(tidyName("\uFEFF王\u200B小明\u2060", 120) == "王小明"); // zero width
        CHECK(tidyName(std::string("王\0明", 7), 120) == "王明");
        CHECK(tidyName("\u200D \u200C", 120).empty()); // joiners that join nothing
    }

    TEST_CASE("a name is cut at whole characters, never inside one and never before a space") {
        CHECK(tidyName("欧阳𠮷明", 3) == "欧阳𠮷");
        CHECK(tidyName("ab cd", 3) == "ab");
        CHECK(tidyName("abc", 0).empty());
        std::string long_;
        for (int each = 0; each < 10'000; ++each) long_ += "𠮷";
        CHECK(base::countCodePoints(tidyName(long_, 120)) == 120);
        CHECK(base::isValidUtf8(tidyName(long_, 120)));
    }

    TEST_CASE("broken bytes become visible, they do not vanish") { CHECK(tidyName("王\xFF", 120) == "王\xEF\xBF\xBD"); }
}
