// The question lab: type any sentence and see at once how it comes across, by which words, and how to put it better.
#include "activities/findings.h"
#include "screens/screens.h"
#include "ui/widgets.h"

#include <string>
#include <utility>

namespace screens {

namespace {

constexpr int longestSentence = 400; // characters; a few spoken sentences

void drawReading(portal::Portal& portal, ui::Column& column, const std::string& typed) {
    const auto& words = portal.words();
    const std::string language = portal::languageOf(typed, portal.language());
    const learning::SentenceLab* lab = portal.lab(language);
    if (lab == nullptr) {
        if (portal.labLoading(language) == portal::Loading::failed) {
            drawPackFailed(portal, column, words("pack.failedTitle"));
        } else {
            drawLoading(portal, column, portal::Loading::waiting);
        }
        return;
    }
    const learning::Reading reading = lab->read(typed);
    if (reading.empty) {
        column.soft(words("lab.empty"));
        return;
    }
    bool careful = false;
    for (const learning::Finding& finding : reading.findings) {
        activities::drawFinding(column, finding, typed, words);
        column.gap(ui::space::l);
        careful =
            careful || (finding.kind != learning::SentenceKind::open && finding.kind != learning::SentenceKind::closed);
    }
    if (reading.form == learning::QuestionForm::unsure) {
        const course::LexiconRule* unsure = lab->lexicon().rule("form.unsure");
        ui::message(column, ui::Tone::careful, words("lab.unsure"), unsure->why);
        column.gap(ui::space::xs);
        column.body(words("lab.use", {{"better", unsure->better}}));
    } else if (!careful) {
        ui::message(column, ui::Tone::info, words("lab.nothing"), words("lab.nothingWhy"));
    }
}

/// What is said to a screen reader when it changes while one types: the titles, not every word.
std::string summary(portal::Portal& portal, const std::string& typed) {
    const learning::SentenceLab* lab = portal.lab(portal::languageOf(typed, portal.language()));
    if (lab == nullptr) {
        return {};
    }
    const learning::Reading reading = lab->read(typed);
    std::string titles;
    for (const learning::Finding& finding : reading.findings) {
        titles += (titles.empty() ? "" : " · ") + activities::titleOf(finding, portal.words());
    }
    return titles.empty() && !reading.empty ? std::string(portal.words()("lab.nothing")) : titles;
}

} // namespace

void drawLab(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    drawTitle(portal, column, words("lab.title"));
    column.gap(ui::space::s);
    column.body(words("lab.intro"));
    column.gap(ui::space::l);

    std::string& draft = portal.labSentence();
    if (const auto text = ui::textField(column, {.key = "sentence",
                                                 .label = words("lab.field"),
                                                 .text = draft,
                                                 .hint = words("lab.fieldHint"),
                                                 .longest = longestSentence,
                                                 .multiline = true})) {
        draft = *text;
    }
    column.gap(ui::space::l);
    drawReading(portal, column, draft);

    column.gap(ui::space::xl);
    column.heading("examples", words("lab.examples"), 2, ui::Size::lead);
    column.gap(ui::space::s);
    if (const learning::SentenceLab* lab = portal.lab(); lab != nullptr) {
        std::size_t number = 0;
        for (const std::string& example : lab->lexicon().examples) {
            const std::string key = "example-" + std::to_string(++number);
            if (ui::button(column, {.key = key, .label = example, .look = ui::ButtonLook::quiet, .fitted = true})) {
                draft = example;
            }
        }
    }
    column.gap(ui::space::l);
    column.soft(words("lab.limits"));

    std::string& announced = portal.labAnnounced();
    if (std::string said = summary(portal, draft); said != announced) {
        announced = std::move(said);
        if (!announced.empty()) {
            column.frame->said.announce(announced);
        }
    }
}

} // namespace screens
