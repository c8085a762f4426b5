#include "records/table_view.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace records {

namespace {

constexpr std::uint64_t empty = std::numeric_limits<std::uint64_t>::max();

struct Keyed {
    std::uint64_t key;
    Row row;
};

/// Least significant digit first, 11 bits at a time (Knuth, The Art of Computer Programming 3, 5.2.5).
void radixSort(std::vector<Keyed>& rows, std::uint64_t greatest) {
    constexpr unsigned bits = 11;
    constexpr std::uint64_t digit = (1u << bits) - 1;
    std::vector<Keyed> other(rows.size());
    for (unsigned shift = 0; shift < 64 && greatest >> shift != 0; shift += bits) {
        std::array<std::uint32_t, digit + 1> starts{};
        for (const Keyed& each : rows) ++starts[each.key >> shift & digit];
        std::uint32_t sum = 0;
        for (std::uint32_t& start : starts) sum += std::exchange(start, sum);
        for (const Keyed& each : rows) other[starts[each.key >> shift & digit]++] = each;
        rows.swap(other);
    }
}

/// How many characters all words have in common at their beginning; those that are "" do not count.
template <class WordAt>
std::size_t sharedBeginning(std::size_t count, WordAt wordAt) {
    const std::string* first = nullptr;
    std::size_t shared = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::string& word = wordAt(i);
        if (word.empty()) continue;
        if (!first) {
            first = &word;
            shared = word.size();
        }
        const auto differing = std::mismatch(word.begin(), word.end(), first->begin(), first->end()).first;
        shared = std::min(shared, static_cast<std::size_t>(differing - word.begin()));
    }
    return shared;
}

/// The eight characters from there on, as a number of the same order.
std::uint64_t eightFrom(std::size_t begin, const std::string& word) {
    std::uint64_t eight = 0;
    for (std::size_t at = begin; at < begin + 8; ++at)
        eight = eight << 8U | (at < word.size() ? static_cast<std::uint8_t>(word[at]) : 0U);
    return eight;
}

/// For each word its place in the order of characters; "" is empty. Most words differ in the first eight characters
/// after those that all have in common (employee numbers do); only those that do not are compared whole.
template <class WordAt>
std::vector<std::uint64_t> placesOf(std::size_t count, WordAt wordAt) {
    const std::size_t shared = sharedBeginning(count, wordAt);
    std::vector<Keyed> sorted(count);
    std::uint64_t greatest = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        sorted[i] = {eightFrom(shared, wordAt(i)), i};
        greatest = std::max(greatest, sorted[i].key);
    }
    radixSort(sorted, greatest);
    const auto end = sorted.end();
    for (auto begin = sorted.begin(); begin != end;) {
        const auto next = std::find_if(begin, end, [&](const Keyed& each) { return each.key != begin->key; });
        if (next - begin > 1)
            std::sort(begin, next,
                      [&](const Keyed& one, const Keyed& other) { return wordAt(one.row) < wordAt(other.row); });
        begin = next;
    }
    std::vector<std::uint64_t> places(count, empty);
    std::uint64_t place = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string& word = wordAt(sorted[i].row);
        if (i > 0 && (sorted[i - 1].key != sorted[i].key || wordAt(sorted[i - 1].row) != word)) ++place;
        if (!word.empty()) places[sorted[i].row] = place;
    }
    return places;
}

std::vector<std::uint64_t> placesOf(const Words& words) {
    return placesOf(words.size(), [&words](std::uint32_t i) -> const std::string& { return words[i]; });
}

template <class KeyAt>
std::vector<Keyed> keyed(const Table& table, KeyAt keyAt) {
    std::vector<Keyed> rows;
    rows.reserve(table.rows());
    for (const Row row : table.byName) rows.push_back({keyAt(row), row});
    return rows;
}

std::vector<Keyed> byTime(const Table& table, const std::vector<Time>& column) {
    // The sign bit turned round puts times before 1970 before those after.
    return keyed(table, [&column](Row row) {
        return column[row] == noTime ? empty : static_cast<std::uint64_t>(column[row]) ^ (std::uint64_t{1} << 63);
    });
}

