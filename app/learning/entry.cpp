#include "learning/entry.h"

#include <algorithm>

namespace learning {

namespace {

const std::string* preferenceOf(const Learner* person, const std::string& name) {
    if (person == nullptr) return nullptr;
    const auto found = person->preferences.find(name);
    return found == person->preferences.end() ? nullptr : &found->second;
}

} // namespace

bool proven(const Learner* person, const course::ModuleId& module) {
    return person != nullptr && person->passingAttempt(course::entryTestOf(module)) != nullptr;
}

bool skipped(const Learner* person, const course::ModuleId& module) {
    const std::string* wish = preferenceOf(person, "skip." + module.text());
    return wish != nullptr && *wish == "yes" && proven(person, module);
}

Way wayOf(const Learner* person, const course::Course& course) {
    Way way;
    const std::string* chosen = preferenceOf(person, "path");
    way.path = chosen == nullptr ? nullptr : course.path(*chosen);
    const auto add = [&way](const course::ModuleOutline* module) {
        if (module != nullptr && std::find(way.modules.begin(), way.modules.end(), module) == way.modules.end())
            way.modules.push_back(module);
    };
    if (way.path != nullptr)
        for (const course::ModuleId& id : way.path->modules) add(course.module(id));
    way.onPath = way.modules.size();
    for (const course::ModuleOutline& module : course.modules) add(&module);
    if (way.path == nullptr) way.onPath = way.modules.size();
    return way;
}

} // namespace learning
