// Two by two: four cells between two axes. A cell is pressed to place something in it.
#pragma once

#include "ui/widgets.h"

#include <array>
#include <string_view>

namespace ui {

struct MatrixCell {
    std::string_view key;
    std::string_view label;
    Mark mark = Mark::none;
    std::string_view markWord{};
    bool disabled = false;
};

struct MatrixGrid {
    std::string_view name;                         ///< of the whole, for those who do not see it
    std::array<std::string_view, 2> columns, rows; ///< what stands over and beside them: "Cost: high"
    std::array<MatrixCell, 4> cells;               ///< top left, top right, bottom left, bottom right
};
/// The index of the cell that was pressed, or −1.
int matrixGrid(Column& column, std::string_view key, const MatrixGrid& what);

} // namespace ui
