// Reading comma-separated values as spreadsheets write them: RFC 4180, with or without byte-order mark, any line break,
// and also with semicolons or tabs, which Excel takes in many countries.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace records {

struct CsvRow {
    std::size_t line = 0; ///< of its start in the file, from 1
    std::vector<std::string> cells;
};

/// The rows that hold anything. Fault::unreadable when the file is not UTF-8 (GBK, UTF-16) or when a quote is not
/// closed or closed amid a cell; `where` then names the line.
[[nodiscard]] base::Result<std::vector<CsvRow>> readCsv(std::string_view file);

} // namespace records
