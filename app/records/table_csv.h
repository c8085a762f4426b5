// Rows of the table of records as CSV, piece by piece, so that a million of them neither stand in memory twice nor hold
// up the page.
#pragma once

#include "base/time.h"
#include "records/table.h"

#include <array>
#include <functional>
#include <span>
#include <string>

namespace records {

/// The reader's words for the columns, in their order, and for the statuses.
struct TableCsvWords {
    std::string name, number, learnerId, department, course, module, title, contentVersion, status, lessonsFinished,
        lessonsInAll, minutesActive, attempts, score, passMark, started, finished, due, expires, certificate;
    std::array<std::string, 3> statuses; ///< by CompletionStatus
};

class TableCsv {
public:
    /// All must outlive this. Times are written as the clock on the wall showed them: `offsetAt` gives what it was
    /// ahead of UTC.
    TableCsv(const Table& table, const TableCsvWords& words, std::function<base::UtcOffset(base::Instant)> offsetAt)
        : table_(table), words_(words), offsetAt_(std::move(offsetAt)) {}

    /// Byte-order mark and the names of the columns.
    [[nodiscard]] std::string head() const;
    /// The next rows; pieces put together make one file. Cells are made harmless as records/csv.h says.
    [[nodiscard]] std::string piece(std::span<const Row> rows) const;

private:
    void addTime(std::string& text, Time at) const;

    const Table& table_;
    const TableCsvWords& words_;
    std::function<base::UtcOffset(base::Instant)> offsetAt_;
};

} // namespace records
