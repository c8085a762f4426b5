#include "learning/question_gauge.h"

#include <algorithm>

namespace learning {

bool QuestionGauge::ask(bool open) {
    if (state() != State::going) return false;
    if (open) {
        information_ += drift_ > 50 ? 8 : 16;
        drift_ += 20;
        tension_ = std::max(0, tension_ - 12);
    } else {
        information_ += tension_ > 60 ? 4 : 8;
        drift_ = std::max(0, drift_ - 30);
        tension_ += 18;
    }
    ++asked_;
    return true;
}

QuestionGauge::State QuestionGauge::state() const {
    if (drift_ > most) return State::drifted;
    if (tension_ > most) return State::tense;
    if (asked_ < turns) return State::going;
    return information_ >= goal ? State::won : State::shortOfGoal;
}

QuestionGauge::Rule QuestionGauge::rule() const {
    if (asked_ == 0) return Rule::startOpen;
    if (drift_ > most - 20) return Rule::closeDrift; // one more open question would be too much
    if (tension_ > most - 18) return Rule::openTension;
    return Rule::free;
}

const course::OptionId& openQuestion() {
    static const course::OptionId id("open");
    return id;
}

const course::OptionId& closedQuestion() {
    static const course::OptionId id("closed");
    return id;
}

QuestionGauge replayGauge(const std::vector<course::OptionId>& asked) {
    QuestionGauge gauge;
    for (const course::OptionId& each : asked) {
        const bool open = each == openQuestion();
        if (!open && each != closedQuestion()) break;
        if (!gauge.ask(open)) break;
    }
    return gauge;
}

} // namespace learning
