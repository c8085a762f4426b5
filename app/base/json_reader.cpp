#include "base/json_reader.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <utility>

namespace base {

std::string pointerStep(std::string_view name) {
    std::string step = "/";
    for (const char byte : name) {
        if (byte == '~') {
            step += "~0";
        } else if (byte == '/') {
            step += "~1";
        } else {
            step.push_back(byte);
        }
    }
    return step;
}

namespace {

std::string inQuotes(std::string_view name) { return "\"" + std::string(name) + "\""; }

std::string shortNumber(double number) {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.10g", number);
    return digits;
}

/// A number of any kind as a double; exact up to 2^53, and what is read here stays far below.
double asDouble(const Json& value) {
    if (const auto* whole = value.get_ptr<const std::uint64_t*>()) return static_cast<double>(*whole);
    if (const auto* whole = value.get_ptr<const std::int64_t*>()) return static_cast<double>(*whole);
    const auto* number = value.get_ptr<const double*>();
    return number ? *number : 0.0;
}

} // namespace

JsonReader::JsonReader(const Json& value, std::string_view where, std::vector<Error>& faults, std::vector<Asked>* asked)
    : value_(&value), where_(where), faults_(&faults), asked_(asked) {
    where_ += '#';
    if (!value.is_object()) {
        complain(Fault::wrongType, "An object {…} is due here.");
        faults_ = nullptr;
    }
}

void JsonReader::complain(Fault fault, std::string what) const {
    if (faults_) faults_->push_back({fault, std::move(what), where_});
}

void JsonReader::complainAt(std::string_view name, Fault fault, std::string what) const {
    if (faults_) faults_->push_back({fault, std::move(what), where_ + pointerStep(name)});
}

const Json* JsonReader::find(std::string_view name) const {
    const auto* object = value_ ? value_->get_ptr<const Json::object_t*>() : nullptr;
    if (!object) return nullptr;
    const Json* found = nullptr;
    for (const auto& [key, value] : *object)
        if (key == name) found = &value;
    if (asked_) asked_->push_back({value_, name, found});
    return found;
}

const Json* JsonReader::require(std::string_view name) const {
    const Json* value = find(name);
    if (!value) complainAt(name, Fault::missing, inQuotes(name) + " is missing. Add it.");
    return value;
}

JsonReader JsonReader::child(const Json& value, const std::string& steps) const {
    JsonReader reader;
    reader.value_ = &value;
    reader.where_ = where_ + steps;
    reader.faults_ = faults_;
    reader.asked_ = asked_;
    if (!value.is_object()) {
        reader.complain(Fault::wrongType, "An object {…} is due here.");
        reader.faults_ = nullptr;
    }
    return reader;
}

bool JsonReader::has(std::string_view name) const { return find(name) != nullptr; }

JsonReader JsonReader::at(std::string_view name) const {
    if (const Json* value = require(name)) return child(*value, pointerStep(name));
    JsonReader nothing;
    nothing.where_ = where_ + pointerStep(name);
    return nothing;
}

const std::vector<Json>* JsonReader::list(const Json* value, std::string_view name) const {
    if (!value) return nullptr;
    const auto* array = value->get_ptr<const Json::array_t*>();
    if (!array) complainAt(name, Fault::wrongType, inQuotes(name) + " must be a list […].");
    return array;
}

std::vector<JsonReader> JsonReader::itemsOf(const Json* value, std::string_view name) const {
    std::vector<JsonReader> readers;
    const auto* array = list(value, name);
    if (!array) return readers;
    readers.reserve(array->size());
    for (const Json& element : *array)
        readers.push_back(child(element, pointerStep(name) + '/' + std::to_string(readers.size())));
    return readers;
}

std::vector<JsonReader> JsonReader::items(std::string_view name) const { return itemsOf(require(name), name); }
std::vector<JsonReader> JsonReader::itemsIfAny(std::string_view name) const { return itemsOf(find(name), name); }

std::string JsonReader::textOf(const Json* value, std::string_view name, bool mayBeEmpty) const {
    if (!value) return "";
    const std::string* words = value->get_ptr<const std::string*>();
    if (!words) {
        complainAt(name, Fault::wrongType, inQuotes(name) + " must be text in quotes.");
        return "";
    }
    if (words->empty() && !mayBeEmpty)
        complainAt(name, Fault::missing,
                   inQuotes(name) + " is empty. Write something, or leave the member out if it may be absent.");
    return *words;
}

std::string JsonReader::text(std::string_view name) const { return textOf(require(name), name, false); }
std::string JsonReader::anyText(std::string_view name) const { return textOf(require(name), name, true); }
std::string JsonReader::textIfAny(std::string_view name) const { return textOf(find(name), name, false); }

double JsonReader::checkedNumber(const Json& value, std::string_view name, double least, double most,
                                 bool whole) const {
    if (!value.is_number()) {
        complainAt(name, Fault::wrongType, inQuotes(name) + " must be a number.");
        return least;
    }
    const double number = asDouble(value);
    if (!std::isfinite(number) || number < least || number > most) {
        complainAt(name, Fault::outOfRange,
                   inQuotes(name) + " must be between " + shortNumber(least) + " and " + shortNumber(most) + ".");
        return least;
    }
    if (whole && number != std::floor(number)) {
        complainAt(name, Fault::wrongType, inQuotes(name) + " must be a whole number.");
        return least;
    }
    return number;
}

double JsonReader::number(std::string_view name, double least, double most) const {
    const Json* value = require(name);
    return value ? checkedNumber(*value, name, least, most, false) : least;
}

int JsonReader::integer(std::string_view name, int least, int most) const {
    const Json* value = require(name);
    return value ? static_cast<int>(checkedNumber(*value, name, least, most, true)) : least;
}

std::optional<double> JsonReader::numberIfAny(std::string_view name, double least, double most) const {
    if (const Json* value = find(name)) return checkedNumber(*value, name, least, most, false);
    return std::nullopt;
}

std::optional<int> JsonReader::integerIfAny(std::string_view name, int least, int most) const {
    if (const Json* value = find(name)) return static_cast<int>(checkedNumber(*value, name, least, most, true));
    return std::nullopt;
}

std::vector<int> JsonReader::integers(std::string_view name, int least, int most) const {
    std::vector<int> numbers;
    const auto* array = list(require(name), name);
    if (!array) return numbers;
    for (const Json& element : *array)
        numbers.push_back(static_cast<int>(checkedNumber(element, name, least, most, true)));
    return numbers;
}

bool JsonReader::flag(std::string_view name) const {
    const Json* value = require(name);
    if (!value) return false;
    const auto* flag = value->get_ptr<const bool*>();
    if (!flag) complainAt(name, Fault::wrongType, inQuotes(name) + " must be true or false.");
    return flag && *flag;
}

bool JsonReader::flagIfAny(std::string_view name) const { return find(name) && flag(name); }

std::vector<std::string> JsonReader::textsOf(const Json* value, std::string_view name) const {
    std::vector<std::string> texts;
    const auto* array = list(value, name);
    if (!array) return texts;
    texts.reserve(array->size());
    for (const Json& element : *array) {
        const auto* words = element.get_ptr<const std::string*>();
        if (!words || words->empty())
            complainAt(name, Fault::wrongType, inQuotes(name) + " must be a list of texts, none of them empty.");
        texts.push_back(words ? *words : "");
    }
    return texts;
}

std::vector<std::string> JsonReader::texts(std::string_view name) const { return textsOf(require(name), name); }
std::vector<std::string> JsonReader::textsIfAny(std::string_view name) const { return textsOf(find(name), name); }

JsonReader::TextMap JsonReader::textMap(std::string_view name) const {
    TextMap texts;
    const Json* value = require(name);
    if (!value) return texts;
    const auto* object = value->get_ptr<const Json::object_t*>();
    if (!object) {
        complainAt(name, Fault::wrongType, inQuotes(name) + " must be an object {…} of texts.");
        return texts;
    }
    for (const auto& [key, element] : *object) {
        const auto* words = element.get_ptr<const std::string*>();
        if (!words)
            complainAt(name, Fault::wrongType,
                       inQuotes(name) + " must hold texts only; " + inQuotes(key) + " is none.");
        texts.emplace(key, words ? *words : "");
        if (asked_) asked_->push_back({value, key, &element});
    }
    return texts;
}

JsonReader::NumberMap JsonReader::numberMap(std::string_view name, double least, double most) const {
    NumberMap numbers;
    const Json* value = require(name);
    if (!value) return numbers;
    const auto* object = value->get_ptr<const Json::object_t*>();
    if (!object) {
        complainAt(name, Fault::wrongType, inQuotes(name) + " must be an object {…} of numbers.");
        return numbers;
    }
    const JsonReader inside = child(*value, pointerStep(name));
    for (const auto& [key, element] : *object) numbers.emplace(key, inside.number(key, least, most));
    return numbers;
}

} // namespace base
