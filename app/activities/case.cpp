// A case: a story, decisions that cost and have effects, and what it all comes to.
#include "activities/activity.h"
#include "learning/case_play.h"
#include "learning/simulators.h"
#include "ui/level.h"
#include "ui/widgets.h"

#include <algorithm>
#include <string>

namespace activities {

namespace {

using course::Case;
using course::OptionId;

std::string money(const Case& story, int amount) {
    return withNumber(story.budgetShows, learning::figureText(amount, 0));
}

bool contains(const std::vector<OptionId>& ids, const OptionId& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void drawBudget(ui::Column& column, const Case& story, const learning::Decided& decided, portal::Stage& stage) {
    const auto left = learning::budgetLeft(story, decided);
    if (!left) {
        return;
    }
    const std::string shown = money(story, *left);
    ui::level(column, {.key = "budget",
                       .label = stage.words("case.budgetLeft"),
                       .valueText = shown,
                       .value = static_cast<float>(*left),
                       .least = 0,
                       .most = static_cast<float>(*story.budget)});
    column.gap(ui::space::m);
}

void drawEffects(ui::Column& column, const Case& story, const Case::Decision& decision,
                 const std::vector<OptionId>& chosen) {
    for (const Case::Option& option : decision.options) {
        if (contains(chosen, option.id)) {
            ui::Card ground(column, ui::Ground::surface);
            const std::string cost = option.cost > 0 && story.budget ? " (" + money(story, option.cost) + ")" : "";
            ground.inner.text(option.text + cost, {ui::Size::body, ui::Weight::bold}, column.frame->theme.ink);
            ground.inner.body(option.effect);
            ground.end();
            column.gap(ui::space::s);
        }
    }
}

/// The options of a decision that is being made.
void drawOptions(ui::Column& column, const Case& story, const Case::Decision& decision, learning::Decided& decided,
                 portal::Stage& stage) {
    std::vector<OptionId>& chosen = decided.decisions[decision.id];
    const bool several = decision.choose > 1;
    if (several) {
        column.soft(stage.words("case.chooseSome", {{"count", std::to_string(decision.choose)}}));
        column.gap(ui::space::s);
    }
    ui::Node group;
    group.role = several ? ui::Role::group : ui::Role::radioGroup;
    group.name = decision.text;
    group.place = {column.x, column.y, column.width, 1};
    column.frame->said.open("options-" + decision.id.text(), group);
    for (const Case::Option& option : decision.options) {
        const bool marked = contains(chosen, option.id);
        // Of options that exclude each other, one gives its money back when another is pressed.
        learning::Decided without = decided;
        if (!several) {
            without.decisions[decision.id].clear();
        }
        const bool possible = marked || learning::canChoose(story, without, decision, option);
        const std::string key = "option-" + option.id.text();
        const std::string label =
            option.text + (option.cost > 0 && story.budget ? " (" + money(story, option.cost) + ")" : "");
        ui::Choice what;
        what.key = key;
        what.label = label;
        what.multiple = several;
        what.mark = marked ? ui::Mark::chosen : ui::Mark::none;
        what.disabled = !possible;
        if (ui::choice(column, what)) {
            if (!several) {
                chosen.assign(1, option.id);
            } else if (marked) {
                chosen.erase(std::remove(chosen.begin(), chosen.end(), option.id), chosen.end());
            } else {
                chosen.push_back(option.id);
            }
        }
        column.gap(ui::space::s);
    }
    column.frame->said.close();
    column.gap(ui::space::s);
    if (ui::button(column, {.key = "decide",
                            .label = stage.words("case.decide"),
                            .disabled = !learning::isDecided(story, decided, decision)})) {
        stage.state.shown[decision.id] = true;
        std::string effects;
        for (const Case::Option& option : decision.options) {
            effects += contains(chosen, option.id) ? option.effect + " " : "";
        }
        column.frame->said.announce(effects);
        const bool last = &decision == &story.decisions.back();
        column.frame->said.focus(column.frame->said.idFor(last ? "outcome" : "decision-" + (&decision + 1)->id.text()));
    }
}

void drawPlay(ui::Column& column, const Case& story, portal::Stage& stage) {
    auto& state = stage.state;
    learning::Decided decided{state.decided};
    drawBudget(column, story, decided, stage);
    for (std::size_t at = 0; at < story.decisions.size(); ++at) {
        const Case::Decision& decision = story.decisions[at];
        const bool made = state.shown[decision.id];
        column.heading("decision-" + decision.id.text(), decision.text, 2, ui::Size::lead);
        column.gap(ui::space::s);
        if (!made) {
            drawOptions(column, story, decision, decided, stage);
            state.decided = decided.decisions;
            return;
        }
        drawEffects(column, story, decision, decided.decisions[decision.id]);
        column.gap(ui::space::s);
    }
    if (ui::button(column, {.key = "outcome", .label = stage.words("case.outcome")})) {
        stage.submitted = decided;
    }
}

void drawResult(ui::Column& column, const Case& story, const learning::Decided& decided, portal::Stage& stage) {
    if (const Case::Outcome* outcome = learning::outcomeOf(story, decided)) {
        ui::message(column, outcome->score >= 80 ? ui::Tone::right : ui::Tone::careful, outcome->label, outcome->text);
        column.gap(ui::space::m);
    }
    drawBudget(column, story, decided, stage);
    for (const Case::Decision& decision : story.decisions) {
        column.heading("decision-" + decision.id.text(), decision.text, 2, ui::Size::body);
        column.gap(ui::space::s);
        const auto chosen = decided.decisions.find(decision.id);
        if (chosen != decided.decisions.end()) {
            drawEffects(column, story, decision, chosen->second);
        }
    }
    drawInsight(column, story.insight, stage);
}

} // namespace

void drawCase(ui::Column& column, const Case& story, portal::Stage& stage) {
    if (stage.answered != nullptr) {
        if (const auto* decided = std::get_if<learning::Decided>(stage.answered)) {
            drawResult(column, story, *decided, stage);
        }
        return;
    }
    for (const std::string& paragraph : story.story) {
        column.body(paragraph);
        column.gap(ui::space::m);
    }
    drawPlay(column, story, stage);
}

} // namespace activities
