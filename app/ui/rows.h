// Rows of lists that lead somewhere: a mark, a title, a lesser line, and an arrow.
#pragma once

#include "ui/widgets.h"

#include <string_view>
#include <vector>

namespace ui {

struct ListRow {
    std::string_view key;
    std::string_view title;
    std::string_view detail; ///< the lesser line
    Icon icon = Icon::dot;
    Tone tone = Tone::info;  ///< of the icon
    bool filled = false;     ///< the icon on a full ground: done
    std::string_view target; ///< the route
};
/// A whole row that is a link.
void listRow(Column& column, const ListRow& what);

/// One of a few that exclude each other, side by side: the index pressed, or −1.
int segments(Column& column, std::string_view key, std::string_view label, const std::vector<std::string_view>& options,
             int current);

} // namespace ui
