// Where in a file something stands, as an editor counts: looked up in the text only when there is something to report.
// Knows JSON's shape, not what it says.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace coursec {

/// Both from 1; columns count characters.
struct Position {
    std::size_t line = 1, column = 1;
};

/// Where the member (its name) or element that a JSON pointer names stands in `text`; of one that is not there, the
/// nearest thing around it that is.
[[nodiscard]] Position positionOf(std::string_view text, std::string_view pointer);

/// Where a reader stops that wants each name once in an object and a limit to nesting: the second of two members of one
/// name, or the bracket that opens one level too many.
[[nodiscard]] std::optional<Position> positionOfExcess(std::string_view text);

/// One step of a JSON pointer as it is named in the text: "~1" is a slash, "~0" a tilde.
[[nodiscard]] std::string plainStep(std::string step);

} // namespace coursec
