#include "records/table_sheet.h"

#include "base/utf8.h"

#include <cstdint>

namespace records {

namespace {

constexpr std::size_t longestCell = 32'767; // UTF-16 units
constexpr int columns = 20;
constexpr std::string_view lastColumn = "T";

/// XML 1.0, production Char.
bool mayStand(char32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
           c >= 0x10000;
}

bool isHex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// `_xHHHH_`, which spreadsheets read as one character.
bool looksEscaped(std::string_view text) {
    return text.size() >= 7 && text[0] == '_' && text[1] == 'x' && isHex(text[2]) && isHex(text[3]) && isHex(text[4]) &&
           isHex(text[5]) && text[6] == '_';
}

void addText(std::string& out, std::string_view text, std::string_view style) {
    if (text.empty()) {
        out += "<c/>";
        return;
    }
    out.append("<c").append(style).append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    out.append(sheetText(text)).append("</t></is></c>");
}

/// Days since 1899-12-30, as spreadsheets count them, on the wall's clock: 25,569 of them before 1970.
void addDay(std::string& out, base::Instant at, base::UtcOffset offset) {
    constexpr std::int64_t second = 1000, day = 86'400, before1970 = 25'569, fine = 1'000'000'000'000;
    const std::int64_t wall =
        at.time_since_epoch().count() / second + std::chrono::duration_cast<std::chrono::seconds>(offset).count();
    const std::int64_t days = wall / day + before1970;
    if (wall < 0) {
        addText(out, base::isoLocal(at, offset), {});
        return;
    }
    out += "<c s=\"1\"><v>";
    addNumber(out, static_cast<std::uint64_t>(days));
    if (const std::int64_t rest = wall % day; rest > 0) {
        std::string fraction;
        addNumber(fraction, static_cast<std::uint64_t>(fine + (rest * fine + day / 2) / day));
        out.append(".").append(fraction, 1); // the leading 1 keeps the zeros
    }
    out += "</v></c>";
}

struct Cells {
    std::string& out;
    const std::function<base::UtcOffset(base::Instant)>& offsetAt;

    void text(const std::string& text) const { addText(out, text, {}); }
    void count(std::uint64_t number) const {
        out += "<c><v>";
        addNumber(out, number);
        out += "</v></c>";
    }
    void score(float score) const {
        if (score < 0) {
            out += "<c/>";
            return;
        }
        out += "<c><v>";
        addScore(out, score);
        out += "</v></c>";
    }
    void time(Time at) const {
        if (at == noTime) {
            out += "<c/>";
            return;
        }
        const base::Instant instant{base::Milliseconds{at}};
        addDay(out, instant, offsetAt(instant));
    }
};

} // namespace

std::string sheetText(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = base::nextCodePoint(text, at);
        if (!mayStand(c)) continue;
        units += c >= 0x10000 ? 2 : 1;
        if (units > longestCell) break;
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '\r')
            out += "&#13;";
        else if (c == '_' && looksEscaped(text.substr(from)))
            out += "_x005F_";
        else
            base::appendUtf8(out, c);
    }
    return out;
}

std::string TableSheet::head() const {
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews>"
        "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
        "state=\"frozen\"/></sheetView></sheetViews><cols>";
    constexpr int widths[columns] = {20, 14, 38, 18, 14, 10, 28, 14, 12, 12, 12, 12, 10, 10, 10, 18, 18, 18, 18, 24};
    for (int i = 0; i < columns; ++i) {
        const std::string place = std::to_string(i + 1);
        text.append("<col min=\"").append(place).append("\" max=\"").append(place).append("\" width=\"");
        text.append(std::to_string(widths[i])).append("\" customWidth=\"1\"/>");
    }
    text += "</cols><sheetData><row>";
    eachColumn(words_, [&text](const std::string& name) { addText(text, name, " s=\"2\""); });
    return text += "</row>";
}

std::string TableSheet::piece(std::span<const Row> rows) const {
    std::string text;
    text.reserve(rows.size() * 900);
    Cells cells{text, offsetAt_};
    for (const Row row : rows) {
        text += "<row>";
        eachCell(table_, words_, row, cells);
        text += "</row>";
    }
    return text;
}

std::string TableSheet::tail(std::size_t rows) const {
    std::string text = "</sheetData><autoFilter ref=\"A1:";
    return text.append(lastColumn).append(std::to_string(rows + 1)).append("\"/></worksheet>");
}

} // namespace records
