#include "tools/coursec/texts.h"

#include <algorithm>

namespace coursec {

using base::Json;

namespace {

void collect(const Json& value, const Text& at, std::vector<Text>& texts) {
    if (const auto* words = value.get_ptr<const std::string*>()) {
        texts.push_back(at);
        texts.back().words = words;
    } else if (const auto* members = value.get_ptr<const Json::object_t*>()) {
        for (const auto& [name, child] : *members)
            collect(child, {nullptr, name, at.where + base::pointerStep(name), at.language, at.document}, texts);
    } else if (const auto* list = value.get_ptr<const Json::array_t*>()) {
        for (std::size_t index = 0; index < list->size(); ++index)
            collect((*list)[index],
                    {nullptr, at.member, at.where + '/' + std::to_string(index), at.language, at.document}, texts);
    }
}

} // namespace

std::vector<Text> everyText(const Documents& documents) {
    std::vector<Text> texts;
    for (const std::string& path : documents.paths()) {
        if (path.compare(0, 4, "lab/") == 0) continue;
        for (const std::string& language : documents.languages()) {
            const std::string ending = language + ".json";
            if (path.size() <= ending.size() + 1) continue;
            const std::size_t begin = path.size() - ending.size();
            const char before = path[begin - 1];
            if (path.compare(begin, ending.size(), ending) != 0 || (before != '.' && before != '/')) continue;
            if (const Json* words = documents.find(path))
                collect(*words, {nullptr, "", path + '#', language, path.substr(0, begin - 1)}, texts);
        }
    }
    return texts;
}

} // namespace coursec
