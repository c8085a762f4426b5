// The question gauge: eight turns, an open or a closed question each, and three gauges that answer. Rules are earned
// when a turn shows them.
#include "activities/activity.h"
#include "learning/question_gauge.h"
#include "ui/level.h"
#include "ui/transcript.h"
#include "ui/widgets.h"

#include <string>

namespace activities {

namespace {

using course::Gauge;
using learning::QuestionGauge;

void drawGauges(ui::Column& column, const Gauge& gauge, const QuestionGauge& play, portal::Stage& stage) {
    struct Shown {
        const char* key;
        const std::string& label;
        int value, most, line;
        std::string_view lineWords;
        bool wantsMore;
    };
    const std::string goal = stage.words("gauge.goal", {{"goal", std::to_string(QuestionGauge::goal)}});
    const std::string limit = stage.words("gauge.limit", {{"limit", std::to_string(QuestionGauge::most)}});
    const Shown all[] = {
        {"information", gauge.information, play.information(), QuestionGauge::scale, QuestionGauge::goal, goal, true},
        {"drift", gauge.drift, play.drift(), 100, QuestionGauge::most, limit, false},
        {"tension", gauge.tension, play.tension(), 100, QuestionGauge::most, limit, false}};
    ui::Card card(column, ui::Ground::surface);
    for (const Shown& each : all) {
        const bool over = each.value > each.line, near = each.value > each.line - 20;
        const ui::Tone tone = each.wantsMore ? (each.value >= each.line ? ui::Tone::right : ui::Tone::info)
                              : over         ? ui::Tone::wrong
                              : near         ? ui::Tone::careful
                                             : ui::Tone::info;
        const std::string text = std::to_string(each.value);
        ui::level(card.inner, {.key = each.key,
                               .label = each.label,
                               .valueText = text,
                               .value = static_cast<float>(each.value),
                               .least = 0,
                               .most = static_cast<float>(each.most),
                               .line = static_cast<float>(each.line),
                               .lineLabel = each.lineWords,
                               .tone = tone});
        card.inner.gap(ui::space::s);
    }
    card.end();
    column.gap(ui::space::m);
}

/// The rule that this turn asked for; "" when either question was as good.
std::string_view ruleOf(const Gauge& gauge, QuestionGauge::Rule rule) {
    switch (rule) {
    case QuestionGauge::Rule::startOpen: return gauge.ruleStart;
    case QuestionGauge::Rule::closeDrift: return gauge.ruleDrift;
    case QuestionGauge::Rule::openTension: return gauge.ruleTense;
    case QuestionGauge::Rule::free: break;
    }
    return {};
}

/// What the last question showed.
void drawRule(ui::Column& column, const Gauge& gauge, const std::vector<course::OptionId>& asked,
              portal::Stage& stage) {
    if (asked.empty()) {
        return;
    }
    const QuestionGauge before = learning::replayGauge(std::vector<course::OptionId>(asked.begin(), asked.end() - 1));
    const std::string_view rule = ruleOf(gauge, before.rule());
    if (rule.empty()) {
        return;
    }
    const bool open = asked.back() == learning::openQuestion();
    const bool followed = open == (before.rule() != QuestionGauge::Rule::closeDrift);
    ui::message(column, followed ? ui::Tone::right : ui::Tone::careful,
                stage.words(followed ? "gauge.ruleEarned" : "gauge.ruleMissed"), rule);
    column.gap(ui::space::m);
}

void drawTurn(ui::Column& column, const Gauge& gauge, std::size_t at, portal::Stage& stage) {
    const Gauge::Turn& turn = gauge.turns[at];
    if (!turn.line.empty()) {
        ui::spokenLine(column, {.key = "line", .speaker = stage.words("gauge.customer"), .words = turn.line});
        column.gap(ui::space::s);
    }
    column.soft(stage.words("gauge.choose"));
    column.gap(ui::space::s);
    // Which of the two comes first changes from turn to turn, or one would press by place.
    const bool openFirst = ((stage.seed >> at) & 1U) == 0;
    for (const bool open : {openFirst, !openFirst}) {
        ui::Choice what;
        const std::string key = (open ? "open-" : "closed-") + std::to_string(at);
        what.key = key;
        what.label = open ? turn.open : turn.closed;
        what.commits = true;
        if (ui::choice(column, what)) {
            stage.state.chosen.push_back(open ? learning::openQuestion() : learning::closedQuestion());
            const QuestionGauge now = learning::replayGauge(stage.state.chosen);
            column.frame->said.announce(gauge.information + " " + std::to_string(now.information()) + ", " +
                                        gauge.drift + " " + std::to_string(now.drift()) + ", " + gauge.tension + " " +
                                        std::to_string(now.tension()));
            column.frame->said.focus(
                column.frame->said.idFor(now.state() == QuestionGauge::State::going ? "parts" : "finish"));
        }
        column.gap(ui::space::s);
    }
}

void drawResult(ui::Column& column, const course::Gauge& gauge, const learning::Said& said, portal::Stage& stage) {
    const QuestionGauge play = learning::replayGauge(said.options);
    const bool won = play.state() == QuestionGauge::State::won;
    const std::string& words = won                                             ? gauge.wonFeedback
                               : play.state() == QuestionGauge::State::drifted ? gauge.driftFeedback
                               : play.state() == QuestionGauge::State::tense   ? gauge.tenseFeedback
                                                                               : gauge.shortFeedback;
    ui::message(column, won ? ui::Tone::right : ui::Tone::careful,
                stage.words("gauge.result", {{"turns", std::to_string(play.asked())},
                                             {"information", std::to_string(play.information())}}),
                words);
    column.gap(ui::space::m);
    drawGauges(column, gauge, play, stage);
    for (std::size_t at = 0; at < said.options.size() && at < gauge.turns.size(); ++at) {
        const bool open = said.options[at] == learning::openQuestion();
        const std::string key = "asked-" + std::to_string(at);
        ui::spokenLine(column, {.key = key,
                                .speaker = stage.words(open ? "gauge.open" : "gauge.closed"),
                                .words = open ? gauge.turns[at].open : gauge.turns[at].closed,
                                .side = ui::Side::right});
        column.gap(ui::space::xs);
    }
    drawInsight(column, gauge.insight, stage);
}

} // namespace

void drawGauge(ui::Column& column, const Gauge& gauge, portal::Stage& stage) {
    if (stage.answered != nullptr) {
        if (const auto* said = std::get_if<learning::Said>(stage.answered)) {
            drawResult(column, gauge, *said, stage);
        }
        return;
    }
    const auto& asked = stage.state.chosen;
    const QuestionGauge play = learning::replayGauge(asked);
    if (asked.empty()) {
        for (const std::string& paragraph : gauge.scene) {
            column.body(paragraph);
            column.gap(ui::space::m);
        }
    }
    drawPlace(column, asked.size(), gauge.turns.size(), stage);
    drawGauges(column, gauge, play, stage);
    drawRule(column, gauge, asked, stage);
    if (play.state() == QuestionGauge::State::going && asked.size() < gauge.turns.size()) {
        drawTurn(column, gauge, asked.size(), stage);
    } else if (ui::button(column, {.key = "finish", .label = stage.words("gauge.see")})) {
        stage.submitted = learning::Said{asked};
    }
}

} // namespace activities
