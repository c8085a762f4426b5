// Several people at one training-room PC: who sits here, a PIN, and the lock after rest.
#include "portal/training_room.h"

#include <algorithm>
#include <string>

using namespace training_room;

TEST_SUITE("who sits here") {
    TEST_CASE("whoever has a PIN is asked for it after a reload, wherever the address leads, and nothing of theirs is "
              "shown") {
        LockedRoom room;
        for (const char* hash : {"#/", "#/lesson/L2.1", "#/exam/M2", "#/me", "#/certificate", "#/people"}) {
            CAPTURE(hash);
            room.visitor.host().go(hash);
            CHECK(room.visitor.title() == room.visitor.word("people.title"));
            CHECK(room.visitor.shows("people.unlockTitle"));
        }
        CHECK(room.visitor.portal().learner() == nullptr);
        CHECK(room.visitor.portal().learners().all.size() == 1);
        room.visitor.host().go("#/records");
        CHECK(room.visitor.shows("records.lockedIntro"));
        REQUIRE(room.visitor.press("records.download"));
        REQUIRE_FALSE(room.visitor.host().page.files.saved.empty());
        CHECK(room.visitor.host().page.files.saved.find("Ann") == std::string::npos);
    }

    TEST_CASE("the right PIN brings everything back, and the address is kept") {
        LockedRoom room;
        room.visitor.host().go("#/lesson/L2.1");
        room.opens();
        CHECK(room.visitor.person().name == "Ann");
        CHECK(room.visitor.person().lessons.at(lesson).finished.has_value());
        CHECK(room.visitor.title() == room.visitor.lesson(lesson).steps.front().title);
    }

    TEST_CASE("a wrong PIN: how long to wait is said, and it cannot be tried before") {
        LockedRoom room;
        Visitor& visitor = room.visitor;
        REQUIRE(visitor.host().type(visitor.word("pin.pin"), "1111"));
        REQUIRE(visitor.press("people.open"));
        CHECK_FALSE(visitor.press("people.open")); // asked for, not answered
        answers(visitor, PeopleWish::unlock, PeopleOutcome::wrong, "8");
        CHECK(visitor.shows("people.wrong"));
        CHECK(visitor.host().shows(visitor.word("people.waitSeconds", {{"count", "8"}})));
        CHECK_FALSE(visitor.host().page.waits.empty()); // the seconds go by though nothing is typed
        REQUIRE(visitor.host().type(visitor.word("pin.pin"), "2468"));
        CHECK_FALSE(visitor.press("people.open"));
        visitor.host().clock.time += std::chrono::seconds(8);
        visitor.host().settle();
        CHECK(visitor.shows("people.again"));
        room.opens();
        CHECK(visitor.person().name == "Ann");
    }

    TEST_CASE("what somebody tried at one tile costs nobody else time") {
        LockedRoom room;
        room.visitor.enter(
            {.language = "en", .withPin = {{room.ann, "Ann"}, {"cleo", "Cleo"}}, .settings = {"sitting=" + room.ann}});
        Visitor& visitor = room.visitor;
        REQUIRE(visitor.host().type(visitor.word("pin.pin"), "1111"));
        REQUIRE(visitor.press("people.open"));
        answers(visitor, PeopleWish::unlock, PeopleOutcome::wrong, "900");
        REQUIRE(visitor.host().press(ui::Role::toggle, "Cleo · " + visitor.word("people.locked")));
        CHECK_FALSE(visitor.shows("people.wrong"));
        REQUIRE(visitor.host().type(visitor.word("pin.pin"), "2468"));
        REQUIRE(visitor.press("people.open"));
        CHECK(asked(visitor, PeopleWish::unlock).learner == "cleo");
    }

    TEST_CASE("there is one field for a PIN, also in the moment in which somebody goes to another tile") {
        LockedRoom room;
        room.visitor.enter(
            {.language = "en", .withPin = {{room.ann, "Ann"}, {"cleo", "Cleo"}}, .settings = {"sitting=" + room.ann}});
        host::Headless& page = room.visitor.host();
        const ui::Node* tile = page.find(ui::Role::toggle, "Cleo · " + room.visitor.word("people.locked"));
        REQUIRE(tile != nullptr);
        page.window.semantics().pressed(tile->id);
        for (int frame = 0; frame < 3; ++frame) {
            page.view.seconds += 0.016;
            (void)page.window.drawFrame(page.portal, page.view, {});
            const auto& nodes = page.window.semantics().nodes();
            CHECK(std::count_if(nodes.begin(), nodes.end(),
                                [&](const ui::Node& node) { return node.name == room.visitor.word("pin.pin"); }) == 1);
        }
    }

    TEST_CASE("minutes are said as minutes, after a reload too") {
        LockedRoom room;
        REQUIRE(room.visitor.host().type(room.visitor.word("pin.pin"), "1111"));
        REQUIRE(room.visitor.press("people.open"));
        answers(room.visitor, PeopleWish::unlock, PeopleOutcome::waiting, "890");
        CHECK(room.visitor.shows("people.tooEarly"));
        CHECK(room.visitor.host().shows(room.visitor.word("people.waitMinutes", {{"count", "15"}})));
    }

    TEST_CASE("a PIN is four to twelve digits, of any width") {
        LockedRoom room;
        for (const char* no : {"", "123", "1234567890123", "12a4", "12 34", "-123"}) {
            REQUIRE(room.visitor.host().type(room.visitor.word("pin.pin"), no));
            CHECK_FALSE(room.visitor.press("people.open"));
        }
        REQUIRE(room.visitor.host().type(room.visitor.word("pin.pin"), "１２３４"));
        CHECK(room.visitor.press("people.open"));
    }

    TEST_CASE("whoever has no PIN is chosen by pressing the name, and the other one stays locked") {
        LockedRoom room;
        REQUIRE(room.visitor.host().press(ui::Role::toggle, "Ben"));
        CHECK(room.visitor.person().name == "Ben");
        CHECK(room.visitor.person().lessons.empty());
        room.visitor.reload();
        CHECK(room.visitor.person().name == "Ben"); // who sat here without a PIN goes on
    }

    TEST_CASE("choosing somebody else locks whoever has a PIN first: nothing of theirs stays in memory") {
        LockedRoom room;
        room.opens();
        room.visitor.host().go("#/people");
        REQUIRE(room.visitor.host().press(ui::Role::toggle, "Ben"));
        (void)asked(room.visitor, PeopleWish::lock);
        CHECK(room.visitor.shows("people.lockingTitle"));
        const std::string ben = room.visitor.host().page.remembered["sitting"];
        room.reopen("sitting=" + ben);
        CHECK(room.visitor.person().name == "Ben");
    }

    TEST_CASE("finish and lock: first all is written, then nobody sits here") {
        Visitor visitor;
        adds(visitor, "Ann");
        visitor.host().go("#/me");
        CHECK(visitor.host().find(ui::Role::button, visitor.word("people.finish")) == nullptr); // Ann is alone here
        adds(visitor, "Ben");
        visitor.host().go("#/me");
        visitor.portal().prefer("theme", "dark"); // not on disk yet
        visitor.portal().finishAndLock();
        (void)visitor.host().window.drawFrame(visitor.portal(), visitor.host().view, {});
        CHECK(visitor.host().people.asked.empty());
        visitor.host().settle();
        (void)asked(visitor, PeopleWish::lock);
        CHECK(visitor.host().people.asked.size() == 1);
        visitor.reload();
        CHECK(visitor.portal().learner() == nullptr);
        CHECK(visitor.title() == visitor.word("people.title"));
        REQUIRE(visitor.host().press(ui::Role::toggle, "Ann"));
        CHECK(visitor.person().name == "Ann");
    }

    TEST_CASE("whoever locks one tab means the others too, and these do not change who is next") {
        Visitor visitor;
        adds(visitor, "Ann");
        visitor.host().page.remembered["sitting"] = "nobody"; // as the other tab has said
        visitor.portal().prefer("theme", "dark");
        visitor.portal().resting(host::shutElsewhere);
        CHECK(visitor.host().people.asked.empty()); // not written yet
        visitor.host().store.deliver();             // no frame is drawn while a page is hidden
        CHECK(asked(visitor, PeopleWish::lock).first.empty());
        CHECK(visitor.host().page.remembered["sitting"] == "nobody");
    }

    TEST_CASE("what was begun is there again for whoever comes back without a PIN, and for nobody else") {
        Visitor visitor;
        adds(visitor, "Ann");
        visitor.host().go("#/lab");
        visitor.portal().labSentence() = "Ann's sentence";
        adds(visitor, "Ben");
        CHECK(visitor.portal().labSentence().empty());
        visitor.portal().labSentence() = "Ben's sentence";
        visitor.host().go("#/me");
        REQUIRE(visitor.press("people.finish"));
        visitor.reload();
        CHECK(visitor.portal().labSentence().empty());
        REQUIRE(visitor.host().press(ui::Role::toggle, "Ben"));
        CHECK(visitor.portal().labSentence() == "Ben's sentence");
    }

    TEST_CASE("somebody new gives name, number, department and language") {
        Visitor visitor;
        visitor.host().go("#/people");
        REQUIRE(visitor.host().type(visitor.word("me.newName"), "王小明"));
        REQUIRE(visitor.host().type(visitor.word("csv.number"), " 0042 "));
        REQUIRE(visitor.host().type(visitor.word("csv.department"), "前台"));
        REQUIRE(visitor.host().press(ui::Role::radio, "English"));
        REQUIRE(visitor.press("me.add"));
        CHECK(visitor.person().number == "0042");
        CHECK(visitor.person().department == "前台");
        CHECK(visitor.portal().language() == "en");
        visitor.host().go("#/records");
        REQUIRE(visitor.press("records.download"));
        CHECK(visitor.host().page.files.saved.find("\r\n王小明,0042,") != std::string::npos);
        CHECK(visitor.host().page.files.saved.find(",前台,") != std::string::npos);
    }

    TEST_CASE("a number that is wrong is changed on Me, and the name stays") {
        Visitor visitor;
        adds(visitor, "Ann");
        visitor.host().go("#/me");
        REQUIRE(visitor.host().type(visitor.word("csv.number"), "7"));
        REQUIRE(visitor.press("me.saveName"));
        CHECK(visitor.person().number == "7");
        CHECK(visitor.person().name == "Ann");
        CHECK_FALSE(visitor.press("me.saveName"));
    }
}

