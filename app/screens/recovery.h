// What HR can do about learners who are locked; on the records screen.
#pragma once

#include "portal/portal.h"
#include "ui/column.h"

namespace screens {

void drawRecovery(portal::Portal& portal, ui::Column& column);

} // namespace screens
