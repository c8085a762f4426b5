// A review: what is due comes back, a few questions of all modules in one sitting; and how much of each module is still
// known.
#include "activities/activity.h"
#include "screens/screens.h"
#include "ui/fading_line.h"
#include "ui/widgets.h"

#include <array>
#include <chrono>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace screens {

namespace {

constexpr learning::Day lookAhead = 30; ///< as the words say
constexpr std::size_t stops = 11;       ///< of a line that fades, the first and the last day among them

/// What a card asks: an item of a bank, or a step of a lesson.
struct Question {
    const course::Item* item = nullptr;
    const course::Step* step = nullptr;

    [[nodiscard]] bool there() const { return item != nullptr || step != nullptr; }
    [[nodiscard]] std::string objective() const {
        const auto* check = step == nullptr ? nullptr : std::get_if<course::Check>(&step->activity);
        return item != nullptr ? item->objective : check != nullptr ? check->item.objective : std::string{};
    }
    [[nodiscard]] learning::Verdict grade(const learning::Answer& answer) const {
        return item != nullptr ? learning::grade(*item, answer) : learning::grade(*step, answer);
    }
};

Question questionOf(const course::Module& module, const learning::CardId& card) {
    const auto place = learning::stepOf(card);
    if (!place) {
        return {.item = module.item(course::ItemId(card.text()))};
    }
    if (const course::Lesson* lesson = module.lesson(place->lesson); lesson != nullptr) {
        for (const course::Step& step : lesson->steps) {
            if (step.id == place->step) {
                return {.step = &step};
            }
        }
    }
    return {};
}

void showNext(portal::Portal& portal) { portal.goTo(portal::hashOf(portal::ReviewRoute{})); }

void begin(portal::Portal& portal, std::vector<learning::Scheduled> cards) {
    portal::Sitting& sitting = portal.reviewing();
    sitting = {};
    sitting.day = portal.schedule().today;
    sitting.drawn = cards.size();
    sitting.cards = std::move(cards);
    showNext(portal);
}

void handIn(portal::Portal& portal, const Question& question, const learning::Answer& answer) {
    portal::Sitting& sitting = portal.reviewing();
    learning::Scheduled card = sitting.cards[sitting.at];
    const bool hinted = sitting.state.hinted;
    const base::Percent score = question.grade(answer).score;
    const bool recalled = learning::gradeOf({{}, score, hinted}, card.inParts, false) != learning::fsrs::Grade::again;
    sitting.answered = answer;
    if (sitting.at < sitting.drawn) {
        ++sitting.asked;
        sitting.recalled += recalled ? 1 : 0;
        if (!recalled) {
            ++card.asked;
            sitting.cards.push_back(card); // once more at the end, while what was said to it is fresh
        }
    }
    portal.answerReview({card.id, answer, score, question.objective(), hinted});
}

void drawQuestion(portal::Portal& portal, ui::Column& column, const Question& question) {
    const auto& words = portal.words();
    portal::Sitting& sitting = portal.reviewing();
    const learning::Scheduled& card = sitting.cards[sitting.at];
    const std::string at = words(
        "exam.progress", {{"at", std::to_string(sitting.at + 1)}, {"count", std::to_string(sitting.cards.size())}});
    column.soft(portal.course()->module(card.module)->title);
    column.gap(ui::space::s);
    const int place = static_cast<int>(sitting.at);
    ui::progressSegments(column, "cards", place, place, static_cast<int>(sitting.cards.size()), at);
    column.gap(ui::space::l);
    drawTitle(portal, column, at, ui::Size::body); // the question itself is what should be seen first
    if (sitting.at >= sitting.drawn) {
        column.soft(words("review.onceMore"));
    }
    column.gap(ui::space::s);

    portal::Stage stage{.words = words,
                        .state = sitting.state,
                        .answered = sitting.answered ? &*sitting.answered : nullptr,
                        .seed = portal.seedFor("review/" + card.id.text() + "/" + std::to_string(card.asked)),
                        .course = portal.course(),
                        .once = true,
                        .listening = &portal.listening()};
    if (question.item != nullptr) {
        activities::draw(column, *question.item, stage);
    } else {
        if (!std::holds_alternative<course::Check>(question.step->activity)) {
            column.heading("step", question.step->title, 2, ui::Size::lead);
            column.gap(ui::space::s);
        }
        activities::draw(column, *question.step, stage);
    }
    const bool wasAnswered = stage.answered != nullptr;
    if (stage.submitted) {
        handIn(portal, question, *stage.submitted);
    }
    column.gap(ui::space::l);
    if (wasAnswered) {
        const bool last = sitting.at + 1 == sitting.cards.size();
        if (ui::button(column, {.key = "next-card", .label = words(last ? "review.finish" : "exam.next")})) {
            sitting.goOn();
            showNext(portal);
            return;
        }
        column.gap(ui::space::s);
    }
    drawLeave(portal, column);
    drawSaved(portal, column);
}

std::string percent(double share) { return std::to_string(std::lround(share * 100)); }

/// Where one stands today, module by module, and how it would fade.
void drawFading(portal::Portal& portal, ui::Column& column, const learning::Schedule& schedule) {
    const auto& words = portal.words();
    const learning::Day today = schedule.today;
    column.gap(ui::space::xl);
    column.heading("fading", words("review.fading"), 2, ui::Size::lead);
    column.gap(ui::space::xs);
    column.body(words("review.fadingBody", {{"today", percent(schedule.known({}, today).value_or(0))},
                                            {"later", percent(schedule.known({}, today + lookAhead).value_or(0))}}));
    column.gap(ui::space::m);
    ui::Card card(column, ui::Ground::surface);
    const ui::ChartTable table(card.inner, words("review.fading"),
                               {words("review.module"), words("review.today"), words("review.later")});
    bool first = true;
    for (const course::ModuleOutline& module : portal.course()->modules) {
        if (!schedule.known(module.id, today)) {
            continue;
        }
        std::array<float, stops> shares{};
        for (std::size_t i = 0; i < stops; ++i) {
            const auto day = today + static_cast<learning::Day>(i) * lookAhead / static_cast<learning::Day>(stops - 1);
            shares[i] = static_cast<float>(schedule.known(module.id, day).value_or(0));
        }
        card.inner.gap(first ? 0 : ui::space::m);
        first = false;
        ui::fadingLine(card.inner, "fade-" + module.id.text(), module.title, shares,
                       words("review.todayShare", {{"share", percent(shares.front())}}),
                       words("review.laterShare", {{"share", percent(shares.back())}}));
    }
}

/// Before a sitting and after it: what is due, or when something will be.
void drawDoor(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    const learning::Schedule& schedule = portal.schedule();
    const portal::Sitting& sitting = portal.reviewing();
    const bool done = sitting.asked > 0 && sitting.day == schedule.today;
    const std::size_t due = schedule.due();
    const std::string dueWords = words("review.due", {{"count", std::to_string(due)}});
    drawTitle(portal, column,
              done      ? words(due > 0 ? "review.roundDone" : "review.enough")
              : due > 0 ? std::string_view(dueWords)
                        : words(schedule.cards.empty() ? "review.title" : "review.nothing"));
    column.gap(ui::space::m);
    if (done) {
        column.body(words(sitting.recalled == sitting.asked ? "review.doneAll" : "review.done",
                          {{"count", std::to_string(sitting.asked)}, {"right", std::to_string(sitting.recalled)}}));
        column.gap(ui::space::s);
    }
    if (sitting.unavailable > 0 && sitting.day == schedule.today) {
        ui::message(column, ui::Tone::careful,
                    words("review.unavailableTitle", {{"count", std::to_string(sitting.unavailable)}}),
                    words("review.unavailable"));
        column.gap(ui::space::m);
        if (ui::button(column, {.key = "retry", .label = words("pack.retry"), .look = ui::ButtonLook::secondary})) {
            portal.retryLoading();
            portal.reviewing() = {};
        }
        column.gap(ui::space::m);
    }
    if (due > 0) {
        std::vector<learning::Scheduled> cards =
            learning::drawSitting(schedule, portal.seedFor("review/" + std::to_string(schedule.today)));
        for (const learning::Scheduled& card : cards) {
            (void)portal.module(card.module); // asking early means not waiting later
        }
        column.body(done ? words("review.more", {{"count", std::to_string(due)}})
                         : words("review.dueBody", {{"count", std::to_string(cards.size())},
                                                    {"minutes", std::to_string(learning::minutesFor(cards))}}));
        column.gap(ui::space::l);
        if (ui::button(column, {.key = "start",
                                .label = words(done ? "review.again" : "review.start"),
                                .look = done ? ui::ButtonLook::secondary : ui::ButtonLook::primary})) {
            begin(portal, std::move(cards));
            return;
        }
    } else if (const auto next = schedule.next()) {
        const base::Instant now = portal.clock().now();
        const base::Instant noon =
            base::Instant(std::chrono::days(*next)) + std::chrono::hours(12) - portal.clock().offsetAt(now);
        column.body(words(*next == schedule.today + 1 ? "review.tomorrow" : "review.next",
                          {{"count", std::to_string(schedule.dueBy(*next))}, {"date", portal.longDate(noon)}}));
    } else {
        column.body(words("review.empty"));
    }
    column.gap(ui::space::m);
    ui::linkButton(column,
                   {.key = "to-home",
                    .label = words("lesson.home"),
                    .look = done && due == 0 ? ui::ButtonLook::primary : ui::ButtonLook::secondary},
                   "#/");
    drawSaved(portal, column);
    if (!schedule.cards.empty()) {
        drawFading(portal, column, schedule);
    }
}

} // namespace

