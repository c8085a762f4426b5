#include "screens/progress.h"

namespace screens {

LessonState lessonState(const learning::Learner* person, const course::LessonOutline& lesson) {
    LessonState state;
    state.steps = static_cast<int>(lesson.steps.size());
    if (person == nullptr) {
        return state;
    }
    const auto found = person->lessons.find(lesson.id);
    if (found == person->lessons.end()) {
        return state;
    }
    for (const course::StepId& step : lesson.steps) {
        state.answered += found->second.steps.count(step) > 0 ? 1 : 0;
    }
    state.finished = found->second.finished.has_value();
    return state;
}

float courseShare(const learning::Learner* person, const course::Course& course) {
    float done = 0;
    float all = 1;
    for (const auto& module : course.modules) {
        for (const auto& lesson : module.lessons) {
            const LessonState state = lessonState(person, lesson);
            all += 1;
            done += state.finished     ? 1.0F
                    : state.steps == 0 ? 0.0F
                                       : static_cast<float>(state.answered) / static_cast<float>(state.steps);
        }
    }
    if (person != nullptr && person->passingAttempt(course.completionExam) != nullptr) {
        done += 1;
    }
    return done / all;
}

const course::LessonOutline* nextLesson(const learning::Learner* person, const course::Course& course) {
    for (const auto& module : course.modules) {
        for (const auto& lesson : module.lessons) {
            if (!lessonState(person, lesson).finished) {
                return &lesson;
            }
        }
    }
    return nullptr;
}

} // namespace screens
