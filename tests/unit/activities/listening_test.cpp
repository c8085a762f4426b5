// Listening practice: what is spoken and when, what can be read instead, and what a screen reader is told.
#include "activities/exercise_visit.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using sample::goTo;
using ui::Role;
using walk::Visitor;

/// On a device that can speak English.
struct Heard {
    Heard() { visitor.host().page.voices = {"en"}; }
    Visitor visitor{sample::setting()};
    host::HeadlessPage& page = visitor.host().page;

    void step(const char* kind) { (void)goTo(visitor, kind); }
    bool press(const char* key) { return visitor.press(key); }
    void speakOn(int utterance) {
        page.speakOn(utterance);
        visitor.host().settle();
    }
};

} // namespace

TEST_CASE_FIXTURE(Heard, "listening: nothing is spoken before it is asked for, and how it stands is said") {
    step("reflect");
    CHECK(page.speeches == 0);
    CHECK(visitor.shows("listen.aloud"));
    CHECK(visitor.shows("listen.stopped"));
    CHECK_FALSE(visitor.host().shows("third paper"));
    REQUIRE(press("listen.listen"));
    CHECK(page.speeches == 1);
    CHECK(page.spoken == std::vector<std::string>{"0Third trip , third paper.", "1What is missing?"});
    CHECK_FALSE(page.spokenSlowly);
    speakOn(1);
    CHECK(visitor.host().shows(visitor.word("listen.speaking", {{"at", "2"}, {"count", "2"}})));
    CHECK_FALSE(visitor.shows("listen.stopped"));
    speakOn(-1);
    CHECK(visitor.shows("listen.stopped"));
    REQUIRE(press("listen.again"));
    CHECK(page.speeches == 2);
    REQUIRE(press("listen.stop"));
    CHECK_FALSE(page.speaking);
    CHECK(visitor.shows("listen.stopped"));
}

TEST_CASE_FIXTURE(Heard, "listening: slowly, from the next time on or at once") {
    step("reflect");
    REQUIRE(visitor.pressIn(visitor.word("listen.speed"), visitor.word("listen.slow")));
    CHECK(page.speeches == 0);
    REQUIRE(press("listen.listen"));
    CHECK(page.spokenSlowly);
    REQUIRE(visitor.pressIn(visitor.word("listen.speed"), visitor.word("listen.normal")));
    CHECK(page.speeches == 2);
    CHECK_FALSE(page.spokenSlowly);
}

TEST_CASE_FIXTURE(Heard, "listening: the words come when they are asked for, and with the answer") {
    step("reflect");
    REQUIRE(visitor.host().press(Role::disclosure, visitor.word("listen.words")));
    CHECK(visitor.host().shows("third paper"));
    REQUIRE(visitor.host().press(Role::disclosure, visitor.word("listen.words")));
    CHECK_FALSE(visitor.host().shows("third paper"));
    REQUIRE(visitor.host().type(visitor.word("reflect.field"), "Three trips, that is wearing."));
    REQUIRE(press("reflect.keep"));
    CHECK(visitor.host().shows("third paper"));
    REQUIRE(press("listen.listen")); // and it can be heard still
    CHECK(page.speaking);
}

TEST_CASE_FIXTURE(Heard, "listening: speech stops when its step is left, for whatever place") {
    step("reflect");
    REQUIRE(press("listen.listen"));
    visitor.host().go("#/");
    CHECK_FALSE(page.speaking);
    visitor.host().go("#/lesson/" + sample::lessonId.text());
    CHECK(visitor.shows("listen.stopped"));
    REQUIRE(press("listen.again"));
    REQUIRE(press("lesson.previousStep"));
    CHECK(visitor.host().shows("I am leaving you")); // something else to hear
    CHECK_FALSE(page.speaking);
    CHECK(visitor.shows("listen.stopped"));
}

TEST_CASE_FIXTURE(Heard, "listening: in another language there may be no voice") {
    step("reflect");
    REQUIRE(press("listen.listen"));
    visitor.portal().setLanguage("zh-CN");
    visitor.host().settle();
    CHECK_FALSE(page.speaking);
    CHECK(visitor.shows("listen.noVoice"));
    CHECK(visitor.host().shows("third paper")); // the sample's words are English in both
}

TEST_CASE("listening: where there is no voice it is read") {
    Visitor visitor(sample::setting());
    (void)goTo(visitor, "reflect");
    CHECK(visitor.shows("listen.noVoice"));
    CHECK(visitor.host().shows("third paper"));
    CHECK_FALSE(visitor.press("listen.listen"));
    CHECK(visitor.host().page.speeches == 0);
}

TEST_CASE_FIXTURE(Heard, "listening for mistakes: the lines are tapped by their numbers, and then read") {
    step("spot");
    CHECK_FALSE(visitor.host().shows("Which model?"));
    const auto line = [this](const char* at) { return visitor.word("listen.line", {{"at", at}}); };
    CHECK(visitor.host().find(Role::button, "Caller: " + line("1")) != nullptr);
    REQUIRE(press("listen.listen"));
    CHECK(page.spoken.size() == 4);
    CHECK(page.spoken[1] == "1Which model?");
    REQUIRE(visitor.host().press(Role::button, "Agent: " + line("2")));
    CHECK(visitor.host().shows("Which model?"));
    CHECK_FALSE(visitor.host().shows("All right."));
    CHECK(page.speaking); // answering is no reason to fall silent
    REQUIRE(press("spot.showRest"));
    CHECK(visitor.host().shows("All right."));
}

TEST_CASE_FIXTURE(Heard, "listening in a talk: each line is heard, and read once it is answered") {
    step("friendly");
    CHECK(visitor.shows("listen.hidden"));
    CHECK_FALSE(visitor.host().shows("And by the way…"));
    REQUIRE(press("listen.listen"));
    CHECK(page.spoken == std::vector<std::string>{"0And by the way…"});
    REQUIRE(visitor.host().press(Role::button, "How many things today?"));
    CHECK(visitor.host().shows("And by the way…"));
    CHECK_FALSE(page.speaking);
    REQUIRE(press("dialogue.goOn"));
    REQUIRE(press("listen.listen"));
    CHECK(page.spoken == std::vector<std::string>{"0Five, dear."});
}
