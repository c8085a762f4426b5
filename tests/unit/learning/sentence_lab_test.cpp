#include "base/utf8.h"
#include "learning/real_lab.h"

#include <doctest/doctest.h>

#include <chrono>
#include <set>
#include <string>
#include <string_view>

using learning::Finding;
using learning::Reading;
using learning::SentenceKind;

namespace {

/// A sentence that the rule finds, and one much like it that it lets pass.
struct Case {
    const char* rule;
    const char* language;
    const char* met;
    const char* passed;
};

const Case cases[] = {
    {"presuming.in-my-place", "zh-CN", "换成您也不会退吧？", "换成大一码，您看好吗？"},
    {"presuming.in-my-place", "en", "If it were you, you would not refund it, would you?",
     "In your place I would be upset too."},
    {"fault-exposing.you-said", "zh-CN", "您不是说周二来的吗？", "您说的是周二，我记下来了。"},
    {"fault-exposing.you-said", "en", "Didn't you say Tuesday?", "You said Tuesday, and I wrote it down."},
    {"provocative.why-wont-you", "zh-CN", "您为什么就是不同意？", "您不同意的地方主要是什么？"},
    {"provocative.why-wont-you", "en", "Why won't you agree?", "Why do you like this one?"},
    {"provocative.what-more", "zh-CN", "您还想怎么样？", "您还想看看哪些款式？"},
    {"provocative.what-more", "en", "What more do you want?", "What else would you like to see?"},
    {"provocative.dare", "zh-CN", "您到底买不买？", "您要不要先坐一会儿？"},
    {"provocative.dare", "en", "Do you want it or not?", "Do you want tea or coffee?"},
    {"condescending.what-did-you-do", "zh-CN", "那您当时做了什么呢？", "停电之前机器是什么样的？"},
    {"condescending.what-did-you-do", "en", "So what did you do then?", "So what happened then?"},
    {"condescending.when-at-last", "zh-CN", "您打算什么时候才开始？", "您打算什么时候来取？"},
    {"condescending.when-at-last", "en", "When do you intend to do it?", "When do you plan to move in?"},
    {"condescending.do-you-even-know", "zh-CN", "这么简单的表都不会填吗？", "这张表要不要我帮您填？"},
    {"condescending.do-you-even-know", "en", "Can you even read?", "Can you read the small print, or shall I?"},
    {"fault-exposing.why-so", "zh-CN", "您怎么现在才来？", "您是怎么来的？"},
    {"fault-exposing.why-so", "en", "Why are you only here now?", "Why are there two letters?"},
    {"fault-exposing.did-you-not", "zh-CN", "您没看门口的通知吗？", "您看到门口的通知了吗？"},
    {"fault-exposing.did-you-not", "en", "Didn't you read the notice?", "Did you see our text?"},
    {"presuming.motive", "zh-CN", "您无非是想多要点赔偿吧？", "您是想退货，还是想换一件？"},
    {"presuming.motive", "en", "You just want more money, don't you?", "You want the blue one, is that right?"},
    {"presuming.answer-for-you", "zh-CN", "您也不想白跑一趟吧？", "您是第一次来吧？"},
    {"presuming.answer-for-you", "en", "You wouldn't wait another week either, would you?", "Would you wait a moment?"},
    {"aggressive.opinion", "zh-CN", "您不觉得这样不公平吗？", "您觉得水温合适吗？"},
    {"aggressive.opinion", "en", "Don't you think that is unfair?", "What do you think?"},
    {"aggressive.should", "zh-CN", "您是不是应该先敲门？", "我是不是该先签字？"},
    {"aggressive.should", "en", "Shouldn't you knock first?", "Should I knock first?"},
    {"aggressive.tag", "zh-CN", "合同上都写了，不是吗？", "合同上写了吗？"},
    {"aggressive.tag", "en", "It's all there in the contract, isn't it?", "It was room five you booked, wasn't it?"},
    {"aggressive.pressure", "zh-CN", "您就不能小声一点吗？", "您能听清楚吗？"},
    {"aggressive.pressure", "en", "Can't you wait like everyone else?", "Can you wait for a minute?"},
    {"forbidden.you-are-wrong", "zh-CN", "您弄错了。", "是我们弄错了，对不起。"},
    {"forbidden.you-are-wrong", "en", "You are wrong.", "We got it wrong, I am sorry."},
    {"forbidden.order", "zh-CN", "您必须排队。", "您应该已经收到短信了。"},
    {"forbidden.order", "en", "You must queue.", "You must be worried."},
    {"forbidden.refusal", "zh-CN", "我们从不打折。", "我们从不把您的资料给别人。"},
    {"forbidden.refusal", "en", "We never give discounts.", "We never share your details."},
    {"forbidden.rule-or-custom", "zh-CN", "这是公司规定。", "按规定，您可以七天内无理由退货。"},
    {"forbidden.rule-or-custom", "en", "It's company policy.", "Under our policy you can return it within a week."},
    {"forbidden.disown", "zh-CN", "这不归我管。", "我不知道，我马上去问。"},
    {"forbidden.disown", "en", "I don't know.", "I don't know, but I'll find out."},
    {"blame.customer-outright", "zh-CN", "是您自己弄坏的。", "不是您的错。"},
    {"blame.customer-outright", "en", "It's your own fault.", "It isn't your fault."},
    {"blame.customer", "zh-CN", "您没看清楚短信。", "短信写得不清楚，对不起。"},
    {"blame.customer", "en", "You didn't read the text carefully.", "The text was not clear, sorry."},
    {"blame.colleague", "zh-CN", "是仓库发错了货。", "仓库正在核对。"},
    {"blame.colleague", "en", "The warehouse sent the wrong one.", "The warehouse is checking."},
    {"blame.hunt", "zh-CN", "您确定没把地址填错吗？", "地址是这里吗？"},
    {"blame.hunt", "en", "Are you sure you didn't type the wrong address?", "Is this the address?"},
    {"form.open", "zh-CN", "请说说经过。", "您好。"},
    {"form.open", "en", "Tell me what happened.", "Good morning."},
    {"form.closed", "zh-CN", "您几点到？", "三点到。"},
    {"form.closed", "en", "What time will you arrive?", "At three."},
};

const Finding* by(const Reading& reading, std::string_view rule) {
    for (const Finding& finding : reading.findings)
        if (finding.rule != nullptr && finding.rule->id == rule) return &finding;
    return nullptr;
}

} // namespace

