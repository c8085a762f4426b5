#include "portal/drafts.h"

#include "base/json_reader.h"
#include "base/json_writer.h"

#include <nlohmann/json.hpp>

#include <utility>
#include <vector>

namespace portal {

using base::JsonArray;
using base::JsonObject;
using base::JsonReader;
using course::OptionId;

namespace {

constexpr double farthest = 1e12; // beyond every slider, as in answers
constexpr std::string_view nothing = "{}";

// ---- writing: only what is there, so that a state that was merely looked at is "{}"

template <class Ids>
std::string list(const Ids& ids) {
    JsonArray array;
    for (const auto& id : ids) array.text(id.text());
    return array.text();
}

template <class Map, class Write>
std::string object(const Map& map, Write write) {
    JsonObject json;
    for (const auto& [key, value] : map) write(json, key.text(), value);
    return json.text();
}

void addAny(JsonObject& json, std::string_view name, const std::string& value) {
    if (value != nothing && value != "[]") json.raw(name, value);
}

void addTrue(JsonObject& json, std::string_view name, bool value) {
    if (value) json.flag(name, true);
}

std::string stateJson(const ActivityState& state) {
    const auto idText = [](JsonObject& to, const std::string& key, const OptionId& id) { to.text(key, id.text()); };
    const auto typed = [](JsonObject& to, const std::string& key, const std::string& text) {
        if (!text.empty()) to.text(key, text);
    };
    JsonObject json;
    addAny(json, "chosen", list(state.chosen));
    JsonArray shares;
    for (const int share : state.shares) shares.integer(share);
    addAny(json, "shares", shares.text());
    addAny(json, "placed", object(state.placed, idText));
    addAny(json, "texts", object(state.texts, typed));
    std::vector<OptionId> shown;
    for (const auto& [id, isShown] : state.shown)
        if (isShown) shown.push_back(id);
    addAny(json, "shown", list(shown));
    if (state.number) json.number("number", *state.number);
    addAny(json, "numbers",
           object(state.numbers, [](JsonObject& to, const std::string& key, double value) { to.number(key, value); }));
    addAny(json, "decided", object(state.decided, [](JsonObject& to, const std::string& key, const auto& ids) {
               to.raw(key, list(ids));
           }));
    if (!state.picked.empty()) json.text("picked", state.picked.text());
    addTrue(json, "hintOpen", state.hintOpen);
    addTrue(json, "noteOpen", state.noteOpen);
    addTrue(json, "tableOpen", state.tableOpen);
    return json.text();
}

// ---- reading

std::vector<OptionId> ids(const JsonReader& place, std::string_view name) {
    std::vector<OptionId> read;
    for (std::string& id : place.textsIfAny(name)) read.emplace_back(std::move(id));
    return read;
}

JsonReader::TextMap textsOf(const JsonReader& place, std::string_view name) {
    return place.has(name) ? place.textMap(name) : JsonReader::TextMap{};
}

/// How the members of an object are called; it may be absent.
std::vector<std::string> keys(const JsonReader& place, const std::string& name) {
    std::vector<std::string> found;
    if (!place.has(name)) return found;
    const base::Json& object = *place.json().find(name);
    if (!object.is_object()) place.complainAt(name, base::Fault::wrongType, "This should be an object.");
    if (object.is_object())
        for (const auto& [key, value] : object.items()) found.push_back(key);
    return found;
}

ActivityState readState(const JsonReader& place) {
    ActivityState state;
    state.chosen = ids(place, "chosen");
    if (place.has("shares")) state.shares = place.integers("shares", 0, 1000);
    for (auto& [key, value] : textsOf(place, "placed")) state.placed[OptionId(key)] = OptionId(std::move(value));
    for (auto& [key, value] : textsOf(place, "texts")) state.texts[OptionId(key)] = std::move(value);
    for (const OptionId& id : ids(place, "shown")) state.shown[id] = true;
    state.number = place.numberIfAny("number", -farthest, farthest);
    if (place.has("numbers"))
        for (const auto& [key, value] : place.numberMap("numbers", -farthest, farthest))
            state.numbers[OptionId(key)] = value;
    const std::vector<std::string> decisions = keys(place, "decided");
    for (const std::string& key : decisions) state.decided[OptionId(key)] = ids(place.at("decided"), key);
    state.picked = OptionId(place.textIfAny("picked"));
    state.hintOpen = place.flagIfAny("hintOpen");
    state.noteOpen = place.flagIfAny("noteOpen");
    state.tableOpen = place.flagIfAny("tableOpen");
    return state;
}

} // namespace

std::string toJson(const Drafts& drafts, const learning::Learner& person) {
    JsonObject lessons;
    for (const auto& [id, place] : drafts.lessons) {
        const auto progress = person.lessons.find(id);
        JsonObject steps;
        for (const auto& [step, state] : place.states)
            if (progress == person.lessons.end() || progress->second.steps.count(step) == 0)
                addAny(steps, step.text(), stateJson(state));
        addAny(lessons, id.text(), steps.text());
    }
    JsonObject exams;
    for (const auto& [id, place] : drafts.exams) {
        const learning::Attempt* attempt = person.attempt(id);
        if (attempt == nullptr || attempt->finished) continue;
        JsonObject exam;
        if (!place.at.empty()) exam.text("at", place.at.text());
        addTrue(exam, "overview", place.overview);
        addAny(exam, "flagged", list(place.flagged));
        JsonObject items;
        for (const auto& [item, state] : place.states) addAny(items, item.text(), stateJson(state));
        addAny(exam, "items", items.text());
        addAny(exams, id.text(), exam.text());
    }
    JsonObject all;
    addAny(all, "lessons", lessons.text());
    addAny(all, "exams", exams.text());
    if (!drafts.sentence.empty()) all.text("sentence", drafts.sentence);
    return all.text() == nothing ? std::string{} : all.text();
}

Drafts draftsFromJson(std::string_view line) {
    Drafts drafts;
    const base::Result<base::Json> tree = base::parseJson(line, "drafts");
    if (!tree) return drafts;
    std::vector<base::Error> faults;
    const JsonReader all(tree.value(), "drafts", faults);
    for (const std::string& id : keys(all, "lessons")) {
        const JsonReader lessons = all.at("lessons");
        for (const std::string& step : keys(lessons, id))
            drafts.lessons[course::LessonId(id)].states[course::StepId(step)] = readState(lessons.at(id).at(step));
    }
    for (const std::string& id : keys(all, "exams")) {
        const JsonReader exam = all.at("exams").at(id);
        PlaceInExam& place = drafts.exams[learning::AttemptId(id)];
        place.at = course::ItemId(exam.textIfAny("at"));
        place.overview = exam.flagIfAny("overview");
        for (const OptionId& item : ids(exam, "flagged")) place.flagged.insert(course::ItemId(item.text()));
        for (const std::string& item : keys(exam, "items"))
            place.states[course::ItemId(item)] = readState(exam.at("items").at(item));
    }
    drafts.sentence = all.textIfAny("sentence");
    return faults.empty() ? drafts : Drafts{};
}

} // namespace portal
