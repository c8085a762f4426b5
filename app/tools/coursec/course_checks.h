// Rules that hold between the parts of a course: what no single file can know.
#pragma once

#include "course/course.h"
#include "tools/coursec/documents.h"

#include <set>
#include <string>
#include <vector>

namespace coursec {

/// Looks at one language of the course; `modules` are in the order of course.json. Ids are unique, exams can be drawn,
/// every objective is measured by an item, items name objectives and lessons that can be.
/// `sound`: nothing was wrong so far, so that what is not found is really not there.
/// `explored`: dialogues that were gone through in another language; they are the same in each, and going through all
/// that can happen in them takes most of the compiler's time.
void checkCourse(const course::Course& course, const std::vector<course::Module>& modules, bool sound,
                 std::set<std::string>& explored, Faults& faults);

} // namespace coursec
