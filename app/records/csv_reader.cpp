#include "records/csv_reader.h"

#include "base/utf8.h"

#include <algorithm>

namespace records {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// What parts the cells: whichever of the three stands most often outside quotes in the first line.
char separatorOf(std::string_view file) {
    std::size_t commas = 0, semicolons = 0, tabs = 0;
    bool quoted = false;
    for (const char byte : file) {
        if (byte == '"') quoted = !quoted;
        if (quoted) continue;
        if (byte == '\r' || byte == '\n') break;
        commas += byte == ',';
        semicolons += byte == ';';
        tabs += byte == '\t';
    }
    if (semicolons > commas && semicolons >= tabs) return ';';
    return tabs > commas ? '\t' : ',';
}

class Reader {
public:
    explicit Reader(std::string_view file) : file_(file), separator_(separatorOf(file)) {}

    base::Result<std::vector<CsvRow>> read() {
        std::vector<CsvRow> rows;
        while (at_ < file_.size()) {
            CsvRow row;
            row.line = line_;
            bool more = true;
            while (more) {
                row.cells.emplace_back();
                if (const char* trouble = readCell(row.cells.back()))
                    return base::Error{base::Fault::unreadable, trouble, "line " + std::to_string(row.line)};
                more = at_ < file_.size() && file_[at_] == separator_;
                if (more) ++at_;
            }
            endLine();
            const bool holds =
                std::any_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return !cell.empty(); });
            if (holds) rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    [[nodiscard]] bool atLineEnd() const { return file_[at_] == '\r' || file_[at_] == '\n'; }

    void endLine() {
        if (at_ >= file_.size()) return;
        if (file_[at_] == '\r' && at_ + 1 < file_.size() && file_[at_ + 1] == '\n') ++at_;
        ++at_;
        ++line_;
    }

    /// Null when all is well.
    const char* readCell(std::string& cell) {
        if (at_ < file_.size() && file_[at_] == '"') return readQuoted(cell);
        const std::size_t start = at_;
        while (at_ < file_.size() && file_[at_] != separator_ && !atLineEnd()) ++at_;
        cell = file_.substr(start, at_ - start);
        return nullptr;
    }

    const char* readQuoted(std::string& cell) {
        for (++at_; at_ < file_.size(); ++at_) {
            if (file_[at_] == '\n') ++line_;
            if (file_[at_] != '"') {
                cell.push_back(file_[at_]);
            } else if (at_ + 1 < file_.size() && file_[at_ + 1] == '"') {
                cell.push_back('"');
                ++at_;
            } else {
                ++at_;
                const bool ends = at_ == file_.size() || file_[at_] == separator_ || atLineEnd();
                return ends ? nullptr : "There is text after a cell's closing quote. Double the quotes inside a cell.";
            }
        }
        return "A cell starts with a quote that is never closed.";
    }

    std::string_view file_;
    char separator_;
    std::size_t at_ = 0, line_ = 1;
};

} // namespace

base::Result<std::vector<CsvRow>> readCsv(std::string_view file) {
    if (file.substr(0, byteOrderMark.size()) == byteOrderMark) file.remove_prefix(byteOrderMark.size());
    if (!base::isValidUtf8(file) || file.find('\0') != std::string_view::npos)
        return base::Error{base::Fault::unreadable,
                           "This file is not UTF-8. Save it in the spreadsheet as \"CSV UTF-8\" and drop it again.",
                           ""};
    return Reader(file).read();
}

} // namespace records
