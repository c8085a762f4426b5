// Whether the paths through the course hold what they lead to: known modules, each once, and none without those that it
// needs before it. Looks at course.json alone; knows no words.
#pragma once

#include "tools/coursec/documents.h"

namespace coursec {

void checkPaths(const Worded& course, Faults& faults);
/// What a module needs is for that check alone: takes it out of what becomes a pack.
void dropNeeds(base::Json& course);

} // namespace coursec