TEST_SUITE("the question lab") {
    TEST_CASE("its word lists can be read, and hold every rule") {
        for (const char* language : {"zh-CN", "en"}) {
            for (const std::string& fault : sample::lab(language).faults()) FAIL_CHECK(language, ": ", fault);
            for (const std::string_view rule : learning::SentenceLab::ruleIds())
                CHECK(sample::lab(language).lexicon().rule(rule) != nullptr);
        }
    }
    TEST_CASE("each rule finds what it is for, surely and by words, and lets its neighbour pass") {
        std::set<std::string> tried;
        for (const Case& each : cases) {
            CAPTURE(each.rule);
            CAPTURE(each.met);
            CAPTURE(each.passed);
            tried.insert(each.rule);
            const Reading reading = sample::lab(each.language).read(each.met);
            const Finding* finding = by(reading, each.rule);
            REQUIRE(finding != nullptr);
            CHECK(finding->sure);
            CHECK_FALSE(finding->places.empty());
            CHECK(by(sample::lab(each.language).read(each.passed), each.rule) == nullptr);
        }
        for (const std::string_view rule : learning::SentenceLab::ruleIds())
            if (rule != "form.unsure") CHECK_MESSAGE(tried.count(std::string(rule)) == 1, rule);
    }
    TEST_CASE("neighbours of the forbidden and the hostile are found clean altogether") {
        for (const Case& each : cases) {
            if (std::string_view(each.rule).substr(0, 5) == "form.") continue;
            for (const Finding& finding : sample::lab(each.language).read(each.passed).findings)
                CHECK_MESSAGE((finding.kind == SentenceKind::open || finding.kind == SentenceKind::closed), each.passed,
                              " ", finding.rule->id);
        }
    }
    TEST_CASE("what is not sure is said to be not sure") {
        const Reading reading = sample::lab("en").read("You lost the key on Monday.");
        REQUIRE(reading.finding(SentenceKind::blame) != nullptr);
        CHECK_FALSE(reading.finding(SentenceKind::blame)->sure);
    }
    TEST_CASE("a text of several sentences has the findings of all, each kind once, and the last question's form") {
        const Reading reading = sample::lab("en").read(
            "That's not my department. You are wrong! Why are you only here now? Are you done yet?");
        CHECK(reading.form == learning::QuestionForm::closed);
        std::multiset<SentenceKind> kinds;
        for (const Finding& finding : reading.findings) kinds.insert(finding.kind);
        CHECK(kinds == std::multiset<SentenceKind>{SentenceKind::closed, SentenceKind::faultExposing,
                                                   SentenceKind::provocative, SentenceKind::forbidden,
                                                   SentenceKind::blame});
    }
    TEST_CASE("places lie in the text, in order, on whole characters") {
        for (const Case& each : cases) {
            const std::string text = each.met;
            for (const Finding& finding : sample::lab(each.language).read(text).findings) {
                std::size_t last = 0;
                for (const learning::TextRange& place : finding.places) {
                    CHECK(place.begin >= last);
                    CHECK(place.end > place.begin);
                    CHECK(place.end <= text.size());
                    CHECK(base::isValidUtf8(text.substr(place.begin, place.end - place.begin)));
                    last = place.end;
                }
            }
        }
    }
    TEST_CASE("nothing is found in nothing") {
        for (const char* text : {"", " ", "。。。", "👍", "\xFF\xFE", "?", "！？"}) {
            const Reading reading = sample::lab("zh-CN").read(text);
            CHECK(reading.empty);
            CHECK(reading.findings.empty());
        }
    }
    TEST_CASE("ten thousand characters are read at once, whatever they are") {
        for (const char* piece :
             {"您不觉得", "您，", "don't you ", "you you, ", "if it were you ", "是不是", "a", "。", "为什么您"}) {
            std::string text;
            for (std::size_t characters = 0; characters < 10'000; characters += base::countCodePoints(piece))
                text += piece;
            const auto begin = std::chrono::steady_clock::now();
            (void)sample::lab("zh-CN").read(text);
            (void)sample::lab("en").read(text);
            const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
            CHECK_MESSAGE(taken.count() < 5, std::string(piece), ": ", taken.count(), " s"); // under sanitizers, on a busy machine
        }
    }
}
