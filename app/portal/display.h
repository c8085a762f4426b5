// How a person wants to see the portal. What they leave open, the system decides. Knows no colour.
#pragma once

#include <string>
#include <string_view>

namespace portal {

struct Display {
    enum class Theme { system, light, dark };
    static constexpr int leastText = 80, mostText = 200; ///< percent

    Theme theme = Theme::system;
    bool moreContrast = false;  ///< also when the system does not ask for it
    bool reducedMotion = false; ///< the same
    bool plain = false;         ///< the mirror instead of the drawing
    int textPercent = 100;

    /// "theme" → "system", "light" or "dark"; "contrast" → "more"; "motion" → "less"; "page" → "plain"; "text" →
    /// "80" to "200". Any other value of a known name means the system's; an unknown name is none of this one's
    /// business.
    void set(std::string_view name, std::string_view value);
    friend bool operator==(const Display&, const Display&) = default;
};

} // namespace portal
