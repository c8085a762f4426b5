// Any bytes as a typed sentence: read by rules that are there, at places that are in it, and read the same again.

#include "learning/sentence_lab.h"

#include "base/utf8.h"
#include "fuzz/must_hold.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using fuzz::mustHold;

namespace {

/// A small lexicon with every kind of phrase in it.
course::Lexicon lexicon(course::QuestionOrder order) {
    course::Lexicon small;
    small.classes = {{"you", {"you", "you lot", "您", "你"}}, {"tag", {"isn't it", "吧", "对吧"}}};
    small.form.order = order;
    small.form.leads = {"so", "and then", "那"};
    small.form.tails = {"please", "呢"};
    small.form.open = {"怎么", "什么", "^what", "^how", "^why"};
    small.form.closed = {"吗", "什么时候", "^did {you}", "^how many", "{tag}$", "or"};
    small.form.invites = {"^tell me", "请{you}~说"};
    small.form.always = {"吗", "^did {you}"};
    small.form.statement = {"i~ask", "我~问"};
    small.form.notRepeats = {"时不时"};
    for (const std::string_view id : learning::SentenceLab::ruleIds()) {
        course::LexiconRule rule;
        rule.id = std::string(id);
        if (id.substr(0, 5) != "form.") {
            rule.signs = {"don't {you}~think", "{you}…{tag}$", "^why~late", "{you}~{you}~{you}", "不归~管"};
            rule.weakSigns = {"late", "{you}"};
            rule.unless = {"sorry…", "抱歉"};
            rule.unlessAnywhere = {"i'll ask"};
        }
        small.rules.push_back(rule);
    }
    return small;
}

void check(const learning::SentenceLab& lab, const std::string& text) {
    const learning::Reading reading = lab.read(text);
    for (const learning::Finding& finding : reading.findings) {
        mustHold(finding.rule != nullptr, "a finding names its rule");
        std::size_t last = 0;
        for (const learning::TextRange& place : finding.places) {
            mustHold(last <= place.begin && place.begin < place.end && place.end <= text.size(),
                     "places lie in the text, in order");
            mustHold(base::isValidUtf8(std::string_view(text).substr(place.begin, place.end - place.begin)) ||
                         !base::isValidUtf8(text),
                     "places hold whole characters");
            last = place.end;
        }
    }
    mustHold(!reading.empty || reading.findings.empty(), "nothing is found in nothing");
    const learning::Reading again = lab.read("  " + text);
    mustHold(again.form == reading.form && again.findings.size() == reading.findings.size(),
             "space before changes nothing");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const learning::SentenceLab chinese(lexicon(course::QuestionOrder::lastClause));
    static const learning::SentenceLab english(lexicon(course::QuestionOrder::clauseStart));
    const std::string text(reinterpret_cast<const char*>(data), size);
    check(chinese, text);
    check(english, text);
    return 0;
}
