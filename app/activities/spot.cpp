// Tap the mistake: lines of a talk or statements. A tap is answered at once; where mistakes have names, the name is
// asked for. Done when all are found, or when one asks to see the rest.
#include "activities/activity.h"
#include "learning/spoken_words.h"
#include "ui/chips.h"
#include "ui/transcript.h"

#include <algorithm>
#include <string>
#include <vector>

namespace activities {

namespace {

using course::OptionId;
using course::Spot;

template <class Things>
std::string_view labelOf(const Things& things, const OptionId& id) {
    for (const auto& thing : things) {
        if (thing.id == id) {
            return thing.label;
        }
    }
    return {};
}

bool contains(const std::vector<OptionId>& ids, const OptionId& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// The first speaker stands to the left, the others to the right.
ui::Side sideOf(const Spot& spot, const Spot::Line& line) {
    return spot.speakers.empty() || line.by == spot.speakers.front().id ? ui::Side::left : ui::Side::right;
}

std::string reasonOf(const Spot::Line& line, portal::Stage& stage) {
    std::string words = line.why;
    if (!line.better.empty()) {
        words += "\n" + stage.words("spot.better", {{"line", line.better}});
    }
    return words;
}

/// What kind of mistake it is; the first name that is given counts.
void drawTags(ui::Column& column, const Spot& spot, const Spot::Line& line, portal::Stage& stage) {
    column.soft(stage.words("spot.whichKind"));
    column.gap(ui::space::xs);
    std::vector<ui::Chip> chips;
    for (const Spot::Tag& tag : spot.tags) {
        chips.push_back({tag.id.text(), tag.label});
    }
    const int pressed =
        ui::chips(column, "tags-" + line.id.text(), stage.words("spot.whichKind"), chips, ui::Role::button);
    if (pressed >= 0) {
        const OptionId& tag = spot.tags[static_cast<std::size_t>(pressed)].id;
        stage.state.placed[line.id] = tag;
        column.frame->said.announce(std::string(stage.words(tag == line.tag ? "answer.right" : "answer.notQuite")) +
                                    " " + line.why);
    }
}

/// What a tap on this line came to.
void drawTapped(ui::Column& column, const Spot& spot, const Spot::Line& line, portal::Stage& stage) {
    column.gap(ui::space::s);
    if (!line.mistake) {
        ui::message(column, ui::Tone::careful, {}, // the line itself says that there is none
                    line.why.empty() ? stage.words("spot.noMistakeWhy") : std::string_view(line.why));
        return;
    }
    const auto tag = stage.state.placed.find(line.id);
    if (!spot.tags.empty() && tag == stage.state.placed.end()) {
        drawTags(column, spot, line, stage);
        return;
    }
    const bool named = spot.tags.empty() || tag->second == line.tag;
    ui::message(column, named ? ui::Tone::right : ui::Tone::careful,
                spot.tags.empty() ? std::string(stage.words("spot.found"))
                : named           ? std::string(labelOf(spot.tags, line.tag))
                                  : stage.words("spot.isRather", {{"kind", std::string(labelOf(spot.tags, line.tag))}}),
                reasonOf(line, stage));
}

void tap(ui::Frame& frame, const Spot& spot, const Spot::Line& line, portal::Stage& stage) {
    stage.state.chosen.push_back(line.id);
    const std::string_view why = line.mistake       ? spot.tags.empty() ? line.why : std::string_view{}
                                       : line.why.empty() ? stage.words("spot.noMistakeWhy")
                                                    : std::string_view(line.why);
    frame.said.announce(std::string(stage.words(line.mistake ? "spot.found" : "spot.noMistake")) + " " +
                        std::string(why));
}

/// The talk to listen to. True when its words may be shown.
bool drawTalk(ui::Column& column, const Spot& spot, portal::Stage& stage) {
    std::vector<course::Spoken> lines;
    for (const Spot::Line& line : spot.lines) {
        lines.push_back({std::string(labelOf(spot.speakers, line.by)), line.text});
    }
    return drawListening(column, "talk", lines, stage);
}

void drawSearch(ui::Column& column, const Spot& spot, portal::Stage& stage) {
    auto& state = stage.state;
    const bool words = !spot.heard || drawTalk(column, spot, stage);
    int number = 0;
    std::size_t mistakes = 0, found = 0, named = 0;
    for (const Spot::Line& line : spot.lines) {
        const bool hit = line.mistake && contains(state.chosen, line.id);
        mistakes += line.mistake ? 1 : 0;
        found += hit ? 1 : 0;
        named += hit && (spot.tags.empty() || state.placed.count(line.id) > 0) ? 1 : 0;
    }
    const std::string progress =
        stage.words("spot.progress", {{"found", std::to_string(found)}, {"count", std::to_string(mistakes)}});
    ui::progressSegments(column, "found", static_cast<int>(found), static_cast<int>(found), static_cast<int>(mistakes),
                         progress);
    column.gap(ui::space::s);
    column.soft(progress);
    column.gap(ui::space::m);
    for (const Spot::Line& line : spot.lines) {
        const bool tapped = contains(state.chosen, line.id);
        const std::string key = "line-" + line.id.text();
        ui::SpokenLine what{
            .key = key, .speaker = labelOf(spot.speakers, line.by), .words = line.text, .side = sideOf(spot, line)};
        // What is done and not said is seen all the same.
        const std::string unread =
            stage.words("listen.line", {{"at", std::to_string(++number)}}) + learning::unspokenWords(line.text);
        if (!words && !tapped && !learning::spokenWords(line.text).empty()) {
            what.words = unread;
        }
        what.disabled = tapped;
        if (tapped) {
            what.mark = line.mistake ? ui::Mark::right : ui::Mark::missed;
            what.markWord = stage.words(line.mistake ? "spot.found" : "spot.noMistake");
        }
        if (ui::tappedLine(column, what)) {
            tap(*column.frame, spot, line, stage);
        }
        if (tapped) {
            drawTapped(column, spot, line, stage);
        }
        column.gap(ui::space::s);
    }
    column.gap(ui::space::s);
    const bool done = named == mistakes;
    if (ui::button(column, {.key = "submit",
                            .label = stage.words(done ? "sort.overview" : "spot.showRest"),
                            .look = done ? ui::ButtonLook::primary : ui::ButtonLook::secondary})) {
        stage.submitted = learning::Spotted{state.chosen, state.placed};
    }
}

void drawResult(ui::Column& column, const Spot& spot, const learning::Spotted& answer, portal::Stage& stage) {
    std::size_t mistakes = 0, found = 0;
    for (const Spot::Line& line : spot.lines) {
        const bool tapped = contains(answer.lines, line.id);
        const std::string key = "line-" + line.id.text();
        ui::SpokenLine what{
            .key = key, .speaker = labelOf(spot.speakers, line.by), .words = line.text, .side = sideOf(spot, line)};
        mistakes += line.mistake ? 1 : 0;
        found += line.mistake && tapped ? 1 : 0;
        if (line.mistake) {
            what.mark = tapped ? ui::Mark::right : ui::Mark::missed;
            what.markWord = stage.words(tapped ? "spot.found" : "mark.missed");
        } else if (tapped) {
            what.mark = ui::Mark::wrong;
            what.markWord = stage.words("spot.noMistake");
        }
        ui::spokenLine(column, what);
        if (line.mistake) {
            column.gap(ui::space::xs);
            const std::string_view tag = labelOf(spot.tags, line.tag);
            ui::Column indented(*column.frame, column.x + 16, column.y, column.width - 16);
            const std::string reason = reasonOf(line, stage);
            indented.soft(tag.empty() ? reason
                                      : stage.words("step.pair", {{"name", std::string(tag)}, {"value", reason}}));
            column.y = indented.y;
        }
        column.gap(ui::space::s);
    }
    ui::message(column, found == mistakes ? ui::Tone::right : ui::Tone::info,
                stage.words("spot.progress", {{"found", std::to_string(found)}, {"count", std::to_string(mistakes)}}),
                spot.insight);
}

} // namespace

void drawSpot(ui::Column& column, const Spot& spot, portal::Stage& stage) {
    if (stage.answered == nullptr) {
        drawSearch(column, spot, stage);
    } else if (const auto* spotted = std::get_if<learning::Spotted>(stage.answered)) {
        if (spot.heard) {
            (void)drawTalk(column, spot, stage);
        }
        drawResult(column, spot, *spotted, stage);
    }
}

} // namespace activities
