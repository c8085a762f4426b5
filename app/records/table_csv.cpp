#include "records/table_csv.h"

#include "records/csv.h"

namespace records {

namespace {

/// Each cell with a comma behind it; the last one becomes the line's end.
struct Cells {
    std::string& out;
    const std::function<base::UtcOffset(base::Instant)>& offsetAt;

    void text(const std::string& text) { end(out += csvCell(text)); }
    void count(std::uint64_t number) { addNumber(out, number), end(out); }
    void score(float score) {
        if (score >= 0) addScore(out, score);
        end(out);
    }
    void time(Time at) {
        if (at != noTime) {
            const base::Instant instant{base::Milliseconds{at}};
            out += base::isoLocal(instant, offsetAt(instant));
        }
        end(out);
    }

    static void end(std::string& out) { out.push_back(','); }
};

} // namespace

std::string TableCsv::head() const {
    std::vector<std::string> names;
    eachColumn(words_, [&names](const std::string& name) { names.push_back(name); });
    return csvFile({names});
}

std::string TableCsv::piece(std::span<const Row> rows) const {
    std::string text;
    text.reserve(rows.size() * 200);
    Cells cells{text, offsetAt_};
    for (const Row row : rows) {
        eachCell(table_, words_, row, cells);
        text.replace(text.size() - 1, 1, "\r\n");
    }
    return text;
}

} // namespace records
