// A branching dialogue: what the other one says, what one could answer, how that moves the mood. Each answer is talked
// over at once; at the end comes what it led to, and the whole talk again as a table.
#include "activities/activity.h"
#include "learning/dialogue_play.h"
#include "learning/shuffled.h"
#include "learning/simulators.h"
#include "learning/spoken_words.h"
#include "ui/level.h"
#include "ui/mood.h"
#include "ui/transcript.h"

#include <algorithm>
#include <string>

namespace activities {

namespace {

using course::Dialogue;
using learning::DialoguePlay;

std::string_view moodWord(int meter, portal::Stage& stage) {
    switch (learning::moodOf(meter)) {
    case learning::Mood::furious: return stage.words("mood.furious");
    case learning::Mood::upset: return stage.words("mood.upset");
    case learning::Mood::waiting: return stage.words("mood.waiting");
    case learning::Mood::content: return stage.words("mood.content");
    case learning::Mood::glad: break;
    }
    return stage.words("mood.glad");
}

using Kind = Dialogue::Meter::Kind;

std::string signedOf(int change) { return change == 0 ? "±0" : learning::signedFigureText(change, 0); }

std::string changeOf(const DialoguePlay::Move& move, std::size_t meter) {
    return signedOf(move.after[meter] - move.before[meter]);
}

std::string_view labelOf(const Dialogue::Meter& meter, portal::Stage& stage) {
    return meter.kind == Kind::mood     ? stage.words("dialogue.mood")
           : meter.kind == Kind::budget ? stage.words("case.budgetLeft")
                                        : std::string_view(meter.label);
}

/// A number of this meter: "70", "¥6,000".
std::string shownOf(const Dialogue::Meter& meter, int value) {
    const std::string number = learning::figureText(value, 0);
    return meter.kind == Kind::budget ? withNumber(meter.shows, number) : number;
}

/// "Queue patience 70 → 55 (−15)", a line for each meter that moved but the mood.
std::string movedOf(const Dialogue& talk, const DialoguePlay::Move& move, portal::Stage& stage) {
    std::string moved;
    for (std::size_t at = talk.hasMood() ? 1 : 0; at < talk.meters.size(); ++at) {
        if (move.before[at] != move.after[at]) {
            const Dialogue::Meter& meter = talk.meters[at];
            moved += (moved.empty() ? "" : "\n") +
                     stage.words("dialogue.meterMove", {{"meter", std::string(labelOf(meter, stage))},
                                                        {"before", shownOf(meter, move.before[at])},
                                                        {"after", shownOf(meter, move.after[at])},
                                                        {"change", changeOf(move, at)}});
        }
    }
    return moved;
}

void drawChecklist(ui::Column& column, const Dialogue& talk, const DialoguePlay& play, portal::Stage& stage) {
    for (const Dialogue::ToDo& each : talk.checklist) {
        const bool done = play.flags().count(each.id.text()) > 0;
        const float top = column.y;
        ui::Column words(*column.frame, column.x + 28, top, column.width - 28);
        words.silent(each.label, {ui::Size::body, ui::Weight::regular},
                     done ? column.frame->theme.ink : column.frame->theme.softInk);
        ui::drawIcon(*column.frame, done ? ui::Icon::tick : ui::Icon::dot, column.x, top + 4, 18,
                     done ? column.frame->theme.right : column.frame->theme.softInk);
        ui::Node node;
        node.role = ui::Role::text;
        node.name = stage.words(done ? "dialogue.done" : "dialogue.open", {{"what", each.label}});
        node.place = {column.x, top, column.width, words.y - top};
        column.frame->said.add("to-do-" + each.id.text(), std::move(node));
        column.y = words.y + ui::space::xs;
    }
}

/// How everything stands; `last` is the move whose changes are shown beside it.
void drawMeters(ui::Column& column, const Dialogue& talk, const DialoguePlay& play, const DialoguePlay::Move* last,
                portal::Stage& stage) {
    for (std::size_t at = 0; at < talk.meters.size(); ++at) {
        const Dialogue::Meter& meter = talk.meters[at];
        const int value = play.values()[at];
        if (meter.kind == Kind::mood) {
            ui::moodMeter(column, {.key = "mood",
                                   .who = talk.who,
                                   .word = moodWord(value, stage),
                                   .value = value,
                                   .state = static_cast<int>(learning::moodOf(value)),
                                   .change = last ? changeOf(*last, at) : std::string()});
        } else {
            const bool moved = last && last->before[at] != last->after[at];
            ui::level(column, {.key = "meter-" + meter.id.text(),
                               .label = labelOf(meter, stage),
                               .valueText = shownOf(meter, value) + (moved ? " (" + changeOf(*last, at) + ")" : ""),
                               .value = static_cast<float>(value),
                               .most = static_cast<float>(meter.most)});
        }
        column.gap(ui::space::m);
    }
    const auto& ways = talk.endings;
    if (std::any_of(ways.begin(), ways.end(), [](const auto& each) { return each.when.asksForTotal(); })) {
        column.soft(stage.words("dialogue.total", {{"n", std::to_string(play.total())}}));
        column.gap(ui::space::m);
    }
    drawChecklist(column, talk, play, stage);
}

/// What was just said, what came of it, and why.
void drawEffect(ui::Column& column, const Dialogue& talk, const DialoguePlay::Move& move, portal::Stage& stage) {
    ui::spokenLine(column, {.key = "asked", .speaker = talk.who, .words = move.node->line});
    column.gap(ui::space::s);
    ui::spokenLine(
        column,
        {.key = "said", .speaker = stage.words("dialogue.you"), .words = move.option->text, .side = ui::Side::right});
    if (!move.option->reply.empty()) {
        column.gap(ui::space::s);
        ui::spokenLine(column, {.key = "reply", .speaker = talk.who, .words = move.option->reply});
    }
    column.gap(ui::space::m);
    const int worth = move.worth(talk);
    const ui::Tone tone = move.option->redLine || worth < -9 ? ui::Tone::wrong
                          : worth < 0                        ? ui::Tone::careful
                          : worth > 0                        ? ui::Tone::right
                                                             : ui::Tone::info;
    const std::string title = move.option->redLine ? std::string(stage.words("dialogue.redLine"))
                              : talk.hasMood()     ? stage.words("dialogue.moved", {{"change", changeOf(move, 0)}})
                                                   : movedOf(talk, move, stage);
    ui::message(column, tone, title, move.option->why);
}

void drawChoices(ui::Column& column, const Dialogue& talk, const DialoguePlay& play, portal::Stage& stage) {
    const Dialogue::Node& node = *play.node();
    const bool words = !talk.heard || drawListening(column, "line-" + node.id.text(), {{talk.who, node.line}}, stage);
    const std::string done = words ? std::string() : learning::unspokenWords(node.line); // is seen, not heard
    ui::spokenLine(column, {.key = "line",
                            .speaker = talk.who,
                            .words = words          ? std::string_view(node.line)
                                     : done.empty() ? stage.words("listen.hidden")
                                                    : std::string_view(done)});
    column.gap(ui::space::m);
    column.soft(stage.words("dialogue.choose"));
    column.gap(ui::space::s);
    const auto offered = play.offered(true);
    std::vector<course::OptionId> order;
    for (const Dialogue::Option* option : offered) {
        order.push_back(option->id);
    }
    for (const course::OptionId& id : learning::shuffled(std::move(order), stage.seed + play.moves().size())) {
        const auto option =
            std::find_if(offered.begin(), offered.end(), [&](const auto* each) { return each->id == id; });
        const std::string key = "option-" + id.text();
        ui::Choice what;
        what.key = key;
        const int cost = talk.meters.back().kind == Kind::budget ? -(*option)->moves.back() : 0;
        const std::string label = (*option)->text + (cost > 0 ? " (" + shownOf(talk.meters.back(), cost) + ")" : "");
        what.label = label;
        what.commits = true;
        what.disabled = !play.canPay(**option);
        if (ui::choice(column, what)) {
            DialoguePlay next = play;
            if (next.say(id)) {
                stage.state.chosen.push_back(id);
                const DialoguePlay::Move& move = next.moves().back();
                const std::string mood =
                    talk.hasMood() ? std::string(moodWord(move.after[0], stage)) + ", " + changeOf(move, 0) + ". " : "";
                column.frame->said.announce(move.option->reply + " " + mood + movedOf(talk, move, stage) + " " +
                                            move.option->why);
                column.frame->said.focus(column.frame->said.idFor("go-on"));
            }
        }
        column.gap(ui::space::s);
    }
}

void drawPlay(ui::Column& column, const Dialogue& talk, portal::Stage& stage) {
    auto& state = stage.state;
    const DialoguePlay play = learning::replay(talk, state.chosen);
    const auto looked = static_cast<std::size_t>(state.number.value_or(0));
    const bool effect = play.moves().size() > looked;
    if (play.moves().empty()) {
        for (const std::string& paragraph : talk.scene) {
            column.body(paragraph);
            column.gap(ui::space::m);
        }
    }
    drawMeters(column, talk, play, effect ? &play.moves().back() : nullptr, stage);
    if (!effect && play.node() != nullptr) {
        drawChoices(column, talk, play, stage);
        return;
    }
    if (!play.moves().empty()) {
        drawEffect(column, talk, play.moves().back(), stage);
        column.gap(ui::space::m);
    }
    const bool over = play.node() == nullptr;
    if (ui::button(column, {.key = "go-on", .label = stage.words(over ? "dialogue.ending" : "dialogue.goOn")})) {
        state.number = static_cast<double>(play.moves().size());
        column.frame->said.focus(column.frame->said.idFor("line"));
        if (over) {
            stage.submitted = learning::Said{state.chosen};
        }
    }
}

ui::Node nodeAt(ui::Role role, std::string_view name, const ui::Box& place) {
    ui::Node node;
    node.role = role;
    node.name = name;
    node.place = place;
    return node;
}

void drawMoodMove(ui::Column& column, const DialoguePlay::Move& move, portal::Stage& stage) {
    const ui::Theme& theme = column.frame->theme;
    const int change = move.after[0] - move.before[0];
    const std::string before = std::to_string(move.before[0]), after = std::to_string(move.after[0]);
    const float top = column.y;
    column.silent(before + " → " + after, {ui::Size::body, ui::Weight::bold}, theme.ink, ui::Align::right);
    column.silent(signedOf(change), {ui::Size::small, ui::Weight::bold},
                  change > 0   ? theme.right
                  : change < 0 ? theme.wrong
                               : theme.softInk,
                  ui::Align::right);
    column.frame->said.add(
        "mood",
        nodeAt(ui::Role::cell,
               stage.words("dialogue.moodMove", {{"before", before}, {"after", after}, {"change", signedOf(change)}}),
               {column.x, top, column.width, column.y - top}));
}

/// The talk as a table: what was said, why that is so and what it moved, and beside it how the mood moved.
void drawReplay(ui::Column& column, const Dialogue& talk, const DialoguePlay& play, portal::Stage& stage) {
    ui::Frame& frame = *column.frame;
    const ui::Style small{ui::Size::small, ui::Weight::bold};
    const std::string_view heads[] = {stage.words("dialogue.talk"), stage.words("dialogue.mood")};
    // As wide as its head or "100 → 100" needs.
    const float moodWidth = std::max(frame.type.measure(heads[1], small),
                                     frame.type.measure("100 → 100", {ui::Size::body, ui::Weight::bold})) +
                            2;
    const float aside = talk.hasMood() ? moodWidth + ui::space::l : 0;
    ui::Card card(column, ui::Ground::surface);
    ui::Column& in = card.inner;
    const auto moodColumn = [&](float top) { return ui::Column(frame, in.x + in.width - moodWidth, top, moodWidth); };
    const auto talkColumn = [&](float top) { return ui::Column(frame, in.x, top, in.width - aside); };
    frame.said.open("replay-table", nodeAt(ui::Role::table, stage.words("dialogue.replay"), {in.x, in.y, in.width, 1}));
    frame.said.open("head", nodeAt(ui::Role::row, {}, {in.x, in.y, in.width, 1}));
    ui::Column left = talkColumn(in.y), right = moodColumn(in.y);
    const ui::Box leftBox{left.x, left.y, left.width, frame.type.lineHeight(ui::Size::small)};
    left.silent(heads[0], small, frame.theme.softInk);
    frame.said.add("talk", nodeAt(ui::Role::columnHeader, heads[0], leftBox));
    if (talk.hasMood()) {
        right.silent(heads[1], small, frame.theme.softInk, ui::Align::right);
        frame.said.add("mood", nodeAt(ui::Role::columnHeader, heads[1], {right.x, in.y, right.width, leftBox.height}));
    }
    frame.said.close();
    in.y = std::max(left.y, right.y) + ui::space::s;
    for (const DialoguePlay::Move& move : play.moves()) {
        ui::fillBox(frame, {in.x, in.y, in.width, 1}, frame.theme.line, 0);
        in.gap(ui::space::s);
        frame.said.open("row", nodeAt(ui::Role::row, {}, {in.x, in.y, in.width, 1}));
        ui::Column words = talkColumn(in.y);
        frame.said.open("talk", nodeAt(ui::Role::cell, {}, {words.x, words.y, words.width, 1}));
        words.soft(stage.words("step.pair", {{"name", talk.who}, {"value", move.node->line}}));
        words.body(stage.words("step.pair",
                               {{"name", std::string(stage.words("dialogue.you"))}, {"value", move.option->text}}));
        words.soft(move.option->why);
        if (const std::string moved = movedOf(talk, move, stage); !moved.empty()) {
            words.text(moved, small, frame.theme.softInk);
        }
        frame.said.close();
        ui::Column mood = moodColumn(in.y);
        if (talk.hasMood()) {
            drawMoodMove(mood, move, stage);
        }
        frame.said.close();
        in.y = std::max(words.y, mood.y) + ui::space::s;
    }
    frame.said.close();
}

void drawResult(ui::Column& column, const Dialogue& talk, const learning::Said& said, portal::Stage& stage) {
    const DialoguePlay play = learning::replay(talk, said.options);
    drawMeters(column, talk, play, nullptr, stage);
    if (const Dialogue::Ending* ending = play.ending()) {
        ui::message(column, ending->score >= 80 ? ui::Tone::right : ui::Tone::careful, ending->label, ending->text);
        column.gap(ui::space::m);
    }
    column.heading("replay", stage.words("dialogue.replay"), 2, ui::Size::lead);
    column.gap(ui::space::s);
    drawReplay(column, talk, play, stage);
    drawInsight(column, talk.insight, stage);
}

} // namespace

void drawDialogue(ui::Column& column, const Dialogue& talk, portal::Stage& stage) {
    if (stage.answered == nullptr) {
        drawPlay(column, talk, stage);
    } else if (const auto* said = std::get_if<learning::Said>(stage.answered)) {
        drawResult(column, talk, *said, stage);
    }
}

} // namespace activities
