// Marks what was played through: cases, dialogues, the question gauge and simulators.
#include "learning/case_play.h"
#include "learning/dialogue_play.h"
#include "learning/question_gauge.h"
#include "learning/simulators.h"
#include "learning/step_grading.h"

#include <algorithm>
#include <cmath>

namespace learning {

using base::Percent;
using course::OptionId;

namespace {

Verdict scored(int score, const std::string& text) {
    Verdict verdict;
    verdict.score = Percent(std::clamp(score, 0, 100));
    verdict.right = score >= 100;
    verdict.remarks.push_back({OptionId(), verdict.right, "", text});
    return verdict;
}

} // namespace

Verdict mark(const course::Case& story, const Decided& answer) {
    const course::Case::Outcome* outcome = outcomeOf(story, answer);
    return outcome ? scored(outcome->score, outcome->text) : Verdict{};
}

Verdict mark(const course::Dialogue& talk, const Said& answer) {
    const DialoguePlay play = replay(talk, answer.options);
    const course::Dialogue::Ending* ending = play.ending();
    return ending ? scored(ending->score, ending->text) : Verdict{}; // a talk that was broken off shows nothing
}

Verdict mark(const course::Gauge& gauge, const Said& answer) {
    const QuestionGauge play = replayGauge(answer.options);
    switch (play.state()) {
    case QuestionGauge::State::won: return scored(100, gauge.wonFeedback);
    case QuestionGauge::State::shortOfGoal:
        return scored(std::min(play.information(), QuestionGauge::goal), gauge.shortFeedback);
    case QuestionGauge::State::drifted: return scored(play.information() / 2, gauge.driftFeedback);
    case QuestionGauge::State::tense: return scored(play.information() / 2, gauge.tenseFeedback);
    case QuestionGauge::State::going: break;
    }
    return {};
}

Verdict mark(const course::Simulator& simulator, const Simulated& answer) {
    Verdict verdict;
    verdict.right = true;
    double sum = 0;
    for (const course::Simulator::Task& task : simulator.tasks) {
        const auto given = answer.numbers.find(task.id);
        double score = 0;
        if (given != answer.numbers.end() && task.guess) {
            const double truth = outputOf(simulator, task.guess->set, task.output);
            const double off = std::fabs(given->second - truth) / task.guess->tolerance;
            // A slider's stops are sums of decimal steps; what is off by rounding alone is within.
            score = off <= 1 + 1e-9 ? 100 : off <= 3 + 1e-9 ? 60 : 30;
        } else if (given != answer.numbers.end()) {
            score = given->second >= task.target.from && given->second <= task.target.upTo ? 100 : 0;
        }
        sum += score;
        verdict.right = verdict.right && score >= 100;
        verdict.remarks.push_back({task.id, score >= 100, "", task.why});
    }
    verdict.score = simulator.tasks.empty() ? Percent(100) : Percent(sum / static_cast<double>(simulator.tasks.size()));
    return verdict;
}

} // namespace learning
