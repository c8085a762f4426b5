#include "learning/answer.h"

#include "base/json_writer.h"

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
    JsonObject bins;
    for (const auto& [card, bin] : answer.bins) bins.text(card.text(), bin.text());
    json.raw("bins", bins.text());
}

void write(JsonObject& json, const Wrote& answer) {
    json.text("kind", "wrote");
    JsonObject texts;
    for (const auto& [prompt, text] : answer.texts) texts.text(prompt.text(), text);
    json.raw("texts", texts.text());
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
    if (kind == "placed") {
        Placed placed;
        for (auto& [card, bin] : place.textMap("bins")) placed.bins.emplace(OptionId(card), OptionId(bin));
        return placed;
    }
    if (kind == "wrote") {
        Wrote wrote;
        for (auto& [prompt, text] : place.textMap("texts")) wrote.texts.emplace(OptionId(prompt), text);
        return wrote;
    }
    if (!kind.empty() && kind != "seen")
        place.complainAt("kind", Fault::unknownId, "\"" + kind + "\" is no kind of answer that this version knows.");
    return Seen{};
}

} // namespace learning
