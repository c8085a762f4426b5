// Lines of a talk, one under the other: who says what. A line may be pressed, where there is something to find in it.
#pragma once

#include "ui/widgets.h"

#include <string_view>

namespace ui {

enum class Side { left, right }; ///< the other one, oneself

struct SpokenLine {
    std::string_view key;
    std::string_view speaker; ///< "" when nobody speaks
    std::string_view words;
    Side side = Side::left;
    Mark mark = Mark::none;
    std::string_view markWord{};
    bool disabled = false;
};
/// A line that can only be read.
void spokenLine(Column& column, const SpokenLine& what);
/// A line that can be tapped: true in the frame after it was.
bool tappedLine(Column& column, const SpokenLine& what);

} // namespace ui
