#include "records/statistics.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <span>

namespace records {

namespace {

constexpr Time week = 7 * 24 * 3600 * Time{1000};
/// 1970-01-05 was the first Monday.
constexpr Time firstMonday = 4 * 24 * 3600 * Time{1000};

Time weekOf(Time at, base::UtcOffset offset) {
    const Time sinceMonday = at + std::chrono::duration_cast<base::Milliseconds>(offset).count() - firstMonday;
    const Time count = sinceMonday / week;
    return sinceMonday < count * week ? count - 1 : count; // rounded down, also before 1970
}

/// Sums of an item's shares (x) and of the mean shares of the others (y).
struct Sums {
    std::size_t asked = 0, compared = 0;
    double share = 0;
    double x = 0, y = 0, xx = 0, yy = 0, xy = 0;

    [[nodiscard]] std::optional<double> correlation() const {
        if (compared < leastForDiscrimination) return std::nullopt;
        const double n = static_cast<double>(compared);
        const double spreadX = n * xx - x * x, spreadY = n * yy - y * y;
        if (spreadX < 1e-9 * n * n || spreadY < 1e-9 * n * n) return std::nullopt;
        return std::clamp((n * xy - x * y) / std::sqrt(spreadX * spreadY), -1.0, 1.0);
    }
};

} // namespace

std::vector<Week> completionsPerWeek(const Table& table, const std::vector<Row>& rows, base::UtcOffset offset) {
    Time first = noTime, last = std::numeric_limits<Time>::min();
    for (const Row row : rows) {
        if (table.finished[row] == noTime) continue;
        const Time at = weekOf(table.finished[row], offset);
        first = std::min(first, at);
        last = std::max(last, at);
    }
    std::vector<Week> weeks;
    if (first == noTime) return weeks;
    first = std::max(first, last - static_cast<Time>(mostWeeks) + 1);
    for (Time at = first; at <= last; ++at)
        weeks.push_back({base::Instant{base::Milliseconds{at * week + firstMonday} - offset}, 0});
    for (const Row row : rows) {
        if (table.finished[row] == noTime) continue;
        const Time at = weekOf(table.finished[row], offset);
        if (at >= first) ++weeks[static_cast<std::size_t>(at - first)].completed;
    }
    return weeks;
}

std::array<std::size_t, 10> scoreDistribution(const Table& table, const std::vector<Row>& rows) {
    std::array<std::size_t, 10> counts{};
    for (const Row row : rows)
        if (table.score[row] >= 0) ++counts[std::min<std::size_t>(static_cast<std::size_t>(table.score[row] / 10), 9)];
    return counts;
}

std::vector<ItemFigures> itemFigures(const Table& table, const std::vector<Row>& rows) {
    std::vector<Sums> sums(table.items.size());
    for (const Row row : rows) {
        const std::span<const ItemAnswer> answers = table.itemAnswers[row];
        double total = 0;
        for (const ItemAnswer& each : answers) total += each.share / 10'000.0;
        for (const ItemAnswer& each : answers) {
            const double share = each.share / 10'000.0;
            Sums& item = sums[each.item];
            ++item.asked;
            item.share += share;
            if (answers.size() < 2) continue;
            const double others = (total - share) / static_cast<double>(answers.size() - 1);
            ++item.compared;
            item.x += share;
            item.y += others;
            item.xx += share * share;
            item.yy += others * others;
            item.xy += share * others;
        }
    }
    std::vector<ItemFigures> figures;
    for (std::uint32_t item = 0; item < sums.size(); ++item)
        if (sums[item].asked > 0)
            figures.push_back({item, sums[item].asked, sums[item].share / static_cast<double>(sums[item].asked),
                               sums[item].correlation()});
    std::stable_sort(figures.begin(), figures.end(), [](const ItemFigures& one, const ItemFigures& other) {
        return one.difficulty < other.difficulty;
    });
    return figures;
}

std::vector<ObjectiveFigures> objectiveFigures(const Table& table, const std::vector<Row>& rows) {
    std::vector<std::uint8_t> among(table.people.size(), 0);
    for (const Row row : rows) among[table.person[row]] = 1;
    std::vector<ObjectiveFigures> sums(table.objectives.size());
    for (Row row = 0; row < table.rows(); ++row) {
        if (among[table.person[row]] == 0) continue;
        for (const ObjectiveMark& mark : table.objectiveMarks[row]) {
            ObjectiveFigures& figures = sums[mark.objective()];
            ++figures.asked;
            if (mark.mastery() == learning::Mastery::secure) ++figures.secure;
        }
    }
    std::vector<ObjectiveFigures> figures;
    for (std::uint32_t objective = 0; objective < sums.size(); ++objective)
        if (sums[objective].asked > 0) figures.push_back({objective, sums[objective].asked, sums[objective].secure});
    // a/b < c/d without dividing; of equal shares the one that more people were asked for.
    std::stable_sort(figures.begin(), figures.end(), [](const ObjectiveFigures& one, const ObjectiveFigures& other) {
        const std::size_t left = one.secure * other.asked, right = other.secure * one.asked;
        return left != right ? left < right : one.asked > other.asked;
    });
    return figures;
}

} // namespace records
