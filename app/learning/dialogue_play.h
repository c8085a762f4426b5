// Playing a dialogue: what can be said at this point, and what saying it does. The same sentences give the same talk,
// so that a talk is kept as what was said and can be told again. Knows no screen and no chance.
#pragma once

#include "course/dialogue.h"
#include "course/ids.h"

#include <set>
#include <string>
#include <vector>

namespace learning {

/// How someone feels: the meter in five steps, each with a face and a word.
enum class Mood { furious, upset, waiting, content, glad };
/// 0–24, 25–49, 50–69, 70–84, 85–100.
[[nodiscard]] Mood moodOf(int meter);

class DialoguePlay {
public:
    /// `talk` must outlive the play.
    explicit DialoguePlay(const course::Dialogue& talk);

    struct Move {
        const course::Dialogue::Node* node = nullptr;
        const course::Dialogue::Option* option = nullptr;
        std::vector<int> before, after; ///< the meters, as in Dialogue::meters

        /// All changes in hundredths of their meters, but money: above 0 when it did good.
        [[nodiscard]] int worth(const course::Dialogue& talk) const;
    };

    /// The line that waits for an answer; null when the talk has ended.
    [[nodiscard]] const course::Dialogue::Node* node() const;
    /// The options whose conditions hold now; empty when the talk has ended. Those that cost more than is left can be
    /// looked at only.
    [[nodiscard]] std::vector<const course::Dialogue::Option*> offered(bool withTooDear = false) const;
    [[nodiscard]] bool canPay(const course::Dialogue::Option& option) const;
    /// False, and nothing changes, when this is not offered.
    bool say(const course::OptionId& option);

    /// How the meters stand, as in Dialogue::meters.
    [[nodiscard]] const std::vector<int>& values() const { return values_; }
    [[nodiscard]] int mood() const { return talk_->hasMood() ? values_[0] : 0; }
    /// The bars together.
    [[nodiscard]] int total() const;
    [[nodiscard]] const std::set<std::string, std::less<>>& flags() const { return flags_; }
    [[nodiscard]] const std::vector<Move>& moves() const { return moves_; }
    /// Null until the talk has ended.
    [[nodiscard]] const course::Dialogue::Ending* ending() const;

    /// A talk that goes round is brought to its ending after so many turns.
    static constexpr std::size_t mostTurns = 60;

private:
    [[nodiscard]] bool holds(const course::Condition& condition) const;
    /// Goes to this node, or past it and those after it that do not hold.
    void goTo(std::size_t node);

    const course::Dialogue* talk_;
    std::size_t at_ = 0;
    std::vector<int> values_;
    std::set<std::string, std::less<>> flags_;
    std::vector<Move> moves_;
};

/// Plays what was said, as far as it can still be said in this talk.
[[nodiscard]] DialoguePlay replay(const course::Dialogue& talk, const std::vector<course::OptionId>& said);

} // namespace learning
