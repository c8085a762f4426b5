#include "tools/coursec/documents.h"

#include "tools/coursec/positions.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace coursec {

using base::Fault;
using base::Json;

namespace {

constexpr std::string_view neededLanguages[] = {"zh-CN", "en"};

/// Members that belong to structure wherever they stand, each between spaces; everything else is words.
constexpr std::string_view structural =
    " id kind covers minutes steps total goodWithin fairWithin bars truth bins cards bin prompts target "
    "item items options key entries taughtBy least most step tolerance module lesson objective inventory modules "
    "lessons exams attempts draws count passMark version difficulty completionExam format formatVersion pairs "
    "extras cells cell also bank sentences gaps word speakers tags lines by mistake tag statements bands "
    "upTo labels budget decisions choose cost worth outcomes from score mood nodes redLine sets to when "
    "moodFrom moodUpTo flags notFlags endings formula inputs outputs tasks examples start guess reach set "
    "gives decimals reference turns terms initials paths needs byDoing plan longest ";

const Json* member(const Json* value, const std::string& name) {
    const auto* object = value ? value->get_ptr<const Json::object_t*>() : nullptr;
    if (!object) return nullptr;
    const auto found = object->find(name);
    return found == object->end() ? nullptr : &found->second;
}

const Json* element(const Json* value, const std::string& index) {
    const auto* array = value ? value->get_ptr<const Json::array_t*>() : nullptr;
    std::size_t at = 0;
    const auto read = std::from_chars(index.data(), index.data() + index.size(), at);
    return array && read.ec == std::errc() && at < array->size() ? &(*array)[at] : nullptr;
}

/// The steps of a JSON pointer, as they are written in it.
std::vector<std::string> stepsOf(std::string_view pointer) {
    std::vector<std::string> steps;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        steps.emplace_back(pointer.substr(0, end));
        pointer.remove_prefix(end);
    }
    return steps;
}

} // namespace

bool isStructural(const std::string& name) { return structural.find(' ' + name + ' ') != std::string_view::npos; }

std::string sourcePlace(const Worded& worded, const std::string& language, std::string_view pointer) {
    const auto found = worded.words.find(language);
    const Json* structure = worded.structure;
    const Json* words = found == worded.words.end() ? nullptr : found->second;
    const std::vector<std::string> steps = stepsOf(pointer);
    std::string inWords;
    for (const std::string& step : steps) {
        if (const Json* thing = element(structure, step)) {
            const Json* id = member(thing, "id");
            const std::string* name = id ? id->get_ptr<const std::string*>() : nullptr;
            inWords += '/' + (name ? *name : step);
            words = name ? member(words, *name) : nullptr;
            structure = thing;
        } else {
            inWords += '/' + step;
            words = member(words, plainStep(step));
            structure = member(structure, plainStep(step));
        }
    }
    const bool objectivesOfModule = !steps.empty() && steps.back() == "objectives" && steps.front() == "modules";
    const bool belongsToStructure = steps.empty() || isStructural(steps.back()) || objectivesOfModule;
    if (structure || (!words && belongsToStructure)) return worded.structureFile() + '#' + std::string(pointer);
    return worded.wordsFile(language) + '#' + inWords;
}

Documents::Documents(const Sources& sources, Faults& faults) {
    for (const auto& [path, text] : sources) {
        base::Result<Json> tree = base::parseJson(text, path);
        if (tree) {
            files_.emplace(path, std::move(tree.value()));
        } else {
            faults.push_back(tree.error());
            if (tree.error().fault == Fault::unreadable)
                faults.back().what +=
                    " Look just before this place: a comma, a quotation mark or a bracket is missing or too many.";
            files_.emplace(path, Json());
            broken_.push_back(path);
        }
    }
    for (const std::string_view language : neededLanguages) languages_.emplace_back(language);
    for (const auto& [path, json] : files_) {
        constexpr std::string_view head = "course.", tail = ".json";
        if (path.size() <= head.size() + tail.size() || path.compare(0, head.size(), head) != 0) continue;
        const std::string language = path.substr(head.size(), path.size() - head.size() - tail.size());
        if (std::find(languages_.begin(), languages_.end(), language) == languages_.end())
            languages_.push_back(language);
    }
}

const Json* Documents::find(const std::string& path) const {
    const auto found = files_.find(path);
    const bool readable = std::find(broken_.begin(), broken_.end(), path) == broken_.end();
    return found != files_.end() && readable ? &found->second : nullptr;
}

Worded Documents::worded(const std::string& stem, Faults& faults) const {
    Worded worded;
    worded.stem = stem;
    worded.structure = find(worded.structureFile());
    if (!has(worded.structureFile()))
        faults.push_back(
            {Fault::missing, "The file is missing. Write it, or take it out of the course.", worded.structureFile()});
    for (const std::string& language : languages_) {
        const std::string path = worded.wordsFile(language);
        if (const Json* words = find(path)) worded.words[language] = words;
        if (!has(path))
            faults.push_back({Fault::missing,
                              "The file is missing: every part of the course needs words in " + language + ".", path});
    }
    return worded;
}

std::vector<std::string> Documents::paths() const {
    std::vector<std::string> all;
    for (const auto& [path, json] : files_) all.push_back(path);
    return all;
}

} // namespace coursec
