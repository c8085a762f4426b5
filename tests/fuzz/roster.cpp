// Any bytes as a roster or as a table of initials: read or refused with a reason; what is written as CSV is read back.

#include "fuzz/must_hold.h"
#include "records/csv.h"
#include "records/csv_reader.h"
#include "records/table.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using fuzz::mustHold;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto rows = records::readCsv(bytes);
    if (!rows) mustHold(!rows.error().what.empty(), "a refusal gives its reason");
    if (rows) {
        std::size_t line = 0;
        for (const records::CsvRow& row : rows.value()) {
            mustHold(row.line > line, "each row begins on a later line");
            line = row.line;
            // A cell more, so that the row is neither empty nor taken for one of another separator.
            std::vector<std::string> cells = {"x", "x", "x"};
            std::size_t others = 0;
            for (const std::string& cell : row.cells) {
                for (const char byte : cell) others += byte == ';' || byte == '\t';
                cells.push_back(cell);
            }
            cells.insert(cells.end(), others, "x");
            const auto again = records::readCsv(records::csvFile({cells}));
            mustHold(again.ok() && again.value().size() == 1, "what was written is one row");
            const std::vector<std::string>& read = again.value().front().cells;
            mustHold(read.size() == cells.size(), "with the same cells");
            for (std::size_t i = 0; i < read.size(); ++i)
                mustHold(read[i] == cells[i] || read[i] == '\'' + cells[i], "that say the same");
        }
    }

    const records::Roster roster = records::readRoster(bytes, base::UtcOffset{480});
    records::TableBuilder builder;
    builder.add(roster);
    const auto initials = records::Initials::read(bytes);
    const records::Table table = builder.finish(initials ? initials.value() : records::Initials());
    mustHold(table.rows() == 0, "without a record or a course nothing is known that a roster could ask for");
    return 0;
}
