// A lesson: one step at a time, a visible end, a way back, and on.
#include "activities/activity.h"
#include "screens/progress.h"
#include "screens/screens.h"
#include "ui/link_row.h"
#include "ui/widgets.h"

#include <algorithm>
#include <string>
#include <vector>

namespace screens {

namespace {

const learning::LessonProgress* progressIn(const portal::Portal& portal, const course::LessonId& id) {
    const learning::Learner* person = portal.learner();
    if (person == nullptr) {
        return nullptr;
    }
    const auto found = person->lessons.find(id);
    return found == person->lessons.end() ? nullptr : &found->second;
}

const learning::Answer* answerTo(const learning::LessonProgress* progress, const course::StepId& step) {
    if (progress == nullptr) {
        return nullptr;
    }
    const auto found = progress->steps.find(step);
    return found == progress->steps.end() ? nullptr : &found->second.answer;
}

/// The step that is shown: the one that was chosen, else the first that is not answered, else the last.
std::size_t stepShown(const course::Lesson& lesson, const learning::LessonProgress* progress,
                      portal::PlaceInLesson& place) {
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        if (lesson.steps[i].id == place.at) {
            return i;
        }
    }
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        if (answerTo(progress, lesson.steps[i].id) == nullptr) {
            place.at = lesson.steps[i].id;
            return i;
        }
    }
    place.at = lesson.steps.back().id;
    return lesson.steps.size() - 1;
}

void showStep(portal::Portal& portal, portal::PlaceInLesson& place, const course::StepId& step) {
    place.at = step;
    portal.goTo(portal::hashOf(portal.route())); // the page goes to its top, the focus to the new heading
}

/// The terms that this step is the first to name, once nothing can be given away by them.
void drawTerms(portal::Portal& portal, ui::Column& column, const course::Step& step) {
    if (step.terms.empty()) {
        return;
    }
    std::vector<std::string> keys, targets;
    for (const course::TermLink& each : step.terms) {
        keys.push_back("term-" + each.id.text());
        targets.push_back(portal::hashOf(portal::GlossaryRoute{each.id}));
    }
    std::vector<ui::RowLink> links;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        links.push_back({keys[i], step.terms[i].term, targets[i]});
    }
    column.gap(ui::space::l);
    ui::linkRow(column, "terms", portal.words()("lesson.terms"), links);
}

/// After the last step: what comes next.
void drawWayOn(portal::Portal& portal, ui::Column& column, const course::Lesson& lesson) {
    const auto& words = portal.words();
    const course::Course& course = *portal.course();
    if (const course::LessonOutline* next = nextLesson(portal.learner(), course, lesson.id); next != nullptr) {
        column.gap(ui::space::l);
        ui::linkButton(column, {.key = "next-lesson", .label = words("lesson.next", {{"title", next->title}})},
                       portal::hashOf(portal::LessonRoute{next->id}));
    } else {
        column.gap(ui::space::l);
        ui::linkButton(column, {.key = "to-exam", .label = words("home.takeExam")},
                       portal::hashOf(portal::ExamRoute{course.completionExam}));
    }
    column.gap(ui::space::s);
    ui::linkButton(column, {.key = "to-home", .label = words("lesson.home"), .look = ui::ButtonLook::secondary}, "#/");
    drawFinishAndLock(portal, column);
}

} // namespace

