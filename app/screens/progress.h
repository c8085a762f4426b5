// How far a learner is, counted from the course and the journal's fold. Used by home, the side panel and the lesson.
#pragma once

#include "course/course.h"
#include "learning/learner.h"

#include <optional>

namespace screens {

/// Steps answered in this lesson, and whether it was finished.
struct LessonState {
    int answered = 0, steps = 0;
    bool finished = false;
    [[nodiscard]] bool started() const { return answered > 0; }
};
[[nodiscard]] LessonState lessonState(const learning::Learner* person, const course::LessonOutline& lesson);

/// Share of the way that is done, 0..1: the lessons on this person's path count by their steps, those of a module that
/// is skipped not at all, the completion exam as one more lesson.
[[nodiscard]] float courseShare(const learning::Learner* person, const course::Course& course);

/// The lesson to go on with: the first that is not finished, in the order of this person's way; none of a module that
/// is skipped. With `after`, the next one behind that lesson, finished or not.
[[nodiscard]] const course::LessonOutline* nextLesson(const learning::Learner* person, const course::Course& course,
                                                      const course::LessonId& after = {});

} // namespace screens
