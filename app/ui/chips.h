// Short choices that stand beside each other and flow into lines: words of a bank, labels, the steps of a scale.
#pragma once

#include "ui/widgets.h"

#include <string_view>
#include <vector>

namespace ui {

struct Chip {
    std::string_view key;
    std::string_view label;
    Mark mark = Mark::none;
    std::string_view markWord{}; ///< the mark in words
    bool disabled = false;
};
/// One of these is pressed: its index, or −1. `label` names the group and is not drawn. Role::radio where the choice
/// can be changed until something else hands it in, Role::button where pressing is the answer. With `perRow` all are
/// equally wide, as the steps of a scale.
int chips(Column& column, std::string_view key, std::string_view label, const std::vector<Chip>& all,
          Role role = Role::radio, int perRow = 0);

} // namespace ui