TEST_SUITE("a PIN") {
    TEST_CASE("is set when both fields agree, and then opened at once by whoever set it") {
        Visitor visitor;
        adds(visitor, "Ann");
        visitor.host().go("#/me");
        REQUIRE(visitor.host().type(visitor.word("pin.new"), "2468"));
        CHECK_FALSE(visitor.press("pin.set"));
        REQUIRE(visitor.host().type(visitor.word("pin.again"), "2469"));
        CHECK(visitor.shows("pin.differ"));
        CHECK_FALSE(visitor.press("pin.set"));
        REQUIRE(visitor.host().type(visitor.word("pin.again"), "2468"));
        REQUIRE(visitor.press("pin.set"));
        const auto wish = asked(visitor, PeopleWish::setPin);
        CHECK(wish.first == "2468");
        CHECK(wish.second == "Ann");
        answers(visitor, PeopleWish::setPin, PeopleOutcome::done);
        (void)asked(visitor, PeopleWish::lock);
        CHECK(visitor.host().page.remembered["sitting"] == visitor.person().id.text());
    }

    TEST_CASE("needs a name first: whoever is locked finds themselves by it") {
        Visitor visitor;
        visitor.doLesson(lesson);
        visitor.host().go("#/me");
        CHECK(visitor.shows("pin.nameFirst"));
        CHECK(visitor.host().find(ui::Role::textField, visitor.word("pin.new")) == nullptr);
    }

    TEST_CASE("is not offered on plain http, with the reason, and everything else works") {
        Visitor visitor({.language = "en", .sealing = false});
        adds(visitor, "Ann");
        visitor.host().go("#/me");
        CHECK(visitor.shows("pin.unsupported"));
        CHECK(visitor.host().find(ui::Role::textField, visitor.word("pin.new")) == nullptr);
        CHECK(visitor.shows("backup.intro"));
        visitor.host().go("#/records");
        CHECK_FALSE(visitor.shows("recovery.title"));
    }

    TEST_CASE("can be changed and removed by whoever knows it") {
        LockedRoom room;
        room.opens();
        Visitor& visitor = room.visitor;
        visitor.host().go("#/me");
        REQUIRE(visitor.host().type(visitor.word("pin.old"), "2468"));
        REQUIRE(visitor.host().type(visitor.word("pin.new"), "1357"));
        REQUIRE(visitor.host().type(visitor.word("pin.again"), "1357"));
        REQUIRE(visitor.press("pin.change"));
        CHECK(asked(visitor, PeopleWish::changePin).second == "1357");
        answers(visitor, PeopleWish::changePin, PeopleOutcome::wrong, "1");
        CHECK(visitor.shows("people.wrong"));
        visitor.host().clock.time += std::chrono::seconds(1);
        REQUIRE(visitor.host().type(visitor.word("pin.old"), "2468"));
        REQUIRE(visitor.press("pin.change"));
        answers(visitor, PeopleWish::changePin, PeopleOutcome::done);
        CHECK(visitor.shows("pin.changed"));
        REQUIRE(visitor.host().type(visitor.word("pin.old"), "1357"));
        REQUIRE(visitor.press("pin.remove"));
        CHECK(asked(visitor, PeopleWish::removePin).first == "1357");
        answers(visitor, PeopleWish::removePin, PeopleOutcome::done);
        (void)asked(visitor, PeopleWish::lock);
    }

    TEST_CASE("forgotten: HR's file sets a new one, and every way in which it can fail has its sentence") {
        LockedRoom room;
        Visitor& visitor = room.visitor;
        REQUIRE(visitor.press("people.forgotten"));
        CHECK(visitor.shows("people.forgottenBody"));
        REQUIRE(visitor.host().type(visitor.word("recovery.passphrase"), "a long passphrase"));
        REQUIRE(visitor.host().type(visitor.word("pin.new"), "7777"));
        const std::pair<PeopleOutcome, const char*> failures[] = {
            {PeopleOutcome::notOurs, "people.notOurs"},
            {PeopleOutcome::otherKey, "people.otherKey"},
            {PeopleOutcome::wrongPassphrase, "people.wrongPassphrase"},
            {PeopleOutcome::noRecovery, "people.noRecovery"},
            {PeopleOutcome::failing, "people.failing"}};
        for (const auto& failure : failures) {
            REQUIRE(visitor.press("people.recover"));
            answers(visitor, PeopleWish::recover, failure.first);
            CHECK_MESSAGE(visitor.shows(failure.second), failure.second);
        }
        REQUIRE(visitor.press("people.recover"));
        answers(visitor, PeopleWish::recover, PeopleOutcome::cancelled);
        CHECK_FALSE(visitor.shows("people.failing"));
        REQUIRE(visitor.press("people.recover"));
        const auto wish = asked(visitor, PeopleWish::recover);
        CHECK(wish.first == "a long passphrase");
        CHECK(wish.second == "7777");
        visitor.portal().storeTook(room.annsLines);
        answers(visitor, PeopleWish::recover, PeopleOutcome::done);
        CHECK(visitor.person().name == "Ann");
    }

    TEST_CASE("HR makes the recovery key with a passphrase of ten characters at least, typed twice") {
        Visitor visitor;
        visitor.host().go("#/records");
        REQUIRE(visitor.host().type(visitor.word("recovery.passphrase"), "short"));
        REQUIRE(visitor.host().type(visitor.word("recovery.again"), "short"));
        CHECK_FALSE(visitor.press("recovery.make"));
        REQUIRE(visitor.host().type(visitor.word("recovery.passphrase"), "long enough"));
        REQUIRE(visitor.host().type(visitor.word("recovery.again"), "long enouhg"));
        CHECK(visitor.shows("recovery.differ"));
        CHECK_FALSE(visitor.press("recovery.make"));
        REQUIRE(visitor.host().type(visitor.word("recovery.again"), "long enough"));
        REQUIRE(visitor.press("recovery.make"));
        CHECK(asked(visitor, PeopleWish::makeRecovery).first == "long enough");
        answers(visitor, PeopleWish::makeRecovery, PeopleOutcome::done);
        CHECK(visitor.shows("recovery.made"));
    }
}

