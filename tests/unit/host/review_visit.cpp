#include "host/review_visit.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace walk {

std::vector<std::string> metLongAgo(const std::vector<std::string>& cards) {
    const base::Instant then = host::HeadlessClock().time - std::chrono::days(40);
    std::vector<learning::Fact> facts = {learning::LearnerJoined{}, learning::LearnerChosen{}};
    for (const std::string& card : cards) {
        const std::size_t slash = card.find('/');
        learning::Answer answer = learning::Chosen{};
        // Which module an item belongs to is known from what it measures.
        const std::string objective = slash == std::string::npos ? card.substr(0, card.find('-')) + ".o1" : "";
        if (slash != std::string::npos && card.find("check", slash) == std::string::npos)
            answer = learning::Placed{{{course::OptionId("a"), course::OptionId("b")}}};
        facts.push_back(learning::ItemReviewed{learning::CardId(card), answer, base::Percent(100), objective});
    }
    std::vector<std::string> lines;
    for (const learning::Fact& fact : facts)
        lines.push_back(learning::toJsonLine({learning::EventId("long-ago-" + std::to_string(lines.size())),
                                              learning::LearnerId("someone"), then, fact}));
    return lines;
}

std::size_t due(Visitor& visitor) { return visitor.portal().schedule().due(); }

void answerCard(Visitor& visitor, Answering how) {
    const portal::Sitting& sitting = visitor.portal().reviewing();
    REQUIRE(sitting.open());
    const learning::Scheduled card = sitting.cards[sitting.at];
    INFO("card ", card.id.text());
    const course::Module* module = visitor.portal().module(card.module);
    REQUIRE(module != nullptr);
    const auto place = learning::stepOf(card.id);
    if (!place) {
        visitor.answer(*module->item(course::ItemId(card.id.text())), how);
        return;
    }
    const auto& steps = module->lesson(place->lesson)->steps;
    const auto step =
        std::find_if(steps.begin(), steps.end(), [&](const course::Step& each) { return each.id == place->step; });
    REQUIRE(step != steps.end());
    if (const auto* check = std::get_if<course::Check>(&step->activity)) {
        visitor.answer(check->item, how);
    } else {
        visitor.answerStep(*step);
    }
}

} // namespace walk
