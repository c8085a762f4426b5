#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

Colour rgb(std::uint32_t value) { return Colour{value}; }

Theme makeLight() {
    Theme t;
    t.background = rgb(0xFAF8F4);
    t.surface = rgb(0xFFFFFF);
    t.raised = rgb(0xFFFFFF);
    t.ink = rgb(0x1F2430);
    t.softInk = rgb(0x5A6272);
    t.line = rgb(0xE4E0D8);
    t.primary = rgb(0x0F6E6A);
    t.onPrimary = rgb(0xFFFFFF);
    t.accent = rgb(0xE4572E);
    t.right = rgb(0x2B7A4B);
    t.careful = rgb(0x8A6000); // look.md's #9A6B00 reaches only 4.3:1 on its own tint; this one 5.0:1
    t.wrong = rgb(0xB3261E);
    t.primaryTint = blend(t.surface, t.primary, 0.08F);
    t.rightTint = blend(t.surface, t.right, 0.09F);
    t.carefulTint = blend(t.surface, t.careful, 0.10F);
    t.wrongTint = blend(t.surface, t.wrong, 0.07F);
    t.control = rgb(0x8A8F98);
    return t;
}

Theme makeDark() {
    Theme t;
    t.background = rgb(0x14171C);
    t.surface = rgb(0x1C2027);
    t.raised = rgb(0x242A33);
    t.ink = rgb(0xECEFF4);
    t.softInk = rgb(0xA6AEBB);
    t.line = rgb(0x343B46);
    t.primary = rgb(0x4FC3BC);
    t.onPrimary = rgb(0x0E1A1C);
    t.accent = rgb(0xFF8A65);
    t.right = rgb(0x6CCB8C);
    t.careful = rgb(0xE3B341);
    t.wrong = rgb(0xF2746B);
    t.primaryTint = blend(t.surface, t.primary, 0.12F);
    t.rightTint = blend(t.surface, t.right, 0.12F);
    t.carefulTint = blend(t.surface, t.careful, 0.12F);
    t.wrongTint = blend(t.surface, t.wrong, 0.12F);
    t.control = rgb(0x727B8A);
    t.dark = true;
    t.name = "dark";
    return t;
}

Theme makeLightContrast() {
    Theme t;
    t.background = t.surface = t.raised = rgb(0xFFFFFF);
    t.ink = rgb(0x000000);
    t.softInk = rgb(0x33373D);
    t.line = rgb(0xD9DCE1);
    t.control = rgb(0x5C6067);
    t.primary = rgb(0x00504C);
    t.onPrimary = rgb(0xFFFFFF);
    t.accent = rgb(0xA83210);
    t.right = rgb(0x0B5A2D);
    t.careful = rgb(0x5E4100);
    t.wrong = rgb(0x8E0F0A);
    t.primaryTint = t.rightTint = t.carefulTint = t.wrongTint = rgb(0xFFFFFF);
    t.outlined = true;
    t.name = "light-contrast";
    return t;
}

Theme makeDarkContrast() {
    Theme t;
    t.background = t.surface = t.raised = rgb(0x000000);
    t.ink = rgb(0xFFFFFF);
    t.softInk = rgb(0xD5DAE1);
    t.line = rgb(0x3A414B);
    t.control = rgb(0x9AA3AF);
    t.primary = rgb(0x6FE0D8);
    t.onPrimary = rgb(0x000000);
    t.accent = rgb(0xFFA487);
    t.right = rgb(0x86E0A4);
    t.careful = rgb(0xF2C95C);
    t.wrong = rgb(0xFF9A92);
    t.primaryTint = t.rightTint = t.carefulTint = t.wrongTint = rgb(0x000000);
    t.outlined = true;
    t.dark = true;
    t.name = "dark-contrast";
    return t;
}

double channel(std::uint32_t byte) {
    const double c = static_cast<double>(byte) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) {
    return 0.2126 * channel((c.rgb >> 16U) & 0xFFU) + 0.7152 * channel((c.rgb >> 8U) & 0xFFU) +
           0.0722 * channel(c.rgb & 0xFFU);
}

} // namespace

const Theme& lightTheme() {
    static const Theme theme = makeLight();
    return theme;
}

const Theme& darkTheme() {
    static const Theme theme = makeDark();
    return theme;
}

const Theme& lightContrastTheme() {
    static const Theme theme = makeLightContrast();
    return theme;
}

const Theme& darkContrastTheme() {
    static const Theme theme = makeDarkContrast();
    return theme;
}

Theme forcedTheme(Colour ground, Colour ink, Colour link, Colour control) {
    Theme t;
    t.background = t.surface = t.raised = t.onPrimary = ground;
    t.primaryTint = t.rightTint = t.carefulTint = t.wrongTint = ground;
    t.ink = t.softInk = t.right = t.careful = t.wrong = ink;
    t.primary = t.accent = link;
    t.line = t.control = control;
    t.outlined = true;
    t.name = "forced";
    return t;
}

double contrast(Colour a, Colour b) {
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

Colour blend(Colour a, Colour b, float share) {
    Colour mixed;
    for (const unsigned shift : {16U, 8U, 0U}) {
        const float from = static_cast<float>((a.rgb >> shift) & 0xFFU);
        const float to = static_cast<float>((b.rgb >> shift) & 0xFFU);
        mixed.rgb |= static_cast<std::uint32_t>(std::lround(from + (to - from) * share)) << shift;
    }
    return mixed;
}

std::uint32_t packed(Colour colour, float opacity) {
    const auto alpha = static_cast<std::uint32_t>(std::lround(std::clamp(opacity, 0.0F, 1.0F) * 255.0F));
    return (alpha << 24U) | ((colour.rgb & 0xFFU) << 16U) | (colour.rgb & 0xFF00U) | ((colour.rgb >> 16U) & 0xFFU);
}

} // namespace ui
