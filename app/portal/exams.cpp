// Exams in the running portal: starting, the paper that belongs to an attempt, answers, the clock, the end.
#include "learning/grading.h"
#include "portal/portal.h"

#include <algorithm>
#include <utility>

namespace portal {

using learning::Answer;
using learning::Attempt;
using learning::AttemptId;

PlaceInExam& Portal::placeIn(const AttemptId& id) { return drafts_.exams[id]; }

void Portal::startExam(const course::ExamId& id) {
    const course::ExamBlueprint* exam = course_ ? course_->exam(id) : nullptr;
    if (exam == nullptr || learning::attemptsLeft(*exam, learner()) == 0) {
        return;
    }
    happened(learning::ExamStarted{id, AttemptId(host_.clock.uuid()), host_.clock.entropy(), course_->version,
                                   learning::minutesFor(*exam, learner())});
}

std::optional<std::chrono::milliseconds> Portal::timeLeft(const Attempt& attempt) {
    if (attempt.minutes == 0) {
        return std::nullopt;
    }
    using std::chrono::milliseconds;
    const base::Instant now = host_.clock.now();
    // A clock that was set back gives nobody more than the time since the last answer.
    const milliseconds gone = attempt.spent + std::max(milliseconds(now - attempt.lastSeen), milliseconds(0));
    const milliseconds left = std::max(milliseconds(std::chrono::minutes(attempt.minutes)) - gone, milliseconds(0));
    // What is shown changes by the minute; nothing is drawn in between.
    const bool ticking = now < nextTick_ && nextTick_ - now <= std::chrono::minutes(1);
    if (left.count() > 0 && !ticking) {
        const milliseconds wait = (left - milliseconds(1)) % milliseconds(60'000) + milliseconds(1);
        nextTick_ = now + wait;
        host_.page.wakeUpIn(static_cast<int>(wait.count()));
    }
    return left;
}

const learning::ExamPaper* Portal::paperOf(const Attempt& attempt) {
    const course::ExamBlueprint* blueprint = course_ ? course_->exam(attempt.exam) : nullptr;
    if (blueprint == nullptr || attempt.contentVersion != course_->version) {
        return nullptr;
    }
    std::vector<const course::Module*> banks;
    for (const auto& draw : blueprint->draws) {
        const course::Module* bank = module(draw.module);
        if (bank == nullptr) {
            return nullptr;
        }
        banks.push_back(bank);
    }
    if (const auto known = papers_.find(attempt.id); known != papers_.end()) {
        return &known->second;
    }
    // Items of earlier attempts come up again only when there are no others.
    std::vector<course::ItemId> seen;
    if (const learning::Learner* person = learner(); person != nullptr) {
        for (const Attempt& earlier : person->attempts) {
            if (earlier.id == attempt.id) {
                break;
            }
            if (earlier.exam == attempt.exam) {
                for (const auto& [item, result] : earlier.answers) {
                    seen.push_back(item);
                }
            }
        }
    }
    auto drawn = learning::drawExam(*blueprint, banks, seen, attempt.seed);
    if (!drawn.ok()) {
        return nullptr;
    }
    return &(papers_[attempt.id] = std::move(drawn.value()));
}

const course::Item* Portal::item(const learning::DrawnItem& drawn) {
    const course::Module* bank = module(drawn.module);
    return bank == nullptr ? nullptr : bank->item(drawn.item);
}

void Portal::answerItem(const Attempt& attempt, const course::Item& item, const Answer& answer) {
    happened(learning::ItemAnswered{attempt.id, item.id, answer, learning::grade(item, answer).score, item.objective});
}

void Portal::finishExam(const AttemptId& id) {
    const learning::Learner* person = learner();
    const Attempt* attempt = person == nullptr ? nullptr : person->attempt(id);
    if (attempt == nullptr || attempt->finished || !course_) {
        return;
    }
    const learning::ExamPaper* paper = paperOf(*attempt);
    if (paper == nullptr) {
        return;
    }
    std::vector<base::Percent> scores;
    for (const auto& drawn : paper->items) {
        const auto answered = attempt->answers.find(drawn.item);
        scores.push_back(answered == attempt->answers.end() ? base::Percent(0) : answered->second.score);
    }
    const base::Percent score = learning::meanScore(scores);
    happened(learning::ExamFinished{id, score, score >= course_->passMark});
}

} // namespace portal
