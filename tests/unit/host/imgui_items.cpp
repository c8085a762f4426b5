#include "host/imgui_items.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace {
std::vector<ui::Box> seen;
} // namespace

// ImGui calls these for every item when it is built with IMGUI_ENABLE_TEST_ENGINE.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& place, const ImGuiLastItemData*) {
    const ImGuiWindow* window = context->CurrentWindow;
    if (window != nullptr && !window->IsFallbackWindow && id != window->MoveId && id != window->ID) // ours only
        seen.push_back({place.Min.x, place.Min.y, place.GetWidth(), place.GetHeight()});
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }

namespace lint {

void watchItems(bool watch) {
    ImGui::GetCurrentContext()->TestEngineHookItems = watch;
    seen.clear();
}

const std::vector<ui::Box>& items() { return seen; }
void forgetItems() { seen.clear(); }

bool isInteractive(ui::Role role) {
    switch (role) {
    case ui::Role::button:
    case ui::Role::toggle:
    case ui::Role::disclosure:
    case ui::Role::link:
    case ui::Role::radio:
    case ui::Role::checkbox:
    case ui::Role::slider:
    case ui::Role::select:
    case ui::Role::textField: return true;
    default: return false;
    }
}

std::vector<ui::Box> unsaid(const std::vector<ui::Box>& items, const std::vector<ui::Node>& nodes, float scroll) {
    std::vector<ui::Box> missing;
    for (const ui::Box& item : items) {
        const bool said = std::any_of(nodes.begin(), nodes.end(), [&](const ui::Node& node) {
            const float top = node.fixed ? node.place.y : node.place.y - scroll;
            const auto near = [](float a, float b) { return std::abs(a - b) <= 0.5F; };
            return isInteractive(node.role) && near(node.place.x, item.x) && near(top, item.y) &&
                   near(node.place.width, item.width) && near(node.place.height, item.height);
        });
        if (!said) missing.push_back(item);
    }
    return missing;
}

} // namespace lint