std::vector<Keyed> byCount(const Table& table, const std::vector<std::uint32_t>& column) {
    return keyed(table, [&column](Row row) { return std::uint64_t{column[row]}; });
}

std::vector<Keyed> byPlace(const Table& table, const std::vector<std::uint64_t>& places,
                           const std::vector<std::uint32_t>& column) {
    return keyed(table, [&](Row row) { return places[column[row]]; });
}

std::vector<Keyed> keysOf(const Table& table, Column column) {
    switch (column) {
    case Column::name: return {};
    case Column::number:
        return byPlace(table,
                       placesOf(table.people.size(),
                                [&table](std::uint32_t i) -> const std::string& { return table.people[i].number; }),
                       table.person);
    case Column::department: return byPlace(table, placesOf(table.departments), table.department);
    case Column::contentVersion: return byPlace(table, placesOf(table.contentVersions), table.contentVersion);
    case Column::subject: return byCount(table, table.subject);
    case Column::status: return keyed(table, [&table](Row row) { return std::uint64_t{table.status[row]}; });
    case Column::started: return byTime(table, table.started);
    case Column::finished: return byTime(table, table.finished);
    case Column::due: return byTime(table, table.due);
    case Column::expires: return byTime(table, table.expires);
    case Column::score:
        // Ten thousandths of a percent: two scores that differ by less were never two scores.
        return keyed(table, [&table](Row row) {
            return table.score[row] < 0 ? empty : static_cast<std::uint64_t>(double{table.score[row]} * 10'000 + 0.5);
        });
    case Column::attempts: return byCount(table, table.attempts);
    case Column::secondsActive: return byCount(table, table.secondsActive);
    case Column::lessonsFinished: return byCount(table, table.lessonsFinished);
    }
    return {};
}

/// Makes the keys small: from 0, turned round when descending, empty ones last. Gives the greatest.
std::uint64_t squeeze(std::vector<Keyed>& rows, bool descending) {
    std::uint64_t least = empty, most = 0;
    for (const Keyed& each : rows) {
        if (each.key == empty) continue;
        least = std::min(least, each.key);
        most = std::max(most, each.key);
    }
    if (least == empty) least = most = 0;
    const std::uint64_t last = most - least + 1;
    for (Keyed& each : rows) each.key = each.key == empty ? last : descending ? most - each.key : each.key - least;
    return last;
}

/// What a filter's list of keys says of each key.
template <class Key>
std::vector<std::uint8_t> wanted(std::size_t count, const std::vector<Key>& keys) {
    std::vector<std::uint8_t> marks(count, 0);
    for (const Key key : keys)
        if (static_cast<std::size_t>(key) < count) marks[static_cast<std::size_t>(key)] = 1;
    return marks;
}

template <class Holds>
void keepWhere(std::vector<std::uint8_t>& marks, Holds holds) {
    for (std::size_t row = 0; row < marks.size(); ++row)
        marks[row] = static_cast<std::uint8_t>(marks[row] & static_cast<std::uint8_t>(holds(row)));
}

bool isCompleted(const Table& table, std::size_t row) {
    return table.status[row] == static_cast<std::uint8_t>(CompletionStatus::completed);
}

Time countOf(base::Instant at) { return at.time_since_epoch().count(); }

} // namespace

std::vector<Row> ordered(const Table& table, Column column, bool descending) {
    if (column == Column::name) {
        std::vector<Row> rows = table.byName;
        if (descending) std::reverse(rows.begin(), rows.end());
        return rows;
    }
    std::vector<Keyed> keys = keysOf(table, column);
    const std::uint64_t greatest = squeeze(keys, descending);
    radixSort(keys, greatest);
    std::vector<Row> rows;
    rows.reserve(keys.size());
    for (const Keyed& each : keys) rows.push_back(each.row);
    return rows;
}

