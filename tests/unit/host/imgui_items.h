// What ImGui itself takes for interactive, seen through its test hooks: the lint compares it with what was said.
#pragma once

#include "ui/semantics.h"

#include <vector>

namespace lint {

/// From now on, the items of each frame are collected (or not). Needs a current ImGui context.
void watchItems(bool watch);
/// The places of the items since watchItems(true), CSS px of the window.
[[nodiscard]] const std::vector<ui::Box>& items();
void forgetItems();

/// Places that react to a pointer and that no interactive node was said for.
[[nodiscard]] std::vector<ui::Box> unsaid(const std::vector<ui::Box>& items, const std::vector<ui::Node>& nodes,
                                          float scroll);

/// Can a person do something with it?
[[nodiscard]] bool isInteractive(ui::Role role);

} // namespace lint
