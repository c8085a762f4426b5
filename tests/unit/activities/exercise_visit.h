// A visit to the sample's steps: the real course with the sample's lesson in the place of one of its own.
#pragma once

#include "host/visitor.h"

#include <map>
#include <string>

namespace sample {

inline const course::LessonId lessonId("L2.1");

[[nodiscard]] std::map<std::string, std::string> packsWithExercises();
[[nodiscard]] walk::Visitor::Setting setting(const std::string& language = "en", float width = 390);
/// Opens the lesson at this step, doing those before it.
course::Step goTo(walk::Visitor& visitor, const std::string& kind);
/// What the journal holds of this step.
[[nodiscard]] const learning::StepResult& kept(walk::Visitor& visitor, const std::string& kind);

} // namespace sample
