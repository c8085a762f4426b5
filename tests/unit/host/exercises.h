// How someone does each kind of exercise who knows the answers: by pressing what is on the screen, and nothing else.
#pragma once

#include "host/visitor.h"

namespace walk {

void does(Visitor& visitor, const course::Match& match);
void does(Visitor& visitor, const course::Matrix& matrix);
void does(Visitor& visitor, const course::Cloze& cloze);
void does(Visitor& visitor, const course::Spot& spot);
void does(Visitor& visitor, const course::Likert& likert);
void does(Visitor& visitor, const course::Cards& cards);
void does(Visitor& visitor, const course::Reflect& reflect);
void does(Visitor& visitor, const course::Case& story);
void does(Visitor& visitor, const course::Dialogue& talk);
void does(Visitor& visitor, const course::Simulator& simulator);
void does(Visitor& visitor, const course::Gauge& gauge);

} // namespace walk
