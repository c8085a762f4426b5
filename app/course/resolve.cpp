#include "course/resolve.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <utility>

namespace course {

using base::Fault;
using base::Json;

namespace {

/// Words proper: a text, or a list of texts.
bool isWords(const Json& value) {
    if (const auto* list = value.get_ptr<const Json::array_t*>()) {
        for (const Json& element : *list)
            if (!element.is_string()) return false;
        return true;
    }
    return value.is_string();
}

/// The element of an array of things that has this id, or null.
Json* elementWithId(Json::array_t& things, const std::string& id) {
    for (Json& thing : things) {
        auto* members = thing.get_ptr<Json::object_t*>();
        if (!members) continue;
        const auto found = members->find("id");
        const auto* text = found == members->end() ? nullptr : found->second.get_ptr<const std::string*>();
        if (text && *text == id) return &thing;
    }
    return nullptr;
}

class Layer {
public:
    explicit Layer(std::vector<base::Error>& faults) : faults_(faults) {}

    /// Lays one object of words over one object of structure. Both come from the parser, so neither is nested deep.
    void lay(Json::object_t& structure, const Json::object_t& words, const std::string& where) {
        for (const auto& [name, value] : words) {
            const std::string place = where + base::pointerStep(name);
            const auto found = structure.find(name);
            if (found != structure.end()) {
                layOver(found->second, value, place);
            } else if (isWords(value)) {
                structure.emplace_back(name, value);
            } else {
                complain(Fault::unknownId, place,
                         "The structure has no \"" + name +
                             "\" that these words could belong to. Add it there, or take them out.");
            }
        }
    }

private:
    void layOver(Json& structure, const Json& words, const std::string& where) {
        const auto* wordsInside = words.get_ptr<const Json::object_t*>();
        auto* members = structure.get_ptr<Json::object_t*>();
        auto* things = structure.get_ptr<Json::array_t*>();
        if (wordsInside && members) {
            lay(*members, *wordsInside, where);
        } else if (wordsInside && things) {
            layOverThings(*things, *wordsInside, where);
        } else {
            complain(Fault::contradiction, where,
                     "Words must not overwrite the structure. Take this member out of one of the two files.");
        }
    }

    void layOverThings(Json::array_t& things, const Json::object_t& words, const std::string& where) {
        for (const auto& [id, value] : words) {
            const std::string place = where + base::pointerStep(id);
            Json* thing = elementWithId(things, id);
            if (!thing) {
                complain(Fault::unknownId, place,
                         "Nothing in the structure has the id \"" + id + "\". Correct it, or take these words out.");
            } else {
                layOver(*thing, value, place);
            }
        }
    }

    void complain(Fault fault, const std::string& where, std::string what) {
        faults_.push_back({fault, std::move(what), where});
    }

    std::vector<base::Error>& faults_;
};

} // namespace

Json resolve(const Json& structure, const Json& words, const std::string& wordsWhere,
             std::vector<base::Error>& faults) {
    Json resolved = structure;
    auto* members = resolved.get_ptr<Json::object_t*>();
    const auto* wordsInside = words.get_ptr<const Json::object_t*>();
    if (members && wordsInside) {
        Layer(faults).lay(*members, *wordsInside, wordsWhere + '#');
    } else {
        faults.push_back({Fault::wrongType, "Structure and words must both be objects {…}.", wordsWhere + '#'});
    }
    return resolved;
}

} // namespace course
