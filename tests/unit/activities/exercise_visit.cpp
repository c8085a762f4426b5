#include "activities/exercise_visit.h"

#include "course/sample_steps.h"

#include <doctest/doctest.h>

namespace sample {

using walk::Visitor;

std::map<std::string, std::string> packsWithExercises() {
    std::map<std::string, std::string> packs = walk::packs();
    const base::Json lesson = sample::exerciseLesson();
    for (const std::string language : walk::languages) {
        auto module = base::parseCbor(packs.at("M2." + language), "M2");
        REQUIRE(module.ok());
        for (base::Json& each : module.value()["lessons"])
            if (each["id"].get<std::string>() == lessonId.text()) each = lesson;
        packs["M2." + language] = base::toCbor(module.value());
        auto course = base::parseCbor(packs.at("course." + language), "course");
        REQUIRE(course.ok());
        for (base::Json& outlines : course.value()["modules"])
            for (base::Json& each : outlines["lessons"])
                if (each["id"].get<std::string>() == lessonId.text()) {
                    each["steps"] = base::Json::array();
                    for (const base::Json& step : lesson["steps"]) each["steps"].push_back(step["id"]);
                }
        packs["course." + language] = base::toCbor(course.value());
    }
    return packs;
}

Visitor::Setting setting(const std::string& language, float width) {
    Visitor::Setting made;
    made.language = language;
    made.width = width;
    made.packs = packsWithExercises();
    return made;
}

course::Step goTo(Visitor& visitor, const std::string& kind) {
    visitor.host().go("#/lesson/" + lessonId.text());
    const course::Lesson& lesson = visitor.lesson(lessonId);
    for (const course::Step& step : lesson.steps) {
        if (step.id.text() == kind) return step;
        visitor.doStep(lesson, step);
    }
    FAIL("no such step");
    return {};
}

const learning::StepResult& kept(Visitor& visitor, const std::string& kind) {
    return visitor.person().lessons.at(lessonId).steps.at(course::StepId(kind));
}

} // namespace sample
