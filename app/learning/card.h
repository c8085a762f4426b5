// A thing that was met and comes back: an item that was asked, or a step of a lesson in which something is put right.
// Holds what was answered and when; what follows from it stands in learning/review.h.
#pragma once

#include "base/id.h"
#include "base/percent.h"
#include "base/time.h"
#include "course/ids.h"
#include "learning/answer.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace learning {

/// An item of a bank by its own id ("M2-11"), a step by its lesson and its own ("L2.1/three-views").
using CardId = base::Id<struct CardTag>;

struct StepOfLesson {
    course::LessonId lesson;
    course::StepId step;
};
[[nodiscard]] CardId cardOf(const StepOfLesson& step);
[[nodiscard]] CardId cardOf(const course::ItemId& item);
/// The step that the card asks for; nothing when it is an item of a bank.
[[nodiscard]] std::optional<StepOfLesson> stepOf(const CardId& card);

/// One time that it was asked.
struct Recall {
    base::Instant at{};
    base::Percent score;
    bool hinted = false; ///< the hint was looked at
};

struct Card {
    std::string objective;       ///< which it measures; "" for most steps
    bool inParts = false;        ///< several things are put right in it: it takes longer, and nearly right is something
    std::vector<Recall> recalls; ///< from the earliest to the latest; never empty
};

using Cards = std::map<CardId, Card>;

/// Takes an answer into account: from then on the thing is met. Answers to what cannot be asked again with a right and
/// a wrong in it (readings, talks, cases, simulators, guesses, notes) are passed over.
void remember(Cards& cards, const CardId& id, const Answer& answer, const Recall& recall, const std::string& objective);

} // namespace learning
