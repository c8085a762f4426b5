// What several kinds of activity draw in the same way.
#include "activities/activity.h"
#include "ui/widgets.h"

#include <algorithm>
#include <string>
#include <utility>

namespace activities {

std::string withNumber(std::string pattern, std::string_view number) {
    const std::size_t at = pattern.find("{n}");
    return at == std::string::npos ? pattern : pattern.replace(at, 3, number);
}

void drawPlace(ui::Column& column, std::size_t done, std::size_t count, portal::Stage& stage) {
    const std::string place = stage.words(
        "step.place", {{"at", std::to_string(std::min(done + 1, count))}, {"count", std::to_string(count)}});
    ui::progressSegments(column, "parts", static_cast<int>(done), static_cast<int>(done), static_cast<int>(count),
                         place);
    column.gap(ui::space::m);
}

void drawSubmit(ui::Column& column, std::optional<learning::Answer> answer, portal::Stage& stage) {
    if (stage.sober) {
        stage.draft = std::move(answer);
    } else if (ui::button(column, {.key = "submit", .label = stage.words("answer.submit"), .disabled = !answer})) {
        stage.submitted = std::move(answer);
    }
}

void drawScore(ui::Column& column, std::size_t right, std::size_t count, std::string_view insight,
               portal::Stage& stage) {
    ui::message(column, right == count ? ui::Tone::right : ui::Tone::info,
                stage.words("step.score", {{"right", std::to_string(right)}, {"count", std::to_string(count)}}),
                insight);
}

void drawInsight(ui::Column& column, std::string_view insight, portal::Stage& stage) {
    if (!insight.empty()) {
        column.gap(ui::space::m);
        ui::message(column, ui::Tone::info, stage.words("rewrite.insight"), insight);
    }
}

void drawTicked(ui::Column& column, bool right, std::string_view words, std::string_view why) {
    auto& frame = *column.frame;
    ui::drawIcon(frame, right ? ui::Icon::tick : ui::Icon::cross, column.x, column.y + 4, 18,
                 right ? frame.theme.right : frame.theme.wrong);
    ui::Column indented(frame, column.x + 28, column.y, column.width - 28);
    indented.body(words);
    if (!right) {
        indented.soft(why);
    }
    column.y = indented.y + ui::space::xs;
}

} // namespace activities
