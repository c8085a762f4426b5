// Any bytes as a content pack: refused in words, or a course that can be drawn from and answered.

#include "course/pack.h"

#include "fuzz/must_hold.h"
#include "learning/exam.h"
#include "learning/grading.h"
#include "learning/shuffled.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

using fuzz::mustHold;

namespace {

void sayWhy(const base::Error& error) { mustHold(!error.what.empty(), "a refusal gives its reason"); }

void answerEverything(const course::Module& module) {
    for (const course::Item& item : module.items) {
        const std::vector<course::OptionId> shown = learning::shuffledOptions(item, 1);
        std::set<std::string> once;
        for (const course::OptionId& option : shown) once.insert(option.text());
        mustHold(once.size() == shown.size(), "an option is shown once");
        for (const learning::Answer& answer :
             {learning::Answer(learning::Chosen{shown}), learning::Answer(learning::Ordered{shown}),
              learning::Answer(learning::Estimated{1e9}), learning::Answer(learning::Seen{})}) {
            const learning::Verdict verdict = learning::grade(item, answer);
            mustHold(verdict.score.outOfHundred() >= 0 && verdict.score.outOfHundred() <= 100,
                     "a score is between 0 and 100");
            mustHold(!verdict.right || verdict.score == base::Percent(100), "what is right scores 100");
        }
    }
    course::ExamBlueprint whole{course::ExamId("x"), "", "", {{module.id, static_cast<int>(module.items.size())}}};
    const auto paper = learning::drawExam(whole, {&module}, {}, 7);
    mustHold(paper.ok() && paper.value().items.size() == module.items.size(), "a whole bank can be drawn");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto tree = base::parseCbor(bytes, "fuzz");
    if (tree) {
        const std::string written = base::toCbor(tree.value());
        const auto again = base::parseCbor(written, "fuzz");
        mustHold(again.ok() && base::toCbor(again.value()) == written, "what was read can be written and read again");
    } else {
        sayWhy(tree.error());
    }
    const auto course = course::readCoursePack(bytes);
    if (!course) sayWhy(course.error());
    if (course) mustHold(course.value().exam(course.value().completionExam) != nullptr, "the completion exam is there");
    const auto module = course::readModulePack(bytes);
    if (!module) sayWhy(module.error());
    if (module) answerEverything(module.value());
    return 0;
}
