// What the table of records says about a course: when it is completed, how the scores lie, which questions are hard and
// which tell those who know from those who do not, and which objectives few people hold.
#pragma once

#include "base/time.h"
#include "records/table.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace records {

struct Week {
    base::Instant start{}; ///< Monday, midnight
    std::size_t completed = 0;
};

/// Completions in each week from the first to the last that has any, those without any too. Weeks begin on Monday
/// (ISO 8601) at midnight `offset` ahead of UTC. Records that claim times more than `mostWeeks` before the last are not
/// counted: a clock that was wrong by decades must not draw them all.
inline constexpr std::size_t mostWeeks = 10 * 53;
[[nodiscard]] std::vector<Week> completionsPerWeek(const Table& table, const std::vector<Row>& rows,
                                                   base::UtcOffset offset);

/// How many scores lie in 0–9.99, 10–19.99, … 90–100 percent.
[[nodiscard]] std::array<std::size_t, 10> scoreDistribution(const Table& table, const std::vector<Row>& rows);

struct ItemFigures {
    std::uint32_t item = 0; ///< in Table::items
    std::size_t asked = 0;
    /// Mean share that was right, 0..1: the item's p value. The smaller, the harder.
    double difficulty = 0;
    /// Correlation (Pearson) of the item's share with the mean share of the other items of the same quiz, −1..1;
    /// nothing when one of both never varies or fewer than `leastForDiscrimination` were asked. For items that are
    /// right or wrong this is the item-rest point-biserial (M₁ − M₀) / s · √(p q); see Crocker & Algina, Introduction
    /// to Classical and Modern Test Theory (1986), chapter 14. An item below about 0.2 tells little.
    std::optional<double> discrimination;
};
inline constexpr std::size_t leastForDiscrimination = 10;

/// From the first quizzes of these rows; items that were asked, hardest first.
[[nodiscard]] std::vector<ItemFigures> itemFigures(const Table& table, const std::vector<Row>& rows);

struct ObjectiveFigures {
    std::uint32_t objective = 0; ///< in Table::objectives
    std::size_t asked = 0;       ///< people of whom it was asked
    std::size_t secure = 0;      ///< of those, who hold it (learning::Mastery::secure)
};

/// Of the people of these rows, whichever rows of theirs: objectives that were asked for, those that the smallest share
/// holds first.
[[nodiscard]] std::vector<ObjectiveFigures> objectiveFigures(const Table& table, const std::vector<Row>& rows);

} // namespace records
