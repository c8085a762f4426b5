// What came of an exam.
#include "base/cases.h"
#include "learning/grading.h"
#include "screens/exam.h"
#include "screens/mastery.h"
#include "screens/screens.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <vector>

namespace screens {

namespace {

std::vector<std::string> optionsIn(const std::vector<course::Option>& options, const learning::Answer* answer) {
    const auto* chosen = answer == nullptr ? nullptr : std::get_if<learning::Chosen>(answer);
    std::vector<std::string> texts;
    for (const course::Option& option : options) {
        const bool in = answer == nullptr
                            ? option.key
                            : chosen != nullptr && std::find(chosen->options.begin(), chosen->options.end(),
                                                             option.id) != chosen->options.end();
        if (in) {
            texts.push_back(option.text);
        }
    }
    return texts;
}

/// An answer in the words of its item, a line each; of no answer the right one.
std::vector<std::string> linesOf(const course::Item& item, const learning::Answer* answer) {
    return std::visit(
        base::Cases{[&](const course::SingleChoice& choice) { return optionsIn(choice.options, answer); },
                    [&](const course::MultipleChoice& choice) { return optionsIn(choice.options, answer); },
                    [&](const course::Ordering& ordering) {
                        std::vector<std::string> texts;
                        const auto add = [&](const course::Ordering::Entry& entry) {
                            texts.push_back(std::to_string(texts.size() + 1) + ". " + entry.text);
                        };
                        const auto* ordered = answer == nullptr ? nullptr : std::get_if<learning::Ordered>(answer);
                        if (answer == nullptr) {
                            std::for_each(ordering.entries.begin(), ordering.entries.end(), add);
                        } else if (ordered != nullptr) {
                            for (const course::OptionId& id : ordered->options) {
                                for (const auto& entry : ordering.entries) {
                                    if (entry.id == id) {
                                        add(entry);
                                    }
                                }
                            }
                        }
                        return texts;
                    },
                    [&](const course::Estimate& estimate) {
                        const auto* number = answer == nullptr ? nullptr : std::get_if<learning::Estimated>(answer);
                        std::array<char, 32> digits{};
                        std::snprintf(digits.data(), digits.size(), "%.6g",
                                      number != nullptr ? number->number : estimate.truth);
                        return std::vector<std::string>{digits.data() + estimate.unit};
                    }},
        item.question);
}

void drawLines(ui::Column& column, std::string_view label, const std::vector<std::string>& lines) {
    column.gap(ui::space::s);
    column.text(label, {ui::Size::small, ui::Weight::bold}, column.frame->theme.softInk);
    for (const std::string& line : lines) {
        column.body(line);
    }
}

/// One question that was not right: what was answered, what is right and why, and where it is taught.
void drawReviewed(portal::Portal& portal, ui::Column& column, const course::Item& item, const learning::Answer* given) {
    const auto& words = portal.words();
    ui::Card card(column, ui::Ground::surface);
    ui::Column& in = card.inner;
    in.heading("stem-" + item.id.text(), item.stem, 3, ui::Size::body);
    drawLines(in, words("exam.yours"),
              given == nullptr ? std::vector<std::string>{std::string(words("exam.none"))} : linesOf(item, given));
    drawLines(in, words("exam.correct"), linesOf(item, nullptr));
    in.gap(ui::space::s);
    if (given != nullptr) {
        for (const learning::Remark& remark : learning::grade(item, *given).remarks) {
            if (remark.right || remark.misconception.empty()) {
                continue;
            }
            in.text(words("answer.misconception", {{"misconception", remark.misconception}}),
                    {ui::Size::small, ui::Weight::bold}, column.frame->theme.wrong);
            in.soft(remark.text);
            in.gap(ui::space::xs);
        }
    }
    in.soft(item.rationale);
    if (const course::LessonOutline* lesson = portal.course()->lesson(item.lesson); lesson != nullptr) {
        ui::link(in, "lesson-" + item.id.text(), words("exam.toLesson", {{"title", lesson->title}}),
                 portal::hashOf(portal::LessonRoute{lesson->id, item.taughtBy}));
    }
}

/// The objectives that this paper asked for, with what all answers so far say of them.
void drawObjectives(portal::Portal& portal, ui::Column& column, const learning::ExamPaper& paper) {
    std::vector<const course::Objective*> asked;
    for (const course::ModuleOutline& module : portal.course()->modules) {
        for (const course::Objective& objective : module.objectives) {
            const bool on = std::any_of(paper.items.begin(), paper.items.end(), [&](const learning::DrawnItem& drawn) {
                const course::Item* item = portal.item(drawn);
                return item != nullptr && item->objective == objective.id;
            });
            if (on) {
                asked.push_back(&objective);
            }
        }
    }
    if (asked.empty()) {
        return;
    }
    column.heading("objectives", portal.words()("exam.objectives"), 2, ui::Size::lead);
    column.gap(ui::space::s);
    ui::Card card(column, ui::Ground::surface);
    for (const course::Objective* objective : asked) {
        drawMastery(portal, card.inner, *objective);
    }
}

} // namespace

void drawMissed(portal::Portal& portal, ui::Column& column, const learning::Attempt& attempt,
                const learning::ExamPaper& paper) {
    bool any = false;
    for (const auto& drawn : paper.items) {
        const course::Item* item = portal.item(drawn);
        const auto found = attempt.answers.find(drawn.item);
        const learning::Answer* given = found == attempt.answers.end() ? nullptr : &found->second.answer;
        if (item == nullptr || (given != nullptr && learning::grade(*item, *given).right)) {
            continue;
        }
        if (!any) {
            column.heading("review", portal.words()("exam.review"), 2, ui::Size::lead);
            column.gap(ui::space::s);
            any = true;
        }
        drawReviewed(portal, column, *item, given);
        column.gap(ui::space::m);
    }
}

void drawResult(portal::Portal& portal, ui::Column& column, const course::ExamBlueprint& exam,
                const learning::Attempt& attempt) {
    if (course::isEntryTest(exam.id)) {
        drawEntryResult(portal, column, exam, attempt);
        return;
    }
    const auto& words = portal.words();
    drawTitle(portal, column, words(attempt.passed ? "exam.passedTitle" : "exam.failedTitle"));
    column.gap(ui::space::m);
    {
        ui::Card card(column, attempt.passed ? ui::Ground::right : ui::Ground::primary, ui::space::xl);
        const std::string score = std::to_string(attempt.score.rounded()) + "%";
        ui::figure(card.inner, score,
                   words("exam.scoreCaption", {{"mark", std::to_string(portal.course()->passMark.rounded())}}));
        card.inner.gap(ui::space::s);
        card.inner.body(words(attempt.passed ? "exam.passedBody" : "exam.failedBody"));
    }
    column.gap(ui::space::l);
    if (attempt.passed && exam.id == portal.course()->completionExam) {
        ui::linkButton(column,
                       {.key = "to-certificate", .label = words("home.getCertificate"), .icon = ui::Icon::certificate},
                       "#/certificate");
        column.gap(ui::space::s);
    }
    const bool none = learning::attemptsLeft(exam, portal.learner()) == 0;
    if (ui::button(column, {.key = "again",
                            .label = words("exam.again"),
                            .look = attempt.passed ? ui::ButtonLook::secondary : ui::ButtonLook::primary,
                            .disabled = none})) {
        startExam(portal, exam);
        return;
    }
    if (none) {
        column.gap(ui::space::xs);
        column.soft(words("exam.attempts", {{"count", "0"}}));
    }
    column.gap(ui::space::s);
    ui::linkButton(column, {.key = "to-home", .label = words("lesson.home"), .look = ui::ButtonLook::quiet}, "#/");
    drawFinishAndLock(portal, column);
    column.gap(ui::space::xl);
    if (const learning::ExamPaper* paper = portal.paperOf(attempt); paper != nullptr) {
        drawObjectives(portal, column, *paper);
        column.gap(ui::space::xl);
        drawMissed(portal, column, attempt, *paper);
    }
}

} // namespace screens
