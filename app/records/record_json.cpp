#include "records/record_json.h"

#include "base/json_reader.h"
#include "base/json_writer.h"

#include <nlohmann/json.hpp>

#include <iterator>
#include <limits>
#include <set>
#include <utility>

namespace records {

namespace {

using base::Fault;
using base::JsonArray;
using base::JsonObject;
using base::JsonReader;

constexpr int most = std::numeric_limits<int>::max();

constexpr std::string_view statusNames[] = {"not-started", "in-progress", "completed"};
constexpr std::string_view masteryNames[] = {"unasked", "again", "growing", "secure"};

// ---- writing ------------------------------------------------------------------------------------------------------

void writeTime(JsonObject& json, std::string_view name, const std::optional<base::Instant>& at) {
    if (at) json.text(name, base::isoUtc(*at));
}

void writeIfAny(JsonObject& json, std::string_view name, std::string_view text) {
    if (!text.empty()) json.text(name, text);
}

void writeAchievement(JsonObject& json, const Achievement& achieved) {
    json.text("id", achieved.id);
    json.text("title", achieved.title);
    json.text("contentVersion", achieved.contentVersion);
    json.text("status", nameOf(achieved.status));
    json.integer("lessonsFinished", achieved.lessonsFinished);
    json.integer("lessonsInAll", achieved.lessonsInAll);
    writeTime(json, "started", achieved.started);
    writeTime(json, "finished", achieved.finished);
    json.integer("secondsActive", achieved.secondsActive);
    json.integer("attempts", achieved.attempts);
    json.number("passMark", achieved.passMark.outOfHundred());
    if (achieved.score) {
        json.number("score", achieved.score->outOfHundred());
        writeTime(json, "scored", achieved.scored);
        json.flag("passed", achieved.passed);
    }
    if (achieved.items.empty()) return;
    JsonArray items;
    for (const ItemShare& each : achieved.items) {
        JsonObject item;
        item.text("id", each.item);
        item.number("share", each.share.outOfHundred());
        items.raw(item.text());
    }
    json.raw("items", items.text());
}

std::string writeModule(const ModuleRecord& module) {
    JsonObject json;
    writeAchievement(json, module.achieved);
    JsonArray objectives;
    for (const ObjectiveStanding& each : module.objectives) {
        JsonObject objective;
        objective.text("id", each.objective);
        objective.integer("asked", each.asked);
        objective.integer("right", each.right);
        objective.text("mastery", masteryNames[static_cast<std::size_t>(each.mastery)]);
        objectives.raw(objective.text());
    }
    json.raw("objectives", objectives.text());
    return json.text();
}

// ---- reading ------------------------------------------------------------------------------------------------------

std::optional<base::Instant> readTime(const JsonReader& place, std::string_view name) {
    if (!place.has(name)) return std::nullopt;
    const auto at = base::parseIsoUtc(place.text(name));
    if (at) return at.value();
    place.complainAt(name, at.error().fault, at.error().what);
    return std::nullopt;
}

/// Which of `names` stands there; the first, with a complaint, when it is none of them.
template <class Kind, std::size_t count>
Kind readName(const JsonReader& place, std::string_view name, const std::string_view (&names)[count]) {
    const std::string written = place.text(name);
    for (std::size_t i = 0; i < count; ++i)
        if (names[i] == written) return static_cast<Kind>(i);
    if (!written.empty())
        place.complainAt(name, Fault::unknownId,
                         "\"" + written + "\" is none of the values that this member may have.");
    return static_cast<Kind>(0);
}

void refuseDoubles(const JsonReader& place, std::string_view name, std::set<std::string>& known,
                   const std::string& id) {
    if (!known.insert(id).second) place.complainAt(name, Fault::duplicateId, "\"" + id + "\" stands here twice.");
}

Achievement readAchievement(const JsonReader& place) {
    Achievement achieved;
    achieved.id = place.text("id");
    achieved.title = place.text("title");
    achieved.contentVersion = place.anyText("contentVersion");
    achieved.status = readName<CompletionStatus>(place, "status", statusNames);
    achieved.lessonsFinished = place.integer("lessonsFinished", 0, most);
    achieved.lessonsInAll = place.integer("lessonsInAll", 0, most);
    achieved.started = readTime(place, "started");
    achieved.finished = readTime(place, "finished");
    achieved.secondsActive = place.integer("secondsActive", 0, most);
    achieved.attempts = place.integer("attempts", 0, most);
    achieved.passMark = base::Percent(place.number("passMark", 0, 100));
    if (const auto score = place.numberIfAny("score", 0, 100)) {
        achieved.score = base::Percent(*score);
        achieved.scored = readTime(place, "scored");
        achieved.passed = place.flag("passed");
        if (achieved.attempts == 0) place.complain(Fault::contradiction, "There is a score, but no attempt.");
        if (!achieved.scored) place.complainAt("scored", Fault::missing, "A score needs the time of its quiz.");
    }
    if (achieved.lessonsFinished > achieved.lessonsInAll)
        place.complain(Fault::contradiction, "More lessons are finished than there are.");
    if ((achieved.status == CompletionStatus::completed) != achieved.finished.has_value())
        place.complain(Fault::contradiction,
                       "What is completed has a time when it was finished, and nothing else has.");
    std::set<std::string> known;
    for (const JsonReader& item : place.itemsIfAny("items")) {
        achieved.items.push_back({item.text("id"), base::Percent(item.number("share", 0, 100))});
        refuseDoubles(item, "id", known, achieved.items.back().item);
    }
    return achieved;
}

ModuleRecord readModule(const JsonReader& place) {
    ModuleRecord module;
    module.achieved = readAchievement(place);
    std::set<std::string> known;
    for (const JsonReader& each : place.items("objectives")) {
        ObjectiveStanding standing;
        standing.objective = each.text("id");
        standing.asked = each.integer("asked", 0, most);
        standing.right = each.integer("right", 0, most);
        standing.mastery = readName<learning::Mastery>(each, "mastery", masteryNames);
        if (standing.right > standing.asked) each.complain(Fault::contradiction, "More was right than was asked.");
        refuseDoubles(each, "id", known, standing.objective);
        module.objectives.push_back(std::move(standing));
    }
    return module;
}

Record readRecord(const JsonReader& place) {
    Record record;
    const JsonReader learner = place.at("learner");
    record.learnerId = learner.text("id");
    record.learnerName = learner.anyText("name");
    record.number = learner.textIfAny("number");
    record.department = learner.textIfAny("department");
    const JsonReader course = place.at("course");
    record.course = readAchievement(course);
    record.certificateSerial = course.textIfAny("certificate");
    std::set<std::string> known;
    for (const JsonReader& module : place.items("modules")) {
        record.modules.push_back(readModule(module));
        refuseDoubles(module, "id", known, record.modules.back().achieved.id);
    }
    const JsonReader evidence = place.at("evidence");
    record.evidence.head = evidence.textIfAny("head");
    record.evidence.events = evidence.integer("events", 0, most);
    record.evidence.until = readTime(evidence, "until");
    return record;
}

} // namespace

std::string_view nameOf(CompletionStatus status) { return statusNames[static_cast<std::size_t>(status)]; }

std::string recordToJson(const Record& record) {
    JsonObject learner;
    learner.text("id", record.learnerId);
    learner.text("name", record.learnerName);
    writeIfAny(learner, "number", record.number);
    writeIfAny(learner, "department", record.department);

    JsonObject course;
    writeAchievement(course, record.course);
    writeIfAny(course, "certificate", record.certificateSerial);

    JsonArray modules;
    for (const ModuleRecord& module : record.modules) modules.raw(writeModule(module));

    JsonObject evidence;
    writeIfAny(evidence, "head", record.evidence.head);
    evidence.integer("events", record.evidence.events);
    writeTime(evidence, "until", record.evidence.until);

    JsonObject json;
    json.text("format", recordFormat);
    json.integer("version", recordVersion);
    json.raw("learner", learner.text());
    json.raw("course", course.text());
    json.raw("modules", modules.text());
    json.raw("evidence", evidence.text());
    return json.text();
}

base::Result<Record> recordFromJson(std::string_view json, std::string_view sourceName) {
    const auto tree = base::parseJson(json, sourceName);
    if (!tree) return tree.error();
    std::vector<base::Error> faults;
    const JsonReader place(tree.value(), sourceName, faults);
    const std::string format = place.text("format");
    if (faults.empty() && format != recordFormat)
        place.complainAt("format", Fault::unreadable, "This is no completion record.");
    const int version = place.integer("version", 1, most);
    if (faults.empty() && version > recordVersion)
        place.complainAt("version", Fault::wrongVersion,
                         "This record was written by a later version of the portal. Open it with that one.");
    if (!faults.empty()) return faults.front();
    Record record = readRecord(place);
    if (!faults.empty()) return faults.front();
    return record;
}

} // namespace records
