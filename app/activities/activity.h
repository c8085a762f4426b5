// Draws what a step or an item asks for. One file per kind; this is the door to all of them.
#pragma once

#include "base/door.h"
#include "course/lesson.h"
#include "learning/grading.h"
#include "portal/stage.h"
#include "ui/column.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace activities {

/// A step: its activity, hint and data-quality note (the title is the screen's). Sets stage.submitted when the person
/// hands in.
void draw(ui::Column& column, const course::Step& step, portal::Stage& stage);

/// Whether the program's rest is needed to draw and mark this.
[[nodiscard]] bool needsRest(const course::Activity& activity);

/// An item on its own, as exams show it: stem, question, and feedback once it is answered.
void draw(ui::Column& column, const course::Item& item, portal::Stage& stage);

// Each kind, by its file.
void drawReading(ui::Column& column, const course::Reading& reading, portal::Stage& stage);
void drawGuessChart(ui::Column& column, const course::Step& step, const course::GuessChart& chart,
                    portal::Stage& stage);
void drawSort(ui::Column& column, const course::Step& step, const course::Sort& sort, portal::Stage& stage);
BASE_DOOR void drawRewrite(ui::Column& column, const course::Step& step, const course::Rewrite& rewrite,
                           portal::Stage& stage);
BASE_DOOR void drawMatch(ui::Column& column, const course::Match& match, portal::Stage& stage);
BASE_DOOR void drawMatrix(ui::Column& column, const course::Matrix& matrix, portal::Stage& stage);
BASE_DOOR void drawCloze(ui::Column& column, const course::Cloze& cloze, portal::Stage& stage);
BASE_DOOR void drawSpot(ui::Column& column, const course::Spot& spot, portal::Stage& stage);
BASE_DOOR void drawLikert(ui::Column& column, const course::Likert& likert, portal::Stage& stage);
BASE_DOOR void drawCards(ui::Column& column, const course::Cards& cards, portal::Stage& stage);
BASE_DOOR void drawReflect(ui::Column& column, const course::Reflect& reflect, portal::Stage& stage);
BASE_DOOR void drawCase(ui::Column& column, const course::Case& story, portal::Stage& stage);
BASE_DOOR void drawDialogue(ui::Column& column, const course::Dialogue& talk, portal::Stage& stage);
BASE_DOOR void drawSimulator(ui::Column& column, const course::Simulator& simulator, portal::Stage& stage);
BASE_DOOR void drawGauge(ui::Column& column, const course::Gauge& gauge, portal::Stage& stage);
void drawClosing(ui::Column& column, const course::Closing& closing, portal::Stage& stage);
void drawChoice(ui::Column& column, const course::Item& item, const std::vector<course::Option>& options, bool multiple,
                portal::Stage& stage);
void drawOrdering(ui::Column& column, const course::Item& item, const course::Ordering& ordering, portal::Stage& stage);
void drawEstimate(ui::Column& column, const course::Item& item, const course::Estimate& estimate, portal::Stage& stage);

/// What was right and what the wrong parts reveal, then the rationale.
void drawFeedback(ui::Column& column, const course::Item& item, const learning::Verdict& verdict, portal::Stage& stage);

// What several kinds share.

/// The player of a passage; `key` tells it from others of the step. True when its words may be shown: they were asked
/// for, the step is answered, or nothing can be heard.
[[nodiscard]] bool drawListening(ui::Column& column, std::string_view key, const std::vector<course::Spoken>& lines,
                                 portal::Stage& stage);
/// The passage of a step, if it has one: the player, and the words when they may be shown.
void drawHeard(ui::Column& column, const std::vector<course::Spoken>& lines, portal::Stage& stage);
/// The pattern with the number where {n} stands: "¥6,000".
[[nodiscard]] std::string withNumber(std::string pattern, std::string_view number);
/// Where one is in a row of things to do: "Card 2 of 8", as words and segments.
void drawPlace(ui::Column& column, std::size_t done, std::size_t count, portal::Stage& stage);
/// The button that hands in the `answer`, once it is a whole one. In an exam the screen has buttons of its own.
void drawSubmit(ui::Column& column, std::optional<learning::Answer> answer, portal::Stage& stage);
/// How many were right at the first try, and what it comes to. `insight` may be "".
void drawScore(ui::Column& column, std::size_t right, std::size_t count, std::string_view insight,
               portal::Stage& stage);
/// The closing thought, when there is one.
void drawInsight(ui::Column& column, std::string_view insight, portal::Stage& stage);
/// One line with a tick or a cross, and why where it was not right.
void drawTicked(ui::Column& column, bool right, std::string_view words, std::string_view why);
/// Under a card of a sort that was placed: whether it belongs there and why, and the way to the next one.
void drawReasonAndNext(ui::Column& column, const course::Sort& sort, std::size_t index, portal::Stage& stage);
/// Sorted cards under their bins.
void drawSorted(ui::Column& column, const course::Sort& sort, const learning::Placed& answer, portal::Stage& stage);

} // namespace activities
