#include "learning/question_form.h"

#include <doctest/doctest.h>

#include <string>

using learning::FormVerdict;
using learning::QuestionForm;
using learning::questionForm;

namespace {

const std::vector<std::string> openChinese = {"怎么", "怎么样", "什么", "为什么", "哪些", "说说", "如何"};
const std::vector<std::string> closedChinese = {"吗",   "有没有",   "是不是", "能不能", "几点",
                                                "多少", "什么时候", "吧？",   "还是",   "哪天"};
const std::vector<std::string> openEnglish = {
    "what", "how", "why", "which", "tell me", "describe", "can you tell me", "i’d like to hear"};
const std::vector<std::string> closedEnglish = {"is",       "are",          "do",      "do you", "did",
                                                "did you",  "can",          "can you", "when",   "how many",
                                                "how long", "tell me when", "right",   "any"};

FormVerdict chinese(const std::string& sentence) { return questionForm(sentence, openChinese, closedChinese); }
FormVerdict english(const std::string& sentence) { return questionForm(sentence, openEnglish, closedEnglish); }

} // namespace

namespace doctest {
template <>
struct StringMaker<QuestionForm> {
    static String convert(QuestionForm form) {
        return form == QuestionForm::open ? "open" : form == QuestionForm::closed ? "closed" : "unsure";
    }
};
} // namespace doctest

TEST_SUITE("open or closed, in Chinese") {
    TEST_CASE("open questions") {
        for (const char* sentence : {"会开得怎么样？", "您还有哪些问题？", "您为什么这样想？", "请说说您的看法。",
                                     "哪些地方您觉得好，哪些还可以改？", "您觉得什么最重要呢", "您是怎么知道我们的？",
                                     "你知道吗，会议开得怎么样？", "会议几点开始，为什么改期？"}) {
            CAPTURE(sentence);
            CHECK(chinese(sentence).form == QuestionForm::open);
        }
    }
    TEST_CASE("closed questions, also when a question word stands in them") {
        for (const char* sentence :
             {"您满意吗？", "会开完了吗", "有没有别的问题？", "有没有什么问题？", "有什么问题吗？", "“有什么问题吗？”",
              "您几点到？", "一共多少钱？", "您什么时候方便？", "您是不是想问怎么退货？", "您觉得怎么样，满意吗？",
              "是刷卡还是付现金？", "能不能告诉我为什么？", "没什么问题吧？"}) {
            CAPTURE(sentence);
            CHECK(chinese(sentence).form == QuestionForm::closed);
        }
    }
    TEST_CASE("the longer sign counts where two begin at one place") {
        CHECK(chinese("会开得怎么样？").sign == "怎么样");
        CHECK(chinese("您什么时候来？").sign == "什么时候");
        CHECK(chinese("有没有什么问题？").sign == "有没有");
    }
    TEST_CASE("without a sign nothing is decided") {
        for (const char* sentence : {"", "。", "您好。", "好的", "　", "您满意"}) {
            CAPTURE(sentence);
            CHECK(chinese(sentence).form == QuestionForm::unsure);
            CHECK(chinese(sentence).sign.empty());
        }
    }
}

TEST_SUITE("open or closed, in English") {
    TEST_CASE("open questions") {
        for (const char* sentence :
             {"What other questions do you have?", "Tell me what happened.", "How did you like it?", "HOW did it end",
              "what’s on your mind?", "And what happened then?", "Your parcel is late. What happened?",
              "Your parcel is late – what happened?", "Can you tell me what happened?", "I'd like to hear your side.",
              "If you could change one thing what would it be?", "\"What do you think?\""}) {
            CAPTURE(sentence);
            CHECK(english(sentence).form == QuestionForm::open);
        }
    }
    TEST_CASE("closed questions") {
        for (const char* sentence :
             {"Do you have any questions?", "Did you see what happened?", "Is the meeting over?", "Any more questions?",
              "So, did you like what you saw?", "How many people came?", "how   long did it take?",
              "Tell me when it arrives.", "You are satisfied, right?", "Can you help?", "When did it arrive?"}) {
            CAPTURE(sentence);
            CHECK(english(sentence).form == QuestionForm::closed);
        }
    }
    TEST_CASE("words are found whole: a show is no how, an island no is") {
        CHECK(english("A show on an island.").form == QuestionForm::unsure);
        CHECK(english("Somehow.").form == QuestionForm::unsure);
        CHECK(english("Héwhat").form == QuestionForm::unsure);
        CHECK(english("Can’t you?").sign == "can");
    }
    TEST_CASE("the sign is given as it stands in the list") {
        CHECK(english("DO  YOU agree?").sign == "do you");
        CHECK(english("I’d like to hear more").sign == "i’d like to hear");
        CHECK(english("I'd like to hear more").sign == "i’d like to hear");
    }
}

TEST_SUITE("open or closed, whatever is typed") {
    TEST_CASE("broken bytes, long texts and empty signs do no harm") {
        CHECK(questionForm("\xFF\xFE what", {"what", "", " "}, {""}).form == QuestionForm::open);
        CHECK(questionForm("what", {}, {}).form == QuestionForm::unsure);
        std::string long_;
        for (int each = 0; each < 20'000; ++each) long_ += "is it ";
        CHECK(english(long_).form == QuestionForm::closed);
        CHECK(english("\"\"\"\"\"\"" + long_ + "what").form == QuestionForm::closed);
    }
}
