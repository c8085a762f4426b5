#include "records/csv.h"

#include "base/utf8.h"

namespace records {

std::string csvCell(std::string_view text) {
    constexpr std::string_view startsFormula = "=+-@\t\r";
    std::string content = base::repairUtf8(text);
    if (!content.empty() && startsFormula.find(content.front()) != std::string_view::npos)
        content.insert(content.begin(), '\'');
    if (content.find_first_of(",\"\r\n") == std::string::npos) return content;
    std::string quoted = "\"";
    for (const char byte : content) {
        if (byte == '"') quoted.push_back('"');
        quoted.push_back(byte);
    }
    quoted.push_back('"');
    return quoted;
}

std::string csvFile(const std::vector<std::vector<std::string>>& rows) {
    std::string file = "\xEF\xBB\xBF";
    for (const std::vector<std::string>& row : rows) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            if (column > 0) file.push_back(',');
            file += csvCell(row[column]);
        }
        file += "\r\n";
    }
    return file;
}

} // namespace records
