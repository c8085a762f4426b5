// Entry tests: what a person knows before any lesson. Which modules can be tried, what stands before one, and what came
// of it: skip the module or take it, as the person likes. They are exams like others (screens/exam.h); nothing but what
// is said around them is here.
#include "learning/entry.h"

#include "screens/exam.h"
#include "screens/progress.h"
#include "screens/screens.h"
#include "ui/rows.h"

#include <algorithm>
#include <string>

namespace screens {

namespace {

/// A question takes about half a minute.
std::string minutesFor(int questions) { return std::to_string((questions + 1) / 2); }

const course::ModuleOutline* moduleOf(const portal::Portal& portal, const course::ExamBlueprint& exam) {
    return portal.course()->module(exam.draws.front().module);
}

const learning::Attempt* latestAt(const portal::Portal& portal, const course::ExamId& exam) {
    const learning::Learner* person = portal.learner();
    const learning::Attempt* latest = nullptr;
    if (person != nullptr) {
        for (const learning::Attempt& attempt : person->attempts) {
            latest = attempt.exam == exam ? &attempt : latest;
        }
    }
    return latest;
}

/// A module that can be tried, and how it stands.
void drawModuleRow(portal::Portal& portal, ui::Column& in, const course::ModuleOutline& module,
                   const course::ExamBlueprint& test) {
    const auto& words = portal.words();
    const learning::Learner* person = portal.learner();
    const learning::Attempt* latest = latestAt(portal, test.id);
    const bool known = learning::proven(person, module.id);
    const int questions = test.draws.front().count;
    std::string detail;
    if (latest != nullptr && !latest->finished) {
        detail = words("entry.begun");
    } else if (known) {
        const learning::Attempt* best = person->bestAttempt(test.id);
        detail = learning::skipped(person, module.id)
                     ? std::string(words("entry.skipped"))
                     : words("entry.known", {{"score", std::to_string(best->score.rounded())}});
    } else if (latest != nullptr) {
        detail = words("entry.worth", {{"count", std::to_string(learning::worthLearning(*latest, module).size())}});
    } else {
        detail = words("entry.count", {{"count", std::to_string(questions)}, {"minutes", minutesFor(questions)}});
    }
    const std::string key = "try-" + module.id.text(), target = portal::hashOf(portal::ExamRoute{test.id});
    ui::listRow(in, {.key = key,
                     .title = module.title,
                     .detail = detail,
                     .icon = known               ? ui::Icon::tick
                             : latest != nullptr ? ui::Icon::book
                                                 : ui::Icon::question,
                     .tone = known ? ui::Tone::right : ui::Tone::info,
                     .filled = known,
                     .target = target});
}

/// What this attempt says of each objective, in words.
void drawObjectives(portal::Portal& portal, ui::Column& column, const course::ModuleOutline& module,
                    const std::vector<const course::Objective*>& worth) {
    const auto& words = portal.words();
    column.heading("objectives", words("exam.objectives"), 2, ui::Size::lead);
    column.gap(ui::space::s);
    ui::Card card(column, ui::Ground::surface);
    ui::Column& in = card.inner;
    const ui::Theme& theme = column.frame->theme;
    for (const course::Objective& objective : module.objectives) {
        const bool known = std::find(worth.begin(), worth.end(), &objective) == worth.end();
        const ui::Colour colour = known ? theme.right : theme.careful;
        ui::drawIcon(*in.frame, known ? ui::Icon::tick : ui::Icon::book, in.x, in.y + 4, 18, colour);
        ui::Column indented(*in.frame, in.x + 28, in.y, in.width - 28);
        indented.body(objective.text);
        indented.text(words(known ? "entry.right" : "entry.take"), {ui::Size::small, ui::Weight::bold}, colour);
        in.y = indented.y + ui::space::s;
    }
}

/// The first lesson of the module that teaches one of these; null when its bank is not here.
const course::LessonOutline* whereToBegin(portal::Portal& portal, const course::ModuleOutline& outline,
                                          const std::vector<const course::Objective*>& worth) {
    const course::Module* module = portal.module(outline.id);
    if (module == nullptr) {
        return nullptr;
    }
    for (const course::LessonOutline& lesson : outline.lessons) {
        for (const course::Item& item : module->items) {
            const bool teaches =
                std::any_of(worth.begin(), worth.end(), [&](const auto* each) { return each->id == item.objective; });
            if (item.lesson == lesson.id && teaches) {
                return &lesson;
            }
        }
    }
    return nullptr;
}

/// To skip what is known, or to take it after all.
void drawSkip(portal::Portal& portal, ui::Column& column, const course::ModuleOutline& module) {
    const bool skipped = learning::skipped(portal.learner(), module.id);
    if (ui::button(column, {.key = "skip",
                            .label = portal.words()(skipped ? "entry.unskip" : "entry.skip"),
                            .look = skipped ? ui::ButtonLook::secondary : ui::ButtonLook::primary})) {
        portal.wish("skip." + module.id.text(), skipped ? "no" : "yes");
        portal.goTo(portal::hashOf(portal.route())); // what is said of it has changed: it is read from its top
    }
    column.gap(ui::space::s);
}

} // namespace

course::ExamBlueprint inWords(const portal::Portal& portal, const course::ExamBlueprint& exam) {
    course::ExamBlueprint named = exam;
    if (course::isEntryTest(exam.id)) {
        const course::ModuleOutline* module = moduleOf(portal, exam);
        named.title = portal.words()("entry.of", {{"title", module == nullptr ? std::string{} : module->title}});
        named.summary = portal.words()("entry.summary");
    }
    return named;
}

std::vector<std::string> entryRulesOf(const portal::Portal& portal, const course::ExamBlueprint& exam) {
    const auto& words = portal.words();
    const int questions = exam.draws.front().count;
    return {words("entry.count", {{"count", std::to_string(questions)}, {"minutes", minutesFor(questions)}}),
            words("entry.mark", {{"mark", std::to_string(portal.course()->passMark.rounded())}}),
            std::string(words("entry.leave")), std::string(words("entry.guess"))};
}

void drawEntry(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    drawTitle(portal, column, words("entry.title"));
    column.gap(ui::space::m);
    column.body(words("entry.intro"));
    column.gap(ui::space::s);
    column.soft(words("entry.certificate"));
    column.gap(ui::space::l);
    {
        ui::Card card(column, ui::Ground::surface, ui::space::xl);
        card.inner.heading("modules", words("entry.modules"), 2, ui::Size::lead);
        card.inner.gap(ui::space::s);
        for (const course::ModuleOutline* module : learning::wayOf(portal.learner(), *portal.course()).modules) {
            if (const auto* test = portal.course()->exam(course::entryTestOf(module->id)); test != nullptr) {
                drawModuleRow(portal, card.inner, *module, *test);
            }
        }
    }
    column.gap(ui::space::m);
    drawLeave(portal, column);
}

void drawEntryResult(portal::Portal& portal, ui::Column& column, const course::ExamBlueprint& exam,
                     const learning::Attempt& attempt) {
    const auto& words = portal.words();
    const course::ModuleOutline* module = moduleOf(portal, exam);
    if (module == nullptr) {
        return;
    }
    const std::vector<const course::Objective*> worth = learning::worthLearning(attempt, *module);
    const bool known = attempt.passed;
    const bool skipped = learning::skipped(portal.learner(), module->id);
    column.soft(exam.title);
    drawTitle(portal, column, words(known ? "entry.knownTitle" : "entry.worthTitle"));
    column.gap(ui::space::m);
    {
        ui::Card card(column, known ? ui::Ground::right : ui::Ground::primary, ui::space::xl);
        ui::figure(card.inner, std::to_string(attempt.score.rounded()) + "%",
                   words("entry.caption", {{"mark", std::to_string(portal.course()->passMark.rounded())}}));
        card.inner.gap(ui::space::s);
        card.inner.body(words(skipped ? "entry.skippedBody" : known ? "entry.knownBody" : "entry.worthBody"));
    }
    column.gap(ui::space::l);
    if (known || skipped) { // whoever failed a second test may still have skipped after the first
        drawSkip(portal, column, *module);
    }
    if (const course::LessonOutline* begin = whereToBegin(portal, *module, worth); begin != nullptr && !skipped) {
        ui::linkButton(column,
                       {.key = "begin",
                        .label = words("entry.begin", {{"title", begin->title}}),
                        .look = known ? ui::ButtonLook::secondary : ui::ButtonLook::primary},
                       portal::hashOf(portal::LessonRoute{begin->id}));
        column.gap(ui::space::s);
    }
    ui::linkButton(column, {.key = "another", .label = words("entry.another"), .look = ui::ButtonLook::secondary},
                   portal::hashOf(portal::EntryRoute{}));
    column.gap(ui::space::s);
    ui::linkButton(column, {.key = "to-home", .label = words("lesson.home"), .look = ui::ButtonLook::quiet}, "#/");
    drawFinishAndLock(portal, column);
    column.gap(ui::space::xl);
    drawObjectives(portal, column, *module, worth);
    column.gap(ui::space::xl);
    if (const learning::ExamPaper* paper = portal.paperOf(attempt); paper != nullptr) {
        drawMissed(portal, column, attempt, *paper);
    }
    if (!known &&
        ui::button(column,
                   {.key = "again", .label = words("entry.again"), .look = ui::ButtonLook::quiet, .fitted = true})) {
        startExam(portal, exam);
    }
}

} // namespace screens
