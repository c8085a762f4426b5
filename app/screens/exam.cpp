// A quiz: a sober start, one item at a time, the result with what to look at again.
#include "activities/activity.h"
#include "screens/screens.h"
#include "ui/rows.h"

#include <string>

namespace screens {

namespace {

void drawStart(portal::Portal& portal, ui::Column& column, const course::ExamBlueprint& exam) {
    const auto& words = portal.words();
    int count = 0;
    for (const auto& draw : exam.draws) {
        count += draw.count;
    }
    drawTitle(portal, column, exam.title);
    column.gap(ui::space::m);
    column.body(exam.summary);
    column.gap(ui::space::m);
    {
        ui::Card card(column, ui::Ground::surface);
        const std::string mark = std::to_string(portal.course()->passMark.rounded());
        for (const std::string& line :
             {words("exam.count", {{"count", std::to_string(count)}}), words("exam.pass", {{"mark", mark}}),
              std::string(words("exam.noLimit")), std::string(words("exam.kept"))}) {
            ui::drawIcon(*column.frame, ui::Icon::tick, card.inner.x, card.inner.y + 4, 18,
                         column.frame->theme.primary);
            ui::Column indented(*column.frame, card.inner.x + 28, card.inner.y, card.inner.width - 28);
            indented.body(line);
            card.inner.y = indented.y;
        }
    }
    column.gap(ui::space::l);
    const learning::Learner* person = portal.learner();
    if (const learning::Attempt* best = person == nullptr ? nullptr : person->bestAttempt(exam.id); best != nullptr) {
        column.soft(words("home.bestScore", {{"score", std::to_string(best->score.rounded())}}));
        column.gap(ui::space::s);
    }
    if (ui::button(column, {.key = "start", .label = words("exam.start")})) {
        portal.startExam(exam.id);
        portal.goTo(portal::hashOf(portal.route()));
    }
    column.gap(ui::space::s);
    ui::linkButton(column,
                   {.key = "leave",
                    .label = words("lesson.leave"),
                    .look = ui::ButtonLook::quiet,
                    .icon = ui::Icon::back,
                    .fitted = true},
                   "#/");
}

void drawItems(portal::Portal& portal, ui::Column& column, const course::ExamBlueprint& exam,
               const learning::Attempt& attempt, const learning::ExamPaper& paper) {
    const auto& words = portal.words();
    portal::PlaceInExam& place = portal.placeIn(attempt.id);
    const auto answeredAt = [&](const course::ItemId& id) { return attempt.answers.find(id); };
    std::size_t index = paper.items.size() - 1;
    bool found = false;
    for (std::size_t i = 0; i < paper.items.size() && !found; ++i) {
        if (place.at.empty() ? answeredAt(paper.items[i].item) == attempt.answers.end()
                             : paper.items[i].item == place.at) {
            index = i;
            found = true;
        }
    }
    const learning::DrawnItem& drawn = paper.items[index];
    const course::Item* item = portal.item(drawn);
    if (item == nullptr) {
        drawLoading(portal, column, portal.moduleLoading(drawn.module));
        return;
    }
    place.at = item->id;
    const int count = static_cast<int>(paper.items.size());
    column.soft(exam.title);
    column.gap(ui::space::s);
    const std::string at =
        words("exam.progress", {{"at", std::to_string(index + 1)}, {"count", std::to_string(count)}});
    ui::progressSegments(column, "items", static_cast<int>(attempt.answers.size()), static_cast<int>(index), count, at);
    column.gap(ui::space::l);
    drawTitle(portal, column, at, ui::Size::body); // the question itself is what should be seen first
    column.gap(ui::space::s);
    const auto given = answeredAt(item->id);
    portal::Stage stage{.words = words,
                        .state = place.states[item->id],
                        .answered = given == attempt.answers.end() ? nullptr : &given->second.answer,
                        .seed = attempt.seed,
                        .order = drawn.order,
                        .submitted = {}};
    activities::draw(column, *item, stage);
    if (stage.answered != nullptr) {
        column.gap(ui::space::l);
        const bool last = attempt.answers.size() == paper.items.size();
        if (ui::button(column, {.key = "next-item", .label = words(last ? "exam.finish" : "exam.next")})) {
            place.at = {};
            if (last) {
                portal.finishExam(attempt.id);
            }
            portal.goTo(portal::hashOf(portal.route()));
            return;
        }
    }
    column.gap(ui::space::s);
    drawSaved(portal, column);
    if (stage.submitted) {
        portal.answerItem(attempt, *item, *stage.submitted);
    }
}

void drawReview(portal::Portal& portal, ui::Column& column, const learning::Attempt& attempt,
                const learning::ExamPaper& paper) {
    const auto& words = portal.words();
    bool any = false;
    for (const auto& drawn : paper.items) {
        const course::Item* item = portal.item(drawn);
        const auto given = attempt.answers.find(drawn.item);
        if (item == nullptr || given == attempt.answers.end()) {
            continue;
        }
        const learning::Verdict verdict = learning::grade(*item, given->second.answer);
        if (verdict.right) {
            continue;
        }
        if (!any) {
            column.heading("review", words("exam.review"), 2, ui::Size::lead);
            column.gap(ui::space::s);
            any = true;
        }
        ui::Card card(column, ui::Ground::surface);
        card.inner.heading("stem-" + item->id.text(), item->stem, 3, ui::Size::body);
        for (const learning::Remark& remark : verdict.remarks) {
            if (!remark.right && !remark.misconception.empty()) {
                card.inner.gap(ui::space::xs);
                card.inner.text(words("answer.misconception", {{"misconception", remark.misconception}}),
                                {ui::Size::small, ui::Weight::bold}, column.frame->theme.wrong);
            }
        }
        card.inner.gap(ui::space::xs);
        card.inner.soft(item->rationale);
        if (const course::LessonOutline* lesson = portal.course()->lesson(item->lesson); lesson != nullptr) {
            ui::link(card.inner, "lesson-" + item->id.text(), words("exam.toLesson", {{"title", lesson->title}}),
                     portal::hashOf(portal::LessonRoute{lesson->id}));
        }
        card.end();
        column.gap(ui::space::m);
    }
}

void drawResult(portal::Portal& portal, ui::Column& column, const course::ExamBlueprint& exam,
                const learning::Attempt& attempt) {
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
    const bool completes = attempt.passed && exam.id == portal.course()->completionExam;
    if (completes) {
        ui::linkButton(column,
                       {.key = "to-certificate", .label = words("home.getCertificate"), .icon = ui::Icon::certificate},
                       "#/certificate");
        column.gap(ui::space::s);
    }
    if (ui::button(column, {.key = "again",
                            .label = words("exam.again"),
                            .look = attempt.passed ? ui::ButtonLook::secondary : ui::ButtonLook::primary})) {
        portal.startExam(exam.id);
        portal.goTo(portal::hashOf(portal.route()));
        return;
    }
    column.gap(ui::space::s);
    ui::linkButton(column, {.key = "to-home", .label = words("lesson.home"), .look = ui::ButtonLook::quiet}, "#/");
    column.gap(ui::space::xl);
    if (const learning::ExamPaper* paper = portal.paperOf(attempt); paper != nullptr) {
        drawReview(portal, column, attempt, *paper);
    }
}

} // namespace

void drawExam(portal::Portal& portal, ui::Column& column, const course::ExamId& id) {
    const course::ExamBlueprint* exam = portal.course()->exam(id);
    if (exam == nullptr) {
        drawUnknown(portal, column, id.text());
        return;
    }
    // Their banks are wanted whatever is shown; asking early means not waiting later.
    for (const auto& draw : exam->draws) {
        (void)portal.module(draw.module);
    }
    for (const auto& draw : exam->draws) {
        if (portal.module(draw.module) == nullptr) {
            drawLoading(portal, column, portal.moduleLoading(draw.module));
            return;
        }
    }
    const learning::Learner* person = portal.learner();
    const learning::Attempt* latest = nullptr;
    if (person != nullptr) {
        for (const learning::Attempt& attempt : person->attempts) {
            latest = attempt.exam == id ? &attempt : latest;
        }
    }
    // One that was left open before the latest cannot be continued any more, or nobody would have started another.
    if (const learning::Attempt* open = latest != nullptr && !latest->finished ? latest : nullptr; open != nullptr) {
        if (const learning::ExamPaper* paper = portal.paperOf(*open); paper != nullptr) {
            drawItems(portal, column, *exam, *open, *paper);
            return;
        }
        // The content has changed since: that paper cannot be drawn again, a new one can.
        ui::message(column, ui::Tone::careful, portal.words()("exam.changedTitle"), portal.words()("exam.changed"));
        column.gap(ui::space::l);
        drawStart(portal, column, *exam);
        return;
    }
    if (latest != nullptr) {
        drawResult(portal, column, *exam, *latest);
    } else {
        drawStart(portal, column, *exam);
    }
}

} // namespace screens
