// Charts of shares: the learner's guess is a hollow bar, the truth a solid one, labels stand on the bars. No legend,
// axis from zero.
#pragma once

#include "ui/column.h"

#include <optional>
#include <string_view>

namespace ui {

/// A bar that is drawn by dragging (or by arrow keys): the new value when it was moved. Values are percent, 0..most.
std::optional<float> guessBar(Column& column, std::string_view key, std::string_view label, float value, float most,
                              std::string_view valueText);

/// The guess beside the truth; `words` say both and the gap.
void revealedBar(Column& column, std::string_view key, std::string_view label, float guess, float truth, float most,
                 std::string_view guessText, std::string_view truthText, bool highlighted);

} // namespace ui
