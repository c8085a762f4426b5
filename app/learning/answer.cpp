#include "learning/answer.h"

#include "base/json_writer.h"

#include <cmath>
#include <utility>

namespace learning {

using base::Fault;
using base::JsonArray;
using base::JsonObject;
using course::OptionId;

namespace {

/// Beyond every slider; keeps what is computed from an answer finite.
constexpr double farthest = 1e12;

std::string idList(const std::vector<OptionId>& ids) {
    JsonArray list;
    for (const OptionId& id : ids) list.text(id.text());
    return list.text();
}

std::string idMap(const std::map<OptionId, OptionId>& ids) {
    JsonObject map;
    for (const auto& [key, value] : ids) map.text(key.text(), value.text());
    return map.text();
}

std::vector<OptionId> readIds(const base::JsonReader& place, std::string_view name) {
    std::vector<OptionId> ids;
    for (std::string& id : place.texts(name)) ids.emplace_back(std::move(id));
    return ids;
}

// Each writes the members of one kind of answer after its "kind".

void write(JsonObject& json, const Seen&) { json.text("kind", "seen"); }

void write(JsonObject& json, const Chosen& answer) {
    json.text("kind", "chosen");
    json.raw("options", idList(answer.options));
}

void write(JsonObject& json, const Ordered& answer) {
    json.text("kind", "ordered");
    json.raw("options", idList(answer.options));
}

void write(JsonObject& json, const Estimated& answer) {
    json.text("kind", "estimated");
    json.number("number", answer.number);
}

void write(JsonObject& json, const Guessed& answer) {
    json.text("kind", "guessed");
    JsonArray shares;
    for (const int share : answer.shares) shares.integer(share);
    json.raw("shares", shares.text());
}

void write(JsonObject& json, const Placed& answer) {
    json.text("kind", "placed");
    json.raw("bins", idMap(answer.bins));
}

void write(JsonObject& json, const Wrote& answer) {
    json.text("kind", "wrote");
    JsonObject texts;
    for (const auto& [prompt, text] : answer.texts) texts.text(prompt.text(), text);
    json.raw("texts", texts.text());
}

void write(JsonObject& json, const Spotted& answer) {
    json.text("kind", "spotted");
    json.raw("lines", idList(answer.lines));
    json.raw("tags", idMap(answer.tags));
}

void write(JsonObject& json, const Rated& answer) {
    json.text("kind", "rated");
    JsonObject ratings;
    for (const auto& [statement, rating] : answer.ratings) ratings.integer(statement.text(), rating);
    json.raw("ratings", ratings.text());
}

void write(JsonObject& json, const Noted& answer) {
    json.text("kind", "noted");
    json.text("text", answer.text);
}

void write(JsonObject& json, const Decided& answer) {
    json.text("kind", "decided");
    JsonArray decisions;
    for (const auto& [decision, options] : answer.decisions) {
        JsonObject one;
        one.text("decision", decision.text());
        one.raw("options", idList(options));
        decisions.raw(one.text());
    }
    json.raw("decisions", decisions.text());
}

void write(JsonObject& json, const Said& answer) {
    json.text("kind", "said");
    json.raw("options", idList(answer.options));
}

void write(JsonObject& json, const Simulated& answer) {
    json.text("kind", "simulated");
    JsonObject numbers;
    for (const auto& [task, number] : answer.numbers) numbers.number(task.text(), number);
    json.raw("numbers", numbers.text());
}

std::map<OptionId, OptionId> readIdMap(const base::JsonReader& place, std::string_view name) {
    std::map<OptionId, OptionId> ids;
    for (auto& [key, value] : place.textMap(name)) ids.emplace(OptionId(key), OptionId(value));
    return ids;
}

Answer readRated(const base::JsonReader& place) {
    Rated rated;
    for (const auto& [statement, rating] : place.numberMap("ratings", 1, 10)) {
        if (rating != std::floor(rating))
            place.complainAt("ratings", Fault::wrongType, "\"ratings\" must hold whole numbers.");
        rated.ratings.emplace(OptionId(statement), static_cast<int>(rating));
    }
    return rated;
}

Answer readDecided(const base::JsonReader& place) {
    Decided decided;
    for (const base::JsonReader& each : place.items("decisions"))
        decided.decisions.emplace(OptionId(each.text("decision")), readIds(each, "options"));
    return decided;
}

Answer readSimulated(const base::JsonReader& place) {
    Simulated simulated;
    for (const auto& [task, number] : place.numberMap("numbers", -farthest, farthest))
        simulated.numbers.emplace(OptionId(task), number);
    return simulated;
}

} // namespace

std::string toJson(const Answer& answer) {
    JsonObject json;
    std::visit([&json](const auto& given) { write(json, given); }, answer);
    return json.text();
}

Answer readAnswer(const base::JsonReader& place) {
    const std::string kind = place.text("kind");
    if (kind == "chosen") return Chosen{readIds(place, "options")};
    if (kind == "ordered") return Ordered{readIds(place, "options")};
    if (kind == "estimated") return Estimated{place.number("number", -farthest, farthest)};
    if (kind == "guessed") return Guessed{place.integers("shares", 0, 1000)};
    if (kind == "placed") return Placed{readIdMap(place, "bins")};
    if (kind == "wrote") {
        Wrote wrote;
        for (auto& [prompt, text] : place.textMap("texts")) wrote.texts.emplace(OptionId(prompt), text);
        return wrote;
    }
    if (kind == "spotted") return Spotted{readIds(place, "lines"), readIdMap(place, "tags")};
    if (kind == "rated") return readRated(place);
    if (kind == "noted") return Noted{place.anyText("text")};
    if (kind == "decided") return readDecided(place);
    if (kind == "said") return Said{readIds(place, "options")};
    if (kind == "simulated") return readSimulated(place);
    if (!kind.empty() && kind != "seen")
        place.complainAt("kind", Fault::unknownId, "\"" + kind + "\" is no kind of answer that this version knows.");
    return Seen{};
}

} // namespace learning
