#include "tools/coursec/language_checks.h"

#include "base/utf8.h"

#include <algorithm>
#include <cstddef>
#include <set>

namespace coursec {

using base::Fault;
using base::Json;

namespace {

const Json::object_t* membersOf(const Json& value) { return value.get_ptr<const Json::object_t*>(); }

/// The words to be translated, or how they begin: ` ("Put the cards …")`.
std::string beginningOf(const Json& value) {
    const auto* words = value.get_ptr<const std::string*>();
    if (!words || words->empty()) return "";
    constexpr std::size_t most = 30;
    std::string beginning;
    std::size_t at = 0;
    for (std::size_t count = 0; at < words->size() && count < most; ++count)
        base::appendUtf8(beginning, base::nextCodePoint(*words, at));
    return " (“" + beginning + (at < words->size() ? "…" : "") + "”)";
}

/// Notes what `there` has and `here` lacks. What is an object on both sides is compared inside.
void noteLacking(const Json& here, const std::string& hereWhere, const Json& there, const std::string& thereLanguage,
                 Faults& faults) {
    const Json::object_t* own = membersOf(here);
    const Json::object_t* other = membersOf(there);
    if (!own || !other) return;
    for (const auto& [name, value] : *other) {
        const std::string where = hereWhere + base::pointerStep(name);
        const auto found = own->find(name);
        if (found == own->end()) {
            faults.push_back({Fault::missing,
                              "\"" + name + "\" is there in " + thereLanguage + beginningOf(value) +
                                  ", but not here. Translate it, or take it out of both.",
                              where});
        } else {
            noteLacking(found->second, where, value, thereLanguage, faults);
        }
    }
}

/// "{name}" and the like, in a text of the interface.
std::set<std::string> placeholdersOf(const std::string& text) {
    std::set<std::string> names;
    for (std::size_t begin = 0; (begin = text.find('{', begin)) != std::string::npos; ++begin) {
        const std::size_t end = text.find('}', begin);
        if (end == std::string::npos) break;
        names.insert(text.substr(begin, end - begin + 1));
    }
    return names;
}

std::string listed(const std::set<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return list.empty() ? "none" : list;
}

void comparePlaceholders(const Json::object_t& own, const std::string& path, const Json::object_t& first,
                         const std::string& firstLanguage, Faults& faults) {
    for (const auto& [key, value] : own) {
        const auto found = first.find(key);
        const auto* text = value.get_ptr<const std::string*>();
        const auto* firstText = found == first.end() ? nullptr : found->second.get_ptr<const std::string*>();
        if (!text || !firstText) continue;
        const std::set<std::string> here = placeholdersOf(*text), there = placeholdersOf(*firstText);
        if (here != there)
            faults.push_back({Fault::contradiction,
                              "The placeholders are " + listed(here) + " here and " + listed(there) + " in " +
                                  firstLanguage + ". They must be the same.",
                              path + '#' + base::pointerStep(key)});
    }
}

void checkWords(const Documents& documents, std::string (*fileOf)(const std::string&), Faults& faults) {
    const Json* first = nullptr;
    std::string firstLanguage;
    for (const std::string& language : documents.languages()) {
        const std::string path = fileOf(language);
        if (!documents.has(path)) {
            faults.push_back(
                {Fault::missing, "The file is missing: the interface needs words in " + language + ".", path});
            continue;
        }
        const Json* own = documents.find(path);
        const Json::object_t* members = own ? membersOf(*own) : nullptr;
        if (!own) continue;
        if (!members) {
            faults.push_back({Fault::wrongType, "The file must be one object {…} of texts.", path});
            continue;
        }
        for (const auto& [key, value] : *members) {
            const auto* text = value.get_ptr<const std::string*>();
            if (!text || text->empty())
                faults.push_back({Fault::wrongType, "\"" + key + "\" must be a text that is not empty.",
                                  path + '#' + base::pointerStep(key)});
        }
        if (first) {
            noteLacking(*own, path + '#', *first, firstLanguage, faults);
            noteLacking(*first, fileOf(firstLanguage) + '#', *own, language, faults);
            comparePlaceholders(*members, path, *membersOf(*first), firstLanguage, faults);
        } else {
            first = own;
            firstLanguage = language;
        }
    }
}

} // namespace

void checkSameMembers(const Worded& worded, Faults& faults) {
    for (const auto& [language, words] : worded.words)
        for (const auto& [other, otherWords] : worded.words)
            if (language != other) noteLacking(*words, worded.wordsFile(language) + '#', *otherWords, other, faults);
}

std::string interfaceFile(const std::string& language) { return "interface/" + language + ".json"; }
std::string restWordsFile(const std::string& language) { return "interface/rest." + language + ".json"; }

void checkInterface(const Documents& documents, Faults& faults) {
    checkWords(documents, interfaceFile, faults);
    const std::vector<std::string>& languages = documents.languages();
    if (std::none_of(languages.begin(), languages.end(),
                     [&](const std::string& language) { return documents.has(restWordsFile(language)); }))
        return;
    checkWords(documents, restWordsFile, faults);
    for (const std::string& language : languages) {
        const Json* first = documents.find(interfaceFile(language));
        const Json* rest = documents.find(restWordsFile(language));
        if (!first || !rest || !membersOf(*first) || !membersOf(*rest)) continue;
        for (const auto& [key, value] : *membersOf(*rest))
            if (membersOf(*first)->count(key) > 0)
                faults.push_back({Fault::duplicateId,
                                  "\"" + key + "\" stands in " + interfaceFile(language) +
                                      " as well. Keep it there when a first visit needs it, else here.",
                                  restWordsFile(language) + '#' + base::pointerStep(key)});
    }
}

} // namespace coursec
