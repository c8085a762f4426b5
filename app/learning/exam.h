// Drawing an exam so that it can be drawn again: the same seed and the same bank give the same paper, in any browser.
#pragma once

#include "base/result.h"
#include "course/course.h"
#include "learning/learner.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace learning {

struct DrawnItem {
    course::ItemId item;
    course::ModuleId module;
    std::vector<course::OptionId>
        order; ///< options as shown; for an Ordering never the right order; empty for an Estimate
};

struct ExamPaper {
    course::ExamId exam;
    std::vector<DrawnItem> items;
};

/// Draws by blueprint: of each module every objective once before any a second time, then at random; every kind of
/// question that the banks hold comes up where that loses no objective; the order of modules is mixed. Fault::missing
/// when a bank is too small or a module was not given. `avoid` are items that earlier attempts showed: they come up
/// only where nothing else is left (of an objective, before it of all).
[[nodiscard]] base::Result<ExamPaper> drawExam(const course::ExamBlueprint& blueprint,
                                               const std::vector<const course::Module*>& modules,
                                               const std::vector<course::ItemId>& avoid, std::uint64_t seed);

/// How long this person has for an exam, in minutes; 0: no limit. Whoever needs more time says so once, on the page
/// about himself or herself (the preference "examTime": "150", "200" or "none").
[[nodiscard]] int minutesFor(const course::ExamBlueprint& exam, const Learner* person);
/// How often this person may still start the exam; nothing when there is no limit, or when it was lifted for this
/// person (the preference "examAttempts": "any").
[[nodiscard]] std::optional<int> attemptsLeft(const course::ExamBlueprint& exam, const Learner* person);

} // namespace learning
