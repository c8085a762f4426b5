// An exam's door: what it asks and how it goes, before it starts; and which of its parts is due.
#include "screens/exam.h"

#include "screens/screens.h"
#include "ui/rows.h"

#include <string>
#include <vector>

namespace screens {

namespace {

/// What holds for this person, one line each.
std::vector<std::string> rulesOf(const portal::Portal& portal, const course::ExamBlueprint& exam) {
    if (course::isEntryTest(exam.id)) {
        return entryRulesOf(portal, exam);
    }
    const auto& words = portal.words();
    int count = 0;
    for (const auto& draw : exam.draws) {
        count += draw.count;
    }
    std::vector<std::string> rules = {
        words("exam.count", {{"count", std::to_string(count)}}),
        words("exam.pass", {{"mark", std::to_string(portal.course()->passMark.rounded())}})};
    const int minutes = learning::minutesFor(exam, portal.learner());
    const std::optional<int> left = learning::attemptsLeft(exam, portal.learner());
    if (minutes == 0 && !left) {
        rules.emplace_back(words("exam.noLimit"));
    } else {
        rules.push_back(minutes == 0 ? std::string(words("exam.noTime"))
                                     : words("exam.minutes", {{"minutes", std::to_string(minutes)}}));
        rules.push_back(left ? words("exam.attempts", {{"count", std::to_string(*left)}})
                             : std::string(words("exam.anyAttempts")));
    }
    rules.emplace_back(words("exam.kept"));
    return rules;
}

void drawStart(portal::Portal& portal, ui::Column& column, const course::ExamBlueprint& exam) {
    const auto& words = portal.words();
    drawTitle(portal, column, exam.title);
    column.gap(ui::space::m);
    column.body(exam.summary);
    column.gap(ui::space::m);
    {
        ui::Card card(column, ui::Ground::surface);
        for (const std::string& line : rulesOf(portal, exam)) {
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
    const bool none = learning::attemptsLeft(exam, person) == 0;
    if (ui::button(column, {.key = "start", .label = words("exam.start"), .disabled = none})) {
        startExam(portal, exam);
    }
    column.gap(ui::space::s);
    drawLeave(portal, column);
}

} // namespace

void startExam(portal::Portal& portal, const course::ExamBlueprint& exam) {
    portal.startExam(exam.id);
    portal.goTo(portal::hashOf(portal.route()));
}

void drawExam(portal::Portal& portal, ui::Column& column, const course::ExamId& id) {
    const course::ExamBlueprint* found = portal.course()->exam(id);
    if (found == nullptr) {
        drawUnknown(portal, column, id.text());
        return;
    }
    const course::ExamBlueprint named = inWords(portal, *found);
    const course::ExamBlueprint* exam = &named;
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
            drawPaper(portal, column, *exam, *open, *paper);
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
