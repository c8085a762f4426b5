#include "learning/learner.h"

#include <algorithm>

namespace learning {

const Attempt* Learner::attempt(const AttemptId& wanted) const {
    for (const Attempt& each : attempts)
        if (each.id == wanted) return &each;
    return nullptr;
}

const Attempt* Learner::openAttempt(const course::ExamId& exam) const {
    const Attempt* open = nullptr;
    for (const Attempt& each : attempts)
        if (each.exam == exam && !each.finished) open = &each;
    return open;
}

const Attempt* Learner::bestAttempt(const course::ExamId& exam) const {
    const Attempt* best = nullptr;
    for (const Attempt& each : attempts) {
        if (each.exam != exam || !each.finished) continue;
        const bool better =
            !best || best->score < each.score || (best->score == each.score && *each.finished < *best->finished);
        if (better) best = &each;
    }
    return best;
}

const Attempt* Learner::passingAttempt(const course::ExamId& exam) const {
    const Attempt* first = nullptr;
    for (const Attempt& each : attempts) {
        if (each.exam != exam || !each.finished || !each.passed) continue;
        if (!first || *each.finished < *first->finished) first = &each;
    }
    return first;
}

const Learner* Learners::find(const LearnerId& id) const {
    for (const Learner& learner : all)
        if (learner.id == id) return &learner;
    return nullptr;
}

namespace {

Learner* findLearner(Learners& learners, const LearnerId& id) {
    for (Learner& learner : learners.all)
        if (learner.id == id) return &learner;
    return nullptr;
}

Attempt* findAttempt(Learner& learner, const AttemptId& id) {
    for (Attempt& attempt : learner.attempts)
        if (attempt.id == id) return &attempt;
    return nullptr;
}

LessonProgress& progressIn(Learner& learner, const course::LessonId& lesson, base::Instant at) {
    const auto [place, isNew] = learner.lessons.try_emplace(lesson);
    if (isNew) place->second.opened = at;
    return place->second;
}

/// What one fact changes for the learner whom it is about. Where a fact can come twice, the first one counts, but for
/// answers in an exam, which can be changed until it is handed in.
struct Change {
    Learners& learners;
    Learner& learner;
    base::Instant at;

    void operator()(const LearnerJoined&) const {}
    void operator()(const LearnerChosen&) const { learners.current = learner.id; }
    void operator()(const LearnerNamed& fact) const { learner.name = fact.name; }
    void operator()(const PreferenceSet& fact) const { learner.preferences[fact.name] = fact.value; }
    void operator()(const LessonOpened& fact) const { (void)progressIn(learner, fact.lesson, at); }
    void operator()(const StepAnswered& fact) const {
        const bool first = progressIn(learner, fact.lesson, at)
                               .steps.try_emplace(fact.step, StepResult{fact.answer, fact.score, at})
                               .second;
        if (!first) return;
        if (!fact.objective.empty()) learner.objectives[fact.objective].take(fact.score);
        remember(learner.cards, cardOf({fact.lesson, fact.step}), fact.answer, {at, fact.score, fact.hinted},
                 fact.objective);
    }
    void operator()(const LessonFinished& fact) const {
        LessonProgress& progress = progressIn(learner, fact.lesson, at);
        if (!progress.finished) progress.finished = at;
    }
    void operator()(const ExamStarted& fact) const {
        if (findAttempt(learner, fact.attempt)) return;
        Attempt attempt;
        attempt.id = fact.attempt;
        attempt.exam = fact.exam;
        attempt.seed = fact.seed;
        attempt.contentVersion = fact.contentVersion;
        attempt.minutes = fact.minutes;
        attempt.started = at;
        learner.attempts.push_back(attempt);
    }
    void operator()(const ItemAnswered& fact) const {
        Attempt* attempt = findAttempt(learner, fact.attempt);
        if (attempt && !attempt->finished) attempt->answers[fact.item] = {fact.answer, fact.score, at, fact.objective};
    }
    void operator()(const ExamFinished& fact) const {
        Attempt* attempt = findAttempt(learner, fact.attempt);
        if (!attempt || attempt->finished) return;
        attempt->finished = at;
        attempt->score = fact.score;
        attempt->passed = fact.passed;
        // What was answered in an exam that was never finished says nothing yet: it could still be changed.
        std::vector<const ItemResult*> inOrder;
        for (const auto& [item, result] : attempt->answers) {
            inOrder.push_back(&result);
            remember(learner.cards, cardOf(item), result.answer, {result.at, result.score}, result.objective);
        }
        std::stable_sort(inOrder.begin(), inOrder.end(),
                         [](const ItemResult* one, const ItemResult* other) { return one->at < other->at; });
        for (const ItemResult* result : inOrder)
            if (!result->objective.empty()) learner.objectives[result->objective].take(result->score);
    }
    void operator()(const ItemReviewed& fact) const {
        const auto card = learner.cards.find(fact.item);
        // What was told a moment ago and is right now shows nothing of the objective.
        const bool anew = card == learner.cards.end() || at - card->second.recalls.back().at >= std::chrono::hours(12);
        if (anew && !fact.objective.empty()) learner.objectives[fact.objective].take(fact.score);
        remember(learner.cards, fact.item, fact.answer, {at, fact.score, fact.hinted}, fact.objective);
    }
    void operator()(const CertificateIssued& fact) const {
        if (!findAttempt(learner, fact.attempt)) return;
        for (const IssuedCertificate& issued : learner.certificates)
            if (issued.attempt == fact.attempt && issued.serial == fact.serial && issued.name == fact.name) return;
        learner.certificates.push_back({fact.attempt, fact.serial, fact.name, at});
    }
};

} // namespace

void apply(Learners& learners, const Event& event) {
    Learner* learner = findLearner(learners, event.learner);
    if (!learner) {
        if (!std::holds_alternative<LearnerJoined>(event.fact)) return;
        learner = &learners.all.emplace_back();
        learner->id = event.learner;
        learner->joined = event.at;
        learner->lastSeen = event.at;
    }
    learner->lastSeen = std::max(learner->lastSeen, event.at);
    std::visit(Change{learners, *learner, event.at}, event.fact);
}

Learners fold(std::span<const Event> events) {
    Learners learners;
    for (const Event& event : events) apply(learners, event);
    return learners;
}

} // namespace learning
