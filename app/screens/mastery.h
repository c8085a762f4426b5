// How well an objective is held, in words.
#pragma once

#include "portal/portal.h"
#include "ui/column.h"

namespace screens {

/// The objective, and under it what the answers so far say.
void drawMastery(portal::Portal& portal, ui::Column& column, const course::Objective& objective);

/// "3 of 5 objectives secure"; "" as long as nothing was asked.
[[nodiscard]] std::string masteryLine(const portal::Portal& portal, const course::ModuleOutline& module);

} // namespace screens
