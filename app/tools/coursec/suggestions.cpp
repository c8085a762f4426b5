#include "tools/coursec/suggestions.h"

#include "tools/coursec/positions.h"

#include <algorithm>
#include <charconv>

namespace coursec {

using base::Json;

namespace {

std::string withoutDigits(std::string_view name) {
    std::string rest;
    for (const char each : name)
        if (each < '0' || each > '9') rest.push_back(each);
    return rest;
}

/// What a complaint says is unknown: the first words in quotes, or the first {gap}.
std::string_view blamedIn(std::string_view complaint) {
    const std::size_t begin = complaint.find_first_of("\"{");
    if (begin == std::string_view::npos) return {};
    const std::size_t end = complaint.find(complaint[begin] == '"' ? '"' : '}', begin + 1);
    return end == std::string_view::npos ? std::string_view() : complaint.substr(begin + 1, end - begin - 1);
}

/// The names that a complaint offers: "Use reading, sort or gauge."
std::vector<std::string> offeredIn(std::string_view complaint) {
    std::size_t begin = std::string_view::npos;
    for (const std::string_view lead : {". Use ", ". It has ", ". It gives "})
        begin = std::min(begin, complaint.find(lead));
    std::vector<std::string> names;
    if (begin == std::string_view::npos) return names;
    constexpr std::string_view marks = " ,;\"";
    for (std::size_t at = begin + 2; at < complaint.size();) {
        at = std::min(complaint.find_first_not_of(marks, at), complaint.size());
        const std::size_t end = std::min(complaint.find_first_of(marks, at), complaint.size());
        std::string_view name = complaint.substr(at, end - at);
        if (!name.empty() && name.back() == '.') name.remove_suffix(1);
        if (!name.empty()) names.emplace_back(name);
        at = end;
    }
    return names;
}

/// The ids of the things in the lists of one object, and the flags that they set.
void collectNames(const Json& place, bool deep, std::vector<std::string>& names) {
    if (const auto* members = place.get_ptr<const Json::object_t*>()) {
        for (const auto& [name, value] : *members) {
            const auto* list = value.get_ptr<const Json::array_t*>();
            for (std::size_t at = 0; list && at < list->size(); ++at) {
                if (name == "sets" && (*list)[at].is_string()) names.push_back((*list)[at].get<std::string>());
                const auto* thing = (*list)[at].get_ptr<const Json::object_t*>();
                const auto id = thing ? thing->find("id") : Json::object_t::const_iterator();
                if (thing && id != thing->end() && id->second.is_string())
                    names.push_back(id->second.get<std::string>());
                if (thing && deep) collectNames((*list)[at], true, names);
            }
        }
    }
}

const Json* below(const Json& value, const std::string& step) {
    if (const auto* members = value.get_ptr<const Json::object_t*>()) {
        const auto found = members->find(step);
        return found == members->end() ? nullptr : &found->second;
    }
    const auto* list = value.get_ptr<const Json::array_t*>();
    if (!list) return nullptr;
    std::size_t index = 0;
    const bool isIndex =
        std::from_chars(step.data(), step.data() + step.size(), index).ptr == step.data() + step.size();
    if (isIndex) return index < list->size() ? &(*list)[index] : nullptr;
    // In words, an element goes by its id.
    for (const Json& element : *list) {
        const auto* thing = element.get_ptr<const Json::object_t*>();
        const auto id = thing ? thing->find("id") : Json::object_t::const_iterator();
        if (thing && id != thing->end() && id->second.is_string() && id->second.get<std::string>() == step)
            return &element;
    }
    return nullptr;
}

/// The file of the structure that words belong to: "M2/L2.1.json" for "M2/L2.1.en.json".
const Json* structureFor(const Documents& documents, const std::string& path) {
    const std::size_t ending = path.rfind(".json");
    const std::size_t dot = ending == std::string::npos ? ending : path.rfind('.', ending - 1);
    if (dot != std::string::npos)
        if (const Json* structure = documents.find(path.substr(0, dot) + ".json")) return structure;
    return documents.find(path);
}

/// From the whole document to the place that the pointer names, or the nearest that is there.
std::vector<const Json*> wayTo(const Json& structure, std::string_view pointer) {
    std::vector<const Json*> way = {&structure};
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        const Json* inside = below(*way.back(), plainStep(std::string(pointer.substr(0, end))));
        if (!inside) break;
        way.push_back(inside);
        pointer.remove_prefix(end);
    }
    return way;
}

/// The list that a complaint says the thing is not in: "bins" of "is none of the bins."
std::string listNamedIn(std::string_view complaint) {
    if (complaint.compare(0, 18, "There is no module") == 0) return "modules";
    if (complaint.compare(0, 16, "There is no exam") == 0) return "exams";
    constexpr std::string_view lead = "none of the ";
    const std::size_t begin = complaint.find(lead);
    if (begin == std::string_view::npos) return "";
    const std::string_view rest = complaint.substr(begin + lead.size());
    return std::string(rest.substr(0, rest.find_first_of(" .")));
}

/// The ids in the nearest list of this name around a place.
std::vector<std::string> idsOfList(const std::vector<const Json*>& way, const std::string& list) {
    std::vector<std::string> ids;
    for (auto place = way.rbegin(); place != way.rend() && ids.empty(); ++place)
        if (const Json* things = below(**place, list); things && things->is_array())
            collectNames(Json::object({{list, *things}}), false, ids);
    return ids;
}

/// The nearest name around a place: from inside out, the first object in whose lists something like it stands.
std::string nearestAround(const std::vector<const Json*>& way, std::string_view written) {
    for (auto place = way.rbegin(); place != way.rend(); ++place) {
        std::vector<std::string> names;
        collectNames(**place, place + 1 != way.rend(), names);
        if (std::string suggestion = didYouMean(written, names); !suggestion.empty()) return suggestion;
    }
    return "";
}

/// What the structure offers instead: one that is near, or all of a short list.
std::string offeredBy(const Json& structure, std::string_view pointer, const std::string& complaint,
                      const std::string& written) {
    const std::vector<const Json*> way = wayTo(structure, pointer);
    const std::string list = listNamedIn(complaint);
    if (list.empty()) return nearestAround(way, written);
    constexpr std::size_t shortList = 8;
    const std::vector<std::string> ids = idsOfList(way, list);
    std::string suggestion = didYouMean(written, ids);
    if (!suggestion.empty() || ids.empty() || ids.size() > shortList) return suggestion;
    for (const std::string& id : ids) suggestion += (suggestion.empty() ? " There is " : ", ") + id;
    return suggestion + '.';
}

} // namespace

