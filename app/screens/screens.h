// All screens, and what stands around them. A screen is a function of (Course, Learner, view state); it holds no truth.
#pragma once

#include "base/door.h"
#include "portal/portal.h"
#include "ui/column.h"

namespace screens {

/// Draws the whole window: navigation, the screen of the route, trouble. Returns the height of the page in CSS px.
float draw(portal::Portal& portal, ui::Frame& frame);

void drawHome(portal::Portal& portal, ui::Column& column);
void drawLesson(portal::Portal& portal, ui::Column& column, const course::LessonId& id);
BASE_DOOR void drawExam(portal::Portal& portal, ui::Column& column, const course::ExamId& id);
BASE_DOOR void drawEntry(portal::Portal& portal, ui::Column& column);
BASE_DOOR void drawPath(portal::Portal& portal, ui::Column& column);
/// Under a plan that was rated: to save both as a file.
BASE_DOOR void drawPlan(portal::Portal& portal, ui::Column& column, const course::Lesson& lesson,
                        const course::Step& rating);
BASE_DOOR void drawRecords(portal::Portal& portal, ui::Column& column);
/// What of it stands before everything else.
BASE_DOOR void drawConsoleDialog(portal::Portal& portal, ui::Frame& frame);
BASE_DOOR void drawCertificate(portal::Portal& portal, ui::Column& column);
BASE_DOOR void drawVerify(portal::Portal& portal, ui::Column& column, const std::string& token);
BASE_DOOR void drawMe(portal::Portal& portal, ui::Column& column);
BASE_DOOR void drawLab(portal::Portal& portal, ui::Column& column);
BASE_DOOR void drawGlossary(portal::Portal& portal, ui::Column& column, const course::TermId& id);
BASE_DOOR void drawReview(portal::Portal& portal, ui::Column& column);
/// At home, what is due today; nothing when nothing is.
BASE_DOOR void drawDue(portal::Portal& portal, ui::Column& column);
BASE_DOOR void drawPeople(portal::Portal& portal, ui::Column& column);
/// Nobody has touched anything for a while: what happens next, and a button against it.
BASE_DOOR void drawRestDialog(portal::Portal& portal, ui::Frame& frame);
void drawUnknown(portal::Portal& portal, ui::Column& column, std::string_view what);

/// What stands beside the content on a desktop: how far one is.
void drawSidePanel(portal::Portal& portal, ui::Column& column);

/// While a pack is under way, or could not be had: words and a way on.
void drawLoading(portal::Portal& portal, ui::Column& column, portal::Loading state);
/// On a screen that stands without the pack: that it could not be had, and to try again.
void drawPackFailed(portal::Portal& portal, ui::Column& column, std::string_view title);

/// That there is a newer version, and a way to it; nothing in the middle of an exam.
void drawNewer(portal::Portal& portal, ui::Column& column);

/// Under a list of people that shows only some of `count`: a button for more of them.
void drawMorePeople(portal::Portal& portal, ui::Column& column, std::size_t count);
/// "Saved" / "saving…" / what is wrong with saving.
void drawSaved(portal::Portal& portal, ui::Column& column);
/// The way home from what can be gone on with later.
void drawLeave(portal::Portal& portal, ui::Column& column);

/// Where several people share the browser: a button for whoever is done.
void drawFinishAndLock(portal::Portal& portal, ui::Column& column);

/// The screen's heading: the focus goes there when the place changes.
void drawTitle(portal::Portal& portal, ui::Column& column, std::string_view title, ui::Size size = ui::Size::title);

} // namespace screens
