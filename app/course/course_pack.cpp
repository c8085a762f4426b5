// Reads the course's pack: the outline of everything, the exams, and the words of the interface.

#include "course/pack.h"
#include "course/pack_parts.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace course {

using base::Fault;
using base::JsonReader;

namespace {

LessonOutline readLessonOutline(const JsonReader& place, IdList& ids) {
    LessonOutline lesson;
    lesson.id = LessonId(ids.read(place));
    lesson.title = place.text("title");
    lesson.minutes = place.integer("minutes", 1, 120);
    for (std::string& step : place.texts("steps")) lesson.steps.emplace_back(std::move(step));
    return lesson;
}

ModuleOutline readModuleOutline(const JsonReader& place) {
    ModuleOutline module;
    module.id = ModuleId(place.text("id"));
    module.title = place.text("title");
    module.summary = place.text("summary");
    IdList objectives;
    for (const JsonReader& each : place.items("objectives"))
        module.objectives.push_back({objectives.read(each), each.text("text")});
    IdList lessons;
    for (const JsonReader& each : place.items("lessons")) module.lessons.push_back(readLessonOutline(each, lessons));
    return module;
}

ExamBlueprint readExam(const JsonReader& place, const Course& course) {
    ExamBlueprint exam;
    exam.id = ExamId(place.text("id"));
    exam.title = place.text("title");
    exam.summary = place.text("summary");
    for (const JsonReader& each : place.items("draws")) {
        ExamBlueprint::Draw draw{ModuleId(each.text("module")), each.integer("count", 1, 1000)};
        if (!draw.module.empty() && !course.module(draw.module))
            each.complainAt("module", Fault::unknownId,
                            "There is no module \"" + draw.module.text() + "\" in the course.");
        exam.draws.push_back(std::move(draw));
    }
    exam.minutes = place.integerIfAny("minutes", 1, longestExam).value_or(0);
    exam.attempts = place.integerIfAny("attempts", 1, 1000).value_or(0);
    if (exam.draws.empty() && place.has("draws"))
        place.complainAt("draws", Fault::outOfRange, "An exam must draw items from a module at least.");
    return exam;
}

/// Asks for each objective once: so it can say which of them are worth learning.
ExamBlueprint entryTestFor(const ModuleOutline& module) {
    return {entryTestOf(module.id), {}, {}, {{module.id, static_cast<int>(module.objectives.size())}}};
}

} // namespace

Course readCourse(const base::Json& pack, std::string_view where, std::vector<base::Error>& faults,
                  std::vector<base::Asked>* asked) {
    Course course;
    const JsonReader place(pack, where, faults, asked);
    if (!readPackHeader(place, "course")) return course;
    course.id = place.text("id");
    course.version = place.text("version");
    course.language = place.text("language");
    course.title = place.text("title");
    course.passMark = base::Percent(place.number("passMark", 1, 100));
    for (const JsonReader& each : place.items("modules")) {
        ModuleOutline module = readModuleOutline(each);
        if (course.module(module.id))
            each.complainAt("id", Fault::duplicateId, "Two modules have the id \"" + module.id.text() + "\".");
        if (!each.flagIfAny("byDoing")) course.entryTests.push_back(entryTestFor(module));
        course.modules.push_back(std::move(module));
    }
    for (const JsonReader& each : place.items("exams")) {
        ExamBlueprint exam = readExam(each, course);
        if (course.exam(exam.id))
            each.complainAt("id", Fault::duplicateId, "Two exams have the id \"" + exam.id.text() + "\".");
        course.exams.push_back(std::move(exam));
    }
    course.completionExam = ExamId(place.text("completionExam"));
    if (!course.completionExam.empty() && !course.exam(course.completionExam))
        place.complainAt("completionExam", Fault::unknownId,
                         "There is no exam \"" + course.completionExam.text() + "\".");
    for (const JsonReader& each : place.itemsIfAny("paths")) {
        Path path{each.text("id"), each.text("title"), each.text("summary"), {}};
        for (std::string& module : each.texts("modules")) path.modules.emplace_back(std::move(module));
        course.paths.push_back(std::move(path));
    }
    course.hasLab = place.flagIfAny("lab");
    course.hasGlossary = place.flagIfAny("glossary");
    course.words = place.textMap("words");
    return course;
}

base::Result<Course> readCoursePack(std::string_view cbor) {
    const base::Result<base::Json> tree = base::parseCbor(cbor, "course pack");
    if (!tree) return tree.error();
    std::vector<base::Error> faults;
    Course course = readCourse(tree.value(), "course pack", faults);
    return packOrFirstFault(std::move(course), faults);
}

base::Result<RestWords> readRestWordsPack(std::string_view cbor) {
    const base::Result<base::Json> tree = base::parseCbor(cbor, "pack of words");
    if (!tree) return tree.error();
    std::vector<base::Error> faults;
    const JsonReader place(tree.value(), "pack of words", faults);
    RestWords rest;
    if (readPackHeader(place, "rest")) {
        rest.language = place.text("language");
        rest.words = place.textMap("words");
    }
    return packOrFirstFault(std::move(rest), faults);
}

} // namespace course
