// One order for what a person did on several devices, the same whichever file was brought in first.
#pragma once

#include "learning/event.h"

#include <vector>

namespace learning {

/// Puts the events of each learner who has them from more than one device into one order that depends on nothing but
/// the events: each device's own events stay in the order of their chain, and devices are woven together by time, where
/// a clock that was set back counts as standing still. A learner's joining comes first. Other learners' events stay
/// where they are. Returns whether anything moved.
bool putInOneOrder(std::vector<Event>& events);

} // namespace learning
