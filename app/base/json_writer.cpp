#include "base/json_writer.h"

#include "base/utf8.h"

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>

namespace base {

std::string jsonString(std::string_view text) {
    constexpr char hex[] = "0123456789abcdef";
    std::string json = "\"";
    json.reserve(text.size() + 2);
    for (std::size_t at = 0; at < text.size();) {
        const char32_t codePoint = nextCodePoint(text, at);
        if (codePoint == '"' || codePoint == '\\') {
            json.push_back('\\');
            json.push_back(static_cast<char>(codePoint));
        } else if (codePoint == '\n') {
            json += "\\n";
        } else if (codePoint < 0x20) {
            json += "\\u00";
            json.push_back(hex[codePoint >> 4]);
            json.push_back(hex[codePoint & 15]);
        } else {
            appendUtf8(json, codePoint);
        }
    }
    json.push_back('"');
    return json;
}

std::string jsonNumber(double number) {
    if (!std::isfinite(number)) return "0";
    char digits[40];
    // 15 digits are always true to what was written, 17 always tell two doubles apart.
    for (int precision = 15; precision <= 17; ++precision) {
        std::snprintf(digits, sizeof digits, "%.*g", precision, number);
        if (std::strtod(digits, nullptr) == number) break;
    }
    return digits;
}

namespace {

void startMember(std::string& json, std::string_view name) {
    if (json.size() > 1) json.push_back(',');
    json += jsonString(name);
    json.push_back(':');
}

void startElement(std::string& json) {
    if (json.size() > 1) json.push_back(',');
}

} // namespace

void JsonObject::raw(std::string_view name, std::string_view json) {
    startMember(text_, name);
    text_ += json;
}

void JsonObject::text(std::string_view name, std::string_view value) { raw(name, jsonString(value)); }
void JsonObject::number(std::string_view name, double value) { raw(name, jsonNumber(value)); }
void JsonObject::integer(std::string_view name, std::int64_t value) { raw(name, std::to_string(value)); }
void JsonObject::flag(std::string_view name, bool value) { raw(name, value ? "true" : "false"); }

void JsonArray::raw(std::string_view json) {
    startElement(text_);
    text_ += json;
}

void JsonArray::text(std::string_view value) { raw(jsonString(value)); }
void JsonArray::integer(std::int64_t value) { raw(std::to_string(value)); }

} // namespace base
