#include "ui/glyph_loader.h"

#include "base/utf8.h"

#include "imgui.h"
#include "imgui_internal.h"

#include <array>
#include <cmath>

namespace ui {

namespace {

struct Source {
    host::Glyphs* glyphs = nullptr;
    host::Face face;
};

// ImGui keeps a pointer per font source; there are as many sources as faces.
std::array<Source, 4> sources;

const Source& sourceOf(const ImFontConfig* config) { return *static_cast<const Source*>(config->FontData); }

float densityOf(const ImFontConfig* config, const ImFontBaked* baked) {
    return config->RasterizerDensity * baked->RasterizerDensity;
}

bool sourceInit(ImFontAtlas*, ImFontConfig*) { return true; }

bool containsGlyph(ImFontAtlas*, ImFontConfig*, ImWchar codePoint) {
    // The browser always finds something to draw. Control characters are nobody's glyphs.
    return codePoint >= 0x20 && !(codePoint >= 0x7F && codePoint < 0xA0);
}

bool bakedInit(ImFontAtlas*, ImFontConfig* config, ImFontBaked* baked, void*) {
    const Source& source = sourceOf(config);
    const float density = densityOf(config, baked);
    const host::FontMetrics metrics = source.glyphs->metrics(baked->Size * density, source.face);
    baked->Ascent = metrics.ascent / density;
    baked->Descent = -metrics.descent / density;
    return true;
}

bool loadGlyph(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, void*, ImWchar codePoint,
               ImFontGlyph* glyph, float* advanceOnly) {
    const Source& source = sourceOf(config);
    const float density = densityOf(config, baked);
    const float px = baked->Size * density;
    const auto character = static_cast<char32_t>(codePoint);
    if (advanceOnly != nullptr) {
        // Every Han character is one em wide: no need to ask.
        const float wide = base::isHan(character) ? px : source.glyphs->advance(character, px, source.face);
        *advanceOnly = std::round(wide) / density;
        return true;
    }
    const host::GlyphBitmap bitmap = source.glyphs->draw(character, px, source.face);
    glyph->Codepoint = static_cast<unsigned>(codePoint) & 0x3FFFFFFU; // a bit field of 26, and Unicode ends at 21
    // Whole device px: a glyph between two pixels is blurred.
    glyph->AdvanceX = std::round(base::isHan(character) ? px : bitmap.advance) / density;
    if (bitmap.width <= 0 || bitmap.height <= 0) {
        return true;
    }
    const ImFontAtlasRectId packed = ImFontAtlasPackAddRect(atlas, bitmap.width, bitmap.height);
    if (packed == ImFontAtlasRectId_Invalid) {
        return false;
    }
    ImTextureRect* place = ImFontAtlasPackGetRect(atlas, packed);
    // The baseline sits on a whole device pixel, as in browsers' own text.
    const float baseline = std::round(baked->Ascent * density) / density;
    glyph->X0 = static_cast<float>(bitmap.left) / density;
    glyph->Y0 = baseline + static_cast<float>(bitmap.top) / density;
    glyph->X1 = glyph->X0 + static_cast<float>(bitmap.width) / density;
    glyph->Y1 = glyph->Y0 + static_cast<float>(bitmap.height) / density;
    glyph->Visible = true;
    glyph->Colored = bitmap.coloured;
    glyph->PackId = packed;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, config, glyph, place, bitmap.pixels.data(),
                                       bitmap.coloured ? ImTextureFormat_RGBA32 : ImTextureFormat_Alpha8,
                                       bitmap.width * (bitmap.coloured ? 4 : 1));
    return true;
}

const ImFontLoader* hostLoader() {
    static ImFontLoader loader;
    loader.Name = "host";
    loader.FontSrcInit = sourceInit;
    loader.FontSrcContainsGlyph = containsGlyph;
    loader.FontBakedInit = bakedInit;
    loader.FontBakedLoadGlyph = loadGlyph;
    return &loader;
}

} // namespace

ImFont* addHostFont(host::Glyphs& glyphs, host::Face face) {
    Source& source = sources[(face.weight == host::Weight::bold ? 1U : 0U) + (face.chinese ? 2U : 0U)];
    source = {&glyphs, face};
    ImFontConfig config;
    config.FontLoader = hostLoader();
    config.FontData = &source; // ImGui wants data here and hands it back untouched
    config.FontDataSize = static_cast<int>(sizeof source);
    config.FontDataOwnedByAtlas = false;
    config.SizePixels = 16.0F;
    return ImGui::GetIO().Fonts->AddFont(&config);
}

} // namespace ui
