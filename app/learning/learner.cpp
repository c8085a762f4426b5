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
        const bool better = !best || best->score < each.score ||
                            (best->score == each.score && each.finishedOrder < best->finishedOrder);
        if (better) best = &each;
    }
    return best;
}

const Attempt* Learner::passingAttempt(const course::ExamId& exam) const {
    const Attempt* first = nullptr;
    for (const Attempt& each : attempts) {
        if (each.exam != exam || !each.finished || !each.passed) continue;
        if (!first || each.finishedOrder < first->finishedOrder) first = &each;
    }
    return first;
}

const Learner* Learners::find(const LearnerId& id) const {
    const auto place = places.find(id.text());
    return place == places.end() ? nullptr : &all[place->second];
}

namespace {

Learner* findLearner(Learners& learners, const LearnerId& id) {
    const auto place = learners.places.find(id.text());
    return place == learners.places.end() ? nullptr : &learners.all[place->second];
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

bool isIssued(const Learner& learner, const CertificateIssued& fact) {
    for (const IssuedCertificate& issued : learner.certificates)
        if (issued.attempt == fact.attempt && issued.serial == fact.serial && issued.name == fact.name) return true;
    return false;
}

/// A clock that was set back takes nothing from the time that an attempt has lasted, nor gives any.
void passTime(Attempt& attempt, base::Instant at) {
    attempt.spent += std::max(at - attempt.lastSeen, base::Milliseconds(0));
    attempt.lastSeen = at;
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
    void operator()(const LearnerDescribed& fact) const {
        learner.number = fact.number;
        learner.department = fact.department;
    }
    void operator()(const PreferenceSet& fact) const { learner.preferences[fact.name] = fact.value; }
    void operator()(const LessonOpened& fact) const { (void)progressIn(learner, fact.lesson, at); }
    void operator()(const StepAnswered& fact) const {
        auto& steps = progressIn(learner, fact.lesson, at).steps;
        const auto place = steps.lower_bound(fact.step);
        if (place != steps.end() && place->first == fact.step) return;
        steps.emplace_hint(place, fact.step, StepResult{fact.answer, fact.score, at});
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
        attempt.lastSeen = at;
        learner.attempts.push_back(attempt);
    }
    void operator()(const ItemAnswered& fact) const {
        Attempt* attempt = findAttempt(learner, fact.attempt);
        if (!attempt || attempt->finished) return;
        passTime(*attempt, at);
        attempt->answers[fact.item] = {fact.answer, fact.score, at, fact.objective, learner.events};
    }
    void operator()(const ExamFinished& fact) const {
        Attempt* attempt = findAttempt(learner, fact.attempt);
        if (!attempt || attempt->finished) return;
        passTime(*attempt, at);
        attempt->finished = at;
        attempt->finishedOrder = learner.events;
        attempt->score = fact.score;
        attempt->passed = fact.passed;
        // What was answered in an exam that was never finished says nothing yet: it could still be changed.
        std::vector<const ItemResult*> inOrder;
        const bool entry = course::isEntryTest(attempt->exam);
        for (const auto& [item, result] : attempt->answers) {
            // Nor does what somebody did not know before it was taught: it does not come back, nor stand in a record.
            if (entry && result.score < base::Percent(100)) continue;
            inOrder.push_back(&result);
            remember(learner.cards, cardOf(item), result.answer, {result.at, result.score}, result.objective);
        }
        std::sort(inOrder.begin(), inOrder.end(),
                  [](const ItemResult* one, const ItemResult* other) { return one->order < other->order; });
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
        if (isIssued(learner, fact)) return;
        learner.certificates.push_back({fact.attempt, fact.serial, fact.name, at});
    }
};

/// As learning::saidAlready, for one learner who is known.
struct Known {
    const Learner& learner;
    bool sitting;

    bool operator()(const LearnerJoined&) const { return true; }
    bool operator()(const LearnerChosen&) const { return sitting; }
    bool operator()(const LearnerNamed& fact) const { return learner.name == fact.name; }
    bool operator()(const LearnerDescribed& fact) const {
        return learner.number == fact.number && learner.department == fact.department;
    }
    bool operator()(const PreferenceSet& fact) const {
        const auto found = learner.preferences.find(fact.name);
        return found != learner.preferences.end() && found->second == fact.value;
    }
    bool operator()(const LessonOpened& fact) const { return progress(fact.lesson) != nullptr; }
    bool operator()(const StepAnswered& fact) const {
        const LessonProgress* found = progress(fact.lesson);
        return found && found->steps.find(fact.step) != found->steps.end();
    }
    bool operator()(const LessonFinished& fact) const {
        const LessonProgress* found = progress(fact.lesson);
        return found && found->finished;
    }
    bool operator()(const ExamStarted& fact) const { return learner.openAttempt(fact.exam) != nullptr; }
    bool operator()(const ItemAnswered& fact) const { return isFinished(fact.attempt); }
    bool operator()(const ExamFinished& fact) const { return isFinished(fact.attempt); }
    bool operator()(const ItemReviewed&) const { return false; } // as often as one likes
    bool operator()(const CertificateIssued& fact) const { return isIssued(learner, fact); }

    [[nodiscard]] const LessonProgress* progress(const course::LessonId& lesson) const {
        const auto found = learner.lessons.find(lesson);
        return found == learner.lessons.end() ? nullptr : &found->second;
    }
    [[nodiscard]] bool isFinished(const AttemptId& id) const {
        const Attempt* attempt = learner.attempt(id);
        return attempt && attempt->finished;
    }
};

} // namespace

bool saidAlready(const Learners& learners, const Event& event) {
    const Learner* learner = learners.find(event.learner);
    return learner && std::visit(Known{*learner, learners.current == learner->id}, event.fact);
}

void forget(Learners& learners, const LearnerId& id) {
    learners.all.erase(
        std::remove_if(learners.all.begin(), learners.all.end(), [&](const Learner& each) { return each.id == id; }),
        learners.all.end());
    learners.places.clear();
    for (std::size_t place = 0; place < learners.all.size(); ++place)
        learners.places[learners.all[place].id.text()] = place;
    if (learners.current == id) learners.current = {};
}

void apply(Learners& learners, const Event& event) {
    Learner* learner = findLearner(learners, event.learner);
    if (!learner) {
        if (!std::holds_alternative<LearnerJoined>(event.fact)) return;
        learners.places[event.learner.text()] = learners.all.size();
        learner = &learners.all.emplace_back();
        learner->id = event.learner;
        learner->joined = event.at;
        learner->lastSeen = event.at;
    }
    learner->lastSeen = std::max(learner->lastSeen, event.at);
    ++learner->events;
    std::visit(Change{learners, *learner, event.at}, event.fact);
}

Learners fold(std::span<const Event> events) {
    Learners learners;
    for (const Event& event : events) apply(learners, event);
    return learners;
}

} // namespace learning
