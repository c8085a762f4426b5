#include "host/exercises.h"

#include "learning/case_play.h"
#include "learning/dialogue_play.h"
#include "learning/question_gauge.h"
#include "learning/simulators.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace walk {

using ui::Role;

namespace {

template <class Things>
const auto& withId(const Things& things, const course::OptionId& id) {
    const auto found = std::find_if(things.begin(), things.end(), [&](const auto& each) { return each.id == id; });
    REQUIRE(found != things.end());
    return *found;
}

/// Money as its pattern has it.
std::string written(std::string pattern, int amount) {
    return pattern.replace(pattern.find("{n}"), 3, learning::figureText(amount, 0));
}

} // namespace

void does(Visitor& visitor, const course::Match& match) {
    for (const auto& pair : match.pairs) {
        REQUIRE(visitor.host().press(Role::radio, pair.left));
        REQUIRE(visitor.host().press(Role::button, pair.right));
    }
    REQUIRE(visitor.press("sort.overview"));
}

void does(Visitor& visitor, const course::Matrix& matrix) {
    const auto& cards = matrix.sort.cards;
    for (const auto& card : cards) {
        REQUIRE(visitor.host().press(Role::button, withId(matrix.sort.bins, card.bin).label));
        REQUIRE(visitor.press(card.id == cards.back().id ? "sort.overview" : "sort.next"));
    }
}

void does(Visitor& visitor, const course::Cloze& cloze) {
    for (const auto& sentence : cloze.sentences)
        for (const auto& gap : sentence.gaps)
            REQUIRE(visitor.pressIn(visitor.word("cloze.bank"), cloze.word(gap.word)->text));
    REQUIRE(visitor.press("answer.submit"));
}

void does(Visitor& visitor, const course::Spot& spot) {
    (void)visitor.host().press(Role::disclosure, visitor.word("listen.words")); // where it would have to be heard
    for (const auto& line : spot.lines) {
        if (!line.mistake) continue;
        const std::string name = line.by.empty() ? line.text : withId(spot.speakers, line.by).label + ": " + line.text;
        REQUIRE(visitor.host().press(Role::button, name));
        if (!spot.tags.empty())
            REQUIRE(visitor.pressIn(visitor.word("spot.whichKind"), withId(spot.tags, line.tag).label));
    }
    REQUIRE(visitor.press("sort.overview"));
}

void does(Visitor& visitor, const course::Likert& likert) {
    for (std::size_t at = 0; at < likert.statements.size(); ++at)
        REQUIRE(visitor.pressIn(likert.statements[at].text, std::to_string(at % 2 == 0 ? likert.points : 2)));
    REQUIRE(visitor.press("likert.see"));
}

void does(Visitor& visitor, const course::Cards& cards) {
    for (const auto& card : cards.cards) {
        REQUIRE(visitor.host().press(Role::disclosure, card.front));
        if (!cards.labels.empty())
            REQUIRE(visitor.pressIn(card.front, card.label.empty() ? cards.labels.front().label
                                                                   : withId(cards.labels, card.label).label));
    }
    REQUIRE(visitor.press(cards.labels.empty() ? "step.continue" : "sort.overview"));
}

void does(Visitor& visitor, const course::Reflect&) {
    REQUIRE(visitor.host().type(visitor.word("reflect.field"), "上周三，一位老先生……\nThen I waited. 👍"));
    REQUIRE(visitor.press("reflect.keep"));
}

void does(Visitor& visitor, const course::Case& story) {
    learning::Decided decided;
    for (const auto& decision : story.decisions) {
        auto options = decision.options; // the most worth first, as far as the money goes
        std::sort(options.begin(), options.end(),
                  [](const auto& one, const auto& other) { return one.worth > other.worth; });
        for (const auto& option : options) {
            if (!learning::canChoose(story, decided, decision, option)) continue;
            std::string shown = option.text;
            if (option.cost > 0 && story.budget) shown += " (" + written(story.budgetShows, option.cost) + ")";
            REQUIRE(visitor.pressIn(decision.text, shown));
            decided.decisions[decision.id].push_back(option.id);
        }
        REQUIRE(visitor.press("case.decide"));
    }
    REQUIRE(visitor.press("case.outcome"));
}

void does(Visitor& visitor, const course::Dialogue& talk) {
    learning::DialoguePlay play(talk);
    while (play.node() != nullptr) {
        const auto offered = play.offered();
        const auto good = [&talk](const auto* option) {
            return learning::DialoguePlay::Move{nullptr, option, {}, {}}.worth(talk);
        };
        const auto* best =
            *std::max_element(offered.begin(), offered.end(),
                              [&good](const auto* one, const auto* other) { return good(one) < good(other); });
        const auto& money = talk.meters.back();
        std::string shown = best->text;
        if (money.kind == course::Dialogue::Meter::Kind::budget && best->moves.back() < 0)
            shown += " (" + written(money.shows, -best->moves.back()) + ")";
        REQUIRE(visitor.host().press(Role::button, shown));
        REQUIRE(play.say(best->id));
        REQUIRE(visitor.press(play.node() == nullptr ? "dialogue.ending" : "dialogue.goOn"));
    }
}

void does(Visitor& visitor, const course::Simulator& simulator) {
    for (const auto& task : simulator.tasks) {
        if (task.guess) {
            REQUIRE(visitor.host().slide(
                task.text, static_cast<float>(learning::outputOf(simulator, task.guess->set, task.output))));
            REQUIRE(visitor.press("simulator.see"));
        } else {
            REQUIRE(visitor.host().slide(simulator.inputs.front().label, 11));
            if (!visitor.shows("simulator.reached")) REQUIRE(visitor.press("simulator.giveUp"));
        }
        REQUIRE(visitor.press(task.id == simulator.tasks.back().id ? "simulator.finish" : "simulator.nextTask"));
    }
    if (simulator.tasks.empty()) REQUIRE(visitor.press("simulator.finish"));
}

void does(Visitor& visitor, const course::Gauge& gauge) {
    learning::QuestionGauge play;
    for (const auto& turn : gauge.turns) {
        const bool open = play.rule() != learning::QuestionGauge::Rule::closeDrift;
        REQUIRE(visitor.host().press(Role::button, open ? turn.open : turn.closed));
        play.ask(open);
    }
    REQUIRE(visitor.press("gauge.see"));
}

} // namespace walk
