#include "tools/coursec/path_checks.h"

#include <algorithm>
#include <cstddef>

namespace coursec {

using base::Fault;
using base::Json;

namespace {

const Json* member(const Json& value, const char* name) {
    const auto* object = value.get_ptr<const Json::object_t*>();
    if (!object) return nullptr;
    const auto found = object->find(name);
    return found == object->end() ? nullptr : &found->second;
}

const Json::array_t& listIn(const Json& value, const char* name) {
    static const Json::array_t none;
    const Json* found = member(value, name);
    const auto* list = found ? found->get_ptr<const Json::array_t*>() : nullptr;
    return list ? *list : none;
}

std::string textOf(const Json* value) {
    const auto* text = value ? value->get_ptr<const std::string*>() : nullptr;
    return text ? *text : "";
}

class PathChecker {
public:
    PathChecker(const Worded& course, Faults& faults)
        : faults_(faults), file_(course.structureFile()), course_(*course.structure) {
        for (const Json& module : listIn(course_, "modules")) known_.push_back(textOf(member(module, "id")));
    }

    void check() {
        const Json::array_t& modules = listIn(course_, "modules");
        for (std::size_t at = 0; at < modules.size(); ++at) checkNeeds(modules[at], at);
        const Json::array_t& paths = listIn(course_, "paths");
        for (std::size_t at = 0; at < paths.size(); ++at) checkPath(paths[at], "#/paths/" + std::to_string(at));
    }

private:
    void complain(Fault fault, const std::string& where, std::string what) {
        faults_.push_back({fault, std::move(what), file_ + where});
    }

    [[nodiscard]] bool isKnown(const std::string& module) const {
        return std::find(known_.begin(), known_.end(), module) != known_.end();
    }

    void complainOfUnknown(const std::string& module, const std::string& where) {
        complain(Fault::unknownId, where, "There is no module \"" + module + "\" in the course.");
    }

    void checkNeeds(const Json& module, std::size_t index) {
        const std::string where = "#/modules/" + std::to_string(index) + "/needs";
        const Json* needs = member(module, "needs");
        if (needs && !needs->is_array())
            complain(Fault::wrongType, where, "\"needs\" must be a list […] of modules, like [\"M3\"].");
        const Json::array_t& list = listIn(module, "needs");
        for (std::size_t at = 0; at < list.size(); ++at) {
            const std::string needed = textOf(&list[at]), place = where + '/' + std::to_string(at);
            if (!isKnown(needed))
                complainOfUnknown(needed, place);
            else if (std::find(known_.begin(), known_.end(), needed) >= known_.begin() + static_cast<long>(index))
                complain(Fault::contradiction, place,
                         "A module can only need one that stands before it in the course, and " + needed +
                             " does not. Change the order of the modules, or take it out here.");
        }
    }

    void checkPath(const Json& path, const std::string& where) {
        const std::string id = textOf(member(path, "id"));
        if (id == "all")
            complain(Fault::contradiction, where + "/id",
                     "\"all\" means the whole course, without any path. Give this path another id.");
        if (std::find(paths_.begin(), paths_.end(), id) != paths_.end())
            complain(Fault::duplicateId, where + "/id", "Two paths have the id \"" + id + "\".");
        paths_.push_back(id);
        std::vector<std::string> before;
        const Json::array_t& modules = listIn(path, "modules");
        for (std::size_t at = 0; at < modules.size(); ++at) {
            const std::string module = textOf(&modules[at]), place = where + "/modules/" + std::to_string(at);
            if (module.empty()) continue; // complained of where it is read
            if (!isKnown(module)) complainOfUnknown(module, place);
            if (std::find(before.begin(), before.end(), module) != before.end())
                complain(Fault::duplicateId, place, "The module " + module + " stands twice on this path.");
            checkNeedsOf(module, before, modules, place);
            before.push_back(module);
        }
        if (const Json* list = member(path, "modules"); list && list->is_array() && modules.empty())
            complain(Fault::outOfRange, where + "/modules", "A path must lead through a module at least.");
    }

    void checkNeedsOf(const std::string& module, const std::vector<std::string>& before, const Json::array_t& path,
                      const std::string& place) {
        for (const Json& each : listIn(course_, "modules")) {
            if (textOf(member(each, "id")) != module) continue;
            for (const Json& need : listIn(each, "needs")) {
                const std::string needed = textOf(&need);
                if (!isKnown(needed) || std::find(before.begin(), before.end(), needed) != before.end()) continue;
                const bool later = std::any_of(path.begin(), path.end(),
                                               [&needed](const Json& other) { return textOf(&other) == needed; });
                complain(later ? Fault::contradiction : Fault::missing, place,
                         "The module " + module + " needs " + needed +
                             (later ? ", which comes after it on this path. Let " + needed + " come first."
                                    : ", which this path leaves out. Put " + needed + " before it, or take " + module +
                                          " out."));
            }
        }
    }

    Faults& faults_;
    const std::string file_;
    const Json& course_;
    std::vector<std::string> known_, paths_;
};

} // namespace

void checkPaths(const Worded& course, Faults& faults) {
    if (course.structure) PathChecker(course, faults).check();
}

void dropNeeds(Json& course) {
    auto* members = course.get_ptr<Json::object_t*>();
    const auto modules = members ? members->find("modules") : Json::object_t::iterator();
    auto* list = members && modules != members->end() ? modules->second.get_ptr<Json::array_t*>() : nullptr;
    if (!list) return;
    for (Json& module : *list)
        if (module.is_object()) module.erase("needs");
}

} // namespace coursec
