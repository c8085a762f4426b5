// Whether a simulator's formula knows what the author names, and whether the worked examples come out.
#pragma once

#include "course/simulator.h"
#include "tools/coursec/documents.h"

#include <string>

namespace coursec {

/// `where` is the step's place; faults are noted below it.
void checkSimulator(const course::Simulator& simulator, const std::string& where, Faults& faults);

} // namespace coursec
