// Put in order: press the entries from first to last; pressing one again takes it and all after it back.
#include "activities/activity.h"
#include "learning/shuffled.h"
#include "ui/widgets.h"

#include <algorithm>

namespace activities {

namespace {

int placeOf(const std::vector<course::OptionId>& ids, const course::OptionId& id) {
    const auto found = std::find(ids.begin(), ids.end(), id);
    return found == ids.end() ? 0 : static_cast<int>(found - ids.begin()) + 1;
}

std::string_view textOf(const course::Ordering& ordering, const course::OptionId& id) {
    for (const auto& entry : ordering.entries) {
        if (entry.id == id) {
            return entry.text;
        }
    }
    return {};
}

/// The right order, each entry with whether it stood there.
void drawResult(ui::Column& column, const course::Ordering& ordering, const learning::Ordered& answer,
                portal::Stage& stage) {
    int right = 0;
    for (const auto& entry : ordering.entries) {
        ++right;
        const int given = placeOf(answer.options, entry.id);
        ui::Choice what;
        const std::string key = "entry-" + entry.id.text();
        const std::string moved = stage.words("order.yours", {{"place", std::to_string(given)}});
        what.key = key;
        what.label = entry.text;
        what.ordered = true;
        what.disabled = true;
        what.position = right;
        what.mark = given == right ? ui::Mark::right : ui::Mark::wrong;
        what.markWord = given == right ? stage.words("mark.right") : std::string_view(moved);
        ui::choice(column, what);
        column.gap(ui::space::s);
    }
}

} // namespace

void drawOrdering(ui::Column& column, const course::Item& item, const course::Ordering& ordering,
                  portal::Stage& stage) {
    const auto& words = stage.words;
    auto& state = stage.state;
    if (stage.answered != nullptr) {
        if (const auto* answer = std::get_if<learning::Ordered>(stage.answered)) {
            drawResult(column, ordering, *answer, stage);
            drawFeedback(column, item, learning::grade(item, *answer), stage);
        }
        return;
    }
    column.soft(words("order.hint"));
    column.gap(ui::space::s);
    const std::vector<course::OptionId> order =
        stage.order.empty() ? learning::shuffledOptions(item, stage.seed) : stage.order;
    for (const course::OptionId& id : order) {
        ui::Choice what;
        const std::string key = "entry-" + id.text();
        what.key = key;
        what.label = textOf(ordering, id);
        what.ordered = true;
        what.position = placeOf(state.chosen, id);
        what.mark = what.position > 0 ? ui::Mark::chosen : ui::Mark::none;
        if (ui::choice(column, what)) {
            if (what.position > 0) {
                state.chosen.resize(static_cast<std::size_t>(what.position) - 1);
            } else {
                state.chosen.push_back(id);
            }
        }
        column.gap(ui::space::s);
    }
    column.gap(ui::space::s);
    const bool complete = state.chosen.size() == ordering.entries.size();
    drawSubmit(column, complete ? std::optional<learning::Answer>(learning::Ordered{state.chosen}) : std::nullopt,
               stage);
}

} // namespace activities
