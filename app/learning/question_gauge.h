// The question gauge (SIM-7): a conversation as three gauges. Open questions bring information and let talk drift;
// closed ones bring it back and make it tense. The constants are a design of the course, not findings.
#pragma once

#include "course/ids.h"

#include <vector>

namespace learning {

class QuestionGauge {
public:
    static constexpr int most = 75; ///< drift or tension above this ends the talk
    static constexpr int goal = 90; ///< information that wins
    static constexpr int turns = 8;
    static constexpr int scale = 104; ///< the most information that can be reached

    enum class State { going, won, shortOfGoal, drifted, tense };
    /// What the moment asks for: the rule that a good next question follows.
    enum class Rule { startOpen, closeDrift, openTension, free };

    /// False when the talk is over.
    bool ask(bool open);

    [[nodiscard]] int information() const { return information_; }
    [[nodiscard]] int drift() const { return drift_; }
    [[nodiscard]] int tension() const { return tension_; }
    [[nodiscard]] int asked() const { return asked_; }
    [[nodiscard]] State state() const;
    [[nodiscard]] Rule rule() const;

private:
    int information_ = 0, drift_ = 20, tension_ = 40;
    int asked_ = 0;
};

/// The names under which an answer keeps the two kinds of question.
[[nodiscard]] const course::OptionId& openQuestion();
[[nodiscard]] const course::OptionId& closedQuestion();

/// Plays what was asked; a name that is neither kind ends the play there.
[[nodiscard]] QuestionGauge replayGauge(const std::vector<course::OptionId>& asked);

} // namespace learning
