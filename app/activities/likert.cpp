// Rate oneself from 1 to 5. The sum falls into a band that says what to do next; nothing is right or wrong, and nothing
// is marked.
#include "activities/activity.h"
#include "ui/chips.h"

#include <algorithm>
#include <array>
#include <string>

namespace activities {

namespace {

using course::Likert;

void drawStatement(ui::Column& column, const Likert& likert, const Likert::Statement& statement, std::size_t number,
                   portal::Stage& stage) {
    static const std::array<std::string, Likert::scale> digits = {"1", "2", "3", "4", "5"};
    ui::Card ground(column, ui::Ground::surface);
    ui::Column& in = ground.inner;
    in.body(std::to_string(number) + ". " + statement.text);
    in.gap(ui::space::s);
    const auto rated = stage.state.numbers.find(statement.id);
    std::vector<ui::Chip> chips;
    for (int step = 1; step <= Likert::scale; ++step) {
        const std::string& digit = digits[static_cast<std::size_t>(step) - 1];
        const bool chosen = rated != stage.state.numbers.end() && static_cast<int>(rated->second) == step;
        chips.push_back({digit, digit, chosen ? ui::Mark::chosen : ui::Mark::none,
                         step == 1               ? std::string_view(likert.leastLabel)
                         : step == Likert::scale ? std::string_view(likert.mostLabel)
                                                 : std::string_view{}});
    }
    const int pressed = ui::chips(in, "rating-" + statement.id.text(), statement.text, chips);
    if (pressed >= 0) {
        stage.state.numbers[statement.id] = pressed + 1;
    }
    in.gap(ui::space::xs);
    in.soft(stage.words("likert.scale", {{"least", likert.leastLabel}, {"most", likert.mostLabel}}));
}

/// What was rated highest, with what helps against it.
void drawStrongest(ui::Column& column, const Likert& likert, const learning::Rated& answer, portal::Stage& stage) {
    int highest = 0;
    for (const auto& [statement, rating] : answer.ratings) {
        highest = std::max(highest, rating);
    }
    const bool anyAdvice = std::any_of(likert.statements.begin(), likert.statements.end(),
                                       [](const auto& each) { return !each.advice.empty(); });
    if (highest <= 1 || !anyAdvice) {
        return;
    }
    column.gap(ui::space::m);
    column.text(stage.words("likert.strongest"), {ui::Size::body, ui::Weight::bold}, column.frame->theme.ink);
    column.gap(ui::space::s);
    for (const Likert::Statement& statement : likert.statements) {
        const auto rated = answer.ratings.find(statement.id);
        if (rated == answer.ratings.end() || rated->second != highest) {
            continue;
        }
        ui::Card ground(column, ui::Ground::surface);
        ground.inner.body(statement.text);
        if (!statement.advice.empty()) {
            ground.inner.gap(ui::space::xs);
            ground.inner.text(statement.advice, {ui::Size::body, ui::Weight::bold}, column.frame->theme.primary);
        }
        ground.end();
        column.gap(ui::space::s);
    }
}

void drawResult(ui::Column& column, const Likert& likert, const learning::Rated& answer, portal::Stage& stage) {
    int sum = 0;
    for (const auto& [statement, rating] : answer.ratings) {
        sum += rating;
    }
    const int most = Likert::scale * static_cast<int>(likert.statements.size());
    const auto band =
        std::find_if(likert.bands.begin(), likert.bands.end(), [sum](const auto& each) { return sum <= each.upTo; });
    if (likert.statements.size() > 1) {
        ui::Card card(column, ui::Ground::primary);
        ui::figure(card.inner, std::to_string(sum),
                   stage.words("likert.sum",
                               {{"count", std::to_string(likert.statements.size())}, {"most", std::to_string(most)}}));
        card.end();
        column.gap(ui::space::m);
    }
    if (band != likert.bands.end()) {
        ui::message(column, ui::Tone::info, band->label, band->text);
    }
    if (likert.statements.size() > 1) {
        drawStrongest(column, likert, answer, stage);
    }
    drawInsight(column, likert.insight, stage);
}

} // namespace

void drawLikert(ui::Column& column, const Likert& likert, portal::Stage& stage) {
    if (stage.answered != nullptr) {
        if (const auto* rated = std::get_if<learning::Rated>(stage.answered)) {
            drawResult(column, likert, *rated, stage);
        }
        return;
    }
    column.soft(stage.words("likert.private"));
    column.gap(ui::space::m);
    std::size_t number = 0;
    for (const Likert::Statement& statement : likert.statements) {
        drawStatement(column, likert, statement, ++number, stage);
        column.gap(ui::space::s);
    }
    column.gap(ui::space::s);
    const bool all = stage.state.numbers.size() == likert.statements.size();
    if (ui::button(column, {.key = "submit", .label = stage.words("likert.see"), .disabled = !all})) {
        learning::Rated rated;
        for (const auto& [statement, rating] : stage.state.numbers) {
            rated.ratings[statement] = static_cast<int>(rating);
        }
        stage.submitted = std::move(rated);
    }
}

} // namespace activities
