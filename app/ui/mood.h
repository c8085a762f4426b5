// How someone feels: a drawn face in five states, a word, and a bar. Colour never says it alone.
#pragma once

#include "ui/column.h"

#include <string_view>

namespace ui {

inline constexpr int moodStates = 5; ///< 0 furious … 4 glad

/// A face in a square of `size`, its top left corner at x, y (page coordinates).
void drawFace(Frame& frame, int state, float x, float y, float size);

struct MoodMeter {
    std::string_view key;
    std::string_view who;
    std::string_view word; ///< of the state
    int value = 0;         ///< 0..100
    int state = 0;
    std::string_view change{}; ///< "+12", "" when nothing changed
};
void moodMeter(Column& column, const MoodMeter& what);

} // namespace ui
