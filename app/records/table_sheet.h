// Rows of the table of records as worksheets of a workbook (ECMA-376 part 1, SpreadsheetML), piece by piece: the XML
// that web/records/workbook.js puts into the .xlsx file. Text stands in the sheet itself, so that nothing has to be
// collected, and is never a formula.
#pragma once

#include "base/time.h"
#include "records/table_cells.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace records {

/// Text between two tags: what XML must not hold is left out, what a spreadsheet would read as an escape (`_x0041_`) is
/// escaped, and what is longer than a cell may be (32,767 UTF-16 units) is cut.
[[nodiscard]] std::string sheetText(std::string_view text);

class TableSheet {
public:
    /// Rows of one worksheet at most, without the head.
    static constexpr std::size_t mostRows = 1'048'575;

    /// As TableCsv's.
    TableSheet(const Table& table, const TableWords& words, std::function<base::UtcOffset(base::Instant)> offsetAt)
        : table_(table), words_(words), offsetAt_(std::move(offsetAt)) {}

    /// Begins a worksheet: the names of the columns, which stay in sight.
    [[nodiscard]] std::string head() const;
    [[nodiscard]] std::string piece(std::span<const Row> rows) const;
    /// Ends a worksheet of so many rows.
    [[nodiscard]] std::string tail(std::size_t rows) const;

private:
    const Table& table_;
    const TableWords& words_;
    std::function<base::UtcOffset(base::Instant)> offsetAt_;
};

} // namespace records
