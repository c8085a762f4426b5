#include "tools/coursec/house_rules.h"

#include "tools/coursec/leftovers.h"
#include "tools/coursec/texts.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace coursec {

using base::Fault;
using base::Json;

namespace {

struct Unwanted {
    std::string word, instead;
    bool advice = false;
    std::vector<std::string> unless;    ///< "a pity": phrases in which the word is another one
    std::vector<std::string> allowedIn; ///< "M12/L12.1"
};

char small(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte; }

bool isLetter(char byte) { return small(byte) >= 'a' && small(byte) <= 'z'; }

std::string without(std::string text, const std::vector<std::string>& phrases) {
    const auto same = [](char one, char other) { return small(one) == small(other); };
    for (const std::string& phrase : phrases)
        for (auto at = phrase.empty() ? text.end() : text.begin();
             (at = std::search(at, text.end(), phrase.begin(), phrase.end(), same)) != text.end();)
            at = text.erase(at, at + static_cast<std::ptrdiff_t>(phrase.size()));
    return text;
}

/// Whole words in Latin letters ("pity" is not in "hospitality"), whatever their case; anything elsewhere.
bool holds(std::string_view text, std::string_view word) {
    const auto same = [](char one, char other) { return small(one) == small(other); };
    for (auto at = text.begin();; ++at) {
        at = std::search(at, text.end(), word.begin(), word.end(), same);
        if (at == text.end()) return false;
        const auto end = at + static_cast<std::ptrdiff_t>(word.size());
        const bool goesOnBefore = isLetter(word.front()) && at != text.begin() && isLetter(*(at - 1));
        const bool goesOnAfter = isLetter(word.back()) && end != text.end() && isLetter(*end);
        if (!goesOnBefore && !goesOnAfter) return true;
    }
}

std::map<std::string, std::vector<Unwanted>> readList(const Json& file, Faults& faults) {
    std::map<std::string, std::vector<Unwanted>> lists;
    const auto* languages = file.get_ptr<const Json::object_t*>();
    std::vector<base::Asked> asked;
    Faults own;
    const base::JsonReader place(file, houseRulesFile, own, &asked);
    for (std::size_t at = 0; languages && at < languages->size(); ++at) {
        const std::string& language = (languages->begin() + static_cast<std::ptrdiff_t>(at))->first;
        for (const base::JsonReader& each : place.items(language)) {
            Unwanted unwanted{each.text("word"), each.text("instead"), each.flagIfAny("advice"),
                              each.textsIfAny("unless"), each.textsIfAny("allowedIn")};
            if (!unwanted.word.empty()) lists[language].push_back(std::move(unwanted));
        }
    }
    noteLeftovers(file, std::string(houseRulesFile) + '#', asked, own);
    faults.insert(faults.end(), own.begin(), own.end());
    return lists;
}

} // namespace

void checkHouseRules(const Documents& documents, Faults& faults, Faults& advice) {
    const Json* file = documents.find(houseRulesFile);
    if (!file) return;
    const auto lists = readList(*file, faults);
    for (const Text& text : everyText(documents)) {
        const auto list = lists.find(text.language);
        if (list == lists.end()) continue;
        for (const Unwanted& each : list->second) {
            if (!holds(*text.words, each.word) || !holds(without(*text.words, each.unless), each.word)) continue;
            if (std::find(each.allowedIn.begin(), each.allowedIn.end(), text.document) != each.allowedIn.end())
                continue;
            (each.advice ? advice : faults)
                .push_back({Fault::contradiction,
                            "The house rules do not want \"" + each.word + "\" on screen. Write " + each.instead + ".",
                            text.where});
        }
    }
}

} // namespace coursec
