#include "learning/step_grading.h"

#include "learning/case_play.h"
#include "learning/dialogue_play.h"
#include "learning/question_gauge.h"
#include "learning/simulators.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <string>

namespace learning {

using base::Percent;
using course::OptionId;

namespace {

Percent share(double part, std::size_t whole) {
    return whole == 0 ? Percent() : Percent(std::clamp(100.0 * part / static_cast<double>(whole), 0.0, 100.0));
}

/// Collects parts that are each right or not.
class Parts {
public:
    void add(const OptionId& part, bool right, const std::string& why) {
        ++count_;
        right_ += right ? 1 : 0;
        verdict_.remarks.push_back({part, right, "", why});
    }
    Verdict verdict() {
        verdict_.right = right_ == count_;
        verdict_.score = verdict_.right ? Percent(100) : share(static_cast<double>(right_), count_);
        return std::move(verdict_);
    }

private:
    Verdict verdict_;
    std::size_t count_ = 0, right_ = 0;
};

const OptionId& placedAt(const Placed& answer, const OptionId& what) {
    static const OptionId nowhere;
    const auto found = answer.bins.find(what);
    return found == answer.bins.end() ? nowhere : found->second;
}

Verdict scored(int score, const std::string& text) {
    Verdict verdict;
    verdict.score = Percent(std::clamp(score, 0, 100));
    verdict.right = score >= 100;
    verdict.remarks.push_back({OptionId(), verdict.right, "", text});
    return verdict;
}

} // namespace

Verdict mark(const course::Sort& sort, const Placed& answer) {
    Parts parts;
    for (const course::Sort::Card& card : sort.cards)
        parts.add(card.id, card.takes(placedAt(answer, card.id)), card.why);
    return parts.verdict();
}

Verdict mark(const course::Match& match, const Placed& answer) {
    Parts parts;
    for (const course::Match::Pair& pair : match.pairs)
        parts.add(pair.id, placedAt(answer, pair.id) == pair.id, pair.why);
    return parts.verdict();
}

Verdict mark(const course::Cloze& cloze, const Placed& answer) {
    Parts parts;
    for (const course::Cloze::Sentence& sentence : cloze.sentences)
        for (const course::Cloze::Gap& gap : sentence.gaps)
            parts.add(gap.id, gap.takes(placedAt(answer, gap.id)), sentence.why);
    return parts.verdict();
}

Verdict mark(const course::Cards& cards, const Placed& answer) {
    Parts parts;
    for (const course::Cards::Card& card : cards.cards)
        if (!card.label.empty()) parts.add(card.id, card.takes(placedAt(answer, card.id)), card.back);
    return parts.verdict();
}

Verdict mark(const course::Spot& spot, const Spotted& answer) {
    const std::set<OptionId> tapped(answer.lines.begin(), answer.lines.end());
    std::size_t mistakes = 0, falseTaps = 0;
    double found = 0;
    Verdict verdict;
    for (const course::Spot::Line& line : spot.lines) {
        const bool tap = tapped.count(line.id) > 0;
        if (line.mistake) ++mistakes;
        if (tap && !line.mistake) ++falseTaps;
        if (tap && line.mistake) {
            const auto tag = answer.tags.find(line.id);
            const bool named = line.tag.empty() || (tag != answer.tags.end() && tag->second == line.tag);
            found += named ? 1.0 : 0.5;
        }
        if (tap || line.mistake) verdict.remarks.push_back({line.id, tap && line.mistake, "", line.why});
    }
    verdict.score = share(std::max(0.0, found - static_cast<double>(falseTaps)), mistakes);
    verdict.right = mistakes > 0 && falseTaps == 0 && verdict.score == Percent(100);
    return verdict;
}

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
