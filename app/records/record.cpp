#include "records/record.h"

#include <algorithm>
#include <map>
#include <utility>

namespace records {

namespace {

using learning::Attempt;

/// The module that all questions of an exam are drawn from; null when they come from several, and for the completion
/// exam, which is about the course.
const course::ModuleOutline* moduleOf(const course::Course& course, const course::ExamBlueprint& exam) {
    if (exam.id == course.completionExam || exam.draws.empty()) return nullptr;
    for (const course::ExamBlueprint::Draw& draw : exam.draws)
        if (draw.module != exam.draws.front().module) return nullptr;
    return course.module(exam.draws.front().module);
}

const course::ExamBlueprint* quizOf(const course::Course& course, const course::ModuleOutline& module) {
    for (const course::ExamBlueprint& exam : course.exams)
        if (moduleOf(course, exam) == &module) return &exam;
    return nullptr;
}

/// Where in the course an event belongs.
struct Place {
    bool inCourse = false;
    const course::ModuleOutline* module = nullptr;
};

class Places {
public:
    explicit Places(const course::Course& course) : course_(course) {}

    Place operator()(const learning::LessonOpened& fact) { return ofLesson(fact.lesson); }
    Place operator()(const learning::StepAnswered& fact) { return ofLesson(fact.lesson); }
    Place operator()(const learning::LessonFinished& fact) { return ofLesson(fact.lesson); }
    Place operator()(const learning::ExamStarted& fact) {
        const course::ExamBlueprint* exam = course_.exam(fact.exam);
        return attempts_[fact.attempt] = exam ? Place{true, moduleOf(course_, *exam)} : Place{};
    }
    Place operator()(const learning::ItemAnswered& fact) { return ofAttempt(fact.attempt); }
    Place operator()(const learning::ExamFinished& fact) { return ofAttempt(fact.attempt); }
    template <class Other>
    Place operator()(const Other&) {
        return {};
    }

private:
    Place ofLesson(const course::LessonId& lesson) const {
        const course::ModuleOutline* module = course_.moduleOf(lesson);
        return {module != nullptr, module};
    }
    Place ofAttempt(const learning::AttemptId& attempt) const {
        const auto known = attempts_.find(attempt);
        return known == attempts_.end() ? Place{} : known->second;
    }

    const course::Course& course_;
    std::map<learning::AttemptId, Place> attempts_;
};

void takeEarlier(std::optional<base::Instant>& earliest, const std::optional<base::Instant>& at) {
    if (at && (!earliest || *at < *earliest)) earliest = at;
}

void takeLater(std::optional<base::Instant>& latest, const std::optional<base::Instant>& at) {
    if (at && (!latest || *at > *latest)) latest = at;
}

const Attempt* firstHandedIn(const learning::Learner& learner, const course::ExamId& exam) {
    const Attempt* first = nullptr;
    for (const Attempt& attempt : learner.attempts) {
        if (attempt.exam != exam || !attempt.finished) continue;
        if (!first || *attempt.finished < *first->finished) first = &attempt;
    }
    return first;
}

/// Attempts, score, version and items of one exam.
void addExam(Achievement& achieved, const learning::Learner& learner, const course::ExamId& exam) {
    for (const Attempt& attempt : learner.attempts) {
        if (attempt.exam != exam) continue;
        takeEarlier(achieved.started, attempt.started);
        if (attempt.finished) ++achieved.attempts;
    }
    const Attempt* passing = learner.passingAttempt(exam);
    const Attempt* counting = passing ? passing : learner.bestAttempt(exam);
    if (counting) {
        achieved.score = counting->score;
        achieved.scored = counting->finished;
        achieved.passed = counting->passed;
        achieved.contentVersion = counting->contentVersion;
    }
    if (const Attempt* first = firstHandedIn(learner, exam))
        for (const auto& [item, result] : first->answers) achieved.items.push_back({item.text(), result.score});
}

ModuleRecord moduleRecord(const learning::Learner& learner, const course::Course& course,
                          const course::ModuleOutline& module) {
    ModuleRecord record;
    Achievement& achieved = record.achieved;
    achieved.id = module.id.text();
    achieved.title = module.title;
    achieved.contentVersion = course.version;
    achieved.passMark = course.passMark;
    achieved.lessonsInAll = static_cast<int>(module.lessons.size());
    std::optional<base::Instant> lastDone;
    for (const course::LessonOutline& lesson : module.lessons) {
        const auto progress = learner.lessons.find(lesson.id);
        if (progress == learner.lessons.end()) continue;
        takeEarlier(achieved.started, progress->second.opened);
        if (!progress->second.finished) continue;
        ++achieved.lessonsFinished;
        takeLater(lastDone, progress->second.finished);
    }
    const course::ExamBlueprint* quiz = quizOf(course, module);
    if (quiz) addExam(achieved, learner, quiz->id);
    if (achieved.passed) takeLater(lastDone, achieved.scored);

    if (achieved.lessonsFinished == achieved.lessonsInAll && (!quiz || achieved.passed) && lastDone) {
        achieved.status = CompletionStatus::completed;
        achieved.finished = lastDone;
    } else if (achieved.started) {
        achieved.status = CompletionStatus::inProgress;
    }
    for (const course::Objective& objective : module.objectives) {
        ObjectiveStanding standing{objective.id};
        const auto known = learner.objectives.find(objective.id);
        if (known != learner.objectives.end()) {
            standing.asked = known->second.asked;
            standing.right = known->second.right;
            standing.mastery = known->second.mastery();
        }
        record.objectives.push_back(std::move(standing));
    }
    return record;
}

int wholeSeconds(base::Milliseconds time) {
    return static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(time).count());
}

} // namespace

