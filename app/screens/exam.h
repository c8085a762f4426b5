// The parts of an exam's screen: what stands before it, the paper, the result.
#pragma once

#include "portal/portal.h"
#include "ui/column.h"

#include <string>
#include <vector>

namespace screens {

/// One question at a time, or all of them at a glance; nothing is said of an answer.
void drawPaper(portal::Portal& portal, ui::Column& column, const course::ExamBlueprint& exam,
               const learning::Attempt& attempt, const learning::ExamPaper& paper);

/// Score, what the answers say of each objective, and every question that was not right, with the way to the step that
/// teaches it.
void drawResult(portal::Portal& portal, ui::Column& column, const course::ExamBlueprint& exam,
                const learning::Attempt& attempt);

/// What an attempt at an entry test says of the module: skip it, or take it.
void drawEntryResult(portal::Portal& portal, ui::Column& column, const course::ExamBlueprint& exam,
                     const learning::Attempt& attempt);

/// Every question that was not right, with the way to the step that teaches it.
void drawMissed(portal::Portal& portal, ui::Column& column, const learning::Attempt& attempt,
                const learning::ExamPaper& paper);

/// The same exam; an entry test, which has no words of its own, with its module's.
[[nodiscard]] course::ExamBlueprint inWords(const portal::Portal& portal, const course::ExamBlueprint& exam);
/// What holds for an entry test, one line each.
[[nodiscard]] std::vector<std::string> entryRulesOf(const portal::Portal& portal, const course::ExamBlueprint& exam);

/// Starts an attempt, if the person has one left, and shows it.
void startExam(portal::Portal& portal, const course::ExamBlueprint& exam);

} // namespace screens
