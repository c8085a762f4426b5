#include "records/table_cells.h"

#include <charconv>

namespace records {

void addNumber(std::string& text, std::uint64_t number) {
    char digits[24];
    text.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void addScore(std::string& text, float score) {
    const auto hundredths = static_cast<std::uint64_t>(double{score} * 100 + 1e-3);
    addNumber(text, hundredths / 100);
    if (hundredths % 100 == 0) return;
    text.push_back('.');
    text.push_back(static_cast<char>('0' + hundredths / 10 % 10));
    if (hundredths % 10 != 0) text.push_back(static_cast<char>('0' + hundredths % 10));
}

} // namespace records
