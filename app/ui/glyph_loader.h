// Lets ImGui's dynamic atlas take its glyphs from host::Glyphs. Knows ImGui's font internals so that nothing else has
// to.
#pragma once

#include "host/glyphs.h"

struct ImFont;

namespace ui {

/// Adds a font whose glyphs the host draws. `glyphs` must outlive ImGui's context. Sizes given to ImGui are em sizes.
[[nodiscard]] ImFont* addHostFont(host::Glyphs& glyphs, host::Face face);

} // namespace ui
