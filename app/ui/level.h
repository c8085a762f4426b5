// A figure as a level: label, value, a bar from least to most, and a line on it where something is due.
#pragma once

#include "ui/widgets.h"

#include <optional>
#include <string_view>

namespace ui {

struct Level {
    std::string_view key;
    std::string_view label;
    std::string_view valueText;
    float value = 0, least = 0, most = 0; ///< least == most: no bar, the figure only
    std::optional<float> line{};          ///< a mark on the bar
    std::string_view lineLabel{};
    Tone tone = Tone::info; ///< of the bar
};
void level(Column& column, const Level& what);

} // namespace ui
