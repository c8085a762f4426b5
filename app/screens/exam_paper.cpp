// An exam while it is taken: sober, changeable until it is handed in, kept answer by answer.
#include "activities/activity.h"
#include "screens/exam.h"
#include "screens/screens.h"
#include "ui/widgets.h"

#include <chrono>
#include <cstddef>
#include <string>

namespace screens {

namespace {

/// The paper that is being worked on, and what has been done on it.
struct Desk {
    portal::Portal& portal;
    const learning::Attempt& attempt;
    const learning::ExamPaper& paper;
    portal::PlaceInExam& place;

    [[nodiscard]] const learning::Answer* given(const course::ItemId& id) const {
        const auto found = attempt.answers.find(id);
        return found == attempt.answers.end() ? nullptr : &found->second.answer;
    }
    [[nodiscard]] std::size_t answered() const {
        std::size_t count = 0;
        for (const auto& drawn : paper.items) {
            count += given(drawn.item) != nullptr ? 1 : 0;
        }
        return count;
    }
    /// The item that is shown: the one that was chosen, else the first that is not answered, else the last.
    [[nodiscard]] std::size_t shown() const {
        for (std::size_t i = 0; i < paper.items.size(); ++i) {
            if (place.at.empty() ? given(paper.items[i].item) == nullptr : paper.items[i].item == place.at) {
                return i;
            }
        }
        return paper.items.size() - 1;
    }
    void showItem(std::size_t index) const {
        place.at = paper.items[index].item;
        place.overview = false;
        portal.goTo(portal::hashOf(portal.route()));
    }
    void showAll() const {
        place.overview = true;
        portal.goTo(portal::hashOf(portal.route()));
    }
    [[nodiscard]] std::string count(std::string_view key) const {
        return portal.words()(key,
                              {{"done", std::to_string(answered())}, {"count", std::to_string(paper.items.size())}});
    }
};

/// What was answered before, as if it had just been marked.
void takeUp(const learning::Answer& answer, portal::ActivityState& state) {
    if (const auto* chosen = std::get_if<learning::Chosen>(&answer)) {
        state.chosen = chosen->options;
    } else if (const auto* ordered = std::get_if<learning::Ordered>(&answer)) {
        state.chosen = ordered->options;
    } else if (const auto* estimated = std::get_if<learning::Estimated>(&answer)) {
        state.number = estimated->number;
    }
}

/// How long there is still, by the minute; said when five minutes and one are left. False when time is up.
bool drawTime(const Desk& desk, ui::Column& column) {
    const auto left = desk.portal.timeLeft(desk.attempt);
    if (!left) {
        return true;
    }
    if (left->count() == 0) {
        return false;
    }
    const long minutes = static_cast<long>((left->count() + 59'999) / 60'000);
    const std::string text = desk.portal.words()("exam.timeLeft", {{"minutes", std::to_string(minutes)}});
    column.text(text, {ui::Size::small, ui::Weight::bold},
                minutes <= 5 ? column.frame->theme.careful : column.frame->theme.softInk);
    if ((minutes == 5 || minutes == 1) && desk.place.minutesSaid != minutes) {
        column.frame->said.announce(text);
    }
    desk.place.minutesSaid = minutes;
    return true;
}

void drawOverview(const Desk& desk, ui::Column& column) {
    const auto& words = desk.portal.words();
    drawTitle(desk.portal, column, words("exam.overview"));
    column.gap(ui::space::xs);
    column.soft(desk.count("exam.done"));
    column.gap(ui::space::l);
    for (std::size_t i = 0; i < desk.paper.items.size(); ++i) {
        const course::Item* item = desk.portal.item(desk.paper.items[i]);
        if (item == nullptr) {
            continue;
        }
        const bool answered = desk.given(item->id) != nullptr;
        std::string state(words(answered ? "exam.answered" : "exam.open"));
        if (desk.place.flagged.count(item->id) > 0) {
            state += words("exam.flagged");
        }
        ui::Choice what;
        const std::string key = "item-" + item->id.text();
        what.key = key;
        what.label = item->stem;
        what.mark = answered ? ui::Mark::chosen : ui::Mark::none;
        what.markWord = state;
        what.ordered = true;
        what.commits = true;
        what.position = static_cast<int>(i) + 1;
        if (ui::choice(column, what)) {
            desk.showItem(i);
        }
        column.gap(ui::space::s);
    }
    column.gap(ui::space::m);
    const std::size_t open = desk.paper.items.size() - desk.answered();
    if (open > 0) {
        ui::message(column, ui::Tone::careful, words("exam.openTitle", {{"count", std::to_string(open)}}),
                    words("exam.openBody"), false);
        column.gap(ui::space::m);
    }
    if (ui::button(column, {.key = "hand-in", .label = words(open > 0 ? "exam.handInOpen" : "exam.handIn")})) {
        desk.portal.finishExam(desk.attempt.id);
        desk.portal.goTo(portal::hashOf(desk.portal.route()));
        return;
    }
    column.gap(ui::space::s);
    if (ui::button(column, {.key = "to-questions",
                            .label = words("exam.toQuestions"),
                            .look = ui::ButtonLook::quiet,
                            .icon = ui::Icon::back,
                            .fitted = true})) {
        desk.showItem(desk.shown());
    }
    drawSaved(desk.portal, column);
}

void drawItem(const Desk& desk, ui::Column& column) {
    const auto& words = desk.portal.words();
    const std::size_t index = desk.shown();
    const learning::DrawnItem& drawn = desk.paper.items[index];
    const course::Item* item = desk.portal.item(drawn);
    if (item == nullptr) {
        drawLoading(desk.portal, column, desk.portal.moduleLoading(drawn.module));
        return;
    }
    desk.place.at = item->id;
    const std::string at =
        words("exam.progress", {{"at", std::to_string(index + 1)}, {"count", std::to_string(desk.paper.items.size())}});
    ui::progressSegments(column, "items", static_cast<int>(desk.answered()), static_cast<int>(index),
                         static_cast<int>(desk.paper.items.size()), at);
    column.gap(ui::space::l);
    drawTitle(desk.portal, column, at, ui::Size::body); // the question itself is what should be seen first
    column.gap(ui::space::s);

    const learning::Answer* given = desk.given(item->id);
    const auto [state, isNew] = desk.place.states.try_emplace(item->id);
    if (isNew && given != nullptr) {
        takeUp(*given, state->second);
    }
    portal::Stage stage{
        .words = words, .state = state->second, .seed = desk.attempt.seed, .order = drawn.order, .sober = true};
    activities::draw(column, *item, stage);
    const bool changed =
        stage.draft && (given == nullptr || learning::toJson(*stage.draft) != learning::toJson(*given));
    // Whichever way one leaves the question, what was marked is kept.
    const auto keep = [&] {
        if (changed) {
            desk.portal.answerItem(desk.attempt, *item, *stage.draft);
        }
    };

    ui::Choice flag;
    const bool flagged = desk.place.flagged.count(item->id) > 0;
    flag.key = "flag";
    flag.label = words("exam.flag");
    flag.multiple = true;
    flag.mark = flagged ? ui::Mark::chosen : ui::Mark::none;
    column.gap(ui::space::s);
    if (ui::choice(column, flag)) {
        if (flagged) {
            desk.place.flagged.erase(item->id);
        } else {
            desk.place.flagged.insert(item->id);
        }
    }
    column.gap(ui::space::l);
    const bool nothing = !stage.draft && given == nullptr;
    if (ui::button(column, {.key = "next-item",
                            .label = words(changed   ? "exam.saveNext"
                                           : nothing ? "exam.skip"
                                                     : "exam.next")})) {
        keep();
        if (index + 1 < desk.paper.items.size()) {
            desk.showItem(index + 1);
        } else {
            desk.showAll();
        }
        return;
    }
    column.gap(ui::space::s);
    if (ui::button(column,
                   {.key = "overview", .label = desk.count("exam.toOverview"), .look = ui::ButtonLook::secondary})) {
        keep();
        desk.showAll();
        return;
    }
    if (index > 0) {
        column.gap(ui::space::s);
        if (ui::button(column, {.key = "previous-item",
                                .label = words("exam.previous"),
                                .look = ui::ButtonLook::quiet,
                                .icon = ui::Icon::back,
                                .fitted = true})) {
            keep();
            desk.showItem(index - 1);
            return;
        }
    }
    drawSaved(desk.portal, column);
}

} // namespace

void drawPaper(portal::Portal& portal, ui::Column& column, const course::ExamBlueprint& exam,
               const learning::Attempt& attempt, const learning::ExamPaper& paper) {
    const Desk desk{portal, attempt, paper, portal.placeIn(attempt.id)};
    column.soft(exam.title);
    if (!drawTime(desk, column)) {
        column.frame->said.announce(std::string(portal.words()("exam.timeUp")));
        portal.finishExam(attempt.id);
        portal.goTo(portal::hashOf(portal.route()));
        return;
    }
    column.gap(ui::space::s);
    if (desk.place.overview) {
        drawOverview(desk, column);
    } else {
        drawItem(desk, column);
    }
}

} // namespace screens
