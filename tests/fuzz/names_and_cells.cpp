// Any bytes as a typed name: what is kept is clean, and what is handed over as JSON or CSV says the same and runs
// nothing.

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/utf8.h"
#include "fuzz/must_hold.h"
#include "records/csv.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using fuzz::mustHold;

namespace {

/// Reads one cell as a spreadsheet does (RFC 4180).
std::string readCell(std::string_view cell) {
    if (cell.empty() || cell.front() != '"') return std::string(cell);
    mustHold(cell.size() >= 2 && cell.back() == '"', "a quoted cell ends with its quote");
    std::string content;
    for (std::size_t at = 1; at + 1 < cell.size(); ++at) {
        if (cell[at] == '"') {
            mustHold(at + 2 < cell.size() && cell[at + 1] == '"', "a quote inside is doubled");
            ++at;
        }
        content.push_back(cell[at]);
    }
    return content;
}

void checkName(std::string_view typed, std::size_t longest) {
    const std::string name = base::tidyName(typed, longest);
    mustHold(base::isValidUtf8(name), "a name is UTF-8");
    mustHold(base::countCodePoints(name) <= longest, "a name is no longer than it may be");
    mustHold(base::tidyName(name, longest) == name, "a tidy name stays as it is");
    mustHold(name.empty() || (name.front() != ' ' && name.back() != ' '), "no space at the ends");
    mustHold(name.find("  ") == std::string::npos && name.find('\n') == std::string::npos, "one space at a time");
    mustHold(name.find("\u202E") == std::string::npos, "no order to turn the writing round");
}

void checkCell(const std::string& repaired, std::string_view typed) {
    const std::string cell = records::csvCell(typed);
    const std::string content = readCell(cell);
    const bool neutralised = content == "'" + repaired;
    mustHold(content == repaired || neutralised, "a cell says what was typed");
    mustHold(content.empty() || std::string_view("=+-@\t\r").find(content.front()) == std::string_view::npos,
             "no cell runs as a formula");
    const bool plain = cell.empty() || cell.front() != '"';
    mustHold(!plain || cell.find_first_of(",\"\r\n") == std::string::npos, "a plain cell does not end early");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view typed(reinterpret_cast<const char*>(data), size);
    const std::string repaired = base::repairUtf8(typed);
    mustHold(base::isValidUtf8(repaired), "repaired text is UTF-8");
    mustHold(base::repairUtf8(repaired) == repaired, "repairing twice is repairing once");
    mustHold(!base::isValidUtf8(typed) || repaired == typed, "valid text is left alone");
    mustHold(base::countCodePoints(typed) == base::countCodePoints(repaired), "repairing keeps every character");

    const auto json = base::parseJson("[" + base::jsonString(typed) + "]", "fuzz");
    mustHold(json.ok(), "a string is written as JSON");
    mustHold(*json.value()[0].get_ptr<const std::string*>() == repaired, "JSON says what was typed");

    for (const std::size_t longest : {std::size_t{0}, std::size_t{1}, std::size_t{3}, std::size_t{120}})
        checkName(typed, longest);
    checkCell(repaired, typed);
    return 0;
}
