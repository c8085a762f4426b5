// A card with two sides. Pressing it turns it over; what stands on the back is said once it is up.
#pragma once

#include "ui/widgets.h"

#include <string_view>

namespace ui {

/// True in the frame after it was pressed; the caller keeps whether it is turned.
bool flipCard(Column& column, std::string_view key, std::string_view front, std::string_view back, bool turned,
              std::string_view turnWord);

} // namespace ui
