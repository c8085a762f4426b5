// Single and multiple choice: mark first, then hand in; afterwards every option shows whether it belongs to the key.
#include "activities/activity.h"
#include "learning/shuffled.h"
#include "ui/widgets.h"

#include <algorithm>

namespace activities {

namespace {

bool contains(const std::vector<course::OptionId>& ids, const course::OptionId& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

const course::Option* find(const std::vector<course::Option>& options, const course::OptionId& id) {
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const course::Option& option) { return option.id == id; });
    return found == options.end() ? nullptr : &*found;
}

ui::Mark markOf(const course::Option& option, bool chosen, bool answered) {
    if (!answered) {
        return chosen ? ui::Mark::chosen : ui::Mark::none;
    }
    if (chosen) {
        return option.key ? ui::Mark::right : ui::Mark::wrong;
    }
    return option.key ? ui::Mark::missed : ui::Mark::none;
}

} // namespace

void drawChoice(ui::Column& column, const course::Item& item, const std::vector<course::Option>& options, bool multiple,
                portal::Stage& stage) {
    const auto& words = stage.words;
    auto& state = stage.state;
    const auto* answered = stage.answered == nullptr ? nullptr : std::get_if<learning::Chosen>(stage.answered);
    const std::vector<course::OptionId>& chosen = answered != nullptr ? answered->options : state.chosen;
    if (multiple && answered == nullptr) {
        column.soft(words("choice.severalHint"));
        column.gap(ui::space::s);
    }
    ui::Node group;
    group.role = multiple ? ui::Role::group : ui::Role::radioGroup;
    group.name = item.stem;
    group.place = {column.x, column.y, column.width, 1};
    column.frame->said.open("options", group);
    const std::vector<course::OptionId> order =
        stage.order.empty() ? learning::shuffledOptions(item, stage.seed) : stage.order;
    for (const course::OptionId& id : order) {
        const course::Option* option = find(options, id);
        if (option == nullptr) {
            continue;
        }
        const bool marked = contains(chosen, id);
        ui::Choice what;
        const std::string key = "option-" + id.text();
        what.key = key;
        what.label = option->text;
        what.multiple = multiple;
        what.disabled = answered != nullptr;
        what.mark = markOf(*option, marked, answered != nullptr);
        what.markWord = what.mark == ui::Mark::right    ? words("mark.right")
                        : what.mark == ui::Mark::wrong  ? words("mark.wrong")
                        : what.mark == ui::Mark::missed ? words(multiple ? "mark.missed" : "mark.right")
                                                        : std::string_view{};
        if (ui::choice(column, what)) {
            if (!multiple) {
                state.chosen.assign(1, id);
            } else if (marked) {
                state.chosen.erase(std::remove(state.chosen.begin(), state.chosen.end(), id), state.chosen.end());
            } else {
                state.chosen.push_back(id);
            }
        }
        column.gap(ui::space::s);
    }
    column.frame->said.close();
    if (answered != nullptr) {
        drawFeedback(column, item, learning::grade(item, *answered), stage);
        return;
    }
    column.gap(ui::space::s);
    drawSubmit(column,
               state.chosen.empty() ? std::nullopt : std::optional<learning::Answer>(learning::Chosen{state.chosen}),
               stage);
}

} // namespace activities
