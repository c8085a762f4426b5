// A chart of a share that changes over time: one line on a ground as high as the whole, said as where it starts and
// ends.
#pragma once

#include "ui/charts.h"

#include <span>
#include <string_view>

namespace ui {

/// A share that changes from left to right over the same time in each step, 0..1, as a row of a ChartTable whose other
/// columns are where it starts and where it ends.
void fadingLine(Column& column, std::string_view key, std::string_view label, std::span<const float> shares,
                std::string_view startText, std::string_view endText);

} // namespace ui
