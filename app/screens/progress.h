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

/// Share of the course that is done, 0..1: lessons count by their steps, the completion exam as one more lesson.
[[nodiscard]] float courseShare(const learning::Learner* person, const course::Course& course);

/// The lesson to go on with: the first that is not finished, in reading order.
[[nodiscard]] const course::LessonOutline* nextLesson(const learning::Learner* person, const course::Course& course);

} // namespace screens
