// "Say this instead": the learner rewrites a question, sees what form it has and by which word, and may try again
// before going on.
#include "activities/activity.h"
#include "activities/findings.h"
#include "base/utf8.h"
#include "ui/widgets.h"

#include <string>

namespace activities {

namespace {

using learning::QuestionForm;

constexpr int longestSentence = 200; // characters; a spoken question is far shorter

void drawVerdict(ui::Column& column, const course::Rewrite::Prompt& prompt, const std::string& typed,
                 portal::Stage& stage) {
    const auto& words = stage.words;
    const learning::Reading reading = stage.lab->read(typed);
    const bool wantsOpen = prompt.target == course::Rewrite::Target::open;
    const bool asAsked = reading.form == (wantsOpen ? QuestionForm::open : QuestionForm::closed);
    if (reading.form != QuestionForm::open && reading.form != QuestionForm::closed) {
        ui::message(column, ui::Tone::careful, words("rewrite.unsure"), words("rewrite.unsureWhy"));
    } else {
        const std::string title(words(reading.form == QuestionForm::open ? "rewrite.isOpen" : "rewrite.isClosed"));
        std::string sign = shownBy(reading.findings.front(), typed);
        if (sign.empty()) sign = words("rewrite.questionMark");
        const std::string why = words(asAsked ? "rewrite.asAsked" : "rewrite.notAsAsked", {{"sign", sign}});
        ui::message(column, asAsked ? ui::Tone::right : ui::Tone::careful, title, why);
    }
    // The right form can still be said in a way that hurts.
    for (const learning::Finding& finding : reading.findings) {
        if (finding.kind == learning::SentenceKind::open || finding.kind == learning::SentenceKind::closed) {
            continue;
        }
        column.gap(ui::space::s);
        drawFinding(column, finding, typed, words);
    }
    column.gap(ui::space::s);
    ui::message(column, ui::Tone::info, words("rewrite.model"), prompt.model);
}

void drawOnePrompt(ui::Column& column, const course::Rewrite& rewrite, std::size_t index, portal::Stage& stage) {
    const auto& prompt = rewrite.prompts[index];
    auto& state = stage.state;
    const auto& words = stage.words;
    std::string& typed = state.texts[prompt.id];
    bool& checked = state.shown[prompt.id];
    const bool wantsOpen = prompt.target == course::Rewrite::Target::open;

    const std::string place =
        words("sort.place", {{"at", std::to_string(index + 1)}, {"count", std::to_string(rewrite.prompts.size())}});
    ui::progressSegments(column, "prompts", static_cast<int>(index), static_cast<int>(index),
                         static_cast<int>(rewrite.prompts.size()), place);
    column.gap(ui::space::m);
    {
        ui::Card ground(column, ui::Ground::surface, ui::space::xl);
        ground.inner.soft(words(wantsOpen ? "rewrite.toOpen" : "rewrite.toClosed"));
        ground.inner.heading("prompt-" + prompt.id.text(), prompt.original, 2, ui::Size::lead);
    }
    column.gap(ui::space::m);
    const bool empty = base::tidyName(typed, longestSentence).empty();
    const bool asksForWords = checked && empty;
    if (const auto text = ui::textField(column, {.key = "field-" + prompt.id.text(),
                                                 .label = words("rewrite.field"),
                                                 .text = typed,
                                                 .hint = words("rewrite.fieldHint"),
                                                 .trouble = asksForWords ? words("rewrite.empty") : std::string_view{},
                                                 .longest = longestSentence,
                                                 .multiline = true})) {
        typed = *text;
        checked = false;
    }
    column.gap(ui::space::m);
    if (checked && !empty) {
        drawVerdict(column, prompt, typed, stage);
        column.gap(ui::space::m);
        const bool last = index + 1 == rewrite.prompts.size();
        if (ui::button(column, {.key = "next-prompt", .label = words(last ? "rewrite.done" : "sort.next")})) {
            state.chosen.push_back(prompt.id);
            if (last) {
                stage.submitted = learning::Wrote{state.texts};
            }
        }
    } else if (ui::button(column, {.key = "check", .label = words("rewrite.check")})) {
        checked = true;
    }
}

void drawOverview(ui::Column& column, const course::Rewrite& rewrite, const learning::Wrote& answer,
                  portal::Stage& stage) {
    for (const auto& prompt : rewrite.prompts) {
        ui::Card ground(column, ui::Ground::surface);
        ground.inner.soft(prompt.original);
        const auto wrote = answer.texts.find(prompt.id);
        if (wrote != answer.texts.end()) {
            ui::personText(ground.inner, "yours-" + prompt.id.text(), wrote->second, ui::Size::body, ui::Weight::bold);
        }
        ground.inner.soft(stage.words("rewrite.modelIs", {{"model", prompt.model}}));
        ground.end();
        column.gap(ui::space::s);
    }
    ui::message(column, ui::Tone::info, stage.words("rewrite.insight"), rewrite.insight);
}

} // namespace

void drawRewrite(ui::Column& column, const course::Step&, const course::Rewrite& rewrite, portal::Stage& stage) {
    if (stage.answered != nullptr) {
        if (const auto* wrote = std::get_if<learning::Wrote>(stage.answered)) {
            drawOverview(column, rewrite, *wrote, stage);
        }
        return;
    }
    const std::size_t index = stage.state.chosen.size();
    if (index < rewrite.prompts.size()) {
        drawOnePrompt(column, rewrite, index, stage);
    }
}

} // namespace activities
