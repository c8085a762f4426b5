#include "portal/labs.h"

#include "base/utf8.h"

#include <utility>

namespace portal {

std::string Labs::packOf(const std::string& language) { return "lab." + language; }

const learning::SentenceLab* Labs::lab(const std::string& language, host::Page& page) {
    const auto [shelf, isNew] = shelves_.try_emplace(packOf(language));
    if (isNew) {
        page.fetchPack(packOf(language));
    }
    return shelf->second.lab.get();
}

Loading Labs::loading(const std::string& language) const {
    const auto shelf = shelves_.find(packOf(language));
    return shelf == shelves_.end() ? Loading::waiting : shelf->second.state;
}

void Labs::failed(const std::string& pack) {
    if (const auto shelf = shelves_.find(pack); shelf != shelves_.end()) {
        shelf->second.state = Loading::failed;
    }
}

void Labs::retry() {
    for (auto it = shelves_.begin(); it != shelves_.end();) {
        it = it->second.state == Loading::failed ? shelves_.erase(it) : std::next(it);
    }
}

std::string languageOf(std::string_view typed, const std::string& otherwise) {
    bool letters = false;
    for (std::size_t at = 0; at < typed.size();) {
        const char32_t codePoint = base::nextCodePoint(typed, at);
        if (base::isHan(codePoint)) {
            return "zh-CN";
        }
        letters = letters || (codePoint >= U'A' && codePoint <= U'Z') || (codePoint >= U'a' && codePoint <= U'z');
    }
    return letters ? "en" : otherwise;
}

} // namespace portal
