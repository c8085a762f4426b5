#include "tools/coursec/report.h"

#include "tools/coursec/positions.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <tuple>
#include <utility>

namespace coursec {

namespace {

struct Line {
    std::string file;
    Position position;
    std::string text;
};

Line lineOf(const base::Error& fault, const Sources& sources) {
    const std::size_t end = std::min(fault.where.find('#'), fault.where.size());
    const std::string file = fault.where.substr(0, end);
    const std::string pointer = end < fault.where.size() ? fault.where.substr(end + 1) : "";
    std::optional<Position> position;
    if (const auto source = sources.find(file); source != sources.end())
        position = end < fault.where.size() ? positionOf(source->second, pointer) : positionOfExcess(source->second);
    std::string place = file;
    if (position) place += ':' + std::to_string(position->line) + ':' + std::to_string(position->column);
    if (!pointer.empty()) place += " #" + pointer;
    return {file, position.value_or(Position()), (place.empty() ? "" : place + ": ") + fault.what};
}

std::string joined(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size(), width), ' ');
    return text + "  ";
}

/// "12 entries without a lesson: S0-01, …", or nothing.
std::string listOf(const std::vector<std::string>& ids, const char* what) {
    if (ids.empty()) return "";
    return std::to_string(ids.size()) + ' ' + what + ": " + joined(ids) + '\n';
}

} // namespace

std::string faultLine(const base::Error& fault, const Sources& sources) { return lineOf(fault, sources).text; }

std::vector<std::string> faultLines(const Faults& faults, const Sources& sources) {
    std::vector<Line> lines;
    for (const base::Error& fault : faults) lines.push_back(lineOf(fault, sources));
    std::stable_sort(lines.begin(), lines.end(), [](const Line& one, const Line& other) {
        return std::tie(one.file, one.position.line, one.position.column) <
               std::tie(other.file, other.position.line, other.position.column);
    });
    std::vector<std::string> texts;
    for (Line& line : lines) texts.push_back(std::move(line.text));
    return texts;
}

std::string coverageTable(const Coverage& coverage) {
    std::size_t entryWidth = 5, lessonWidth = 7;
    for (const Coverage::Entry& entry : coverage.entries) {
        entryWidth = std::max(entryWidth, entry.id.size());
        lessonWidth = std::max(lessonWidth, joined(entry.lessons).size());
    }
    std::string table = padded("entry", entryWidth) + padded("lessons", lessonWidth) + "items and steps that ask\n";
    std::vector<std::string> untaught, unasked;
    for (const Coverage::Entry& entry : coverage.entries) {
        table += padded(entry.id, entryWidth) +
                 padded(entry.lessons.empty() ? "none" : joined(entry.lessons), lessonWidth) +
                 (entry.asked.empty() ? "none" : joined(entry.asked)) + '\n';
        if (entry.lessons.empty()) untaught.push_back(entry.id);
        if (entry.asked.empty()) unasked.push_back(entry.id);
    }
    const std::size_t all = coverage.entries.size();
    table += '\n' + std::to_string(all) + " entries, " + std::to_string(all - untaught.size()) + " taught, " +
             std::to_string(all - unasked.size()) + " asked about\n";
    return table + listOf(untaught, "without a lesson") + listOf(unasked, "that nothing asks about");
}

} // namespace coursec
