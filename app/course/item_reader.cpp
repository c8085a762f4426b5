#include "course/item_reader.h"

#include "course/pack_parts.h"

#include <string>
#include <utility>
#include <vector>

namespace course {

using base::Fault;
using base::JsonReader;

namespace {

/// Bounds that no sensible estimate leaves, and that keep every sum and quotient of them finite.
constexpr double farthest = 1e9;
/// A slider with more stops than this cannot be used by hand.
constexpr double mostStops = 100'000;

std::vector<Option> readOptions(const JsonReader& place, std::size_t leastKeys, std::size_t mostKeys) {
    const std::vector<std::string> keys = place.texts("key");
    std::vector<Option> options;
    IdList ids;
    for (const JsonReader& each : place.items("options")) {
        Option option;
        option.id = OptionId(ids.read(each));
        option.text = each.text("text");
        for (const std::string& key : keys) option.key = option.key || key == option.id.text();
        option.feedback = each.text("feedback");
        if (!option.key) {
            option.misconception = each.text("misconception");
        } else if (each.has("misconception")) {
            each.complainAt("misconception", Fault::contradiction,
                            "A key reveals no misconception. Take it out, or take the option off the list of keys.");
        }
        options.push_back(std::move(option));
    }

    for (std::size_t index = 0; index < keys.size(); ++index) {
        if (!ids.holds(keys[index]))
            place.complainAt("key", Fault::unknownId, "The key \"" + keys[index] + "\" is none of the options.");
        for (std::size_t other = 0; other < index; ++other)
            if (keys[other] == keys[index])
                place.complainAt("key", Fault::duplicateId, "The key \"" + keys[index] + "\" is listed twice.");
    }
    if (!keys.empty() && (keys.size() < leastKeys || keys.size() > mostKeys))
        place.complainAt("key", Fault::contradiction,
                         "A single choice has exactly one key. Keep one, or make it a multiple choice.");
    if (keys.empty() && place.has("key"))
        place.complainAt("key", Fault::missing, "There must be a key: name the right option.");
    std::size_t distractors = 0;
    for (const Option& option : options) distractors += option.key ? 0 : 1;
    if (distractors == 0)
        place.complainAt("options", Fault::contradiction,
                         "There must be at least one distractor: an option that is not a key.");
    return options;
}

Ordering readOrdering(const JsonReader& place) {
    Ordering ordering;
    IdList ids;
    for (const JsonReader& each : place.items("entries"))
        ordering.entries.push_back({OptionId(ids.read(each)), each.text("text")});
    if (ordering.entries.size() < 2 && place.has("entries"))
        place.complainAt("entries", Fault::outOfRange, "There must be two entries at least to put in order.");
    ordering.misconception = place.text("misconception");
    ordering.feedback = place.text("feedback");
    return ordering;
}

Estimate readEstimate(const JsonReader& place) {
    Estimate estimate;
    estimate.least = place.number("least", -farthest, farthest);
    estimate.most = place.number("most", -farthest, farthest);
    estimate.step = place.number("step", 1e-6, farthest);
    estimate.truth = place.number("truth", -farthest, farthest);
    estimate.tolerance = place.number("tolerance", 0, farthest);
    estimate.unit = place.textIfAny("unit");
    estimate.tooLowMisconception = place.text("tooLowMisconception");
    estimate.tooLowFeedback = place.text("tooLowFeedback");
    estimate.tooHighMisconception = place.text("tooHighMisconception");
    estimate.tooHighFeedback = place.text("tooHighFeedback");
    estimate.rightFeedback = place.text("rightFeedback");
    if (estimate.least >= estimate.most) {
        place.complainAt("most", Fault::contradiction, "\"most\" must be greater than \"least\".");
    } else if (estimate.truth < estimate.least || estimate.truth > estimate.most) {
        place.complainAt("truth", Fault::contradiction,
                         "\"truth\" lies outside \"least\" and \"most\": nobody could answer right.");
    } else if ((estimate.most - estimate.least) / estimate.step > mostStops) {
        place.complainAt("step", Fault::contradiction,
                         "\"step\" is too small for this range: the slider would have too many stops.");
    }
    if (estimate.tolerance <= 0)
        place.complainAt("tolerance", Fault::outOfRange,
                         "\"tolerance\" must be greater than 0: an estimate is never exact.");
    return estimate;
}

Question readQuestion(const JsonReader& place) {
    const std::string kind = place.text("kind");
    if (kind == "single-choice") return SingleChoice{readOptions(place, 1, 1)};
    if (kind == "multiple-choice") return MultipleChoice{readOptions(place, 1, 1000)};
    if (kind == "ordering") return readOrdering(place);
    if (kind == "estimate") return readEstimate(place);
    if (!kind.empty())
        place.complainAt("kind", Fault::unknownId,
                         "\"" + kind +
                             "\" is no kind of item. Use single-choice, multiple-choice, ordering or estimate.");
    return SingleChoice{};
}

} // namespace

Item readItem(const JsonReader& place) {
    Item item;
    item.id = ItemId(place.text("id"));
    item.stem = place.text("stem");
    item.objective = place.text("objective");
    item.inventory = readInventory(place, "inventory");
    item.lesson = LessonId(place.text("lesson"));
    item.taughtBy = StepId(place.textIfAny("taughtBy"));
    item.difficulty = place.integer("difficulty", 1, 3);
    item.rationale = place.text("rationale");
    item.question = readQuestion(place);
    return item;
}

} // namespace course
