// The choices of how a person wants to see the portal.
#pragma once

#include "portal/portal.h"
#include "ui/column.h"

namespace screens {

void drawDisplayChoices(portal::Portal& portal, ui::Column& column);
/// The same in a dialog, while portal.displayOpen().
void drawDisplayDialog(portal::Portal& portal, ui::Frame& frame);

} // namespace screens
