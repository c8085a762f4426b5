// Sort into categories: one card at a time, a bin is pressed, and the reason follows at once. The first choice counts.
#include "activities/activity.h"
#include "ui/widgets.h"

#include <algorithm>
#include <string>

namespace activities {

namespace {

std::string_view labelOf(const course::Sort& sort, const course::OptionId& bin) {
    for (const auto& candidate : sort.bins) {
        if (candidate.id == bin) {
            return candidate.label;
        }
    }
    return {};
}

void drawOneCard(ui::Column& column, const course::Sort& sort, const course::Sort::Card& card, std::size_t index,
                 portal::Stage& stage) {
    auto& state = stage.state;
    drawPlace(column, index, sort.cards.size(), stage);
    {
        ui::Card ground(column, ui::Ground::surface, ui::space::xl);
        ground.inner.soft(stage.words(
            "sort.place", {{"at", std::to_string(index + 1)}, {"count", std::to_string(sort.cards.size())}}));
        ground.inner.heading("card-" + card.id.text(), card.text, 2, ui::Size::lead);
    }
    column.gap(ui::space::m);
    const auto placed = state.placed.find(card.id);
    for (const auto& bin : sort.bins) {
        ui::Choice what;
        const std::string key = "bin-" + bin.id.text();
        what.key = key;
        what.label = bin.label;
        what.disabled = placed != state.placed.end();
        what.commits = true;
        if (what.disabled) {
            const bool belongs = card.takes(bin.id);
            const bool taken = bin.id == placed->second;
            what.mark = taken     ? (belongs ? ui::Mark::right : ui::Mark::wrong)
                        : belongs ? ui::Mark::missed
                                  : ui::Mark::none;
            what.markWord = taken && !belongs ? stage.words("mark.wrong")
                            : belongs         ? stage.words("mark.right")
                                              : std::string_view{};
        }
        if (ui::choice(column, what)) {
            state.placed[card.id] = bin.id;
            const bool right = card.takes(bin.id);
            column.frame->said.announce(std::string(stage.words(right ? "answer.right" : "answer.notQuite")) + " " +
                                        card.why);
        }
        column.gap(ui::space::s);
    }
    if (placed != state.placed.end()) {
        drawReasonAndNext(column, sort, index, stage);
    }
}

} // namespace

void drawReasonAndNext(ui::Column& column, const course::Sort& sort, std::size_t index, portal::Stage& stage) {
    auto& state = stage.state;
    const course::Sort::Card& card = sort.cards[index];
    const bool right = card.takes(state.placed[card.id]);
    ui::message(column, right ? ui::Tone::right : ui::Tone::wrong,
                right ? std::string(stage.words("answer.right"))
                      : stage.words("sort.belongs", {{"bin", std::string(labelOf(sort, card.bin))}}),
                card.why);
    column.gap(ui::space::m);
    const bool last = index + 1 == sort.cards.size();
    if (ui::button(column, {.key = "next-card", .label = stage.words(last ? "sort.overview" : "sort.next")})) {
        state.shown[card.id] = true;
        if (!last) {
            column.frame->said.focus(column.frame->said.idFor("card-" + sort.cards[index + 1].id.text()));
        } else {
            stage.submitted = learning::Placed{state.placed};
        }
    }
}

void drawSorted(ui::Column& column, const course::Sort& sort, const learning::Placed& answer, portal::Stage& stage) {
    std::size_t right = 0;
    for (const auto& bin : sort.bins) {
        ui::Card ground(column, ui::Ground::surface);
        ground.inner.heading("bin-" + bin.id.text(), bin.label, 2, ui::Size::body);
        ground.inner.gap(ui::space::s);
        for (const auto& card : sort.cards) {
            const auto placed = answer.bins.find(card.id);
            const bool hit = placed != answer.bins.end() && card.takes(placed->second);
            // A card that belongs in two bins stands where it was put, when that was one of them.
            if (!((hit ? placed->second : card.bin) == bin.id)) {
                continue;
            }
            right += hit ? 1 : 0;
            drawTicked(ground.inner, hit, card.text, card.why);
        }
        ground.end();
        column.gap(ui::space::m);
    }
    ui::message(
        column, right == sort.cards.size() ? ui::Tone::right : ui::Tone::info,
        stage.words("sort.score", {{"right", std::to_string(right)}, {"count", std::to_string(sort.cards.size())}}),
        sort.insight);
}

void drawSort(ui::Column& column, const course::Step&, const course::Sort& sort, portal::Stage& stage) {
    if (stage.answered != nullptr) {
        if (const auto* placed = std::get_if<learning::Placed>(stage.answered)) {
            drawSorted(column, sort, *placed, stage);
        }
        return;
    }
    for (std::size_t i = 0; i < sort.cards.size(); ++i) {
        if (!stage.state.shown[sort.cards[i].id]) {
            drawOneCard(column, sort, sort.cards[i], i, stage);
            return;
        }
    }
}

} // namespace activities
