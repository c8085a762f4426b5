#include "learning/phrase.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using learning::PhraseBook;
using learning::PhraseMatch;

namespace {

const PhraseBook::Classes classes = {
    {"you", {"you", "you lot"}}, {"您", {"您", "您们", "你"}}, {"end", {"吧", "对吧"}}};

/// What the phrase matches in the text, pieces joined by "|"; "-" when nothing.
std::string found(const std::string& phrase, const std::string& text) {
    PhraseBook book(classes, {"so", "and then"}, {"呢", "please"});
    std::string fault;
    (void)book.add(phrase, fault);
    REQUIRE(fault.empty());
    learning::ReadText read = book.read(text);
    std::string shown;
    for (const learning::Sentence& sentence : read.is.sentences)
        for (std::size_t at = sentence.begin; at < sentence.end && shown.empty(); ++at)
            book.eachAt(
                read, sentence, at, [](std::size_t) { return true; },
                [&](const PhraseMatch& match) {
                    for (const learning::TextRange& place : match.places)
                        shown += (shown.empty() ? "" : "|") + text.substr(place.begin, place.end - place.begin);
                });
    return shown.empty() ? "-" : shown;
}

std::string faultOf(const std::string& phrase) {
    PhraseBook book(classes, {}, {});
    std::string fault;
    (void)book.add(phrase, fault);
    return fault;
}

} // namespace

TEST_SUITE("phrases") {
    TEST_CASE("words stand one after the other, whole, in small or capital letters") {
        CHECK(found("don't you", "DON’T   you think") == "DON’T   you");
        CHECK(found("how", "A show somehow") == "-");
        CHECK(found("不觉得", "您不觉得吗") == "不觉得");
        CHECK(found("you think", "you, think") == "-"); // not over a comma
    }
    TEST_CASE("a class is any of its words, and the rest decides which") {
        CHECK(found("{you} know", "you lot know") == "you lot know");
        CHECK(found("{you} lot", "you lot") == "you lot");
        CHECK(found("{您}说", "你说") == "你说");
    }
    TEST_CASE("~ skips words of the clause, … of the sentence, neither of the next") {
        CHECK(found("why~late", "why are you late") == "why|late");
        CHECK(found("why~late", "why, you are late") == "-");
        CHECK(found("if…would", "If you were me, would you?") == "If|would");
        CHECK(found("if…would", "If you were me. Would you?") == "-");
        CHECK(found("您~吗", "您吗") == "您吗");
    }
    TEST_CASE("a gap has an end") {
        std::string far = "why";
        for (std::size_t word = 0; word < learning::longestGap; ++word) far += " so";
        CHECK(found("why~late", far + " late") == "why|late");
        CHECK(found("why~late", far + " so late") == "-");
    }
    TEST_CASE("^ and $ hold to a clause's ends, leads and tails aside") {
        CHECK(found("^why", "So why?") == "why");
        CHECK(found("^why", "Well I know why") == "-");
        CHECK(found("^why", "You are late, and then why") == "why");
        CHECK(found("{end}$", "您也会吧？") == "吧");
        CHECK(found("{end}$", "您也会吧呢？") == "吧");
        CHECK(found("right$", "right away") == "-");
        CHECK(found("right$", "Monday, right, please?") == "right");
    }
    TEST_CASE("what cannot be read is said, and never met") {
        CHECK(faultOf("{them} say") == "There is no class \"them\". Add it to \"classes\", or correct the name.");
        CHECK(faultOf("{you") == "There is no class \"you\". Add it to \"classes\", or correct the name.");
        for (const char* phrase : {"", "…", "~late", "^", "$", "^~x", "？"})
            CHECK(faultOf(phrase) == "A phrase must begin with words, which may have ^ before them.");
    }
}
