// Read and reflect: a note for oneself, which nobody else sees and nothing marks; afterwards, what others might think.
#include "activities/activity.h"
#include "base/utf8.h"
#include "ui/widgets.h"

#include <string>

namespace activities {

namespace {

const course::OptionId& noteId() {
    static const course::OptionId id("note");
    return id;
}

std::string shortened(const std::string& note, int longest) {
    std::size_t at = 0;
    for (int count = 0; count < longest && at < note.size(); ++count) {
        (void)base::nextCodePoint(note, at);
    }
    return note.substr(0, at);
}

/// The note as it was written: line by line, each drawn by the browser, which knows every script.
void drawNote(ui::Column& column, const std::string& note, portal::Stage& stage) {
    ui::Card ground(column, ui::Ground::primary);
    ground.inner.soft(stage.words("reflect.yours"));
    ground.inner.gap(ui::space::xs);
    // A little narrower than the ground: the browser may set a line wider than it was measured.
    const ui::TextBlock block =
        column.frame->type.layout(note, {ui::Size::body, ui::Weight::regular}, ground.inner.width * 0.94F);
    for (std::size_t at = 0; at < block.lines.size(); ++at) {
        const ui::Line& line = block.lines[at];
        const std::string words = note.substr(line.begin, line.end - line.begin);
        if (words.empty()) {
            ground.inner.gap(block.lineHeight);
        } else {
            ui::personText(ground.inner, "note-" + std::to_string(at), words, ui::Size::body);
        }
    }
}

} // namespace

void drawReflect(ui::Column& column, const course::Reflect& reflect, portal::Stage& stage) {
    for (const std::string& paragraph : reflect.paragraphs) {
        column.body(paragraph);
        column.gap(ui::space::m);
    }
    if (stage.answered == nullptr) {
        std::string& note = stage.state.texts[noteId()];
        if (auto typed = ui::textField(column, {.key = "note",
                                                .label = stage.words("reflect.field"),
                                                .text = note,
                                                .hint = stage.words("reflect.fieldHint"),
                                                .longest = reflect.longest,
                                                .multiline = true})) {
            note = *typed;
        }
        column.gap(ui::space::s);
        column.soft(stage.words("reflect.private"));
        column.gap(ui::space::m);
        const bool empty = note.find_first_not_of(" \n\t") == std::string::npos;
        if (ui::button(column, {.key = "keep", .label = stage.words(empty ? "reflect.thought" : "reflect.keep")})) {
            stage.submitted = learning::Noted{empty ? std::string() : shortened(note, reflect.longest)};
        }
        return;
    }
    const auto* noted = std::get_if<learning::Noted>(stage.answered);
    if (noted != nullptr && !noted->text.empty()) {
        drawNote(column, noted->text, stage);
        column.gap(ui::space::m);
    }
    if (!reflect.thoughts.empty()) {
        column.text(stage.words("reflect.others"), {ui::Size::body, ui::Weight::bold}, column.frame->theme.ink);
        column.gap(ui::space::s);
        for (const std::string& thought : reflect.thoughts) {
            ui::drawIcon(*column.frame, ui::Icon::dot, column.x, column.y + 4, 16, column.frame->theme.accent);
            ui::Column indented(*column.frame, column.x + 24, column.y, column.width - 24);
            indented.body(thought);
            column.y = indented.y + ui::space::xs;
        }
    }
    if (reflect.thoughts.empty() && reflect.insight.empty() && (noted == nullptr || noted->text.empty())) {
        column.soft(stage.words("reflect.done"));
    }
    drawInsight(column, reflect.insight, stage);
}

} // namespace activities
