#include "tools/coursec/terms.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>

namespace coursec {

using base::Fault;
using base::Json;

namespace {

bool isLetter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

std::string small(std::string text) {
    for (char& each : text)
        if (each >= 'A' && each <= 'Z') each = static_cast<char>(each + 32);
    return text;
}

/// Whole words where the letters are Latin; an "s" more is the same word.
bool standsAt(const std::string& text, std::size_t at, const std::string& words) {
    if (text.compare(at, words.size(), words) != 0) return false;
    const auto letterAt = [&text](std::size_t place) { return place < text.size() && isLetter(text[place]); };
    if (isLetter(words.front()) && at > 0 && letterAt(at - 1)) return false;
    if (!isLetter(words.back())) return true;
    const std::size_t end = at + words.size();
    return !letterAt(end) || (text[end] == 's' && !letterAt(end + 1));
}

const std::string* textOf(const Json& thing, const char* name) {
    const auto* members = thing.get_ptr<const Json::object_t*>();
    if (!members) return nullptr;
    const auto found = members->find(name);
    return found == members->end() ? nullptr : found->second.get_ptr<const std::string*>();
}

/// Every text for people in `value`, which stands in a member of this name.
void gather(const Json& value, const std::string& name, std::vector<const std::string*>& texts) {
    if (const auto* text = value.get_ptr<const std::string*>()) {
        if (!isStructural(name)) texts.push_back(text);
    } else if (const auto* members = value.get_ptr<const Json::object_t*>()) {
        // The title first, as on the screen; the rest as it comes.
        if (const auto title = members->find("title"); title != members->end()) gather(title->second, "title", texts);
        for (const auto& [member, child] : *members)
            if (member != "title") gather(child, member, texts);
    } else if (const auto* list = value.get_ptr<const Json::array_t*>()) {
        for (const Json& child : *list) gather(child, name, texts);
    }
}

/// The first two bytes from here on: all the terms that may stand here begin so.
std::string_view beginning(std::string_view text, std::size_t at) { return text.substr(at, 2); }

} // namespace

TermLinks::TermLinks(const course::Glossary& glossary) : glossary_(glossary) {
    for (const course::Term& each : glossary.terms) {
        Name name{small(each.term), &each};
        names_[std::string(beginning(name.words, 0))].push_back(std::move(name));
    }
    for (auto& [_, names] : names_)
        std::stable_sort(names.begin(), names.end(),
                         [](const Name& one, const Name& other) { return one.words.size() > other.words.size(); });
}

std::vector<const course::Term*> TermLinks::in(const std::string& text) const {
    const std::string searched = small(text);
    std::vector<const course::Term*> found;
    for (std::size_t at = 0; at < searched.size();) {
        const auto names = names_.find(beginning(searched, at));
        const Name* stands = nullptr;
        if (names != names_.end())
            for (const Name& each : names->second)
                if (!stands && standsAt(searched, at, each.words)) stands = &each;
        if (stands) found.push_back(stands->term);
        at += stands ? stands->words.size() : 1;
    }
    return found;
}

void TermLinks::put(Json& lesson) {
    const std::string* id = textOf(lesson, "id");
    auto* members = lesson.get_ptr<Json::object_t*>();
    const auto steps = members ? members->find("steps") : Json::object_t::iterator();
    auto* array = members && steps != members->end() ? steps->second.get_ptr<Json::array_t*>() : nullptr;
    if (!id || !array) return;
    for (Json& step : *array) {
        if (const std::string* name = textOf(step, "id")) steps_.emplace(*id, *name);
        std::vector<const std::string*> texts;
        gather(step, "", texts);
        Json links = Json::array();
        for (const std::string* text : texts)
            for (const course::Term* term : in(*text))
                if (named_.emplace(*id, term->id.text()).second) {
                    Json link = Json::object();
                    link["id"] = term->id.text();
                    link["term"] = term->term;
                    links.push_back(std::move(link));
                }
        if (!links.empty() && step.is_object()) step["terms"] = std::move(links);
    }
}

void TermLinks::check(const Json& pack, bool whole, Faults& faults) const {
    const auto* members = pack.get_ptr<const Json::object_t*>();
    const auto list = members ? members->find("terms") : Json::object_t::const_iterator();
    const auto* array = members && list != members->end() ? list->second.get_ptr<const Json::array_t*>() : nullptr;
    std::map<std::string, std::string> names; // → id
    for (std::size_t at = 0; array && at < array->size(); ++at) {
        const course::Term* term = glossary_.term(course::TermId(*textOf((*array)[at], "id")));
        const std::string where = "glossary#/terms/" + std::to_string(at);
        const auto [known, isNew] = names.emplace(small(term->term), term->id.text());
        if (!isNew)
            faults.push_back({Fault::contradiction,
                              "\"" + term->term + "\" is the name of " + known->second +
                                  " too. One of them must be called otherwise.",
                              where + "/term"});
        if (!whole) continue;
        if (steps_.count({term->lesson.text(), term->step.text()}) == 0)
            faults.push_back({Fault::unknownId,
                              "There is no step \"" + term->step.text() + "\" in a lesson \"" + term->lesson.text() +
                                  "\". Name the step that teaches this term.",
                              where + "/step"});
        else if (named_.count({term->lesson.text(), term->id.text()}) == 0)
            faults.push_back({Fault::contradiction,
                              "The lesson " + term->lesson.text() + " never says \"" + term->term +
                                  "\". Call it here as it is called there.",
                              where + "/term"});
    }
}

} // namespace coursec
