// Counts as upright bars beside each other, axis from zero, the greatest labelled; the same as a table for those who do
// not see it.
#pragma once

#include "ui/column.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

struct Bar {
    std::string label; ///< in the table: "week of 2 November 2026", "80–90 %"
    std::string tick;  ///< under the bar; "" where there is no room for all
    std::size_t count = 0;
    bool marked = false; ///< stands out
};

/// `head`: of the labels, of the counts.
void bars(Column& column, std::string_view key, std::string_view name, std::string_view labelHead,
          std::string_view countHead, const std::vector<Bar>& all, float height = 120);

} // namespace ui
