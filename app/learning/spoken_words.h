// What of a line is said aloud, and what is done meanwhile.
#pragma once

#include <string>
#include <string_view>

namespace learning {

/// The line without what stands in brackets, () or （）: that is done, not said. "" when nothing is left to say.
[[nodiscard]] std::string spokenWords(std::string_view line);
/// The brackets, with what stands in them; "" when there are none.
[[nodiscard]] std::string unspokenWords(std::string_view line);

} // namespace learning
