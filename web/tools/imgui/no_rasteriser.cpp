// Stands where FreeType would: Dear ImGui asks for its default font loader by this name when it is built without its own
// TrueType reader. Every font here brings a loader of its own, which has the browser draw the letters; this one draws
// nothing, and thirty kilobytes of font reading are not downloaded by anyone.
#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"

namespace ImGuiFreeType {

const ImFontLoader* GetFontLoader() {
    static ImFontLoader loader;
    loader.Name = "none";
    return &loader;
}

} // namespace ImGuiFreeType