void drawReview(portal::Portal& portal, ui::Column& column) {
    for (portal::Sitting& sitting = portal.reviewing(); sitting.open(); sitting.goOn()) {
        const learning::Scheduled& card = sitting.cards[sitting.at];
        const course::Module* module = portal.module(card.module);
        if (module == nullptr && portal.moduleLoading(card.module) == portal::Loading::waiting) {
            drawLoading(portal, column, portal::Loading::waiting);
            return;
        }
        const Question question = module == nullptr ? Question{} : questionOf(*module, card.id);
        if (question.there()) {
            drawQuestion(portal, column, question);
            return;
        }
        sitting.unavailable += module == nullptr ? 1 : 0; // else the course has it no more
    }
    drawDoor(portal, column);
}

void drawDue(portal::Portal& portal, ui::Column& column) {
    const learning::Schedule& schedule = portal.schedule();
    const std::size_t due = schedule.due();
    if (due == 0) {
        return;
    }
    const auto& words = portal.words();
    const int minutes = learning::minutesFor(learning::drawSitting(schedule, 0));
    column.gap(ui::space::m);
    ui::Card card(column, ui::Ground::primary, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("due", words("review.due", {{"count", std::to_string(due)}}), 2, ui::Size::lead);
    in.gap(ui::space::xs);
    in.soft(words("home.reviewDetail", {{"minutes", std::to_string(minutes)}}));
    in.gap(ui::space::l);
    ui::linkButton(in, {.key = "review", .label = words("review.start"), .look = ui::ButtonLook::secondary},
                   portal::hashOf(portal::ReviewRoute{}));
}

} // namespace screens
