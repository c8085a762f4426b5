// What is asked of the table of records: rows in an order, rows that meet conditions, rows counted in groups. Nothing
// is changed by it.
#pragma once

#include "records/table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace records {

enum class Column {
    name,
    number,
    department,
    subject, ///< in the order in which the course teaches
    status,
    started,
    finished,
    due,
    expires,
    score,
    attempts,
    secondsActive,
    lessonsFinished,
    contentVersion,
};

/// All rows in the order of a column, equal ones in the order of names. What is empty stands last either way.
/// A stable radix sort: its time grows with the rows, not with how they lie.
[[nodiscard]] std::vector<Row> ordered(const Table& table, Column column, bool descending);

/// Now, and until when something is said to expire soon.
struct Today {
    base::Instant now{};
    base::Milliseconds soon = std::chrono::days{30};
};

/// Overdue: not completed, and the due day is over. Expiring: completed, still valid, not for longer than `soon`.
/// Expired: completed, but no longer valid.
[[nodiscard]] bool isOverdue(const Table& table, Row row, const Today& today);
[[nodiscard]] bool isExpiring(const Table& table, Row row, const Today& today);
[[nodiscard]] bool isExpired(const Table& table, Row row, const Today& today);

/// Conditions that must hold all at once; one that is left as it is holds for every row.
struct Filter {
    std::string name;                            ///< as NameIndex::find
    std::vector<std::uint32_t> departments;      ///< one of these
    std::vector<std::uint32_t> subjects;         ///< one of these
    std::vector<CompletionStatus> statuses;      ///< one of these
    std::optional<double> leastScore, mostScore; ///< with a score from … to …, both included
    std::optional<base::Instant> finishedFrom, finishedBefore;
    bool overdue = false, expiring = false, expired = false; ///< when several are set, one of them is enough
};

/// For each row 1 when it meets the filter.
[[nodiscard]] std::vector<std::uint8_t> matching(const Table& table, const Filter& filter, const Today& today);
/// Those of `rows` that are marked, in their order.
[[nodiscard]] std::vector<Row> marked(const std::vector<Row>& rows, const std::vector<std::uint8_t>& marks);

enum class Grouping { department, subject, status };

struct Group {
    std::uint32_t key = 0; ///< index of the department or subject, or the CompletionStatus
    std::size_t rows = 0, completed = 0, overdue = 0, expiring = 0, expired = 0;
    std::size_t scored = 0;
    double meanScore = 0; ///< 0..100, of those that have one
};

/// Groups that have rows, in the order of their keys.
[[nodiscard]] std::vector<Group> grouped(const Table& table, const std::vector<Row>& rows, Grouping grouping,
                                         const Today& today);

} // namespace records
