// The mechanical part of the copy-edit: what is a fault, what is advice, and what is good as it is.
#include "tools/coursec/compile.h"
#include "tools/sample_content.h"

#include <doctest/doctest.h>

#include <string>

namespace {

struct Said {
    std::string faults, advice;
};

/// What is said of this paragraph, without its place.
Said of(const std::string& language, const std::string& paragraph) {
    coursec::Sources sources = sample::content();
    std::string& file = sources["M2/L2.1." + language + ".json"];
    const std::string old = language == "en" ? "Read." : "读。";
    file.replace(file.find(old), old.size(), paragraph);
    coursec::Faults faults;
    const coursec::Compiled compiled = coursec::compile(sources, faults);
    Said said;
    for (const base::Error& fault : faults) {
        CHECK(fault.where == "M2/L2.1." + language + ".json#/steps/hello/paragraphs/0");
        said.faults += fault.what;
    }
    for (const base::Error& fault : compiled.advice) said.advice += fault.what;
    return said;
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int each = 0; each < times; ++each) all += text;
    return all;
}

} // namespace

TEST_SUITE("copy-editing") {
    TEST_CASE("good Chinese is let be") {
        for (const char* text :
             {"他说：“我等了16～20天，‘马上’是多久？”……好吧！", "打95-555-1234，2022-10-04，3:1，3.5倍，L2.1节。",
              "选A还是B？Why me?", "**要紧**的是态度。", "心情{before} → {after}（{change}）", "完成 · 三课"}) {
            CAPTURE(text);
            CHECK(of("zh-CN", text).faults == "");
        }
    }
    TEST_CASE("Chinese that an editor would mend") {
        CHECK(of("zh-CN", "好,谢谢。").faults ==
              "Half-width punctuation stands beside Chinese in \"好,谢谢。\". Write ，.");
        CHECK(of("zh-CN", "服务 Service").faults ==
              "A space stands beside Chinese in \"服务 Service\". Take it out: the portal sets off Latin letters and "
              "figures by itself.");
        CHECK(of("zh-CN", "说「好」。").faults ==
              "Corner brackets stand for quotation marks in \"说「好」。\". Write “ and ”, and inside them ‘ and ’.");
        CHECK(of("zh-CN", R"(说\"好\"。)").faults ==
              "A straight quotation mark stands in \"说\"好\"。\". Write “ and ”.");
        CHECK(of("zh-CN", "16-20人").faults == "A range stands with the wrong mark in \"16-20人\". Write 16～20.");
        CHECK(of("zh-CN", "等...").faults == "Three full stops stand for an ellipsis in \"等...\". Write ……");
    }
    TEST_CASE("good English is let be") {
        for (const char* text :
             {"“He said ‘now’, didn’t he?” 16–20 days – or more … Call 555-12-34 by 2022-10-04; 1 : 24.",
              "A well-known word: 理解，in Chinese.", "It costs £3.50 (or so)."}) {
            CAPTURE(text);
            CHECK(of("en", text).faults == "");
        }
    }
    TEST_CASE("English that an editor would mend") {
        CHECK(of("en", "It's late.").faults ==
              "A straight apostrophe stands in \"It's late.\". Write ’, or ‘ and ’ inside “ and ”.");
        CHECK(of("en", "Say ‘no’ now.").faults ==
              "Single quotation marks stand outside double ones in \"Say ‘no’ now.\". Write “ and ”.");
        CHECK(of("en", "Two  spaces.").faults == "Two spaces stand together in \"Two  spaces.\". Keep one.");
        CHECK(of("en", "Well ,no.").faults == "A space stands before punctuation in \"Well ,no.\". Take it out.");
        CHECK(of("en", "Well，no.").faults ==
              "Full-width punctuation stands in English in \"Well，no.\". Write the Latin mark.");
        CHECK(of("en", "16-20 days").faults ==
              "A range stands with the wrong mark in \"16-20 days\". Write 16–20, with an en dash.");
        CHECK(of("en", "Wait - no").faults == "A hyphen stands for a dash in \"Wait - no\". Write – or a colon.");
        CHECK(of("en", "Wait...").faults == "Three full stops stand for an ellipsis in \"Wait...\". Write …");
        CHECK(of("en", "“Where? he asked.").faults ==
              "Quotation marks do not match: of “ there are 1 here, of ” 0. Close or open the quotation.");
    }
    TEST_CASE("a quotation may go on over paragraphs, each of which may begin with a quotation mark") {
        CHECK(of("en", R"(“Dear all,", "“I waited.", "Yours”)").faults == "");
        CHECK(of("zh-CN", R"(“各位好：", "“我等了。”)").faults == "");
        CHECK(of("en", R"(“Dear all,", "I waited.)").faults ==
              "Quotation marks do not match: of “ there are 1 here, of ” 0. Close or open the quotation.");
    }
    TEST_CASE("a long sentence is advised against, two short ones are not") {
        CHECK(of("zh-CN", repeated("长", 60) + "。").advice == "");
        CHECK(of("zh-CN", repeated("长", 30) + "。" + repeated("长", 40) + "。").advice == "");
        CHECK(of("zh-CN", repeated("长", 61) + "。").advice ==
              "A sentence has 61 characters, more than 60. Two are easier to read.");
        CHECK(of("zh-CN", repeated("长", 61) + "。").faults == "");
        CHECK(of("en", "A" + repeated(" very", 29) + ".").advice == "");
        CHECK(of("en", "A" + repeated(" very", 30) + ".").advice ==
              "A sentence has 31 words, more than 30. Two are easier to read.");
    }
    TEST_CASE("words that the house does not want, whole words only, and where they are allowed not at all") {
        CHECK(of("en", "A Terrorist.").faults ==
              "The house rules do not want \"terrorist\" on screen. Write “retaliator”.");
        CHECK(of("en", "Have pity.").advice == "The house rules do not want \"pity\" on screen. Write “empathy”.");
        CHECK(of("en", "Have pity.").faults == "");
        CHECK(of("en", "What a pity! A pity.").advice == "");
        CHECK(of("en", "A pity, this pity.").advice != "");
        CHECK(of("en", "Hospitality.").advice == "");
        coursec::Sources sources = sample::content();
        std::string& file = sources["M2/items.en.json"];
        file.replace(file.find("Which?"), 6, "Pity?");
        coursec::Faults faults;
        CHECK(coursec::compile(sources, faults).advice.empty());
        CHECK(faults.empty());
    }
}
