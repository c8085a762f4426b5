// Guess-then-reveal: the learner draws the bars (they always add up), then sees the truth beside the guess.
#include "activities/activity.h"
#include "learning/guess.h"
#include "ui/charts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace activities {

namespace {

std::string percent(int value) { return std::to_string(value) + "%"; }

std::vector<int> truthOf(const course::GuessChart& chart) {
    std::vector<int> truth;
    for (const auto& bar : chart.bars) {
        truth.push_back(bar.truth);
    }
    return truth;
}

void drawGuessing(ui::Column& column, const course::GuessChart& chart, portal::Stage& stage) {
    std::vector<int>& shares = stage.state.shares;
    if (shares.size() != chart.bars.size()) {
        // Shares of a whole start even; figures that stand alone start in the middle, where they give nothing away.
        shares = chart.addUp ? learning::evenShares(chart.bars.size(), chart.total)
                             : std::vector<int>(chart.bars.size(), chart.total / 2);
    }
    ui::Card card(column, ui::Ground::surface);
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        const auto moved =
            ui::guessBar(card.inner, "bar-" + chart.bars[i].id.text(), chart.bars[i].label,
                         static_cast<float>(shares[i]), static_cast<float>(chart.total), percent(shares[i]));
        if (moved) {
            const int share = std::clamp(static_cast<int>(std::lround(*moved)), 0, chart.total);
            if (chart.addUp) {
                learning::setShare(shares, i, share, chart.total);
            } else {
                shares[i] = share;
            }
        }
        card.inner.gap(ui::space::s);
    }
    if (chart.addUp) {
        card.inner.soft(stage.words("guess.sum", {{"total", std::to_string(chart.total)}}));
    }
    card.end();
    column.gap(ui::space::l);
    if (ui::button(column, {.key = "reveal", .label = stage.words("guess.reveal")})) {
        stage.submitted = learning::Guessed{shares};
    }
}

void drawRevealed(ui::Column& column, std::string_view title, const course::GuessChart& chart,
                  const std::vector<int>& guess, portal::Stage& stage) {
    const std::vector<int> truth = truthOf(chart);
    const int largest = *std::max_element(truth.begin(), truth.end());
    ui::Card card(column, ui::Ground::surface);
    {
        const ui::ChartTable table(card.inner, title,
                                   {stage.words("chart.what"), stage.words("chart.truth"), stage.words("chart.guess")});
        for (std::size_t i = 0; i < chart.bars.size(); ++i) {
            ui::revealedBar(card.inner, "bar-" + chart.bars[i].id.text(), chart.bars[i].label,
                            static_cast<float>(guess[i]), static_cast<float>(truth[i]), static_cast<float>(chart.total),
                            stage.words("guess.yours", {{"share", percent(guess[i])}}), percent(truth[i]),
                            truth[i] == largest);
            card.inner.gap(ui::space::m);
        }
    }
    card.end();
    column.gap(ui::space::m);
    const int off = learning::distance(guess, truth);
    const std::string points = stage.words("guess.distance", {{"points", std::to_string(off)}});
    if (off <= chart.goodWithin) {
        ui::message(column, ui::Tone::right, points, chart.goodFeedback);
    } else {
        ui::message(column, ui::Tone::info, points, off <= chart.fairWithin ? chart.fairFeedback : chart.farFeedback);
    }
    column.gap(ui::space::l);
    column.body(chart.insight);
}

} // namespace

void drawGuessChart(ui::Column& column, const course::Step& step, const course::GuessChart& chart,
                    portal::Stage& stage) {
    const auto* guessed = stage.answered == nullptr ? nullptr : std::get_if<learning::Guessed>(stage.answered);
    if (guessed != nullptr && guessed->shares.size() == chart.bars.size()) {
        drawRevealed(column, step.title, chart, guessed->shares, stage);
    } else {
        drawGuessing(column, chart, stage);
    }
}

} // namespace activities
