// Comma-separated values that Excel opens without harm: RFC 4180, byte-order mark, CRLF, no cell that runs as a
// formula.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace records {

/// One cell: neutralised with a leading apostrophe when it starts with = + - @, tab or CR (names come from trainees),
/// quoted when it holds a comma, a quote, CR or LF.
[[nodiscard]] std::string csvCell(std::string_view text);

/// Rows of cells as one file, starting with the byte-order mark.
[[nodiscard]] std::string csvFile(const std::vector<std::vector<std::string>>& rows);

} // namespace records