TEST_SUITE("rest") {
    TEST_CASE("is off until somebody wants it, and is the browser's own setting") {
        Visitor visitor;
        CHECK(visitor.host().people.asked.empty());
        adds(visitor, "Ann");
        adds(visitor, "Ben");
        visitor.host().go("#/me");
        REQUIRE(visitor.host().press(ui::Role::radio, visitor.word("rest.five")));
        CHECK(asked(visitor, PeopleWish::watchRest).first == "5");
        visitor.reload();
        CHECK(asked(visitor, PeopleWish::watchRest).first == "5");
    }

    TEST_CASE("it is said beforehand, any sign of life ends it, and then it locks") {
        Visitor visitor;
        adds(visitor, "Ann");
        adds(visitor, "Ben");
        visitor.portal().resting(30);
        visitor.host().settle();
        CHECK(visitor.host().find(ui::Role::dialog, visitor.word("rest.title")) != nullptr);
        CHECK_FALSE(visitor.shows("rest.exam"));
        visitor.portal().resting(-1);
        visitor.host().settle();
        CHECK(visitor.host().find(ui::Role::dialog, visitor.word("rest.title")) == nullptr);
        visitor.portal().resting(30);
        visitor.host().settle();
        REQUIRE(visitor.press("rest.stay"));
        CHECK(visitor.host().find(ui::Role::dialog, visitor.word("rest.title")) == nullptr);
        visitor.portal().resting(0);
        visitor.host().settle();
        (void)asked(visitor, PeopleWish::lock);
    }

    TEST_CASE("in an exam with a time limit it is said that the time goes on") {
        Visitor visitor;
        adds(visitor, "Ann");
        const std::string id = visitor.person().id.text();
        auto lines = visitor.host().store.lines;
        learning::Event started{learning::EventId("e"), learning::LearnerId(id), visitor.host().clock.time,
                                learning::ExamStarted{course::ExamId("final"), learning::AttemptId("t"), 1, "x", 45}};
        lines.push_back(learning::toJsonLine(started));
        visitor.enter({.language = "en", .journal = lines});
        visitor.portal().resting(30);
        visitor.host().settle();
        CHECK(visitor.shows("rest.exam"));
    }

    TEST_CASE("nobody sits here: nothing is said and nothing locks") {
        LockedRoom room;
        room.visitor.portal().resting(30);
        room.visitor.host().settle();
        CHECK(room.visitor.host().find(ui::Role::dialog, room.visitor.word("rest.title")) == nullptr);
        const std::size_t before = room.visitor.host().people.asked.size();
        room.visitor.portal().resting(0);
        room.visitor.host().settle();
        CHECK(room.visitor.host().people.asked.size() == before);
    }
}