std::size_t editDistance(std::string_view one, std::string_view other) {
    std::vector<std::size_t> before(other.size() + 1), last(other.size() + 1), now(other.size() + 1);
    for (std::size_t at = 0; at <= other.size(); ++at) last[at] = at;
    for (std::size_t row = 1; row <= one.size(); ++row) {
        now[0] = row;
        for (std::size_t at = 1; at <= other.size(); ++at) {
            const std::size_t changed = last[at - 1] + (one[row - 1] == other[at - 1] ? 0 : 1);
            now[at] = std::min({changed, last[at] + 1, now[at - 1] + 1});
            if (row > 1 && at > 1 && one[row - 1] == other[at - 2] && one[row - 2] == other[at - 1])
                now[at] = std::min(now[at], before[at - 2] + 1);
        }
        before.swap(last);
        last.swap(now);
    }
    return last[other.size()];
}

std::string didYouMean(std::string_view written, const std::vector<std::string>& known) {
    const std::string* best = nullptr;
    std::size_t distance = written.size() / 3 + 1;
    for (const std::string& each : known) {
        if (each == written || withoutDigits(each) == withoutDigits(written)) continue;
        const std::size_t own = editDistance(written, each);
        if (own >= distance) continue;
        distance = own;
        best = &each;
    }
    return best ? " Did you mean \"" + *best + "\"?" : "";
}

void addSuggestions(const Documents& documents, Faults& faults) {
    for (base::Error& fault : faults) {
        const std::size_t hash = fault.where.find('#');
        if (fault.fault != base::Fault::unknownId || hash == std::string::npos) continue;
        if (fault.what.find("Did you mean") != std::string::npos) continue;
        const std::string written(blamedIn(fault.what));
        if (written.empty()) continue;
        const std::vector<std::string> offered = offeredIn(fault.what);
        std::string suggestion = didYouMean(written, offered);
        if (const Json* structure = structureFor(documents, fault.where.substr(0, hash)); structure && offered.empty())
            suggestion = offeredBy(*structure, std::string_view(fault.where).substr(hash + 1), fault.what, written);
        fault.what += suggestion;
    }
}

} // namespace coursec
