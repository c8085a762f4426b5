// Charts of shares: the learner's guess is a hollow bar, the truth a solid one, labels stand on the bars. No legend,
// axis from zero.
#pragma once

#include "ui/column.h"

#include <array>
#include <optional>
#include <string_view>

namespace ui {

/// A bar that is drawn by dragging (or by arrow keys): the new value when it was moved. Values are percent, 0..most.
std::optional<float> guessBar(Column& column, std::string_view key, std::string_view label, float value, float most,
                              std::string_view valueText);

/// A part of a chart's table, for those who draw its rows.
[[nodiscard]] Node chartNode(Role role, std::string_view name, const Box& place);

/// What a revealed chart holds, as a table for those who do not see it; its rows are revealedBar()s.
class ChartTable {
public:
    /// `headers`: of what is counted, of the truth, of the guess.
    ChartTable(Column& column, std::string_view name, const std::array<std::string_view, 3>& headers);
    ChartTable(const ChartTable&) = delete;
    ChartTable& operator=(const ChartTable&) = delete;
    ~ChartTable();

private:
    Semantics* said_;
};

/// The guess beside the truth, as a row of a ChartTable.
void revealedBar(Column& column, std::string_view key, std::string_view label, float guess, float truth, float most,
                 std::string_view guessText, std::string_view truthText, bool highlighted);

} // namespace ui
