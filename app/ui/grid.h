// A table of any length that scrolls by itself: only the rows that show are made and said. Its words are drawn by the
// browser, since names in it are in any script and since they then scroll with the page's own smoothness; what lies
// under them is drawn here. Knows no record.
#pragma once

#include "ui/column.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

struct GridColumn {
    std::string label;
    Box place;             ///< of its cells in a row
    bool sortable = false; ///< its header is a button
    int sorted = 0;        ///< 1 ascending, -1 descending
    std::string look{};    ///< of its cells: "number" (right-aligned figures), "strong", "soft"
};

/// Where the keyboard is; kept by the caller.
struct GridPlace {
    std::size_t row = 0, column = 0;
    bool toTop = false; ///< other rows than before: start at the top again
};

struct Grid {
    std::string_view key;
    std::string_view name; ///< of the table, for those who do not see it
    const std::vector<GridColumn>& columns;
    bool headed = true; ///< a row of headers; without it the cells say by themselves what they are
    std::size_t rows = 0;
    float rowHeight = 44;
    float rowWidth = 0; ///< wider than the column it stands in: scrolls sideways
    float height = 400; ///< of the whole, headers included
    std::function<std::string(std::size_t row, std::size_t column)> words;
    /// More of a cell's look: "right", "careful" or "wrong"; may be left out.
    std::function<std::string_view(std::size_t row, std::size_t column)> tone{};
};

struct GridDone {
    std::optional<std::size_t> sorted;  ///< the column whose header was pressed
    std::optional<std::size_t> pressed; ///< the row that was pressed
};
GridDone grid(Column& column, const Grid& what, GridPlace& place);

} // namespace ui
