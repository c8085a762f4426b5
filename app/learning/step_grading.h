// Marking the kinds of step that have no item: one function per kind, for learning/grading.cpp only.
#pragma once

#include "base/door.h"
#include "learning/grading.h"

namespace learning {

[[nodiscard]] Verdict mark(const course::Sort& sort, const Placed& answer);
[[nodiscard]] Verdict mark(const course::Match& match, const Placed& answer);
[[nodiscard]] Verdict mark(const course::Cloze& cloze, const Placed& answer);
[[nodiscard]] Verdict mark(const course::Cards& cards, const Placed& answer);
[[nodiscard]] Verdict mark(const course::Spot& spot, const Spotted& answer);
[[nodiscard]] BASE_DOOR Verdict mark(const course::Case& story, const Decided& answer);
[[nodiscard]] BASE_DOOR Verdict mark(const course::Dialogue& talk, const Said& answer);
[[nodiscard]] BASE_DOOR Verdict mark(const course::Gauge& gauge, const Said& answer);
[[nodiscard]] BASE_DOOR Verdict mark(const course::Simulator& simulator, const Simulated& answer);

} // namespace learning
