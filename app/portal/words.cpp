#include "portal/words.h"

namespace portal {

const std::string* Words::find(std::string_view key) const {
    for (const Table* table : {table_, more_}) {
        if (table != nullptr) {
            if (const auto found = table->find(key); found != table->end()) {
                return &found->second;
            }
        }
    }
    return nullptr;
}

std::string_view Words::operator()(std::string_view key) const {
    const std::string* words = find(key);
    return words != nullptr ? std::string_view(*words) : key;
}

std::string Words::operator()(std::string_view key,
                              std::initializer_list<std::pair<std::string_view, std::string>> fills) const {
    const std::string_view pattern = (*this)(key);
    std::string out;
    std::size_t at = 0;
    while (at < pattern.size()) {
        const std::size_t open = pattern.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos) {
            break;
        }
        out += pattern.substr(at, open - at);
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        bool filled = false;
        for (const auto& [fillName, value] : fills) {
            if (fillName == name) {
                out += value;
                filled = true;
                break;
            }
        }
        if (!filled) {
            out += pattern.substr(open, close - open + 1);
        }
        at = close + 1;
    }
    out += pattern.substr(at);
    return out;
}

std::string_view Words::of(std::string_view family, std::string_view member) const {
    std::string key(family);
    key += member;
    const std::string* words = find(key);
    return words != nullptr ? std::string_view(*words) : member;
}

} // namespace portal
