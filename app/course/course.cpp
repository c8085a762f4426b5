#include "course/course.h"

namespace course {

namespace {

/// The first of `things` with this id, or null.
template <class Thing, class SomeId>
const Thing* byId(const std::vector<Thing>& things, const SomeId& id) {
    for (const Thing& thing : things)
        if (thing.id == id) return &thing;
    return nullptr;
}

} // namespace

const ModuleOutline* Course::module(const ModuleId& wanted) const { return byId(modules, wanted); }

const ModuleOutline* Course::moduleOf(const LessonId& wanted) const {
    for (const ModuleOutline& module : modules)
        if (byId(module.lessons, wanted)) return &module;
    return nullptr;
}

const LessonOutline* Course::lesson(const LessonId& wanted) const {
    const ModuleOutline* module = moduleOf(wanted);
    return module ? byId(module->lessons, wanted) : nullptr;
}

const ExamBlueprint* Course::exam(const ExamId& wanted) const {
    return byId(isEntryTest(wanted) ? entryTests : exams, wanted);
}

const Path* Course::path(std::string_view wanted) const { return byId(paths, wanted); }

const Lesson* Module::lesson(const LessonId& wanted) const { return byId(lessons, wanted); }

const Item* Module::item(const ItemId& wanted) const { return byId(items, wanted); }

} // namespace course
