// Rate oneself from 1 to 5, or to 10. The sum falls into a band that says what to do next; nothing is right or wrong,
// and nothing is marked.
#include "activities/activity.h"
#include "course/course.h"
#include "ui/chips.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace activities {

namespace {

using course::Likert;

void drawStatement(ui::Column& column, const Likert& likert, const Likert::Statement& statement, std::size_t number,
                   portal::Stage& stage) {
    static const std::array<std::string, 10> digits = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
    ui::Card ground(column, ui::Ground::surface);
    ui::Column& in = ground.inner;
    in.body(std::to_string(number) + ". " + statement.text);
    in.gap(ui::space::s);
    const auto rated = stage.state.numbers.find(statement.id);
    std::vector<ui::Chip> chips;
    for (int step = 1; step <= likert.points; ++step) {
        const std::string& digit = digits[static_cast<std::size_t>(step) - 1];
        const bool chosen = rated != stage.state.numbers.end() && static_cast<int>(rated->second) == step;
        chips.push_back({digit, digit, chosen ? ui::Mark::chosen : ui::Mark::none,
                         step == 1               ? std::string_view(statement.leastLabel)
                         : step == likert.points ? std::string_view(statement.mostLabel)
                                                 : std::string_view{}});
    }
    // A long scale in one row where there is room, else in two of five.
    const int inRow = static_cast<int>((in.width + ui::space::s) / (ui::touchTarget + ui::space::s));
    const int perRow = likert.points <= 5 ? 0 : inRow >= likert.points ? likert.points : 5;
    const int pressed = ui::chips(in, "rating-" + statement.id.text(), statement.text, chips, ui::Role::radio, perRow);
    if (pressed >= 0) {
        stage.state.numbers[statement.id] = pressed + 1;
    }
    in.gap(ui::space::xs);
    in.soft(stage.words(
        "likert.scale",
        {{"least", statement.leastLabel}, {"most", statement.mostLabel}, {"points", std::to_string(likert.points)}}));
}

/// One that stood out, with what helps, and the lesson where it is practised.
void drawHelp(ui::Column& column, const Likert::Statement& statement, portal::Stage& stage) {
    ui::Card ground(column, ui::Ground::surface);
    ground.inner.body(statement.text);
    if (!statement.advice.empty()) {
        ground.inner.gap(ui::space::xs);
        ground.inner.text(statement.advice, {ui::Size::body, ui::Weight::bold}, column.frame->theme.primary);
    }
    const course::LessonOutline* lesson = stage.course != nullptr ? stage.course->lesson(statement.lesson) : nullptr;
    if (lesson != nullptr) {
        ground.inner.gap(ui::space::xs);
        ui::link(ground.inner, "lesson-" + statement.id.text(),
                 stage.words("exam.toLesson", {{"title", lesson->title}}), "#/lesson/" + lesson->id.text());
    }
    ground.end();
    column.gap(ui::space::s);
}

/// What was rated highest, or the lowest ones where the step says so, each with what helps.
void drawOutstanding(ui::Column& column, const Likert& likert, const learning::Rated& answer, portal::Stage& stage) {
    const auto ratingOf = [&answer](const Likert::Statement& statement) {
        const auto found = answer.ratings.find(statement.id);
        return found == answer.ratings.end() ? 0 : found->second;
    };
    int highest = 0;
    bool anyAdvice = false;
    for (const Likert::Statement& statement : likert.statements) {
        highest = std::max(highest, ratingOf(statement));
        anyAdvice = anyAdvice || !statement.advice.empty() || !statement.lesson.empty();
    }
    const bool lowest = likert.lowest > 0;
    int left = lowest ? likert.lowest : static_cast<int>(likert.statements.size());
    bool titled = false;
    // What is at the good end of the scale already needs no help.
    const int first = lowest ? 1 : std::max(highest, 2), last = lowest ? likert.points - 1 : highest;
    for (int rating = first; rating <= last && anyAdvice; ++rating) {
        for (const Likert::Statement& statement : likert.statements) {
            if (ratingOf(statement) != rating || left-- <= 0) {
                continue;
            }
            if (!titled) {
                column.gap(ui::space::m);
                column.text(stage.words(lowest ? "likert.lowest" : "likert.strongest"),
                            {ui::Size::body, ui::Weight::bold}, column.frame->theme.ink);
                column.gap(ui::space::s);
                titled = true;
            }
            drawHelp(column, statement, stage);
        }
    }
}

void drawResult(ui::Column& column, const Likert& likert, const learning::Rated& answer, portal::Stage& stage) {
    int sum = 0;
    for (const auto& [statement, rating] : answer.ratings) {
        sum += rating;
    }
    const int most = likert.points * static_cast<int>(likert.statements.size());
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
        drawOutstanding(column, likert, answer, stage);
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
