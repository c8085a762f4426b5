// Any bytes as a completion record: refused with a reason, or read, written again the same, and taken into the table.

#include "fuzz/must_hold.h"
#include "records/record_json.h"
#include "records/table_view.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

using fuzz::mustHold;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto record = records::recordFromJson(bytes, "fuzz");
    if (!record) {
        mustHold(!record.error().what.empty(), "a refusal gives its reason");
        return 0;
    }
    const std::string written = records::recordToJson(record.value());
    mustHold(written.find('\n') == std::string::npos, "a record is one line");
    const auto again = records::recordFromJson(written, "fuzz");
    mustHold(again.ok(), "what was written can be read");
    mustHold(records::recordToJson(again.value()) == written, "what was written is read as it was");

    records::TableBuilder builder;
    builder.add(record.value(), 1);
    builder.add(again.value(), 2);
    const records::Table table = builder.finish({});
    mustHold(table.rows() == record.value().modules.size() + 1, "a record counts once");
    mustHold(builder.notes().size() >= 1, "and that it came twice is told");
    for (const auto column : {records::Column::score, records::Column::finished, records::Column::name})
        mustHold(records::ordered(table, column, true).size() == table.rows(), "sorting loses no row");
    return 0;
}
