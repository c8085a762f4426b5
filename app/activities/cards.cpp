// Flip cards: read the front, think, turn it over; then, where there are labels, say which one it deserves. The first
// label counts.
#include "activities/activity.h"
#include "ui/chips.h"
#include "ui/flip_card.h"

#include <algorithm>
#include <string>

namespace activities {

namespace {

using course::Cards;
using course::OptionId;

ui::Mark markOf(const Cards::Card& card, const OptionId& label, const OptionId* given) {
    if (given == nullptr) {
        return ui::Mark::none;
    }
    if (label == *given) {
        return card.label.empty() ? ui::Mark::chosen : card.takes(label) ? ui::Mark::right : ui::Mark::wrong;
    }
    return label == card.label && !card.takes(*given) ? ui::Mark::missed : ui::Mark::none;
}

/// The label that was pressed in this frame, if one was.
const OptionId* drawLabels(ui::Column& column, const Cards& cards, const Cards::Card& card, const OptionId* given,
                           bool answered, portal::Stage& stage) {
    std::vector<ui::Chip> chips;
    for (const Cards::Label& label : cards.labels) {
        ui::Chip chip{label.id.text(), label.label, markOf(card, label.id, given)};
        chip.disabled = answered || given != nullptr;
        chip.markWord = chip.mark == ui::Mark::wrong                                    ? stage.words("mark.wrong")
                        : chip.mark == ui::Mark::right || chip.mark == ui::Mark::missed ? stage.words("mark.right")
                                                                                        : std::string_view{};
        chips.push_back(chip);
    }
    const int pressed = ui::chips(column, "labels-" + card.id.text(), card.front, chips, ui::Role::button);
    return pressed < 0 ? nullptr : &cards.labels[static_cast<std::size_t>(pressed)].id;
}

bool isDone(const Cards& cards, const Cards::Card& card, portal::ActivityState& state) {
    return state.shown[card.id] && (cards.labels.empty() || state.placed.count(card.id) > 0);
}

void drawOpen(ui::Column& column, const Cards& cards, portal::Stage& stage) {
    auto& state = stage.state;
    const auto done = static_cast<std::size_t>(std::count_if(
        cards.cards.begin(), cards.cards.end(), [&](const Cards::Card& card) { return isDone(cards, card, state); }));
    drawPlace(column, done, cards.cards.size(), stage);
    for (const Cards::Card& card : cards.cards) {
        bool& turned = state.shown[card.id];
        const bool wasTurned = turned;
        if (ui::flipCard(column, "card-" + card.id.text(), card.front, card.back, turned, stage.words("cards.turn")) &&
            !turned) {
            turned = true;
            column.frame->said.announce(card.back);
        }
        if (wasTurned && !cards.labels.empty()) {
            column.gap(ui::space::s);
            const auto placed = state.placed.find(card.id);
            const OptionId* given = placed == state.placed.end() ? nullptr : &placed->second;
            if (const OptionId* pressed = drawLabels(column, cards, card, given, false, stage)) {
                state.placed[card.id] = *pressed;
                if (!card.label.empty()) {
                    column.frame->said.announce(
                        std::string(stage.words(card.takes(*pressed) ? "answer.right" : "answer.notQuite")));
                }
            }
        }
        column.gap(ui::space::m);
    }
    if (ui::button(column, {.key = "submit",
                            .label = stage.words(cards.labels.empty() ? "step.continue" : "sort.overview"),
                            .disabled = done < cards.cards.size()})) {
        if (cards.labels.empty()) {
            stage.submitted = learning::Seen{};
        } else {
            stage.submitted = learning::Placed{state.placed};
        }
    }
}

void drawResult(ui::Column& column, const Cards& cards, portal::Stage& stage) {
    const auto* placed = std::get_if<learning::Placed>(stage.answered);
    std::size_t keyed = 0, right = 0;
    for (const Cards::Card& card : cards.cards) {
        ui::Card ground(column, ui::Ground::surface);
        ground.inner.text(card.front, {ui::Size::body, ui::Weight::bold}, column.frame->theme.ink);
        ground.inner.body(card.back);
        if (placed != nullptr && !cards.labels.empty()) {
            const auto given = placed->bins.find(card.id);
            const bool hit = given != placed->bins.end() && card.takes(given->second);
            keyed += card.label.empty() ? 0 : 1;
            right += !card.label.empty() && hit ? 1 : 0;
            ground.inner.gap(ui::space::s);
            static const OptionId nothing;
            (void)drawLabels(ground.inner, cards, card, given == placed->bins.end() ? &nothing : &given->second, true,
                             stage);
        }
        ground.end();
        column.gap(ui::space::s);
    }
    if (keyed > 0) {
        drawScore(column, right, keyed, cards.insight, stage);
    } else {
        drawInsight(column, cards.insight, stage);
    }
}

} // namespace

void drawCards(ui::Column& column, const Cards& cards, portal::Stage& stage) {
    if (stage.answered == nullptr) {
        drawOpen(column, cards, stage);
    } else {
        drawResult(column, cards, stage);
    }
}

} // namespace activities
