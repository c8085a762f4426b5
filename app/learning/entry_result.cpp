// What the answers of an entry test say of each objective; with the exams in the program's rest.
#include "learning/entry.h"

#include <algorithm>

namespace learning {

std::vector<const course::Objective*> worthLearning(const Attempt& attempt, const course::ModuleOutline& module) {
    std::vector<const course::Objective*> worth;
    for (const course::Objective& objective : module.objectives) {
        const bool known = std::any_of(attempt.answers.begin(), attempt.answers.end(), [&objective](const auto& each) {
            return each.second.objective == objective.id && each.second.score >= base::Percent(100);
        });
        if (!known) worth.push_back(&objective);
    }
    return worth;
}

} // namespace learning
