#include "learning/case_play.h"

#include <algorithm>

namespace learning {

using course::Case;
using course::OptionId;

namespace {

const std::vector<OptionId>& chosenIn(const Decided& decided, const OptionId& decision) {
    static const std::vector<OptionId> nothing;
    const auto found = decided.decisions.find(decision);
    return found == decided.decisions.end() ? nothing : found->second;
}

bool contains(const std::vector<OptionId>& ids, const OptionId& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

struct Sums {
    long long cost = 0; ///< of what could be afforded
    int worth = 0;
};

/// Goes through the decisions in their order; what stands there twice, too much or too dear does not count.
Sums sumsOf(const Case& story, const Decided& decided) {
    Sums sums;
    for (const Case::Decision& decision : story.decisions) {
        const std::vector<OptionId>& chosen = chosenIn(decided, decision.id);
        int count = 0;
        for (const Case::Option& option : decision.options) {
            if (!contains(chosen, option.id) || count == decision.choose) continue;
            if (story.budget && sums.cost + option.cost > *story.budget) continue;
            sums.cost += option.cost;
            sums.worth += option.worth;
            ++count;
        }
    }
    return sums;
}

} // namespace

std::optional<int> budgetLeft(const Case& story, const Decided& decided) {
    if (!story.budget) return std::nullopt;
    return static_cast<int>(*story.budget - sumsOf(story, decided).cost);
}

bool canChoose(const Case& story, const Decided& decided, const Case::Decision& decision, const Case::Option& option) {
    const std::vector<OptionId>& chosen = chosenIn(decided, decision.id);
    if (contains(chosen, option.id) || static_cast<int>(chosen.size()) >= decision.choose) return false;
    const std::optional<int> left = budgetLeft(story, decided);
    return !left || option.cost <= *left;
}

bool isDecided(const Case& story, const Decided& decided, const Case::Decision& decision) {
    return std::none_of(decision.options.begin(), decision.options.end(),
                        [&](const Case::Option& option) { return canChoose(story, decided, decision, option); });
}

int worthOf(const Case& story, const Decided& decided) { return sumsOf(story, decided).worth; }

const Case::Outcome* outcomeOf(const Case& story, const Decided& decided) {
    const int worth = worthOf(story, decided);
    for (const Case::Outcome& outcome : story.outcomes)
        if (!outcome.from || worth >= *outcome.from) return &outcome;
    return story.outcomes.empty() ? nullptr : &story.outcomes.back();
}

} // namespace learning
