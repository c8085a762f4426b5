#include "activities/activity.h"

#include "base/cases.h"
#include "ui/widgets.h"

#include <variant>

namespace activities {

namespace {

/// Is there something to practise in doing it once more?
bool canBeRepeated(const course::Activity& activity) {
    return !std::holds_alternative<course::Reading>(activity) && !std::holds_alternative<course::Closing>(activity) &&
           !std::holds_alternative<course::GuessChart>(activity) &&
           !std::holds_alternative<course::Rewrite>(activity) && !std::holds_alternative<course::Reflect>(activity);
}

void drawKind(ui::Column& column, const course::Step& step, portal::Stage& stage) {
    std::visit(base::Cases{[&](const course::Reading& reading) { drawReading(column, reading, stage); },
                           [&](const course::GuessChart& chart) { drawGuessChart(column, step, chart, stage); },
                           [&](const course::Sort& sort) { drawSort(column, step, sort, stage); },
                           [&](const course::Rewrite& rewrite) { drawRewrite(column, step, rewrite, stage); },
                           [&](const course::Check& check) { draw(column, check.item, stage); },
                           [&](const course::Closing& closing) { drawClosing(column, closing, stage); },
                           [&](const course::Match& match) { drawMatch(column, match, stage); },
                           [&](const course::Matrix& matrix) { drawMatrix(column, matrix, stage); },
                           [&](const course::Cloze& cloze) { drawCloze(column, cloze, stage); },
                           [&](const course::Spot& spot) { drawSpot(column, spot, stage); },
                           [&](const course::Likert& likert) { drawLikert(column, likert, stage); },
                           [&](const course::Cards& cards) { drawCards(column, cards, stage); },
                           [&](const course::Reflect& reflect) { drawReflect(column, reflect, stage); },
                           [&](const course::Case& story) { drawCase(column, story, stage); },
                           [&](const course::Dialogue& talk) { drawDialogue(column, talk, stage); },
                           [&](const course::Simulator& simulator) { drawSimulator(column, simulator, stage); },
                           [&](const course::Gauge& gauge) { drawGauge(column, gauge, stage); }},
               step.activity);
}

void drawFolded(ui::Column& column, const course::Step& step, portal::Stage& stage) {
    if (!step.hint.empty() && stage.answered == nullptr) {
        column.gap(ui::space::s);
        ui::disclosure(column, "hint", stage.words("step.hint"), stage.state.hintOpen);
        if (stage.state.hintOpen) {
            stage.state.hinted = true;
            column.body(step.hint);
        }
    }
    if (!step.note.empty() && stage.answered != nullptr) { // before, it would give the answer away
        column.gap(ui::space::s);
        ui::disclosure(column, "note", stage.words("step.note"), stage.state.noteOpen);
        if (stage.state.noteOpen) {
            column.soft(step.note);
        }
    }
}

/// Offers to do it once more, and keeps what comes of that apart from the answer that counts.
void drawAgain(ui::Column& column, const course::Step& step, portal::Stage& stage, const portal::Stage& play) {
    portal::ActivityState& state = stage.state;
    // A new round, and what comes of it, are read from what the step asks.
    const bool check = std::holds_alternative<course::Check>(step.activity);
    const ui::NodeId asked = column.frame->said.idFor(check ? std::string_view("stem") : step.prompt);
    if (play.submitted) {
        state.latest = play.submitted;
        state.again = false;
        column.frame->said.focus(asked);
    } else if (state.again) {
        column.gap(ui::space::s);
        column.soft(stage.words("step.practising"));
    } else if (canBeRepeated(step.activity)) {
        column.gap(ui::space::m);
        if (ui::button(column, {.key = "again",
                                .label = stage.words("step.again"),
                                .look = ui::ButtonLook::secondary,
                                .icon = ui::Icon::repeat})) {
            state = {};
            state.again = true;
            column.frame->said.focus(asked);
        }
    }
}

} // namespace

bool needsRest(const course::Activity& activity) {
    return !std::holds_alternative<course::Reading>(activity) &&
           !std::holds_alternative<course::GuessChart>(activity) && !std::holds_alternative<course::Sort>(activity) &&
           !std::holds_alternative<course::Check>(activity) && !std::holds_alternative<course::Closing>(activity);
}

void draw(ui::Column& column, const course::Step& step, portal::Stage& stage) {
    portal::Stage play = stage;
    if (stage.answered != nullptr && stage.state.again) {
        play.answered = nullptr;
    } else if (stage.answered != nullptr && stage.state.latest) {
        play.answered = &*stage.state.latest;
    }
    // A chart that is revealed asks for nothing any more.
    const bool revealed = play.answered != nullptr && std::holds_alternative<course::GuessChart>(step.activity);
    if (!step.prompt.empty() && !revealed) {
        column.body(step.prompt);
        column.gap(ui::space::l);
    }
    drawHeard(column, step.listen, play);
    drawKind(column, step, play);
    drawFolded(column, step, play);
    if (stage.answered == nullptr) {
        stage.submitted = play.submitted;
    } else if (!stage.once) {
        drawAgain(column, step, stage, play);
    }
}

void draw(ui::Column& column, const course::Item& item, portal::Stage& stage) {
    column.heading("stem", item.stem, 2, ui::Size::lead);
    column.gap(ui::space::l);
    std::visit(
        base::Cases{
            [&](const course::SingleChoice& single) { drawChoice(column, item, single.options, false, stage); },
            [&](const course::MultipleChoice& multiple) { drawChoice(column, item, multiple.options, true, stage); },
            [&](const course::Ordering& ordering) { drawOrdering(column, item, ordering, stage); },
            [&](const course::Estimate& estimate) { drawEstimate(column, item, estimate, stage); }},
        item.question);
}

void drawFeedback(ui::Column& column, const course::Item& item, const learning::Verdict& verdict,
                  portal::Stage& stage) {
    const auto& words = stage.words;
    bool titled = false;
    for (const learning::Remark& remark : verdict.remarks) {
        if (remark.right && !verdict.right) {
            continue; // what was right of a wrong answer is marked on the options; words go to what was not
        }
        const bool missedKey = !remark.right && remark.misconception.empty() && !remark.option.empty();
        if (missedKey || (remark.text.empty() && remark.misconception.empty())) {
            continue; // a key's words are for those who chose it; that it was missed is marked on the option
        }
        column.gap(ui::space::s);
        if (remark.right) {
            ui::message(column, ui::Tone::right, titled ? std::string_view{} : words("answer.right"), remark.text);
        } else {
            const std::string title = remark.misconception.empty()
                                          ? std::string(words("answer.notQuite"))
                                          : words("answer.misconception", {{"misconception", remark.misconception}});
            ui::message(column, ui::Tone::wrong, title, remark.text);
        }
        titled = true;
    }
    column.gap(ui::space::s);
    ui::message(column, verdict.right && !titled ? ui::Tone::right : ui::Tone::info,
                verdict.right && !titled ? words("answer.right") : words("answer.why"), item.rationale);
}

} // namespace activities
