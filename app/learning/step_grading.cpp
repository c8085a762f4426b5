#include "learning/step_grading.h"

#include <algorithm>
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

} // namespace learning
