// Stands where imgui_tables.cpp would. Nothing here draws an ImGui table or columns (a table in the portal is drawn as
// a chart and said as a real table in the mirror), but ImGui's clean-up refers to them, and with them eight kilobytes
// would be downloaded by everyone. There are no tables, so none of these has anything to do.
#include "imgui.h"
#include "imgui_internal.h"

namespace ImGui {

void EndColumns() {}
void EndTable() {}
void PopColumnsBackground() {}
void PushColumnsBackground() {}
void TableEndCell(ImGuiTable*) {}
void TableEndRow(ImGuiTable*) {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TablePopBackgroundChannel() {}
void TablePopColumnChannel() {}
void TablePushBackgroundChannel() {}
void TablePushColumnChannel(int) {}
void TableSettingsAddSettingsHandler() {}

} // namespace ImGui
