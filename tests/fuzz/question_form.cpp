// Any bytes as a typed question: judged by signs that are in the lists, and judged the same again.

#include "learning/question_form.h"

#include "fuzz/must_hold.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using fuzz::mustHold;
using learning::QuestionForm;

namespace {

const std::vector<std::string> openSigns = {
    "怎么", "怎么样", "什么", "what", "how", "can you tell me", "i’d like to hear"};
const std::vector<std::string> closedSigns = {"吗",  "有没有",   "什么时候", "吧？", "did you",
                                              "can", "how many", "is",       "",     "\xFF"};

bool holds(const std::vector<std::string>& signs, const std::string& sign) {
    return std::find(signs.begin(), signs.end(), sign) != signs.end();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string sentence(reinterpret_cast<const char*>(data), size);
    const learning::FormVerdict verdict = learning::questionForm(sentence, openSigns, closedSigns);
    switch (verdict.form) {
    case QuestionForm::open: mustHold(holds(openSigns, verdict.sign), "an open question has an open sign"); break;
    case QuestionForm::closed: mustHold(holds(closedSigns, verdict.sign), "a closed question has a closed sign"); break;
    case QuestionForm::unsure: mustHold(verdict.sign.empty(), "nothing decides what is not decided"); break;
    }
    mustHold(learning::questionForm("  " + sentence, openSigns, closedSigns).form == verdict.form,
             "space before changes nothing");
    const learning::FormVerdict onlyOpen = learning::questionForm(sentence, openSigns, {});
    mustHold(onlyOpen.form != QuestionForm::closed, "without closed signs nothing is closed");
    return 0;
}
