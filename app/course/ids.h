// The names of what is taught.
#pragma once

#include "base/id.h"

namespace course {

using ModuleId = base::Id<struct ModuleTag>; ///< "M2"
using LessonId = base::Id<struct LessonTag>; ///< "L2.1"
using StepId = base::Id<struct StepTag>;     ///< "guess-reasons", unique within its lesson
using ItemId = base::Id<struct ItemTag>;     ///< "M2-01", unique within the course
using OptionId =
    base::Id<struct OptionTag>;          ///< an option, a bar, a card, a bin, a prompt: unique within its item or step
using ExamId = base::Id<struct ExamTag>; ///< "M2", "final"
using TermId = base::Id<struct TermTag>; ///< "moment-of-truth", in the glossary
using InventoryId =
    base::Id<struct InventoryTag>; ///< "S0-11": the entry of the fact base that stands behind a sentence

/// Of an exam that asks whether somebody knows a module already ("entry-M2"). No other exam has such an id.
[[nodiscard]] inline ExamId entryTestOf(const ModuleId& module) { return ExamId("entry-" + module.text()); }
[[nodiscard]] inline bool isEntryTest(const ExamId& exam) { return exam.text().compare(0, 6, "entry-") == 0; }

} // namespace course
