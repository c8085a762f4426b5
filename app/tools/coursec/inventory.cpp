#include "tools/coursec/inventory.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace coursec {

using base::Fault;
using base::Json;

namespace {

bool isDigits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char each) { return each >= '0' && each <= '9'; });
}

/// "S0-11": seed, dash, number.
bool looksLikeEntry(std::string_view id) {
    const std::size_t dash = id.find('-');
    return id.size() > 1 && id.front() == 'S' && dash != std::string_view::npos && isDigits(id.substr(1, dash - 1)) &&
           isDigits(id.substr(dash + 1));
}

const Json* member(const Json* value, const char* name) {
    const auto* object = value ? value->get_ptr<const Json::object_t*>() : nullptr;
    if (!object) return nullptr;
    const auto found = object->find(name);
    return found == object->end() ? nullptr : &found->second;
}

std::string textOf(const Json* value) {
    const auto* text = value ? value->get_ptr<const std::string*>() : nullptr;
    return text ? *text : "";
}

const Json::array_t* listOf(const Json* value) { return value ? value->get_ptr<const Json::array_t*>() : nullptr; }

class Count {
public:
    Count(const Documents& documents, Faults& faults) : faults_(faults) {
        const Json* file = documents.find(inventoryFile);
        const Json::array_t* entries = listOf(member(file, "entries"));
        if (file && !entries)
            complain(Fault::missing, "#/entries", "\"entries\" must be the list of what the course teaches. Add it.");
        for (std::size_t at = 0; entries && at < entries->size(); ++at) {
            const std::string id = textOf(&(*entries)[at]), where = "#/entries/" + std::to_string(at);
            if (!looksLikeEntry(id))
                complain(Fault::wrongType, where, "Entries look like \"S0-11\".");
            else if (!index_.emplace(id, coverage.entries.size()).second)
                complain(Fault::duplicateId, where,
                         "\"" + id + "\" stands in this list twice. Take one of the two out.");
            else
                coverage.entries.push_back({id, {}, {}});
        }
        isListed_ = entries != nullptr;
    }

    void addLesson(const Worded& lesson) {
        const std::string id = textOf(member(lesson.structure, "id"));
        note(member(lesson.structure, "covers"), lesson.structureFile() + "#/covers", id, &Coverage::Entry::lessons);
        const Json::array_t* steps = listOf(member(lesson.structure, "steps"));
        for (std::size_t at = 0; steps && at < steps->size(); ++at) {
            const Json& step = (*steps)[at];
            const std::string item = textOf(member(member(&step, "item"), "id"));
            noteBelow(step, lesson.structureFile() + "#/steps/" + std::to_string(at),
                      item.empty() ? id + '/' + textOf(member(&step, "id")) : item);
        }
    }

    void addBank(const Worded& bank) {
        const Json::array_t* items = listOf(member(bank.structure, "items"));
        for (std::size_t at = 0; items && at < items->size(); ++at)
            noteBelow((*items)[at], bank.structureFile() + "#/items/" + std::to_string(at),
                      textOf(member(&(*items)[at], "id")));
    }

    void adviseToAsk(Faults& advice) const {
        for (const Covered& each : covered_)
            if (coverage.entries[each.entry].asked.empty())
                advice.push_back({Fault::missing,
                                  "Nothing asks about " + coverage.entries[each.entry].id +
                                      ". Write an item that names it in \"inventory\".",
                                  each.where});
    }

    Coverage coverage;

private:
    using Places = std::vector<std::string> Coverage::Entry::*;

    void complain(Fault fault, const std::string& where, std::string what) {
        faults_.push_back({fault, std::move(what), inventoryFile + where});
    }

    /// Every "inventory" in a step or item: an option of a dialogue may have its own.
    void noteBelow(const Json& value, const std::string& where, const std::string& name) {
        if (const auto* members = value.get_ptr<const Json::object_t*>()) {
            for (const auto& [key, child] : *members) {
                const std::string place = where + base::pointerStep(key);
                if (key == "inventory")
                    note(&child, place, name, &Coverage::Entry::asked);
                else
                    noteBelow(child, place, name);
            }
        } else if (const Json::array_t* list = listOf(&value)) {
            for (std::size_t at = 0; at < list->size(); ++at)
                noteBelow((*list)[at], where + '/' + std::to_string(at), name);
        }
    }

    void note(const Json* ids, const std::string& where, const std::string& name, Places places) {
        const Json::array_t* list = listOf(ids);
        for (std::size_t at = 0; list && at < list->size(); ++at) {
            const std::string id = textOf(&(*list)[at]);
            if (id.empty()) continue;
            const std::string place = where + '/' + std::to_string(at);
            const auto found = index_.find(id);
            if (found == index_.end()) {
                if (isListed_ || !looksLikeEntry(id)) faults_.push_back({Fault::unknownId, unknown(id), place});
                continue;
            }
            std::vector<std::string>& known = coverage.entries[found->second].*places;
            if (std::find(known.begin(), known.end(), name) == known.end()) known.push_back(name);
            if (places == &Coverage::Entry::lessons) covered_.push_back({found->second, place});
        }
    }

    [[nodiscard]] std::string unknown(const std::string& id) const {
        std::string what = "\"" + id + "\" is no entry of the inventory. ";
        const std::string seed = id.substr(0, id.find('-') + 1);
        std::string first, last;
        for (const Coverage::Entry& entry : coverage.entries) {
            if (seed.size() < 2 || entry.id.compare(0, seed.size(), seed) != 0) continue;
            if (first.empty()) first = entry.id;
            last = entry.id;
        }
        return what + (first.empty() ? "Entries look like S0-11." : "There are " + first + " to " + last + ".");
    }

    struct Covered {
        std::size_t entry;
        std::string where;
    };

    Faults& faults_;
    std::vector<Covered> covered_;
    std::map<std::string, std::size_t> index_;
    bool isListed_ = false;
};

} // namespace

Coverage coverageOf(const Documents& documents, const std::vector<Taught>& taught, Faults& faults, Faults& advice) {
    Count count(documents, faults);
    for (const Taught& each : taught) {
        if (each.isLesson)
            count.addLesson(*each.document);
        else
            count.addBank(*each.document);
    }
    count.adviseToAsk(advice);
    return std::move(count.coverage);
}

Faults gapsIn(const Coverage& coverage) {
    Faults gaps;
    for (std::size_t at = 0; at < coverage.entries.size(); ++at) {
        const Coverage::Entry& entry = coverage.entries[at];
        const std::string where = std::string(inventoryFile) + "#/entries/" + std::to_string(at);
        if (entry.lessons.empty())
            gaps.push_back({Fault::missing,
                            "No lesson covers " + entry.id + ". Add it to \"covers\" of the lesson that teaches it.",
                            where});
        if (entry.asked.empty())
            gaps.push_back({Fault::missing,
                            "Nothing asks about " + entry.id + ". Write an item that names it in \"inventory\".",
                            where});
    }
    return gaps;
}

} // namespace coursec
