// Where lines may end, by the rules of Chinese and Latin typesetting.
#include "base/utf8.h"
#include "ui/line_breaking.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using ui::BreakChance;

/// The text with a stroke wherever a line may end, and two where it must.
std::string marked(std::string_view text, std::string_view language) {
    const auto chances = ui::breakChances(text, language);
    REQUIRE(chances.size() == text.size());
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += text[i];
        if (i + 1 < text.size() && chances[i] != BreakChance::none) out += chances[i] == BreakChance::must ? "‖" : "|";
    }
    return out;
}

} // namespace

TEST_CASE(
    "Chinese may be broken between any two characters, but not before or after punctuation that belongs to them") {
    CHECK(marked("您好，世界！", "zh-CN") == "您|好，|世|界！");
    CHECK(marked("请看（附件）。", "zh-CN") == "请|看|（附|件）。");
    CHECK(marked("《服务》很好", "zh-CN") == "《服|务》|很|好");
    CHECK(marked("他说“没问题”吗", "zh-CN") == "他|说|“没|问|题”|吗");
}

TEST_CASE("English is broken at spaces and after hyphens, never inside words or numbers") {
    CHECK(marked("Service is care.", "en") == "Service |is |care.");
    CHECK(marked("well-known", "en") == "well-|known");
    CHECK(marked("68.5% of $1,200", "en") == "68.5% |of |$1,200");
    CHECK(marked("don’t “quote” it", "en") == "don’t |“quote” |it");
}

TEST_CASE("a figure stays with its sign in Chinese text") {
    for (const char* text : {"约68%的人", "花了¥99元", "达到3.5℃时"}) {
        const std::string with = marked(text, "zh-CN");
        CHECK(with.find("|%") == std::string::npos);
        CHECK(with.find("¥|") == std::string::npos);
        CHECK(with.find("|℃") == std::string::npos);
        CHECK(with.find("3|.") == std::string::npos);
        CHECK(with.find(".|5") == std::string::npos);
    }
}

TEST_CASE("a new line is a must, and nothing at all is no trouble") {
    CHECK(marked("a\nb", "en") == "a\n‖b");
    CHECK(ui::breakChances("", "zh-CN").empty());
    CHECK(ui::breakChances("", "en").empty());
}

TEST_CASE("broken bytes and characters beyond the first plane never lead outside of the text") {
    for (const std::string& text : {std::string("\xF0\x9F"), std::string("\xFF\xFE 中"),
                                    std::string("欧阳𠮷👩‍👩‍👧"), std::string("中\0文", 7)}) {
        CHECK(ui::breakChances(text, "zh-CN").size() == text.size());
        CHECK(ui::breakChances(text, "en").size() == text.size());
    }
}

TEST_CASE("a quarter-em gap is due where Han meets Latin letters or figures, and nowhere else") {
    CHECK(ui::gapBetween(U'有', U'3'));
    CHECK(ui::gapBetween(U'3', U'个'));
    CHECK(ui::gapBetween(U'用', U'A'));
    CHECK(ui::gapBetween(U'é', U'的'));
    CHECK(ui::gapBetween(U'%', U'的'));
    CHECK(ui::gapBetween(U'𠮷', U'X'));
    CHECK_FALSE(ui::gapBetween(U'，', U'A'));
    CHECK_FALSE(ui::gapBetween(U'3', U'）'));
    CHECK_FALSE(ui::gapBetween(U'有', U'个'));
    CHECK_FALSE(ui::gapBetween(U'a', U'b'));
    CHECK_FALSE(ui::gapBetween(U'有', U' '));
}
