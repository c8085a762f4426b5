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
        int before = 0, after = 0; ///< the mood
    };

    /// The line that waits for an answer; null when the talk has ended.
    [[nodiscard]] const course::Dialogue::Node* node() const;
    /// The options whose conditions hold now; empty when the talk has ended.
    [[nodiscard]] std::vector<const course::Dialogue::Option*> offered() const;
    /// False, and nothing changes, when this is not offered.
    bool say(const course::OptionId& option);

    [[nodiscard]] int mood() const { return mood_; }
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
    int mood_ = 0;
    std::set<std::string, std::less<>> flags_;
    std::vector<Move> moves_;
};

/// Plays what was said, as far as it can still be said in this talk.
[[nodiscard]] DialoguePlay replay(const course::Dialogue& talk, const std::vector<course::OptionId>& said);

} // namespace learning
