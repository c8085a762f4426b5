#include "learning/real_lab.h"

#include <doctest/doctest.h>

#include <string>

using learning::QuestionForm;

namespace {

QuestionForm chinese(const std::string& sentence) { return sample::lab("zh-CN").read(sentence).form; }
QuestionForm english(const std::string& sentence) { return sample::lab("en").read(sentence).form; }

/// The words that decided.
std::string sign(const char* language, const std::string& sentence) {
    const learning::Reading reading = sample::lab(language).read(sentence);
    REQUIRE_FALSE(reading.findings.empty());
    const auto& places = reading.findings.front().places;
    return places.empty() ? "" : sentence.substr(places[0].begin, places[0].end - places[0].begin);
}

} // namespace

namespace doctest {
template <>
struct StringMaker<QuestionForm> {
    static String convert(QuestionForm form) {
        return form == QuestionForm::open     ? "open"
               : form == QuestionForm::closed ? "closed"
               : form == QuestionForm::unsure ? "unsure"
                                              : "statement";
    }
};
} // namespace doctest

TEST_SUITE("open or closed, in Chinese") {
    TEST_CASE("open questions") {
        for (const char* sentence : {"会开得怎么样？", "您还有哪些问题？", "您为什么这样想？", "请说说您的看法。",
                                     "哪些地方您觉得好，哪些还可以改？", "您觉得什么最重要呢", "您是怎么知道我们的？",
                                     "你知道吗，会议开得怎么样？", "会议几点开始，为什么改期？"}) {
            CAPTURE(sentence);
            CHECK(chinese(sentence) == QuestionForm::open);
        }
    }
    TEST_CASE("closed questions, also when a question word stands in them") {
        for (const char* sentence :
             {"您满意吗？", "会开完了吗", "有没有别的问题？", "有没有什么问题？", "有什么问题吗？", "“有什么问题吗？”",
              "您几点到？", "一共多少钱？", "您什么时候方便？", "您是不是想问怎么退货？", "您觉得怎么样，满意吗？",
              "是刷卡还是付现金？", "能不能告诉我为什么？", "没什么问题吧？", "您到了？", "您能说说经过吗？"}) {
            CAPTURE(sentence);
            CHECK(chinese(sentence) == QuestionForm::closed);
        }
    }
    TEST_CASE("any character on both sides of 不 or 没 closes a question, but 时不时 asks nothing") {
        CHECK(chinese("您修不修") == QuestionForm::closed);
        CHECK(chinese("门关没关") == QuestionForm::closed);
        CHECK(chinese("他时不时来看看。") == QuestionForm::statement);
    }
    TEST_CASE("the longer sign counts where two begin at one place") {
        CHECK(sign("zh-CN", "会开得怎么样？") == "怎么样");
        CHECK(sign("zh-CN", "您什么时候来？") == "什么时候");
        CHECK(sign("zh-CN", "有没有什么问题？") == "有没有什么");
    }
    TEST_CASE("what is stated asks nothing, whatever question words stand in it") {
        for (const char* sentence : {"", "。", "您好。", "好的", "　", "您满意", "我去问问什么时候到货。",
                                     "您什么时候来都可以。", "有什么需要，随时叫我", "我知道您为什么生气"}) {
            CAPTURE(sentence);
            CHECK(chinese(sentence) == QuestionForm::statement);
        }
    }
    TEST_CASE("a question word in what is not marked as a question leaves it unsure") {
        CHECK(chinese("您怎么来的。") == QuestionForm::unsure);
    }
}

TEST_SUITE("open or closed, in English") {
    TEST_CASE("open questions") {
        for (const char* sentence :
             {"What other questions do you have?", "Tell me what happened.", "How did you like it?", "HOW did it end",
              "what’s on your mind?", "And what happened then?", "Your parcel is late. What happened?",
              "Your parcel is late – what happened?", "Can you tell me what happened?", "I'd like to hear your side.",
              "If you could change one thing, what would it be?", "\"What do you think?\""}) {
            CAPTURE(sentence);
            CHECK(english(sentence) == QuestionForm::open);
        }
    }
    TEST_CASE("closed questions") {
        for (const char* sentence :
             {"Do you have any questions?", "Did you see what happened?", "Is the meeting over?", "Any more questions?",
              "So, did you like what you saw?", "How many people came?", "how   long did it take?",
              "Tell me when it arrives.", "You are satisfied, right?", "Can you help?", "When did it arrive?",
              "What's your order number?", "Which branch is it?", "How would you like to be addressed, Ms or Mrs?",
              "You are on the third floor?"}) {
            CAPTURE(sentence);
            CHECK(english(sentence) == QuestionForm::closed);
        }
    }
    TEST_CASE("what is stated asks nothing") {
        for (const char* sentence : {"A show on an island.", "Somehow.", "What I can do is call you.",
                                     "I'll check when it arrives.", "When I know more, I will ring.", "Do sit down."}) {
            CAPTURE(sentence);
            CHECK(english(sentence) == QuestionForm::statement);
        }
    }
    TEST_CASE("the sign is given as it was typed") {
        CHECK(sign("en", "DO  YOU agree?") == "DO  YOU");
        CHECK(sign("en", "Well, I’d like to hear more.") == "I’d like to hear");
        CHECK(sign("en", "You are here?").empty());
    }
}
