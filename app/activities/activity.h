// Draws what a step or an item asks for. One file per kind; this is the door to all of them.
#pragma once

#include "course/lesson.h"
#include "learning/grading.h"
#include "portal/stage.h"
#include "ui/column.h"

namespace activities {

/// A step: its activity, hint and data-quality note (the title is the screen's). Sets stage.submitted when the person
/// hands in.
void draw(ui::Column& column, const course::Step& step, portal::Stage& stage);

/// An item on its own, as exams show it: stem, question, and feedback once it is answered.
void draw(ui::Column& column, const course::Item& item, portal::Stage& stage);

// Each kind, by its file.
void drawReading(ui::Column& column, const course::Reading& reading, portal::Stage& stage);
void drawGuessChart(ui::Column& column, const course::Step& step, const course::GuessChart& chart,
                    portal::Stage& stage);
void drawSort(ui::Column& column, const course::Step& step, const course::Sort& sort, portal::Stage& stage);
void drawRewrite(ui::Column& column, const course::Step& step, const course::Rewrite& rewrite, portal::Stage& stage);
void drawClosing(ui::Column& column, const course::Closing& closing, portal::Stage& stage);
void drawChoice(ui::Column& column, const course::Item& item, const std::vector<course::Option>& options, bool multiple,
                portal::Stage& stage);
void drawOrdering(ui::Column& column, const course::Item& item, const course::Ordering& ordering, portal::Stage& stage);
void drawEstimate(ui::Column& column, const course::Item& item, const course::Estimate& estimate, portal::Stage& stage);

/// What was right and what the wrong parts reveal, then the rationale.
void drawFeedback(ui::Column& column, const course::Item& item, const learning::Verdict& verdict, portal::Stage& stage);

} // namespace activities
