// A paragraph in which stretches stand out: gaps that are filled, words that matter. Wraps as any paragraph does.
#pragma once

#include "ui/widgets.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace ui {

struct Marked {
    std::size_t begin = 0, end = 0; ///< bytes of the text
    Mark mark = Mark::none;
};
/// `said` is what a reader hears in place of the drawn words.
void markedText(Column& column, std::string_view key, std::string_view words, const std::vector<Marked>& marks,
                std::string_view said);

} // namespace ui
