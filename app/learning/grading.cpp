#include "learning/grading.h"

#include "learning/guess.h"
#include "learning/step_grading.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace learning {

using base::Percent;
using course::OptionId;

namespace {

Percent share(std::size_t part, std::size_t whole) {
    return whole == 0 ? Percent() : Percent(100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

bool contains(const std::vector<OptionId>& ids, const OptionId& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// True when every id of `ids` is one of the things, and none comes twice.
template <class Thing>
bool namesEachOnce(const std::vector<OptionId>& ids, const std::vector<Thing>& things) {
    for (auto id = ids.begin(); id != ids.end(); ++id) {
        if (std::find(ids.begin(), id, *id) != id) return false;
        const bool known =
            std::any_of(things.begin(), things.end(), [&id](const Thing& thing) { return thing.id == *id; });
        if (!known) return false;
    }
    return true;
}

/// What is said to those chosen and to the keys that were missed.
std::vector<Remark> remarksOn(const std::vector<course::Option>& options, const std::vector<OptionId>& chosen) {
    std::vector<Remark> remarks;
    for (const course::Option& option : options) {
        const bool picked = contains(chosen, option.id);
        if (picked || option.key)
            remarks.push_back({option.id, picked && option.key, option.misconception, option.feedback});
    }
    return remarks;
}

Verdict mark(const course::SingleChoice& question, const Chosen& answer) {
    if (answer.options.size() != 1 || !namesEachOnce(answer.options, question.options)) return {};
    Verdict verdict;
    verdict.remarks = remarksOn(question.options, answer.options);
    for (const course::Option& option : question.options)
        if (option.key && option.id == answer.options.front()) verdict.right = true;
    verdict.score = Percent(verdict.right ? 100 : 0);
    return verdict;
}

Verdict mark(const course::MultipleChoice& question, const Chosen& answer) {
    if (!namesEachOnce(answer.options, question.options)) return {};
    std::size_t keys = 0, hits = 0;
    for (const course::Option& option : question.options) {
        if (!option.key) continue;
        ++keys;
        if (contains(answer.options, option.id)) ++hits;
    }
    const std::size_t falsePicks = answer.options.size() - hits;
    Verdict verdict;
    verdict.remarks = remarksOn(question.options, answer.options);
    verdict.right = keys > 0 && hits == keys && falsePicks == 0;
    verdict.score = share(hits > falsePicks ? hits - falsePicks : 0, keys);
    return verdict;
}

Verdict mark(const course::Ordering& question, const Ordered& answer) {
    const auto& entries = question.entries;
    if (answer.options.size() != entries.size() || entries.empty() || !namesEachOnce(answer.options, entries))
        return {};
    std::vector<std::size_t> places;
    for (const OptionId& id : answer.options) {
        const auto entry =
            std::find_if(entries.begin(), entries.end(), [&id](const auto& each) { return each.id == id; });
        places.push_back(static_cast<std::size_t>(entry - entries.begin()));
    }
    std::size_t rising = 0;
    for (std::size_t at = 1; at < places.size(); ++at)
        if (places[at - 1] < places[at]) ++rising;
    Verdict verdict;
    verdict.right = rising + 1 == places.size();
    verdict.score = verdict.right ? Percent(100) : share(rising, places.size() - 1);
    verdict.remarks.push_back(
        {OptionId(), verdict.right, verdict.right ? "" : question.misconception, question.feedback});
    return verdict;
}

Verdict mark(const course::Estimate& question, const Estimated& answer) {
    const double off = std::fabs(answer.number - question.truth);
    if (!std::isfinite(off) || question.tolerance <= 0) return {};
    // A slider's stops are sums of decimal steps; what is off by rounding alone is within.
    const double beyond = off / question.tolerance - 1.0;
    Verdict verdict;
    verdict.right = beyond <= 1e-9;
    verdict.score = verdict.right ? Percent(100) : Percent::ofOne(std::max(0.0, 1.0 - beyond / 3.0));
    Remark remark;
    remark.right = verdict.right;
    if (verdict.right) {
        remark.text = question.rightFeedback;
    } else if (answer.number < question.truth) {
        remark.misconception = question.tooLowMisconception;
        remark.text = question.tooLowFeedback;
    } else {
        remark.misconception = question.tooHighMisconception;
        remark.text = question.tooHighFeedback;
    }
    verdict.remarks.push_back(std::move(remark));
    return verdict;
}

Verdict mark(const course::GuessChart& chart, const Guessed& answer) {
    if (answer.shares.size() != chart.bars.size()) return {};
    std::vector<int> truths;
    for (const course::GuessChart::Bar& bar : chart.bars) truths.push_back(bar.truth);
    for (const int guessed : answer.shares)
        if (guessed < 0 || guessed > chart.total) return {};
    const int off = distance(answer.shares, truths);
    Verdict verdict;
    verdict.right = off <= chart.goodWithin;
    const bool fair = off <= chart.fairWithin;
    verdict.score = Percent(verdict.right ? 100 : fair ? 60 : 30);
    verdict.remarks.push_back({OptionId(), verdict.right, "",
                               verdict.right ? chart.goodFeedback
                               : fair        ? chart.fairFeedback
                                             : chart.farFeedback});
    return verdict;
}

Verdict mark(const course::Rewrite& rewrite, const Wrote& answer, const SentenceLab& lab) {
    Verdict verdict;
    std::size_t asAsked = 0;
    for (const course::Rewrite::Prompt& prompt : rewrite.prompts) {
        const auto written = answer.texts.find(prompt.id);
        const QuestionForm wanted =
            prompt.target == course::Rewrite::Target::open ? QuestionForm::open : QuestionForm::closed;
        const bool right = written != answer.texts.end() && lab.read(written->second).form == wanted;
        if (right) ++asAsked;
        verdict.remarks.push_back({prompt.id, right, "", prompt.model});
    }
    verdict.right = asAsked == rewrite.prompts.size();
    verdict.score = share(asAsked, rewrite.prompts.size());
    return verdict;
}

Verdict mark(const course::Check& check, const Answer& answer) { return grade(check.item, answer); }

Verdict nothingAsked() { return {Percent(100), true, {}}; }

/// Marks when the answer is of the kind that `Asked` asks for; nothing otherwise.
template <class Given, class Asked>
Verdict markAs(const Asked& asked, const Answer& answer) {
    const Given* given = std::get_if<Given>(&answer);
    return given ? mark(asked, *given) : Verdict{};
}

struct ItemMarker {
    const Answer& answer;
    Verdict operator()(const course::SingleChoice& question) const { return markAs<Chosen>(question, answer); }
    Verdict operator()(const course::MultipleChoice& question) const { return markAs<Chosen>(question, answer); }
    Verdict operator()(const course::Ordering& question) const { return markAs<Ordered>(question, answer); }
    Verdict operator()(const course::Estimate& question) const { return markAs<Estimated>(question, answer); }
};

struct StepMarker {
    const Answer& answer;
    const SentenceLab* lab;
    Verdict operator()(const course::Reading&) const { return nothingAsked(); }
    Verdict operator()(const course::Closing&) const { return nothingAsked(); }
    Verdict operator()(const course::GuessChart& chart) const { return markAs<Guessed>(chart, answer); }
    Verdict operator()(const course::Sort& sort) const { return markAs<Placed>(sort, answer); }
    Verdict operator()(const course::Rewrite& rewrite) const {
        const Wrote* wrote = std::get_if<Wrote>(&answer);
        return wrote && lab ? mark(rewrite, *wrote, *lab) : Verdict{};
    }
    Verdict operator()(const course::Check& check) const { return mark(check, answer); }
    Verdict operator()(const course::Match& match) const { return markAs<Placed>(match, answer); }
    Verdict operator()(const course::Matrix& matrix) const { return markAs<Placed>(matrix.sort, answer); }
    Verdict operator()(const course::Cloze& cloze) const { return markAs<Placed>(cloze, answer); }
    Verdict operator()(const course::Spot& spot) const { return markAs<Spotted>(spot, answer); }
    Verdict operator()(const course::Likert&) const { return nothingAsked(); }
    Verdict operator()(const course::Cards& cards) const {
        return cards.labels.empty() ? nothingAsked() : markAs<Placed>(cards, answer);
    }
    Verdict operator()(const course::Reflect&) const { return nothingAsked(); }
    Verdict operator()(const course::Case& story) const { return markAs<Decided>(story, answer); }
    Verdict operator()(const course::Dialogue& talk) const { return markAs<Said>(talk, answer); }
    Verdict operator()(const course::Simulator& simulator) const { return markAs<Simulated>(simulator, answer); }
    Verdict operator()(const course::Gauge& gauge) const { return markAs<Said>(gauge, answer); }
};

} // namespace

Verdict grade(const course::Item& item, const Answer& answer) { return std::visit(ItemMarker{answer}, item.question); }

Verdict grade(const course::Step& step, const Answer& answer, const SentenceLab* lab) {
    return std::visit(StepMarker{answer, lab}, step.activity);
}

Percent meanScore(const std::vector<Percent>& scores) {
    if (scores.empty()) return Percent();
    double sum = 0;
    for (const Percent score : scores) sum += score.outOfHundred();
    return Percent(sum / static_cast<double>(scores.size()));
}

} // namespace learning
