#include "learning/card.h"

#include <cstddef>
#include <utility>

namespace learning {

namespace {

constexpr char between = '/'; // ids are parts of addresses, which it parts as well

bool hasParts(const Answer& answer) {
    const auto* placed = std::get_if<Placed>(&answer);
    return (placed && !placed->bins.empty()) || std::holds_alternative<Spotted>(answer);
}

bool isOfItem(const Answer& answer) {
    return std::holds_alternative<Chosen>(answer) || std::holds_alternative<Ordered>(answer) ||
           std::holds_alternative<Estimated>(answer);
}

} // namespace

CardId cardOf(const StepOfLesson& step) { return CardId(step.lesson.text() + between + step.step.text()); }

CardId cardOf(const course::ItemId& item) { return CardId(item.text()); }

std::optional<StepOfLesson> stepOf(const CardId& card) {
    const std::size_t slash = card.text().find(between);
    if (slash == std::string::npos) return std::nullopt;
    return StepOfLesson{course::LessonId(card.text().substr(0, slash)), course::StepId(card.text().substr(slash + 1))};
}

void remember(Cards& cards, const CardId& id, const Answer& answer, const Recall& recall,
              const std::string& objective) {
    const bool inParts = hasParts(answer);
    if (!inParts && !isOfItem(answer)) return;
    Card& card = cards[id];
    card.inParts = inParts;
    if (!objective.empty()) card.objective = objective;
    card.recalls.push_back(recall);
    // Journals of two devices come together in any order.
    for (std::size_t place = card.recalls.size() - 1; place > 0; --place) {
        if (!(card.recalls[place].at < card.recalls[place - 1].at)) break;
        std::swap(card.recalls[place], card.recalls[place - 1]);
    }
}

} // namespace learning
