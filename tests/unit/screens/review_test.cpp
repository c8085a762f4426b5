// A review: home says what is due, a few minutes bring it back, every answer is kept, and it says when it is enough.
#include "host/review_visit.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using walk::answerCard;
using walk::Answering;
using walk::due;
using walk::metLongAgo;
using walk::Visitor;

const std::vector<std::string> six = {"M1-01", "M1-02", "M1-03", "M2-01", "M2-02", "M2-03"};

void daysGoBy(Visitor& visitor, int days) {
    visitor.host().clock.time += std::chrono::days(days);
    visitor.host().go("#/");
}

std::string dueWords(Visitor& visitor, std::size_t count) {
    return visitor.word("review.due", {{"count", std::to_string(count)}});
}

std::string nextWord(Visitor& visitor) {
    const portal::Sitting& sitting = visitor.portal().reviewing();
    return visitor.word(sitting.at + 1 == sitting.cards.size() ? "review.finish" : "exam.next");
}

void goOn(Visitor& visitor) { REQUIRE(visitor.host().press(ui::Role::button, nextWord(visitor))); }

void start(Visitor& visitor) {
    visitor.host().go("#/review");
    REQUIRE(visitor.press("review.start"));
}

} // namespace

TEST_CASE("a newcomer hears nothing of reviews at home, and on their page what they will be") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language});
        CHECK_FALSE(visitor.shows("review.start"));
        visitor.host().go("#/review");
        CHECK(visitor.title() == visitor.word("review.title"));
        CHECK(visitor.shows("review.empty"));
        CHECK_FALSE(visitor.shows("review.fading"));
    }
}

TEST_CASE("what a lesson asked comes back days later, and home says so from then on") {
    Visitor visitor;
    visitor.doLesson(course::LessonId("L2.1"));
    visitor.host().go("#/");
    CHECK_FALSE(visitor.shows("review.start"));
    visitor.host().go("#/review");
    CHECK(visitor.title() == visitor.word("review.nothing"));
    CHECK(visitor.shows("review.fading"));
    CHECK(visitor.host().shows(visitor.portal().longDate(visitor.host().clock.time + std::chrono::days(2))));
    daysGoBy(visitor, 1);
    CHECK_FALSE(visitor.shows("review.start"));
    visitor.host().go("#/review");
    CHECK(visitor.host().shows(visitor.word("review.tomorrow", {{"count", "3"}})));
    daysGoBy(visitor, 1);
    CHECK(visitor.host().shows(dueWords(visitor, due(visitor))));
    REQUIRE(visitor.press("review.start"));
    CHECK(visitor.title() == dueWords(visitor, due(visitor)));
}

TEST_CASE("a review from home to its end: feedback at once, every answer kept, and then it is enough") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language, .journal = metLongAgo(six)});
        REQUIRE(due(visitor) == 6);
        REQUIRE(visitor.press("review.start"));
        REQUIRE(visitor.press("review.start"));
        std::string moduleBefore;
        for (std::size_t at = 1; at <= six.size(); ++at) {
            CHECK(visitor.title() == visitor.word("exam.progress", {{"at", std::to_string(at)}, {"count", "6"}}));
            const std::string module = visitor.portal().reviewing().cards[at - 1].module.text();
            CHECK(module != moduleBefore);
            moduleBefore = module;
            const std::size_t lines = visitor.host().store.lines.size();
            answerCard(visitor, Answering::right);
            CHECK(visitor.host().store.lines.size() == lines + 1);
            CHECK(visitor.shows("answer.right"));
            CHECK(due(visitor) == six.size() - at);
            goOn(visitor);
        }
        CHECK(visitor.title() == visitor.word("review.enough"));
        CHECK(visitor.shows("review.doneAll"));
        CHECK(visitor.shows("review.fading"));
        visitor.host().go("#/");
        CHECK_FALSE(visitor.shows("review.start"));
    }
}

TEST_CASE("what was not recalled is asked once more at the end, and no more than that") {
    Visitor visitor({.journal = metLongAgo({"M1-01", "M2-01"})});
    start(visitor);
    answerCard(visitor, Answering::wrong);
    CHECK(visitor.shows("answer.why"));
    goOn(visitor);
    answerCard(visitor, Answering::right);
    goOn(visitor);
    CHECK(visitor.shows("review.onceMore"));
    answerCard(visitor, Answering::wrong);
    goOn(visitor);
    CHECK(visitor.title() == visitor.word("review.enough"));
    CHECK(visitor.host().shows(visitor.word("review.done", {{"count", "2"}, {"right", "1"}})));
    CHECK(visitor.host().shows(visitor.word("review.tomorrow", {{"count", "1"}})));
}

