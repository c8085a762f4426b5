// What a million completion records cost without a browser: records_bench [rows [folder]]. Prints JSON: each task of
// the table of records next to the obvious way (a vector of structs with std::string, std::stable_sort,
// std::string::find), medians in milliseconds, measured in turns in the same run. Built natively and as WebAssembly.
// Into the folder it writes what went out (records.csv, sheet.xml), for others to do the same with. Knows nothing of
// how the figures are shown.

#include "base/json_writer.h"
#include "records/record_json.h"
#include "records/statements.h"
#include "records/statistics.h"
#include "records/table_csv.h"
#include "records/table_sheet.h"
#include "records/table_view.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace {

using records::Row;
using records::Table;

constexpr int runs = 5;
constexpr std::size_t pieceRows = 4096;
constexpr std::size_t linesRead = 20'000;

double once(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> times) {
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
    return times[times.size() / 2];
}

/// Both ways in turns, so that what else the machine does falls on both.
std::string inTurns(const std::function<void()>& table, const std::function<void()>& plain) {
    std::vector<double> ours, theirs;
    for (int run = 0; run < runs; ++run) {
        ours.push_back(once(table));
        theirs.push_back(once(plain));
    }
    base::JsonObject figures;
    figures.number("table", median(ours));
    figures.number("obvious", median(theirs));
    figures.number("ratio", median(theirs) / median(ours));
    return figures.text();
}

std::uint32_t chance() {
    static std::uint32_t state = 1;
    state = state * 1664525u + 1013904223u;
    return state >> 8;
}

