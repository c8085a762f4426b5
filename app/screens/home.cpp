// Home: where am I, what is next, what is left to do.
#include "learning/entry.h"
#include "screens/mastery.h"
#include "screens/progress.h"
#include "screens/screens.h"
#include "ui/rows.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace screens {

namespace {

/// The module of the lesson or exam that is open, else of the next lesson; null when all is done.
const course::ModuleOutline* moduleAtWork(const portal::Portal& portal) {
    const course::Course& course = *portal.course();
    if (const auto* lesson = std::get_if<portal::LessonRoute>(&portal.route())) {
        return course.moduleOf(lesson->lesson);
    }
    if (const auto* exam = std::get_if<portal::ExamRoute>(&portal.route())) {
        const course::ExamBlueprint* open = course.exam(exam->exam);
        if (open != nullptr && open->draws.size() == 1) {
            return course.module(open->draws.front().module);
        }
    }
    const course::LessonOutline* next = nextLesson(portal.learner(), course);
    return next == nullptr ? nullptr : course.moduleOf(next->id);
}

/// The one obvious next step, on a strong ground.
void drawNext(portal::Portal& portal, ui::Column& column, const learning::Way& way) {
    const course::Course& course = *portal.course();
    const learning::Learner* person = portal.learner();
    const auto& words = portal.words();
    const course::LessonOutline* next = nextLesson(person, course);
    const bool passed = person != nullptr && person->passingAttempt(course.completionExam) != nullptr;
    const float share = courseShare(person, course);

    std::string_view kicker = words("home.next");
    std::string title;
    std::string detail;
    std::string_view action;
    std::string target;
    if (next != nullptr) {
        const LessonState state = lessonState(person, *next);
        const auto onPath = way.modules.begin() + static_cast<std::ptrdiff_t>(way.onPath);
        if (std::find(way.modules.begin(), onPath, course.moduleOf(next->id)) == onPath) {
            kicker = words("home.pathDone");
        }
        title = next->title;
        detail = words(state.started() ? "home.stepsLeft" : "home.minutes", {{"minutes", std::to_string(next->minutes)},
                                                                             {"done", std::to_string(state.answered)},
                                                                             {"count", std::to_string(state.steps)}});
        action = words(state.started() ? "home.continue" : "home.start");
        target = portal::hashOf(portal::LessonRoute{next->id});
    } else if (!passed) {
        const course::ExamBlueprint* exam = course.exam(course.completionExam);
        title = exam != nullptr ? exam->title : std::string{};
        detail = exam != nullptr ? exam->summary : std::string{};
        action = words("home.takeExam");
        target = portal::hashOf(portal::ExamRoute{course.completionExam});
    } else {
        kicker = words("home.allDone");
        title = words("home.certificateReady");
        detail = words("home.certificateDetail");
        action = words("home.getCertificate");
        target = portal::hashOf(portal::CertificateRoute{});
    }

    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    ui::Frame& frame = *in.frame;
    constexpr float ring = 72;
    const float top = in.y;
    ui::drawRing(frame, in.x + in.width - ring, top, ring, frame.motion.towards(frame.said.idFor("course-ring"), share),
                 frame.theme.line, frame.theme.primary);
    const std::string percent = std::to_string(static_cast<int>(std::lround(share * 100))) + "%";
    ui::Column inRing(frame, in.x + in.width - ring, top + (ring - frame.type.lineHeight(ui::Size::body)) / 2, ring);
    inRing.silent(percent, {ui::Size::body, ui::Weight::bold}, frame.theme.ink, ui::Align::centre);
    ui::Node node;
    node.role = ui::Role::progress;
    node.name = words("home.progress");
    node.place = {in.x + in.width - ring, top, ring, ring};
    node.value = std::round(share * 100);
    node.most = 100;
    node.valueText = percent;
    frame.said.add("course-progress", std::move(node));

    ui::Column text(frame, in.x, in.y, in.width - ring - ui::space::l);
    text.text(kicker, {ui::Size::small, ui::Weight::bold}, frame.theme.primary);
    text.heading("next-title", title, 2, ui::Size::lead);
    text.gap(ui::space::xs);
    text.soft(detail);
    in.y = std::max(text.y, top + ring) + ui::space::l;
    ui::linkButton(in, {.key = "next", .label = action}, target);
}

void drawLessons(portal::Portal& portal, ui::Column& in, const course::ModuleOutline& module) {
    const auto& words = portal.words();
    const learning::Learner* person = portal.learner();
    const course::Course& course = *portal.course();
    in.soft(module.summary);
    in.gap(ui::space::m);
    for (const auto& lesson : module.lessons) {
        const LessonState state = lessonState(person, lesson);
        const std::string key = "lesson-" + lesson.id.text();
        const std::string target = portal::hashOf(portal::LessonRoute{lesson.id});
        const std::string detail = words(state.finished    ? "home.lessonDone"
                                         : state.started() ? "home.stepsLeft"
                                                           : "home.minutes",
                                         {{"minutes", std::to_string(lesson.minutes)},
                                          {"done", std::to_string(state.answered)},
                                          {"count", std::to_string(state.steps)}});
        ui::listRow(in, {.key = key,
                         .title = lesson.title,
                         .detail = detail,
                         .icon = state.finished ? ui::Icon::tick : ui::Icon::book,
                         .tone = state.finished ? ui::Tone::right : ui::Tone::info,
                         .filled = state.finished,
                         .target = target});
    }
    const course::ExamId examId(module.id.text());
    if (const course::ExamBlueprint* exam = course.exam(examId); exam != nullptr) {
        const learning::Attempt* best = person == nullptr ? nullptr : person->bestAttempt(examId);
        const std::string detail = best == nullptr
                                       ? exam->summary
                                       : words("home.bestScore", {{"score", std::to_string(best->score.rounded())}});
        const bool passed = best != nullptr && best->passed;
        const std::string target = portal::hashOf(portal::ExamRoute{examId});
        ui::listRow(in, {.key = "exam-" + examId.text(),
                         .title = exam->title,
                         .detail = detail,
                         .icon = passed ? ui::Icon::tick : ui::Icon::question,
                         .tone = passed ? ui::Tone::right : ui::Tone::info,
                         .filled = passed,
                         .target = target});
    }
}

/// What to learn: the path, and what is known already.
void drawWay(portal::Portal& portal, ui::Column& column, const learning::Way& way) {
    const auto& words = portal.words();
    const course::Course& course = *portal.course();
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("way", words("home.way"), 2, ui::Size::lead);
    in.gap(ui::space::m);
    if (!course.paths.empty()) {
        std::string_view title = words("path.title");
        std::string detail(words("path.detail"));
        if (way.path != nullptr) {
            int finished = 0, count = 0;
            for (std::size_t at = 0; at < way.onPath; ++at) {
                for (const auto& lesson : way.modules[at]->lessons) {
                    finished += lessonState(portal.learner(), lesson).finished ? 1 : 0;
                    ++count;
                }
            }
            title = way.path->title;
            detail = words(
                "home.lessonsOf",
                {{"title", way.path->title}, {"done", std::to_string(finished)}, {"count", std::to_string(count)}});
        }
        const std::string target = portal::hashOf(portal::PathRoute{});
        ui::listRow(in, {.key = "path", .title = title, .detail = detail, .icon = ui::Icon::person, .target = target});
    }
    const std::string target = portal::hashOf(portal::EntryRoute{});
    ui::listRow(in, {.key = "entry",
                     .title = words("entry.title"),
                     .detail = words("entry.detail"),
                     .icon = ui::Icon::question,
                     .target = target});
}

/// A module: its lessons are shown where one is at work, and elsewhere when asked for.
void drawModule(portal::Portal& portal, ui::Column& column, const course::ModuleOutline& module, bool atWork) {
    const auto& words = portal.words();
    int finished = 0;
    for (const auto& lesson : module.lessons) {
        finished += lessonState(portal.learner(), lesson).finished ? 1 : 0;
    }
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("module-" + module.id.text(), module.title, 2, ui::Size::lead);
    if (learning::skipped(portal.learner(), module.id)) {
        ui::link(in, "skipped-" + module.id.text(), words("entry.skipped"),
                 portal::hashOf(portal::ExamRoute{course::entryTestOf(module.id)}));
    } else if (const std::string mastery = masteryLine(portal, module); !mastery.empty()) {
        in.text(mastery, {ui::Size::small, ui::Weight::bold}, in.frame->theme.primary);
    }
    std::optional<bool>& wish = portal.moduleUnfolded(module.id);
    bool open = wish.value_or(atWork);
    const bool before = open;
    ui::disclosure(in, "lessons-of-" + module.id.text(),
                   words("home.lessonsOf", {{"title", module.title},
                                            {"done", std::to_string(finished)},
                                            {"count", std::to_string(module.lessons.size())}}),
                   open);
    if (open != before) {
        wish = open;
    }
    if (before) {
        in.gap(ui::space::xs);
        drawLessons(portal, in, module);
    }
}

/// The modules in the order of this person's way; those that are not on their path lie folded behind it.
void drawModules(portal::Portal& portal, ui::Column& column, const learning::Way& way) {
    const course::ModuleOutline* atWork = moduleAtWork(portal);
    for (std::size_t at = 0; at < way.modules.size(); ++at) {
        column.gap(ui::space::m);
        if (at == way.onPath) {
            const auto others = way.modules.begin() + static_cast<std::ptrdiff_t>(at);
            std::optional<bool>& wish = portal.othersUnfolded();
            const bool before = wish.value_or(std::find(others, way.modules.end(), atWork) != way.modules.end());
            bool open = before;
            ui::disclosure(column, "others",
                           portal.words()("home.others", {{"count", std::to_string(way.modules.size() - at)}}), open);
            if (open != before) {
                wish = open;
            }
            if (!before) {
                return;
            }
            column.gap(ui::space::s);
        }
        drawModule(portal, column, *way.modules[at], way.modules[at] == atWork);
    }
}

void drawCompletion(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    const course::Course& course = *portal.course();
    const learning::Learner* person = portal.learner();
    const course::ExamBlueprint* exam = course.exam(course.completionExam);
    if (exam == nullptr) {
        return;
    }
    const learning::Attempt* best = person == nullptr ? nullptr : person->bestAttempt(exam->id);
    const bool passed = best != nullptr && best->passed;
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("completion", words("home.completion"), 2, ui::Size::lead);
    in.gap(ui::space::m);
    const std::string examTarget = portal::hashOf(portal::ExamRoute{exam->id});
    const std::string detail =
        best == nullptr ? exam->summary : words("home.bestScore", {{"score", std::to_string(best->score.rounded())}});
    ui::listRow(in, {.key = "final",
                     .title = exam->title,
                     .detail = detail,
                     .icon = passed ? ui::Icon::tick : ui::Icon::question,
                     .tone = passed ? ui::Tone::right : ui::Tone::info,
                     .filled = passed,
                     .target = examTarget});
    const std::string certificateTarget = portal::hashOf(portal::CertificateRoute{});
    ui::listRow(in, {.key = "certificate",
                     .title = words("home.certificate"),
                     .detail = words(passed ? "home.certificateDetail" : "home.certificateLocked"),
                     .icon = ui::Icon::certificate,
                     .target = certificateTarget});
}

/// What one can try beside the lessons.
void drawPractice(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("practice", words("home.practice"), 2, ui::Size::lead);
    in.gap(ui::space::m);
    if (portal.course()->hasLab) {
        const std::string target = portal::hashOf(portal::LabRoute{});
        ui::listRow(in, {.key = "lab",
                         .title = words("lab.title"),
                         .detail = words("lab.detail"),
                         .icon = ui::Icon::question,
                         .target = target});
    }
    if (portal.course()->hasGlossary) {
        const std::string target = portal::hashOf(portal::GlossaryRoute{});
        ui::listRow(in, {.key = "glossary",
                         .title = words("glossary.title"),
                         .detail = words("glossary.detail"),
                         .icon = ui::Icon::book,
                         .target = target});
    }
}

} // namespace