TEST_CASE("leaving in the middle keeps what was answered, and what is left is asked the next time") {
    Visitor visitor({.journal = metLongAgo(six)});
    start(visitor);
    for (int answers = 0; answers < 2; ++answers) {
        answerCard(visitor, Answering::right);
        goOn(visitor);
    }
    const learning::CardId shown = visitor.portal().reviewing().cards[2].id;
    visitor.host().go("#/");
    CHECK(visitor.host().shows(dueWords(visitor, 4)));
    visitor.host().go("#/review"); // in the same tab it goes on where it was left
    CHECK(visitor.portal().reviewing().cards[visitor.portal().reviewing().at].id == shown);
    visitor.reload();
    CHECK(visitor.title() == dueWords(visitor, 4));
    REQUIRE(visitor.press("review.start"));
    CHECK(visitor.portal().reviewing().cards.size() == 4);
}

TEST_CASE("when more is due than fits into some minutes, another round is offered and not urged") {
    std::vector<std::string> many;
    for (int i = 1; i <= 15; ++i) many.push_back((i < 10 ? "M2-0" : "M2-") + std::to_string(i));
    Visitor visitor({.journal = metLongAgo(many)});
    REQUIRE(due(visitor) == 15);
    start(visitor);
    for (int answers = 0; answers < 12; ++answers) {
        answerCard(visitor, Answering::right);
        goOn(visitor);
    }
    CHECK(visitor.title() == visitor.word("review.roundDone"));
    CHECK(visitor.host().shows(visitor.word("review.more", {{"count", "3"}})));
    REQUIRE(visitor.press("review.again"));
    CHECK(visitor.title() == visitor.word("exam.progress", {{"at", "1"}, {"count", "3"}}));
}

TEST_CASE("a review fetches the modules of its questions only, and leaves out those that cannot be had") {
    auto packs = walk::packs();
    packs.erase("M2.zh-CN");
    Visitor visitor({.journal = metLongAgo(six), .packs = packs});
    start(visitor);
    for (int answers = 0; answers < 3; ++answers) {
        CHECK(visitor.portal().reviewing().cards[visitor.portal().reviewing().at].module.text() == "M1");
        answerCard(visitor, Answering::right);
        REQUIRE((visitor.press("exam.next") || visitor.press("review.finish")));
    }
    CHECK(visitor.portal().moduleLoading(course::ModuleId("M3")) == portal::Loading::waiting);
    CHECK(visitor.host().shows(visitor.word("review.unavailableTitle", {{"count", "3"}})));
    CHECK(due(visitor) == 3); // they stay due
    visitor.host().page.packs = walk::packs();
    REQUIRE(visitor.press("pack.retry"));
    CHECK_FALSE(visitor.host().shows(visitor.word("review.unavailableTitle", {{"count", "3"}})));
    start(visitor);
    answerCard(visitor, Answering::right);
    CHECK(due(visitor) == 2);
}

TEST_CASE("an item that the course has no more is passed over, and nothing stands in its way") {
    Visitor visitor({.journal = metLongAgo({"M2-01", "M2-gone"})});
    start(visitor);
    answerCard(visitor, Answering::right);
    REQUIRE((visitor.press("review.finish") || visitor.press("exam.next")));
    CHECK_FALSE(visitor.portal().reviewing().open());
    CHECK(visitor.portal().reviewing().unavailable == 0);
}

TEST_CASE("what has many parts is done again as a whole, a hint counts, and nothing offers to do it over") {
    const std::string card = "L2.1/eight-causes";
    Visitor visitor({.journal = metLongAgo({card})});
    start(visitor);
    const course::Lesson& lesson = visitor.lesson(course::LessonId("L2.1"));
    const auto sort = std::find_if(lesson.steps.begin(), lesson.steps.end(), [&](const course::Step& step) {
        return learning::cardOf({lesson.id, step.id}).text() == card;
    });
    REQUIRE(sort != lesson.steps.end());
    CHECK(visitor.host().find(ui::Role::heading, sort->title) != nullptr);
    const bool hint = visitor.press("step.hint");
    answerCard(visitor, Answering::right);
    CHECK_FALSE(visitor.shows("step.again"));
    CHECK(visitor.person().cards.begin()->second.recalls.back().hinted == hint);
    goOn(visitor);
    CHECK(visitor.title() == visitor.word("review.enough"));
}

TEST_CASE("the next person does not see the review of the one before") {
    Visitor visitor({.journal = metLongAgo(six)});
    start(visitor);
    visitor.portal().addLearner("李华");
    visitor.host().go("#/review");
    CHECK(visitor.title() == visitor.word("review.title"));
}

TEST_CASE("a question of a review stays in its place when the language changes, with what was marked") {
    Visitor visitor({.journal = metLongAgo(six)});
    start(visitor);
    const learning::CardId shown = visitor.portal().reviewing().cards[0].id;
    visitor.portal().setLanguage("en");
    visitor.host().settle();
    CHECK(visitor.portal().reviewing().cards[visitor.portal().reviewing().at].id == shown);
    answerCard(visitor, Answering::right);
    CHECK(visitor.shows("answer.right"));
}
