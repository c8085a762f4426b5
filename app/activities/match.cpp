// Match: press a left, press the right that belongs to it. The first right that was pressed for a left counts; one goes
// on until the pair is made.
#include "activities/activity.h"
#include "learning/shuffled.h"
#include "ui/widgets.h"

#include <algorithm>
#include <string>

namespace activities {

namespace {

using course::Match;
using course::OptionId;

/// A right: that of a pair, or one that fits nothing.
struct Right {
    OptionId id;
    std::string_view text;
    std::string_view why;
    bool fitsNothing = false;
};

Right rightOf(const Match& match, const OptionId& id) {
    for (const Match::Pair& pair : match.pairs) {
        if (pair.id == id) {
            return {pair.id, pair.right, pair.why};
        }
    }
    for (const Match::Extra& extra : match.extras) {
        if (extra.id == id) {
            return {extra.id, extra.right, extra.why, true};
        }
    }
    return {};
}

std::string paired(const Match::Pair& pair) { return pair.left + " — " + pair.right; }

/// The left that is being matched: the one that was picked, else the first that is open.
const Match::Pair* current(const Match& match, portal::ActivityState& state) {
    const Match::Pair* first = nullptr;
    for (const Match::Pair& pair : match.pairs) {
        if (state.shown[pair.id]) {
            continue;
        }
        if (pair.id == state.picked) {
            return &pair;
        }
        first = first == nullptr ? &pair : first;
    }
    return first;
}

void drawMade(ui::Column& column, const Match& match, portal::Stage& stage) {
    for (const Match::Pair& pair : match.pairs) {
        if (stage.state.shown[pair.id]) {
            drawTicked(column, true, paired(pair), {});
        }
    }
}

void drawLefts(ui::Column& column, const Match& match, const Match::Pair& at, portal::Stage& stage) {
    ui::Node group;
    group.role = ui::Role::radioGroup;
    group.name = stage.words("match.left");
    group.place = {column.x, column.y, column.width, 1};
    column.frame->said.open("lefts", group);
    column.soft(stage.words("match.left"));
    column.gap(ui::space::xs);
    for (const Match::Pair& pair : match.pairs) {
        if (stage.state.shown[pair.id]) {
            continue;
        }
        const std::string key = "left-" + pair.id.text();
        ui::Choice what;
        what.key = key;
        what.label = pair.left;
        what.mark = pair.id == at.id ? ui::Mark::chosen : ui::Mark::none;
        if (ui::choice(column, what)) {
            stage.state.picked = pair.id;
            stage.state.chosen.clear();
        }
        column.gap(ui::space::s);
    }
    column.frame->said.close();
}

void press(const Match& match, const Match::Pair& at, const Right& right, ui::Frame& frame, portal::Stage& stage) {
    auto& state = stage.state;
    state.placed.try_emplace(at.id, right.id);
    state.picked = at.id;
    state.chosen = {at.id, right.id};
    const bool fits = right.id == at.id;
    if (fits) {
        state.shown[at.id] = true;
    }
    const std::string_view why = fits || right.fitsNothing ? rightOf(match, right.id).why : std::string_view{};
    frame.said.announce(std::string(stage.words(fits ? "answer.right" : "match.notThis")) + " " + std::string(why));
}

void drawRights(ui::Column& column, const Match& match, const Match::Pair& at, portal::Stage& stage) {
    auto& state = stage.state;
    ui::Node group;
    group.role = ui::Role::group;
    group.name = stage.words("match.right");
    group.place = {column.x, column.y, column.width, 1};
    column.frame->said.open("rights", group);
    column.soft(stage.words("match.right"));
    column.gap(ui::space::xs);
    std::vector<OptionId> order;
    for (const Match::Pair& pair : match.pairs) {
        order.push_back(pair.id);
    }
    for (const Match::Extra& extra : match.extras) {
        order.push_back(extra.id);
    }
    for (const OptionId& id : learning::shuffled(std::move(order), stage.seed)) {
        if (state.shown[id]) {
            continue; // its pair is made
        }
        const Right right = rightOf(match, id);
        const std::string key = "right-" + id.text();
        const bool pressed = state.chosen.size() == 2 && state.chosen[0] == at.id && state.chosen[1] == id;
        ui::Choice what;
        what.key = key;
        what.label = right.text;
        what.commits = true;
        what.mark = pressed ? ui::Mark::wrong : ui::Mark::none;
        what.markWord = pressed ? stage.words("mark.wrong") : std::string_view{};
        if (ui::choice(column, what)) {
            press(match, at, right, *column.frame, stage);
        }
        column.gap(ui::space::s);
    }
    column.frame->said.close();
}

/// What the last press came to.
void drawLast(ui::Column& column, const Match& match, portal::Stage& stage) {
    const auto& last = stage.state.chosen;
    if (last.size() != 2) {
        return;
    }
    const Right right = rightOf(match, last[1]);
    if (last[0] == last[1]) {
        for (const Match::Pair& pair : match.pairs) {
            if (pair.id == last[0]) {
                ui::message(column, ui::Tone::right, paired(pair), pair.why);
            }
        }
    } else {
        ui::message(column, ui::Tone::wrong, stage.words("match.notThis"),
                    right.fitsNothing ? right.why : stage.words("match.tryAnother"));
    }
    column.gap(ui::space::m);
}

void drawResult(ui::Column& column, const Match& match, const learning::Placed& answer, portal::Stage& stage) {
    std::size_t right = 0;
    ui::Card ground(column, ui::Ground::surface);
    for (const Match::Pair& pair : match.pairs) {
        const auto placed = answer.bins.find(pair.id);
        const bool hit = placed != answer.bins.end() && placed->second == pair.id;
        right += hit ? 1 : 0;
        drawTicked(ground.inner, hit, paired(pair), pair.why);
    }
    ground.end();
    column.gap(ui::space::m);
    drawScore(column, right, match.pairs.size(), match.insight, stage);
}

} // namespace

void drawMatch(ui::Column& column, const Match& match, portal::Stage& stage) {
    if (stage.answered != nullptr) {
        if (const auto* placed = std::get_if<learning::Placed>(stage.answered)) {
            drawResult(column, match, *placed, stage);
        }
        return;
    }
    auto& state = stage.state;
    const auto made = static_cast<std::size_t>(std::count_if(
        match.pairs.begin(), match.pairs.end(), [&](const Match::Pair& pair) { return state.shown[pair.id]; }));
    drawPlace(column, made, match.pairs.size(), stage);
    drawMade(column, match, stage);
    if (made > 0) {
        column.gap(ui::space::s);
    }
    const Match::Pair* at = current(match, state);
    if (at == nullptr) {
        drawLast(column, match, stage);
        if (ui::button(column, {.key = "overview", .label = stage.words("sort.overview")})) {
            stage.submitted = learning::Placed{state.placed};
        }
        return;
    }
    if (column.width >= 560) { // side by side where there is room
        ui::Column left = ui::columnOfRow(column, 0, 2, ui::space::l);
        ui::Column right = ui::columnOfRow(column, 1, 2, ui::space::l);
        drawLefts(left, match, *at, stage);
        drawRights(right, match, *at, stage);
        column.y = std::max(left.y, right.y);
    } else {
        drawLefts(column, match, *at, stage);
        column.gap(ui::space::s);
        drawRights(column, match, *at, stage);
    }
    drawLast(column, match, stage);
}

} // namespace activities
