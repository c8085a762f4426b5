#include "records/roster.h"

#include "base/utf8.h"
#include "records/csv_reader.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>
#include <utility>

namespace records {

namespace {

constexpr std::size_t columnCount = 5;
enum Column : std::size_t { number, name, department, subject, due };

struct Heading {
    std::string_view words;
    Column column;
};
constexpr Heading headings[] = {{"number", number},   {"employee number", number},
                                {"工号", number},     {"员工编号", number},
                                {"员工号", number},   {"name", name},
                                {"姓名", name},       {"department", department},
                                {"部门", department}, {"course", subject},
                                {"module", subject},  {"课程", subject},
                                {"模块", subject},    {"due", due},
                                {"due date", due},    {"截止日期", due},
                                {"截止", due},        {"完成期限", due}};

std::string tidy(std::string_view cell) { return base::tidyName(cell, std::numeric_limits<std::size_t>::max()); }

/// Where each column stands; -1: nowhere.
std::array<int, columnCount> findColumns(const CsvRow& head) {
    std::array<int, columnCount> places;
    places.fill(-1);
    for (std::size_t i = 0; i < head.cells.size(); ++i) {
        std::string words = tidy(head.cells[i]);
        for (char& byte : words)
            if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
        for (const Heading& heading : headings)
            if (heading.words == words && places[heading.column] < 0) places[heading.column] = static_cast<int>(i);
    }
    return places;
}

/// The three numbers of a day, whatever stands between them.
std::optional<base::Instant> endOfDay(std::string_view text, base::UtcOffset offset) {
    int numbers[3] = {};
    std::size_t count = 0;
    bool inNumber = false;
    for (const char byte : text) {
        const bool digit = byte >= '0' && byte <= '9';
        if (digit && !inNumber && ++count > 3) return std::nullopt;
        inNumber = digit;
        if (!digit) continue;
        int& value = numbers[count - 1];
        value = value * 10 + (byte - '0');
        if (value > 9999) return std::nullopt;
    }
    const std::chrono::year_month_day day{std::chrono::year{numbers[0]},
                                          std::chrono::month{static_cast<unsigned>(numbers[1])},
                                          std::chrono::day{static_cast<unsigned>(numbers[2])}};
    if (count != 3 || numbers[0] < 1970 || !day.ok()) return std::nullopt;
    return base::Instant{std::chrono::sys_days{day}.time_since_epoch() + std::chrono::days{1} - offset};
}

} // namespace

Roster readRoster(std::string_view file, base::UtcOffset offset) {
    Roster roster;
    const auto rows = readCsv(file);
    if (!rows) {
        roster.faults.push_back(rows.error());
        return roster;
    }
    if (rows.value().empty()) {
        roster.faults.push_back({base::Fault::missing, "The file is empty.", ""});
        return roster;
    }
    const auto places = findColumns(rows.value().front());
    if (places[number] < 0) {
        roster.faults.push_back(
            {base::Fault::missing, "No column is headed \"number\" or \"工号\"; people are found by it.", "line 1"});
        return roster;
    }
    for (std::size_t i = 1; i < rows.value().size(); ++i) {
        const CsvRow& row = rows.value()[i];
        const auto cell = [&row, &places](Column column) {
            const int place = places[column];
            return place >= 0 && static_cast<std::size_t>(place) < row.cells.size()
                       ? tidy(row.cells[static_cast<std::size_t>(place)])
                       : std::string();
        };
        Assignment assignment{row.line, cell(number), cell(name), cell(department), cell(subject), {}};
        const std::string where = "line " + std::to_string(row.line);
        if (assignment.number.empty())
            roster.faults.push_back({base::Fault::missing, "This line has no employee number.", where});
        if (const std::string day = cell(due); !day.empty()) {
            assignment.due = endOfDay(day, offset);
            if (!assignment.due)
                roster.faults.push_back(
                    {base::Fault::wrongType, "\"" + day + "\" is no day. Write it as 2026-11-22.", where});
        }
        roster.assignments.push_back(std::move(assignment));
    }
    return roster;
}

} // namespace records
