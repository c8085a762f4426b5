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
        what.ordered = true; // pressing it is saying it
        if (ui::choice(column, what)) {
            DialoguePlay next = play;
            if (next.say(id)) {
                stage.state.chosen.push_back(id);
                const DialoguePlay::Move& move = next.moves().back();
                column.frame->said.announce(move.option->reply + " " + std::string(moodWord(move.after, stage)) + ", " +
                                            changeOf(move) + ". " + move.option->why);
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
        if (over) {
            stage.submitted = learning::Said{state.chosen};
        }
    }
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
    std::size_t number = 0;
    for (const DialoguePlay::Move& move : play.moves()) {
        const std::string place = std::to_string(++number);
        ui::spokenLine(column, {.key = "line-" + place, .speaker = talk.who, .words = move.node->line});
        column.gap(ui::space::xs);
        const std::string mood = stage.words("dialogue.moodMove", {{"before", std::to_string(move.before)},
                                                                   {"after", std::to_string(move.after)},
                                                                   {"change", changeOf(move)}});
        ui::spokenLine(column, {.key = "said-" + place,
                                .speaker = stage.words("dialogue.you"),
                                .words = move.option->text,
                                .side = ui::Side::right,
                                .mark = move.option->mood > 0   ? ui::Mark::right
                                        : move.option->mood < 0 ? ui::Mark::wrong
                                                                : ui::Mark::none,
                                .markWord = mood});
        column.gap(ui::space::xs);
        column.soft(move.option->why);
        column.gap(ui::space::m);
    }
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
