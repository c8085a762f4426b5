#include "learning/event.h"

#include "base/hash.h"
#include "base/json_reader.h"
#include "base/json_writer.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <limits>
#include <utility>
#include <vector>

namespace learning {

using base::Fault;
using base::JsonObject;
using base::JsonReader;

namespace {

// ---- writing: each adds "kind" and the members of one fact
// -----------------------------------------------------------

void write(JsonObject& json, const LearnerJoined&) { json.text("kind", "learner-joined"); }

void write(JsonObject& json, const LearnerChosen&) { json.text("kind", "learner-chosen"); }

void write(JsonObject& json, const LearnerNamed& fact) {
    json.text("kind", "learner-named");
    json.text("name", fact.name);
}

void write(JsonObject& json, const LearnerDescribed& fact) {
    json.text("kind", "learner-described");
    json.text("number", fact.number);
    json.text("department", fact.department);
}

void write(JsonObject& json, const PreferenceSet& fact) {
    json.text("kind", "preference-set");
    json.text("name", fact.name);
    json.text("value", fact.value);
}

void write(JsonObject& json, const LessonOpened& fact) {
    json.text("kind", "lesson-opened");
    json.text("lesson", fact.lesson.text());
}

void write(JsonObject& json, const StepAnswered& fact) {
    json.text("kind", "step-answered");
    json.text("lesson", fact.lesson.text());
    json.text("step", fact.step.text());
    json.raw("answer", toJson(fact.answer));
    json.number("score", fact.score.outOfHundred());
    if (!fact.objective.empty()) json.text("objective", fact.objective);
    if (fact.hinted) json.flag("hinted", true);
}

void write(JsonObject& json, const LessonFinished& fact) {
    json.text("kind", "lesson-finished");
    json.text("lesson", fact.lesson.text());
}

void write(JsonObject& json, const ExamStarted& fact) {
    json.text("kind", "exam-started");
    json.text("exam", fact.exam.text());
    json.text("attempt", fact.attempt.text());
    json.text("seed", std::to_string(fact.seed));
    json.text("contentVersion", fact.contentVersion);
    if (fact.minutes > 0) json.integer("minutes", fact.minutes);
}

void write(JsonObject& json, const ItemAnswered& fact) {
    json.text("kind", "item-answered");
    json.text("attempt", fact.attempt.text());
    json.text("item", fact.item.text());
    json.raw("answer", toJson(fact.answer));
    json.number("score", fact.score.outOfHundred());
    if (!fact.objective.empty()) json.text("objective", fact.objective);
}

void write(JsonObject& json, const ExamFinished& fact) {
    json.text("kind", "exam-finished");
    json.text("attempt", fact.attempt.text());
    json.number("score", fact.score.outOfHundred());
    json.flag("passed", fact.passed);
}

void write(JsonObject& json, const ItemReviewed& fact) {
    json.text("kind", "item-reviewed");
    json.text("item", fact.item.text());
    json.raw("answer", toJson(fact.answer));
    json.number("score", fact.score.outOfHundred());
    if (!fact.objective.empty()) json.text("objective", fact.objective);
    if (fact.hinted) json.flag("hinted", true);
}

void write(JsonObject& json, const CertificateIssued& fact) {
    json.text("kind", "certificate-issued");
    json.text("attempt", fact.attempt.text());
    json.text("serial", fact.serial);
    json.text("name", fact.name);
}

// ---- reading
// ---------------------------------------------------------------------------------------------------------

base::Percent readScore(const JsonReader& place) { return base::Percent(place.number("score", 0, 100)); }

/// JSON numbers are exact up to 2^53 only, so a seed travels as text.
std::uint64_t readSeed(const JsonReader& place) {
    const std::string digits = place.text("seed");
    std::uint64_t seed = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, seed);
    if (!digits.empty() && (read.ec != std::errc() || read.ptr != end))
        place.complainAt("seed", Fault::unreadable, "\"seed\" must be a whole number of 64 bits, written as text.");
    return seed;
}

Fact readFact(const JsonReader& place) {
    const std::string kind = place.text("kind");
    if (kind == "learner-joined") return LearnerJoined{};
    if (kind == "learner-chosen") return LearnerChosen{};
    if (kind == "learner-named") return LearnerNamed{place.anyText("name")};
    if (kind == "learner-described") return LearnerDescribed{place.anyText("number"), place.anyText("department")};
    if (kind == "preference-set") return PreferenceSet{place.text("name"), place.anyText("value")};
    if (kind == "lesson-opened") return LessonOpened{course::LessonId(place.text("lesson"))};
    if (kind == "step-answered")
        return StepAnswered{course::LessonId(place.text("lesson")), course::StepId(place.text("step")),
                            readAnswer(place.at("answer")),         readScore(place),
                            place.textIfAny("objective"),           place.flagIfAny("hinted")};
    if (kind == "lesson-finished") return LessonFinished{course::LessonId(place.text("lesson"))};
    if (kind == "exam-started")
        return ExamStarted{course::ExamId(place.text("exam")), AttemptId(place.text("attempt")), readSeed(place),
                           place.anyText("contentVersion"), place.integerIfAny("minutes", 1, 100'000).value_or(0)};
    if (kind == "item-answered")
        return ItemAnswered{AttemptId(place.text("attempt")), course::ItemId(place.text("item")),
                            readAnswer(place.at("answer")), readScore(place), place.textIfAny("objective")};
    if (kind == "exam-finished")
        return ExamFinished{AttemptId(place.text("attempt")), readScore(place), place.flag("passed")};
    if (kind == "item-reviewed")
        return ItemReviewed{CardId(place.text("item")), readAnswer(place.at("answer")), readScore(place),
                            place.textIfAny("objective"), place.flagIfAny("hinted")};
    if (kind == "certificate-issued")
        return CertificateIssued{AttemptId(place.text("attempt")), place.text("serial"), place.text("name")};
    if (!kind.empty())
        place.complainAt("kind", Fault::unknownId, "\"" + kind + "\" is no kind of event that this version knows.");
    return LearnerJoined{};
}

} // namespace

std::string toJsonLine(const Event& event, const Link& link) {
    JsonObject json;
    json.integer("v", link.n > 0 ? 2 : 1);
    json.text("id", event.id.text());
    json.text("learner", event.learner.text());
    json.text("at", base::isoUtc(event.at));
    if (link.n > 0) {
        json.text("device", link.device);
        json.integer("n", link.n);
        json.text("prev", link.prev);
    }
    std::visit([&json](const auto& fact) { write(json, fact); }, event.fact);
    return json.text();
}

base::Result<Event> eventFromJson(std::string_view line, Link* link) {
    const base::Result<base::Json> tree = base::parseJson(line, "event");
    if (!tree) return tree.error();
    std::vector<base::Error> faults;
    const JsonReader place(tree.value(), "event", faults);

    const int version = place.integer("v", 1, 1'000'000);
    if (faults.empty() && version > eventSchemaVersion)
        return base::Error{
            Fault::wrongVersion,
            "This event was written by a later version of the portal. It is kept, and read again after an update.",
            place.where() + "/v"};
    Event event;
    event.id = EventId(place.text("id"));
    event.learner = LearnerId(place.text("learner"));
    const base::Result<base::Instant> at = base::parseIsoUtc(place.text("at"));
    if (at) {
        event.at = at.value();
    } else {
        place.complainAt("at", at.error().fault, at.error().what);
    }
    const Link read = version < 2 ? Link{}
                                  : Link{place.text("device"), place.integer("n", 1, std::numeric_limits<int>::max()),
                                         place.anyText("prev")};
    event.fact = readFact(place);
    if (read.n > 0) {
        event.device = base::fnv1a(read.device);
        event.n = read.n;
    }
    if (link != nullptr) *link = read;
    if (!faults.empty()) return faults.front();
    return event;
}

} // namespace learning
