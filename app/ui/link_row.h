// A few links that flow into lines beside each other, under the words that say what they have in common.
#pragma once

#include "ui/widgets.h"

#include <string_view>
#include <vector>

namespace ui {

struct RowLink {
    std::string_view key;
    std::string_view label;
    std::string_view target; ///< the route
};
/// `label` names them all and is drawn above them.
void linkRow(Column& column, std::string_view key, std::string_view label, const std::vector<RowLink>& links);

} // namespace ui