bool isOverdue(const Table& table, Row row, const Today& today) {
    return !isCompleted(table, row) && table.due[row] <= countOf(today.now);
}

bool isExpiring(const Table& table, Row row, const Today& today) {
    return table.expires[row] > countOf(today.now) && table.expires[row] <= countOf(today.now + today.soon);
}

bool isExpired(const Table& table, Row row, const Today& today) { return table.expires[row] <= countOf(today.now); }

std::vector<std::uint8_t> matching(const Table& table, const Filter& filter, const Today& today) {
    std::vector<std::uint8_t> marks(table.rows(), 1);
    if (!filter.departments.empty()) {
        const auto marked = wanted(table.departments.size(), filter.departments);
        keepWhere(marks, [&](std::size_t row) { return marked[table.department[row]]; });
    }
    if (!filter.subjects.empty()) {
        const auto marked = wanted(table.subjects.size(), filter.subjects);
        keepWhere(marks, [&](std::size_t row) { return marked[table.subject[row]]; });
    }
    if (!filter.statuses.empty()) {
        const auto marked = wanted(3, filter.statuses);
        keepWhere(marks, [&](std::size_t row) { return marked[table.status[row]]; });
    }
    if (filter.leastScore || filter.mostScore) {
        const float least = static_cast<float>(filter.leastScore.value_or(0));
        const float most = static_cast<float>(filter.mostScore.value_or(100));
        keepWhere(marks, [&](std::size_t row) { return table.score[row] >= least && table.score[row] <= most; });
    }
    if (filter.finishedFrom || filter.finishedBefore) {
        const Time from = filter.finishedFrom ? countOf(*filter.finishedFrom) : std::numeric_limits<Time>::min();
        const Time before = filter.finishedBefore ? countOf(*filter.finishedBefore) : noTime;
        keepWhere(marks, [&](std::size_t row) { return table.finished[row] >= from && table.finished[row] < before; });
    }
    if (filter.overdue || filter.expiring || filter.expired)
        keepWhere(marks, [&](std::size_t row) {
            const Row at = static_cast<Row>(row);
            return (filter.overdue && isOverdue(table, at, today)) ||
                   (filter.expiring && isExpiring(table, at, today)) || (filter.expired && isExpired(table, at, today));
        });
    if (!filter.name.empty()) {
        const std::vector<std::uint8_t> found = table.names.find(filter.name);
        keepWhere(marks, [&](std::size_t row) { return found[table.person[row]]; });
    }
    return marks;
}

std::vector<Row> marked(const std::vector<Row>& rows, const std::vector<std::uint8_t>& marks) {
    // Written always and counted only when marked: no branch that a million coin tosses would mislead.
    std::vector<Row> kept(rows.size());
    std::size_t count = 0;
    for (const Row row : rows) {
        kept[count] = row;
        count += marks[row];
    }
    kept.resize(count);
    return kept;
}

std::vector<Group> grouped(const Table& table, const std::vector<Row>& rows, Grouping grouping, const Today& today) {
    std::vector<Group> groups(grouping == Grouping::department ? table.departments.size()
                              : grouping == Grouping::subject  ? table.subjects.size()
                                                               : 3);
    for (const Row row : rows) {
        Group& group = groups[grouping == Grouping::department ? table.department[row]
                              : grouping == Grouping::subject  ? table.subject[row]
                                                               : table.status[row]];
        ++group.rows;
        group.completed += isCompleted(table, row);
        group.overdue += isOverdue(table, row, today);
        group.expiring += isExpiring(table, row, today);
        group.expired += isExpired(table, row, today);
        if (table.score[row] < 0) continue;
        ++group.scored;
        group.meanScore += double{table.score[row]};
    }
    std::vector<Group> found;
    for (std::uint32_t key = 0; key < groups.size(); ++key) {
        Group group = groups[key];
        if (group.rows == 0) continue;
        group.key = key;
        if (group.scored > 0) group.meanScore /= static_cast<double>(group.scored);
        found.push_back(group);
    }
    return found;
}

} // namespace records
