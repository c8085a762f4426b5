// One of many: a native select, which the browser opens in the way of its device; for lists that are too long for
// buttons.
#pragma once

#include "ui/column.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

/// The place of the option that was chosen just now. The label stands over it.
std::optional<std::size_t> select(Column& column, std::string_view key, std::string_view label,
                                  const std::vector<std::string>& options, std::size_t current);

} // namespace ui
