#include "learning/dialogue_play.h"

#include <algorithm>
#include <utility>

namespace learning {

using course::Dialogue;

Mood moodOf(int meter) {
    return meter < 25   ? Mood::furious
           : meter < 50 ? Mood::upset
           : meter < 70 ? Mood::waiting
           : meter < 85 ? Mood::content
                        : Mood::glad;
}

int DialoguePlay::Move::worth(const Dialogue& talk) const {
    int sum = 0;
    for (std::size_t at = 0; at < talk.meters.size(); ++at)
        if (talk.meters[at].kind != Dialogue::Meter::Kind::budget)
            sum += option->moves[at] * 100 / talk.meters[at].most;
    return sum;
}

DialoguePlay::DialoguePlay(const Dialogue& talk) : talk_(&talk) {
    for (const Dialogue::Meter& meter : talk.meters) values_.push_back(meter.start);
    goTo(0);
}

int DialoguePlay::total() const {
    int sum = 0;
    for (std::size_t at = 0; at < values_.size(); ++at)
        if (talk_->meters[at].kind == Dialogue::Meter::Kind::bar) sum += values_[at];
    return sum;
}

bool DialoguePlay::holds(const course::Condition& condition) const {
    for (const course::Condition::Bound& bound : condition.bounds) {
        const int value = bound.meter == course::Condition::total ? total() : values_[bound.meter];
        if (value < bound.from || value > bound.upTo) return false;
    }
    const auto isSet = [this](const std::string& flag) { return flags_.find(flag) != flags_.end(); };
    return std::all_of(condition.flags.begin(), condition.flags.end(), isSet) &&
           std::none_of(condition.notFlags.begin(), condition.notFlags.end(), isSet);
}

void DialoguePlay::goTo(std::size_t node) {
    at_ = node;
    while (at_ < talk_->nodes.size() && !holds(talk_->nodes[at_].when)) ++at_;
    if (moves_.size() >= mostTurns) at_ = talk_->nodes.size();
}

const Dialogue::Node* DialoguePlay::node() const { return at_ < talk_->nodes.size() ? &talk_->nodes[at_] : nullptr; }

bool DialoguePlay::canPay(const Dialogue::Option& option) const {
    return talk_->meters.back().kind != Dialogue::Meter::Kind::budget || values_.back() + option.moves.back() >= 0;
}

std::vector<const Dialogue::Option*> DialoguePlay::offered(bool withTooDear) const {
    std::vector<const Dialogue::Option*> options;
    if (const Dialogue::Node* here = node())
        for (const Dialogue::Option& option : here->options)
            if (holds(option.when) && (withTooDear || canPay(option))) options.push_back(&option);
    return options;
}

bool DialoguePlay::say(const course::OptionId& option) {
    for (const Dialogue::Option* each : offered()) {
        if (each->id != option) continue;
        std::vector<int> before = values_;
        for (std::size_t at = 0; at < values_.size(); ++at)
            values_[at] = std::clamp(values_[at] + each->moves[at], 0, talk_->meters[at].most);
        moves_.push_back({node(), each, std::move(before), values_});
        flags_.insert(each->sets.begin(), each->sets.end());
        goTo(each->to);
        return true;
    }
    return false;
}

const Dialogue::Ending* DialoguePlay::ending() const {
    if (node() != nullptr) return nullptr;
    for (const Dialogue::Ending& ending : talk_->endings)
        if (holds(ending.when)) return &ending;
    return talk_->endings.empty() ? nullptr : &talk_->endings.back();
}

DialoguePlay replay(const Dialogue& talk, const std::vector<course::OptionId>& said) {
    DialoguePlay play(talk);
    for (const course::OptionId& option : said)
        if (!play.say(option)) break;
    return play;
}

} // namespace learning
