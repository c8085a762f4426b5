#include "portal/display.h"

#include <algorithm>
#include <charconv>

namespace portal {

void Display::set(std::string_view name, std::string_view value) {
    if (name == "theme") {
        theme = value == "light" ? Theme::light : value == "dark" ? Theme::dark : Theme::system;
    } else if (name == "contrast") {
        moreContrast = value == "more";
    } else if (name == "motion") {
        reducedMotion = value == "less";
    } else if (name == "page") {
        plain = value == "plain";
    } else if (name == "text") {
        int percent = 100;
        const auto read = std::from_chars(value.data(), value.data() + value.size(), percent);
        textPercent = read.ec == std::errc{} ? std::clamp(percent, leastText, mostText) : 100;
    }
}

} // namespace portal
