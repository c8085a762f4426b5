// Reads a case: decisions that cost and are worth something, and the outcomes that their worth leads to.
#include "course/step_readers.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace course {

using base::Fault;
using base::JsonReader;

namespace {

constexpr int mostWorth = 1000;

Case::Decision readDecision(const JsonReader& place, IdList& ids) {
    Case::Decision decision;
    decision.id = OptionId(ids.read(place));
    decision.text = place.text("text");
    decision.choose = place.integerIfAny("choose", 1, 8).value_or(1);
    IdList options;
    for (const JsonReader& each : place.items("options"))
        decision.options.push_back({OptionId(options.read(each)), each.integerIfAny("cost", 0, mostMoney).value_or(0),
                                    each.integer("worth", -mostWorth, mostWorth), each.text("text"),
                                    each.text("effect")});
    checkCount(place, "options", decision.options.size(), 2, 8);
    if (static_cast<std::size_t>(decision.choose) >= decision.options.size() && decision.options.size() > 1)
        place.complainAt("choose", Fault::contradiction,
                         "All options would be chosen. There must be more of them than \"choose\" says.");
    return decision;
}

/// The greatest sum of worth that can be chosen; with `sign` −1 the smallest, negated. Budgets are not looked at.
int utmostWorth(const std::vector<Case::Decision>& decisions, int sign) {
    int sum = 0;
    for (const Case::Decision& decision : decisions) {
        std::vector<int> worths;
        for (const Case::Option& option : decision.options) worths.push_back(sign * option.worth);
        std::sort(worths.begin(), worths.end(), std::greater<>());
        const std::size_t count = std::min(worths.size(), static_cast<std::size_t>(decision.choose));
        for (std::size_t index = 0; index < count; ++index) sum += worths[index];
    }
    return sum;
}

} // namespace

std::string readBudgetShows(const JsonReader& place) {
    std::string shows = place.text("budgetShows");
    if (!shows.empty() && shows.find("{n}") == std::string::npos)
        place.complainAt("budgetShows", Fault::missing, "{n} must stand where the number goes, as in \"£{n}\".");
    return shows;
}

Case readCase(const JsonReader& place) {
    Case story;
    story.story = place.texts("story");
    story.budget = place.integerIfAny("budget", 1, mostMoney);
    if (story.budget) story.budgetShows = readBudgetShows(place);
    IdList decisions;
    for (const JsonReader& each : place.items("decisions")) story.decisions.push_back(readDecision(each, decisions));
    checkCount(place, "decisions", story.decisions.size(), 1, 8);

    IdList outcomes;
    const int best = utmostWorth(story.decisions, 1), worst = -utmostWorth(story.decisions, -1);
    int before = best + 1;
    const std::vector<JsonReader> places = place.items("outcomes");
    for (const JsonReader& each : places) {
        Case::Outcome outcome;
        outcome.id = OptionId(outcomes.read(each));
        const bool last = &each == &places.back();
        if (last && each.has("from"))
            each.complainAt("from", Fault::contradiction,
                            "The last outcome takes whatever is left. Take its \"from\" out.");
        if (!last) {
            outcome.from = each.integer("from", -10 * mostWorth, 10 * mostWorth);
            if (*outcome.from >= before || *outcome.from <= worst)
                each.complainAt("from", Fault::contradiction,
                                "From here on the sum would go from " + std::to_string(*outcome.from) + " up to " +
                                    std::to_string(before - 1) + ", but decisions can only come to " +
                                    std::to_string(worst) + " to " + std::to_string(best) +
                                    ": this outcome or the next would never come.");
            before = *outcome.from;
        }
        outcome.score = each.integer("score", 0, 100);
        outcome.label = each.text("label");
        outcome.text = each.text("text");
        story.outcomes.push_back(std::move(outcome));
    }
    checkCount(place, "outcomes", story.outcomes.size(), 2, 5);
    story.insight = place.text("insight");
    return story;
}

} // namespace course
