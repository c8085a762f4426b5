// What a person knew before: entry tests and what they say, a module that is skipped for that reason, and the path that
// somebody has chosen. Folds of the journal like everything else; knows no words and no screen.
#pragma once

#include "course/course.h"
#include "learning/learner.h"

#include <cstddef>
#include <vector>

namespace learning {

/// Whether an entry test of this module was passed once: what was shown stays shown.
[[nodiscard]] bool proven(const Learner* person, const course::ModuleId& module);
/// Whether this person leaves the module out: it is proven, and they said so (the preference "skip.M2": "yes"). Its
/// lessons ask for nothing then; whoever opens them finds them as ever.
[[nodiscard]] bool skipped(const Learner* person, const course::ModuleId& module);

/// The objectives that an attempt did not show to be known: not asked, not answered, or not wholly right.
[[nodiscard]] std::vector<const course::Objective*> worthLearning(const Attempt& attempt,
                                                                  const course::ModuleOutline& module);

/// The modules in the order in which this person meets them.
struct Way {
    const course::Path* path = nullptr; ///< null: the whole course in its own order
    std::vector<const course::ModuleOutline*> modules;
    std::size_t onPath = 0; ///< so many of them at first; the others come behind
};
[[nodiscard]] Way wayOf(const Learner* person, const course::Course& course);

} // namespace learning
