// Playing a case: what is left of the budget, what can still be chosen, and what it comes to.
#pragma once

#include "course/exercises.h"
#include "learning/answer.h"

namespace learning {

/// What is left of the budget after these decisions; nothing without a budget. Never below 0: what could not be
/// afforded is not counted as chosen.
[[nodiscard]] std::optional<int> budgetLeft(const course::Case& story, const Decided& decided);

/// Can this option be added to what was chosen: is there room in its decision, and money for it?
[[nodiscard]] bool canChoose(const course::Case& story, const Decided& decided, const course::Case::Decision& decision,
                             const course::Case::Option& option);

/// Is there nothing more to choose here: as many as asked for, or nothing else that can be afforded?
[[nodiscard]] bool isDecided(const course::Case& story, const Decided& decided, const course::Case::Decision& decision);

/// The sum of worth of what was chosen.
[[nodiscard]] int worthOf(const course::Case& story, const Decided& decided);

/// Null only for a case without outcomes.
[[nodiscard]] const course::Case::Outcome* outcomeOf(const course::Case& story, const Decided& decided);

} // namespace learning