void drawLesson(portal::Portal& portal, ui::Column& column, const course::LessonId& id) {
    const auto& words = portal.words();
    const course::ModuleOutline* outline = portal.course()->moduleOf(id);
    if (outline == nullptr) {
        drawUnknown(portal, column, id.text());
        return;
    }
    const course::Module* module = portal.module(outline->id);
    const course::Lesson* lesson = module == nullptr ? nullptr : module->lesson(id);
    if (lesson == nullptr || lesson->steps.empty()) {
        drawLoading(portal, column, portal.moduleLoading(outline->id));
        return;
    }
    portal.openLesson(id);
    const learning::LessonProgress* progress = progressIn(portal, id);
    portal::PlaceInLesson& place = portal.placeIn(id);
    const std::size_t index = stepShown(*lesson, progress, place);
    const course::Step& step = lesson->steps[index];
    const int count = static_cast<int>(lesson->steps.size());
    int done = 0;
    for (const auto& each : lesson->steps) {
        done += answerTo(progress, each.id) != nullptr ? 1 : 0;
    }

    column.soft(lesson->title);
    column.gap(ui::space::s);
    ui::progressSegments(
        column, "steps", done, static_cast<int>(index), count,
        words("lesson.progress", {{"at", std::to_string(index + 1)}, {"count", std::to_string(count)}}));
    column.gap(ui::space::l);
    drawTitle(portal, column, step.title);
    column.gap(ui::space::m);
    if (index == 0) {
        column.soft(words("lesson.objectives"));
        for (const std::string& objective : lesson->objectives) {
            ui::drawIcon(*column.frame, ui::Icon::dot, column.x, column.y + 4, 16, column.frame->theme.accent);
            ui::Column indented(*column.frame, column.x + 24, column.y, column.width - 24);
            indented.soft(objective);
            column.y = indented.y;
        }
        column.gap(ui::space::l);
    }

    const bool rewrites = std::holds_alternative<course::Rewrite>(step.activity);
    const portal::Loading rest = activities::needsRest(step.activity) ? portal.rest() : portal::Loading::ready;
    const learning::SentenceLab* lab = rewrites && rest == portal::Loading::ready ? portal.lab() : nullptr;
    if (rest != portal::Loading::ready || (rewrites && lab == nullptr)) {
        if (rest == portal::Loading::failed || portal.labLoading(portal.language()) == portal::Loading::failed) {
            drawPackFailed(portal, column, words("pack.failedTitle"));
        } else {
            drawLoading(portal, column, portal::Loading::waiting);
        }
        return;
    }

    portal::Stage stage{.words = words,
                        .state = place.states[step.id],
                        .answered = answerTo(progress, step.id),
                        .seed = portal.seedFor(id.text() + "/" + step.id.text()),
                        .lab = lab,
                        .course = portal.course(),
                        .listening = &portal.listening()};
    const bool closing = std::holds_alternative<course::Closing>(step.activity);
    activities::draw(column, step, stage);
    const bool wasAnswered = stage.answered != nullptr;
    if (stage.submitted) {
        portal.answerStep(*lesson, step, *stage.submitted);
        if (closing) {
            portal.finishLesson(id);
        }
    }
    const bool reading = std::holds_alternative<course::Reading>(step.activity);
    const bool last = index + 1 == lesson->steps.size();
    if (stage.submitted && reading && !last) {
        showStep(portal, place, lesson->steps[index + 1].id); // nothing to be told: on at once
        return;
    }
    const auto* likert = std::get_if<course::Likert>(&step.activity);
    if (wasAnswered && likert != nullptr && !likert->plan.empty()) {
        drawPlan(portal, column, *lesson, step);
    }
    if (wasAnswered || reading) {
        drawTerms(portal, column, step);
    }
    if (wasAnswered && !last) {
        column.gap(ui::space::l);
        if (ui::button(column, {.key = "next-step", .label = words("lesson.nextStep")})) {
            showStep(portal, place, lesson->steps[index + 1].id);
        }
    }
    if (wasAnswered && last) {
        drawWayOn(portal, column, *lesson);
    }
    column.gap(ui::space::s);
    if (index > 0) {
        if (ui::button(column, {.key = "previous-step",
                                .label = words("lesson.previousStep"),
                                .look = ui::ButtonLook::quiet,
                                .icon = ui::Icon::back,
                                .fitted = true})) {
            showStep(portal, place, lesson->steps[index - 1].id);
        }
    } else {
        drawLeave(portal, column);
    }
    drawSaved(portal, column);
}

} // namespace screens