/// The course of one person, without its modules: a person a row is the most work that a million rows can be.
records::Record someRecord(std::size_t number) {
    static const char* const surnames[] = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "单", "曾"};
    static const char* const given[] = {"小明", "伟", "芳", "娜", "秀英", "敏", "静",
                                        "丽",   "强", "磊", "洋", "艳",   "勇", "军"};
    records::Record record;
    char id[48];
    std::snprintf(id, sizeof id, "00000000-0000-4000-8000-%012zx", number);
    record.learnerId = id;
    record.learnerName = std::string(surnames[chance() % 12]) + given[chance() % 14] + given[chance() % 14];
    record.number = "A-" + std::to_string(number);
    record.department = "客服" + std::to_string(chance() % 40) + "部";
    records::Achievement& course = record.course;
    course.id = "service-academy";
    course.title = "服务学苑";
    course.contentVersion = chance() % 3 ? "2026.11" : "2026.10";
    course.status = static_cast<records::CompletionStatus>(chance() % 3);
    course.lessonsInAll = 64;
    course.passMark = base::Percent(80);
    const base::Instant at{std::chrono::seconds{1'700'000'000 + chance() % 94'000'000}};
    if (course.status != records::CompletionStatus::notStarted) {
        course.started = at;
        course.attempts = 1 + static_cast<int>(chance() % 3);
        course.score = base::Percent(static_cast<double>(chance() % 10'001) / 100);
        course.scored = at + std::chrono::hours{20};
        course.passed = course.status == records::CompletionStatus::completed;
        for (std::uint32_t i = 0; i < 10; ++i)
            course.items.push_back({"M" + std::to_string(i + 1) + "-" + std::to_string(chance() % 20),
                                    base::Percent(chance() % 2 ? 100 : 0)});
    }
    if (course.status == records::CompletionStatus::completed) course.finished = course.scored;
    record.evidence = {"hash", 100, at};
    return record;
}

/// Initials of the block U+4E00 – U+9FFF; which letters does not matter to the time it takes.
records::Initials someInitials() {
    std::string text = "service-academy/initials 1\n";
    for (int i = 0; i < 0xA000 - 0x4E00; ++i) text.push_back(static_cast<char>('a' + i % 26));
    return records::Initials::read(text + '\n').value();
}

/// The obvious way to keep a row.
struct Plain {
    std::string id, name, number, department, version;
    int status = 0;
    std::int64_t finished = 0;
    double score = 0;
};

std::vector<Plain> plainOf(const Table& table) {
    std::vector<Plain> rows;
    rows.reserve(table.rows());
    for (Row row = 0; row < table.rows(); ++row) {
        const records::Person& person = table.people[table.person[row]];
        rows.push_back({person.id, person.name, person.number, table.departments[table.department[row]],
                        table.contentVersions[table.contentVersion[row]], table.status[row], table.finished[row],
                        double{table.score[row]}});
    }
    return rows;
}

std::size_t kept = 0; ///< so that nothing is left out as unused

std::string sorting(const Table& table, const std::vector<Plain>& plain) {
    const auto compare = [&](records::Column column, auto less) {
        return inTurns([&] { kept += ordered(table, column, true).front(); },
                       [&] {
                           std::vector<Row> rows(plain.size());
                           for (Row row = 0; row < rows.size(); ++row) rows[row] = row;
                           std::stable_sort(rows.begin(), rows.end(), [&](Row one, Row other) {
                               if (less(plain[other], plain[one])) return true;
                               if (less(plain[one], plain[other])) return false;
                               return plain[one].name < plain[other].name;
                           });
                           kept += rows.front();
                       });
    };
    base::JsonObject figures;
    figures.raw("finished", compare(records::Column::finished,
                                    [](const Plain& a, const Plain& b) { return a.finished < b.finished; }));
    figures.raw("score",
                compare(records::Column::score, [](const Plain& a, const Plain& b) { return a.score < b.score; }));
    figures.raw("department", compare(records::Column::department,
                                      [](const Plain& a, const Plain& b) { return a.department < b.department; }));
    figures.raw("number",
                compare(records::Column::number, [](const Plain& a, const Plain& b) { return a.number < b.number; }));
    return figures.text();
}

std::string filtering(const Table& table, const std::vector<Plain>& plain) {
    records::Filter filter;
    filter.departments = {table.department[0], table.department[1], table.department[2]};
    filter.statuses = {records::CompletionStatus::completed, records::CompletionStatus::inProgress};
    filter.leastScore = 50;
    const std::string departments[] = {plain[0].department, plain[1].department, plain[2].department};
    return inTurns([&] { kept += records::marked(table.byName, matching(table, filter, {})).size(); },
                   [&] {
                       std::vector<Row> rows;
                       for (Row row = 0; row < plain.size(); ++row) {
                           const Plain& each = plain[row];
                           const bool in = std::find(std::begin(departments), std::end(departments), each.department) !=
                                           std::end(departments);
                           if (in && each.status > 0 && each.score >= 50) rows.push_back(row);
                       }
                       kept += rows.size();
                   });
}

std::string searching(const Table& table, const std::vector<Plain>& plain, const std::string& typed) {
    records::Filter filter;
    filter.name = typed;
    return inTurns([&] { kept += records::marked(table.byName, matching(table, filter, {})).size(); },
                   [&] {
                       std::vector<Row> rows;
                       for (Row row = 0; row < plain.size(); ++row)
                           if (plain[row].name.find(typed) != std::string::npos ||
                               plain[row].number.find(typed) != std::string::npos)
                               rows.push_back(row);
                       kept += rows.size();
                   });
}

std::string grouping(const Table& table, const std::vector<Plain>& plain) {
    return inTurns([&] { kept += grouped(table, table.byName, records::Grouping::department, {}).size(); },
                   [&] {
                       struct Sum {
                           std::size_t rows = 0, completed = 0, scored = 0;
                           double score = 0;
                       };
                       std::map<std::string, Sum> sums;
                       for (const Plain& each : plain) {
                           Sum& sum = sums[each.department];
                           ++sum.rows;
                           sum.completed += each.status == 2;
                           if (each.score < 0) continue;
                           ++sum.scored;
                           sum.score += each.score;
                       }
                       kept += sums.size();
                   });
}

void write(const std::string& folder, const char* name, const std::string& bytes) {
    std::FILE* file = std::fopen((folder + '/' + name).c_str(), "wb");
    if (!file || std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size() || std::fclose(file) != 0) {
        std::fprintf(stderr, "%s could not be written into %s.\n", name, folder.c_str());
        std::exit(1);
    }
}

/// `folder` may be empty: nothing is written then, and what went out is forgotten piece by piece, as in the page.
std::string handingOn(const Table& table, const std::string& folder) {
    const std::string words = "x";
    const records::TableWords header{words, words, words, words, words, words, words,
                                     words, words, words, words, words, words, words,
                                     words, words, words, words, words, words, {words, words, words}};
    std::string out;
    const auto inPieces = [&](const auto& writer) {
        const std::span<const Row> rows(table.byName);
        for (std::size_t at = 0; at < rows.size(); at += pieceRows) {
            const std::string piece = writer.piece(rows.subspan(at, std::min(pieceRows, rows.size() - at)));
            kept += piece.size();
            if (!folder.empty()) out += piece;
        }
    };
    const auto written = [&](const char* name, const std::string& head, const std::string& tail) {
        if (!folder.empty()) write(folder, name, head + out + tail);
        out.clear();
    };
    const auto inChina = [](base::Instant) { return base::UtcOffset{480}; };
    const records::TableCsv csv(table, header, inChina);
    const records::TableSheet sheet(table, header, inChina);
    base::JsonObject figures;
    figures.number("csv", once([&] { inPieces(csv); }));
    written("records.csv", "", "");
    figures.number("sheet", once([&] { inPieces(sheet); }));
    written("sheet.xml", sheet.head(), sheet.tail(table.rows()));
    if (folder.empty())
        figures.number("statements",
                       once([&] { inPieces(records::Statements(table, "https://academy.example/", "zh-CN")); }));
    return figures.text();
}

} // namespace

int main(int argumentCount, char** arguments) {
    const std::size_t rows = argumentCount > 1 ? std::strtoul(arguments[1], nullptr, 10) : 1'000'000;
    const std::string folder = argumentCount > 2 ? arguments[2] : "";
    if (rows < 10 || argumentCount > 3) {
        std::fputs("usage: records_bench [rows, ten or more [folder]]\n", stderr);
        return 2;
    }
    std::vector<std::string> lines;
    double taking = 0;
    records::TableBuilder builder;
    for (std::size_t i = 0; i < rows; ++i) {
        const records::Record record = someRecord(i);
        if (lines.size() < linesRead) lines.push_back(recordToJson(record));
        taking += once([&] { builder.add(record, i + 1); });
    }
    Table table;
    const records::Initials initials = someInitials();
    const double finishing = once([&] { table = builder.finish(initials); });
    std::size_t bytes = 0;
    const double reading = once([&] {
        for (const std::string& line : lines) {
            const auto record = records::recordFromJson(line, "bench");
            kept += record.ok() ? record.value().course.items.size() : 0;
            bytes += line.size();
        }
    });
    const std::vector<Plain> plain = plainOf(table);

    base::JsonObject figures;
    figures.integer("rows", static_cast<std::int64_t>(table.rows()));
    figures.number("bytesPerRecord", static_cast<double>(bytes) / static_cast<double>(lines.size()));
    figures.number("microsecondsToReadOne", reading * 1000 / static_cast<double>(lines.size()));
    figures.number("takingIn", taking);
    figures.number("finishing", finishing);
    figures.raw("sort", sorting(table, plain));
    figures.raw("filter", filtering(table, plain));
    figures.raw("searchHan", searching(table, plain, "小明"));
    figures.raw("searchNumber", searching(table, plain, "-9999"));
    figures.raw("searchInitials", searching(table, plain, "wxm"));
    figures.raw("group", grouping(table, plain));
    figures.number("itemFigures", once([&] { kept += itemFigures(table, table.byName).size(); }));
    figures.number("weeks",
                   once([&] { kept += completionsPerWeek(table, table.byName, base::UtcOffset{480}).size(); }));
    figures.raw("out", handingOn(table, folder));
    figures.integer("kept", static_cast<std::int64_t>(kept % 1'000'000));
    std::printf("%s\n", figures.text().c_str());
    return 0;
}
