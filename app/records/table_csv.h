// Rows of the table of records as CSV, piece by piece, so that a million of them neither stand in memory twice nor hold
// up the page.
#pragma once

#include "base/time.h"
#include "records/table_cells.h"

#include <functional>
#include <span>
#include <string>

namespace records {

class TableCsv {
public:
    /// All must outlive this. Times are written as the clock on the wall showed them: `offsetAt` gives what it was
    /// ahead of UTC.
    TableCsv(const Table& table, const TableWords& words, std::function<base::UtcOffset(base::Instant)> offsetAt)
        : table_(table), words_(words), offsetAt_(std::move(offsetAt)) {}

    /// Byte-order mark and the names of the columns.
    [[nodiscard]] std::string head() const;
    /// The next rows; pieces put together make one file. Cells are made harmless as records/csv.h says.
    [[nodiscard]] std::string piece(std::span<const Row> rows) const;

private:
    const Table& table_;
    const TableWords& words_;
    std::function<base::UtcOffset(base::Instant)> offsetAt_;
};

} // namespace records
