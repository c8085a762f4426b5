// The parts of an exam's screen: what stands before it, the paper, the result.
#pragma once

#include "portal/portal.h"
#include "ui/column.h"

namespace screens {

/// One question at a time, or all of them at a glance; nothing is said of an answer.
void drawPaper(portal::Portal& portal, ui::Column& column, const course::ExamBlueprint& exam,
               const learning::Attempt& attempt, const learning::ExamPaper& paper);

/// Score, what the answers say of each objective, and every question that was not right, with the way to the step that
/// teaches it.
void drawResult(portal::Portal& portal, ui::Column& column, const course::ExamBlueprint& exam,
                const learning::Attempt& attempt);

/// Starts an attempt, if the person has one left, and shows it.
void startExam(portal::Portal& portal, const course::ExamBlueprint& exam);

} // namespace screens
