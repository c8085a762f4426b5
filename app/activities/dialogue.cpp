// A branching dialogue: what the other one says, what one could answer, how that moves the mood. Each answer is talked
// over at once; at the end comes what it led to, and the whole talk again as a table.
#include "activities/activity.h"
#include "learning/dialogue_play.h"
#include "learning/shuffled.h"
#include "learning/simulators.h"
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

std::string changeOf(const DialoguePlay::Move& move) {
    return move.after == move.before ? "±0" : learning::signedFigureText(move.after - move.before, 0);
}

void drawMood(ui::Column& column, const Dialogue& talk, int meter, const std::string& change, portal::Stage& stage) {
    ui::moodMeter(column, {.key = "mood",
                           .who = talk.who,
                           .word = moodWord(meter, stage),
                           .value = meter,
                           .state = static_cast<int>(learning::moodOf(meter)),
                           .change = change});
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
    const ui::Tone tone = move.option->redLine || move.option->mood < -9 ? ui::Tone::wrong
                          : move.option->mood < 0                        ? ui::Tone::careful
                          : move.option->mood > 0                        ? ui::Tone::right
                                                                         : ui::Tone::info;
    const std::string title = move.option->redLine ? std::string(stage.words("dialogue.redLine"))
                                                   : stage.words("dialogue.moved", {{"change", changeOf(move)}});
    ui::message(column, tone, title, move.option->why);
}

void drawChoices(ui::Column& column, const Dialogue& talk, const DialoguePlay& play, portal::Stage& stage) {
    ui::spokenLine(column, {.key = "line", .speaker = talk.who, .words = play.node()->line});
    column.gap(ui::space::m);
    column.soft(stage.words("dialogue.choose"));
    column.gap(ui::space::s);
    const auto offered = play.offered();
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
        what.label = (*option)->text;
        what.commits = true;
        if (ui::choice(column, what)) {
            DialoguePlay next = play;
            if (next.say(id)) {
                stage.state.chosen.push_back(id);
                const DialoguePlay::Move& move = next.moves().back();
                column.frame->said.announce(move.option->reply + " " + std::string(moodWord(move.after, stage)) + ", " +
                                            changeOf(move) + ". " + move.option->why);
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
    drawMood(column, talk, play.mood(), effect ? changeOf(play.moves().back()) : std::string(), stage);
    column.gap(ui::space::m);
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

/// The talk as a table: what was said and why that is so, and beside it how the mood moved.
void drawReplay(ui::Column& column, const Dialogue& talk, const DialoguePlay& play, portal::Stage& stage) {
    ui::Frame& frame = *column.frame;
    const ui::Style small{ui::Size::small, ui::Weight::bold};
    const std::string_view heads[] = {stage.words("dialogue.talk"), stage.words("dialogue.mood")};
    // As wide as its head or "100 → 100" needs.
    const float moodWidth = std::max(frame.type.measure(heads[1], small),
                                     frame.type.measure("100 → 100", {ui::Size::body, ui::Weight::bold})) +
                            2;
    ui::Card card(column, ui::Ground::surface);
    ui::Column& in = card.inner;
    const auto moodColumn = [&](float top) { return ui::Column(frame, in.x + in.width - moodWidth, top, moodWidth); };
    const auto talkColumn = [&](float top) {
        return ui::Column(frame, in.x, top, in.width - moodWidth - ui::space::l);
    };
    frame.said.open("replay-table", nodeAt(ui::Role::table, stage.words("dialogue.replay"), {in.x, in.y, in.width, 1}));
    frame.said.open("head", nodeAt(ui::Role::row, {}, {in.x, in.y, in.width, 1}));
    ui::Column left = talkColumn(in.y), right = moodColumn(in.y);
    const ui::Box leftBox{left.x, left.y, left.width, frame.type.lineHeight(ui::Size::small)};
    left.silent(heads[0], small, frame.theme.softInk);
    right.silent(heads[1], small, frame.theme.softInk, ui::Align::right);
    frame.said.add("talk", nodeAt(ui::Role::columnHeader, heads[0], leftBox));
    frame.said.add("mood", nodeAt(ui::Role::columnHeader, heads[1], {right.x, in.y, right.width, leftBox.height}));
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
        frame.said.close();
        const int change = move.after - move.before;
        ui::Column mood = moodColumn(in.y);
        const float top = mood.y;
        mood.silent(std::to_string(move.before) + " → " + std::to_string(move.after),
                    {ui::Size::body, ui::Weight::bold}, frame.theme.ink, ui::Align::right);
        mood.silent(changeOf(move), small,
                    change > 0   ? frame.theme.right
                    : change < 0 ? frame.theme.wrong
                                 : frame.theme.softInk,
                    ui::Align::right);
        frame.said.add("mood", nodeAt(ui::Role::cell,
                                      stage.words("dialogue.moodMove", {{"before", std::to_string(move.before)},
                                                                        {"after", std::to_string(move.after)},
                                                                        {"change", changeOf(move)}}),
                                      {mood.x, top, mood.width, mood.y - top}));
        frame.said.close();
        in.y = std::max(words.y, mood.y) + ui::space::s;
    }
    frame.said.close();
}

void drawResult(ui::Column& column, const Dialogue& talk, const learning::Said& said, portal::Stage& stage) {
    const DialoguePlay play = learning::replay(talk, said.options);
    drawMood(column, talk, play.mood(), {}, stage);
    column.gap(ui::space::m);
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