ActiveTime activeTime(const learning::LearnerId& learner, std::span<const learning::Event> events,
                      const course::Course& course) {
    Places places(course);
    std::vector<std::pair<base::Instant, Place>> moments;
    for (const learning::Event& event : events)
        if (event.learner == learner) moments.emplace_back(event.at, std::visit(places, event.fact));
    std::stable_sort(moments.begin(), moments.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });

    ActiveTime active;
    active.inModules.resize(course.modules.size());
    for (std::size_t i = 1; i < moments.size(); ++i) {
        const Place &before = moments[i - 1].second, &after = moments[i].second;
        if (!before.inCourse || !after.inCourse) continue;
        const base::Milliseconds gap = std::min(moments[i].first - moments[i - 1].first, longestActiveGap);
        active.inCourse += gap;
        if (after.module && before.module == after.module)
            active.inModules[static_cast<std::size_t>(after.module - course.modules.data())] += gap;
    }
    return active;
}

Record recordOf(const learning::Learner& learner, std::span<const learning::Event> events, const course::Course& course,
                RecordSource source) {
    const CompletionRecord overall = completionRecord(learner, course);
    const ActiveTime active = activeTime(learner.id, events, course);

    Record record;
    record.learnerId = learner.id.text();
    record.learnerName = learner.name;
    record.number = std::move(source.number);
    record.department = std::move(source.department);
    record.certificateSerial = overall.certificateSerial;

    Achievement& achieved = record.course;
    achieved.id = course.id;
    achieved.title = course.title;
    achieved.contentVersion = course.version;
    addExam(achieved, learner, course.completionExam);
    achieved.status = overall.status;
    achieved.lessonsFinished = overall.lessonsFinished;
    achieved.lessonsInAll = overall.lessonsInAll;
    achieved.started = overall.started;
    achieved.finished = overall.completed;
    achieved.passMark = overall.passMark;
    achieved.secondsActive = wholeSeconds(active.inCourse);

    for (std::size_t i = 0; i < course.modules.size(); ++i) {
        record.modules.push_back(moduleRecord(learner, course, course.modules[i]));
        record.modules.back().achieved.secondsActive = wholeSeconds(active.inModules[i]);
    }

    record.evidence.head = std::move(source.chainHead);
    for (const learning::Event& event : events) {
        if (event.learner != learner.id) continue;
        ++record.evidence.events;
        takeLater(record.evidence.until, event.at);
    }
    return record;
}

} // namespace records
