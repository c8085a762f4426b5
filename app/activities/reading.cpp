// Words to read, with the figure that should be remembered.
#include "activities/activity.h"
#include "ui/widgets.h"

namespace activities {

void drawReading(ui::Column& column, const course::Reading& reading, portal::Stage& stage) {
    for (const std::string& paragraph : reading.paragraphs) {
        column.body(paragraph);
        column.gap(ui::space::m);
    }
    if (!reading.figure.empty()) {
        column.gap(ui::space::s);
        ui::Card card(column, ui::Ground::primary);
        ui::figure(card.inner, reading.figure, reading.figureCaption);
    }
    column.gap(ui::space::l);
    if (stage.answered == nullptr && ui::button(column, {.key = "continue", .label = stage.words("step.continue")})) {
        stage.submitted = learning::Seen{};
    }
}

void drawClosing(ui::Column& column, const course::Closing& closing, portal::Stage& stage) {
    column.text(stage.words("closing.canDo"), {ui::Size::body, ui::Weight::bold}, column.frame->theme.ink);
    column.gap(ui::space::s);
    for (const std::string& can : closing.canDo) {
        ui::drawIcon(*column.frame, ui::Icon::tick, column.x, column.y + 3, 20, column.frame->theme.right);
        ui::Column indented(*column.frame, column.x + 32, column.y, column.width - 32);
        indented.body(can);
        column.y = indented.y + ui::space::xs;
    }
    if (!closing.figure.empty()) {
        column.gap(ui::space::l);
        ui::Card card(column, ui::Ground::primary);
        card.inner.text(stage.words("closing.remember"), {ui::Size::small, ui::Weight::bold},
                        column.frame->theme.primary);
        ui::figure(card.inner, closing.figure, closing.figureCaption);
    }
    column.gap(ui::space::l);
    if (stage.answered == nullptr) {
        if (ui::button(column, {.key = "finish", .label = stage.words("closing.finish")})) {
            stage.submitted = learning::Seen{};
        }
    } else {
        ui::message(column, ui::Tone::right, stage.words("closing.done"), {});
    }
}

} // namespace activities
