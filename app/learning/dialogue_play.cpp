#include "learning/dialogue_play.h"

#include <algorithm>

namespace learning {

using course::Dialogue;

Mood moodOf(int meter) {
    return meter < 25   ? Mood::furious
           : meter < 50 ? Mood::upset
           : meter < 70 ? Mood::waiting
           : meter < 85 ? Mood::content
                        : Mood::glad;
}

DialoguePlay::DialoguePlay(const Dialogue& talk) : talk_(&talk), mood_(talk.mood) { goTo(0); }

bool DialoguePlay::holds(const course::Condition& condition) const {
    if (condition.moodFrom && mood_ < *condition.moodFrom) return false;
    if (condition.moodUpTo && mood_ > *condition.moodUpTo) return false;
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

std::vector<const Dialogue::Option*> DialoguePlay::offered() const {
    std::vector<const Dialogue::Option*> options;
    if (const Dialogue::Node* here = node())
        for (const Dialogue::Option& option : here->options)
            if (holds(option.when)) options.push_back(&option);
    return options;
}

bool DialoguePlay::say(const course::OptionId& option) {
    for (const Dialogue::Option* each : offered()) {
        if (each->id != option) continue;
        const int before = mood_;
        mood_ = std::clamp(mood_ + each->mood, 0, Dialogue::mostMood);
        moves_.push_back({node(), each, before, mood_});
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
