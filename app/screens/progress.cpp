#include "screens/progress.h"

#include "learning/entry.h"

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
    const learning::Way way = learning::wayOf(person, course);
    for (std::size_t at = 0; at < way.onPath; ++at) {
        if (learning::skipped(person, way.modules[at]->id)) {
            continue;
        }
        for (const auto& lesson : way.modules[at]->lessons) {
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

const course::LessonOutline* nextLesson(const learning::Learner* person, const course::Course& course,
                                        const course::LessonId& after) {
    bool reached = after.empty();
    for (const course::ModuleOutline* module : learning::wayOf(person, course).modules) {
        const bool skipped = learning::skipped(person, module->id);
        for (const auto& lesson : module->lessons) {
            if (reached && !skipped && (!after.empty() || !lessonState(person, lesson).finished)) {
                return &lesson;
            }
            reached = reached || lesson.id == after;
        }
    }
    return nullptr;
}

} // namespace screens
