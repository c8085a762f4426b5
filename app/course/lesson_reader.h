// Reads one lesson with its steps.
#pragma once

#include "base/json_reader.h"
#include "course/lesson.h"

namespace course {

/// Notes what is wrong in the place's faults: truths that do not add up, cards for bins that do not exist, steps with
/// one id.
[[nodiscard]] Lesson readLesson(const base::JsonReader& place);

} // namespace course