void drawHome(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    const learning::Learner* person = portal.learner();
    drawTitle(portal, column, person == nullptr ? words("home.welcome") : words("home.welcomeBack"));
    if (person != nullptr && !person->name.empty()) {
        ui::personText(column, "who", person->name, ui::Size::lead);
    } else if (person == nullptr) {
        column.gap(ui::space::xs);
        column.body(words("home.intro"));
    }
    column.gap(ui::space::l);
    drawNewer(portal, column);
    const learning::Way way = learning::wayOf(person, *portal.course());
    drawNext(portal, column, way);
    // Whoever was asked nothing yet needs no schedule, nor the part of the program that makes it.
    if (person != nullptr && !person->cards.empty() && portal.rest() == portal::Loading::ready) {
        drawDue(portal, column);
    }
    column.gap(ui::space::m);
    drawWay(portal, column, way);
    drawModules(portal, column, way);
    if (portal.course()->hasLab || portal.course()->hasGlossary) {
        column.gap(ui::space::l);
        drawPractice(portal, column);
    }
    column.gap(ui::space::l);
    drawCompletion(portal, column);
}

void drawSidePanel(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    const learning::Learner* person = portal.learner();
    const course::ModuleOutline* module = moduleAtWork(portal);
    ui::Node landmark;
    landmark.role = ui::Role::complementary;
    landmark.name = words("panel.progress");
    landmark.place = {column.x, column.y, column.width, 1};
    column.frame->said.open("panel", landmark);
    {
        ui::Card card(column, ui::Ground::surface);
        ui::Column& in = card.inner;
        in.heading("panel-title", words("panel.progress"), 2, ui::Size::body);
        if (module != nullptr) {
            in.soft(module->title);
            in.gap(ui::space::m);
            for (const auto& lesson : module->lessons) {
                const LessonState state = lessonState(person, lesson);
                in.soft(lesson.title);
                in.gap(ui::space::xs);
                const std::string said = words(
                    "panel.steps", {{"done", std::to_string(state.answered)}, {"count", std::to_string(state.steps)}});
                ui::progressBar(in, "bar-" + lesson.id.text(),
                                state.steps == 0 ? 0.0F
                                                 : static_cast<float>(state.answered) / static_cast<float>(state.steps),
                                lesson.title + " " + said, 6);
                in.gap(ui::space::m);
            }
        }
    }
    column.frame->said.close();
}

} // namespace screens
