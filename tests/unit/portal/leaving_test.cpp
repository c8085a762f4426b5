// Taking one's record along from a training room's PC, and taking one's leave for good.
#include "base/sha256.h"
#include "portal/training_room.h"
#include "records/backup.h"

#include <algorithm>
#include <string>

using namespace training_room;

TEST_SUITE("backup on the screen") {
    TEST_CASE("out of one browser and into another: the same progress") {
        Visitor visitor;
        adds(visitor, "Ann");
        visitor.doLesson(lesson);
        const std::string id = visitor.person().id.text();
        visitor.host().go("#/me");
        CHECK(visitor.shows("backup.plain"));
        REQUIRE(visitor.press("backup.make"));
        std::string lines;
        for (const std::string& line : linesOf(visitor.host().store.lines, id)) lines += line + "\n";
        answers(visitor, PeopleWish::backUp, PeopleOutcome::done, lines);
        const std::string file = visitor.host().page.download_;
        CHECK(visitor.host().page.downloadName == "learning-backup-2026-11-22.jsonl");
        CHECK(visitor.shows("backup.made"));

        visitor.enter({.language = "en"});
        visitor.host().go("#/me");
        REQUIRE(visitor.press("backup.bring"));
        (void)asked(visitor, PeopleWish::chooseFile);
        answers(visitor, PeopleWish::chooseFile, PeopleOutcome::done, file);
        const auto wish = asked(visitor, PeopleWish::bring);
        CHECK(wish.learner == id);
        std::vector<std::string> brought;
        for (std::size_t at = 0; at < wish.first.size();) {
            const std::size_t end = wish.first.find('\n', at);
            const std::string each = wish.first.substr(at, end - at);
            brought.push_back(each.substr(each.find(' ') + 1));
            at = end + 1;
        }
        visitor.portal().storeTook(brought);
        answers(visitor, PeopleWish::bring, PeopleOutcome::done, std::to_string(brought.size()));
        CHECK(visitor.host().shows(
            visitor.word("backup.brought", {{"count", std::to_string(brought.size())}, {"name", "Ann"}})));
        CHECK(visitor.portal().notice() == portal::Portal::Notice::none);
        CHECK(visitor.person().lessons.at(lesson).finished.has_value());
    }

    TEST_CASE("a damaged file changes nothing, and what is wrong with it is said") {
        Visitor visitor;
        visitor.host().go("#/me");
        const std::string good = records::backupOf(
            learning::LearnerId("ann"), "Ann", "d", visitor.host().clock.time,
            {R"({"v":1,"id":"1","learner":"ann","at":"2026-11-22T02:00:00.000Z","kind":"learner-joined"})"});
        const std::string first = good.substr(0, good.find('\n')), body = good.substr(first.size() + 1);
        // Whoever forges a file can add up its checksum.
        const auto forged = [&](const std::string& lines, int count) {
            const std::string sum = base::base64Url(base::sha256(lines));
            return R"({"file":"service-academy-backup","version":1,"learner":"ann","name":"Ann","count":)" +
                   std::to_string(count) + R"(,"sha256":")" + sum + "\"}\n" + lines;
        };
        const auto chained = [](const std::string& prev) {
            return R"({"v":2,"id":"2","learner":"ann","at":"2026-11-22T02:00:00.000Z","device":"d","n":1,"prev":")" +
                   prev + R"(","kind":"learner-joined"})" + "\n";
        };
        const std::pair<std::string, const char*> files[] = {
            {"", "backup.notOurs"},
            {body, "backup.notOurs"},
            {R"({"file":"service-academy-backup","version":2})"
             "\n",
             "backup.laterVersion"},
            {good.substr(0, good.size() - 20), "backup.cutShort"},
            {good + "x\n", "backup.changed"},
            {forged(body + R"({"v":1,"id":"2","learner":"ben","at":"2026-11-22T02:00:00.000Z","kind":"learner-joined"})"
                           "\n",
                    2),
             "backup.mixed"},
            {forged(chained("somewhere else"), 1), "backup.brokenChain"},
            {forged("{}\n", 1), "backup.unreadable"}};
        for (const auto& each : files) {
            REQUIRE(visitor.press("backup.bring"));
            answers(visitor, PeopleWish::chooseFile, PeopleOutcome::done, each.first);
            CHECK_MESSAGE(visitor.shows(each.second), each.second);
            (void)asked(visitor, PeopleWish::chooseFile); // nothing was handed to the store
        }
        REQUIRE(visitor.press("backup.bring"));
        answers(visitor, PeopleWish::chooseFile, PeopleOutcome::cancelled);
        CHECK_FALSE(visitor.shows("backup.changed"));
    }

    TEST_CASE("of somebody with a PIN: only after they have agreed that the file is open") {
        LockedRoom room;
        room.opens();
        room.visitor.host().go("#/me");
        CHECK_FALSE(room.visitor.press("backup.make"));
        REQUIRE(room.visitor.host().press(ui::Role::checkbox, room.visitor.word("backup.consent")));
        CHECK(room.visitor.press("backup.make"));
    }

    TEST_CASE("for somebody who is locked here, nothing is taken in") {
        LockedRoom room;
        REQUIRE(room.visitor.host().press(ui::Role::toggle, "Ben"));
        room.visitor.host().go("#/me");
        std::vector<std::string> lines = room.annsLines;
        const std::string file = records::backupOf(learning::LearnerId(room.ann), "Ann", "d", {}, lines);
        REQUIRE(room.visitor.press("backup.bring"));
        answers(room.visitor, PeopleWish::chooseFile, PeopleOutcome::done, file);
        CHECK(room.visitor.shows("backup.locked"));
        (void)asked(room.visitor, PeopleWish::chooseFile);
    }
}

TEST_SUITE("taking one's leave") {
    TEST_CASE("the backup is offered first, the name has to be typed, and what goes is said") {
        Visitor visitor;
        adds(visitor, "Ann");
        visitor.host().go("#/me");
        REQUIRE(visitor.press("delete.open"));
        CHECK(visitor.shows("delete.what"));
        CHECK(visitor.host().find(ui::Role::button, visitor.word("backup.make")) != nullptr);
        CHECK_FALSE(visitor.press("delete.do"));
        REQUIRE(visitor.host().type(visitor.word("delete.name"), "Anna"));
        CHECK_FALSE(visitor.press("delete.do"));
        REQUIRE(visitor.host().type(visitor.word("delete.name"), " Ann "));
        REQUIRE(visitor.press("delete.do"));
        CHECK(asked(visitor, PeopleWish::erase).learner == visitor.person().id.text());
        answers(visitor, PeopleWish::erase, PeopleOutcome::failing);
        CHECK(visitor.shows("people.failing"));
        REQUIRE(visitor.press("delete.do"));
        answers(visitor, PeopleWish::erase, PeopleOutcome::done);
        (void)asked(visitor, PeopleWish::lock);
    }

    TEST_CASE("a record that nobody can open any more: only after its name was typed, and nobody is asked for a PIN") {
        LockedRoom room;
        Visitor& visitor = room.visitor;
        REQUIRE(visitor.press("people.delete"));
        CHECK(visitor.shows("people.deleteWhat"));
        CHECK_FALSE(visitor.press("delete.do"));
        REQUIRE(visitor.host().type(visitor.word("delete.name"), "Ben"));
        CHECK_FALSE(visitor.press("delete.do"));
        REQUIRE(visitor.host().type(visitor.word("delete.name"), "Ann"));
        REQUIRE(visitor.press("delete.do"));
        CHECK(asked(visitor, PeopleWish::erase).learner == room.ann);
        answers(visitor, PeopleWish::erase, PeopleOutcome::failing);
        CHECK(visitor.shows("people.failing"));
        REQUIRE(visitor.press("delete.do"));
        answers(visitor, PeopleWish::erase, PeopleOutcome::done);
        CHECK(asked(visitor, PeopleWish::lock).first == "nobody");
        CHECK(visitor.host().page.remembered["sitting"] == "nobody");
    }

    TEST_CASE("somebody else may do that for them, and sits here still") {
        LockedRoom room;
        Visitor& visitor = room.visitor;
        REQUIRE(visitor.host().press(ui::Role::toggle, "Ben"));
        visitor.host().go("#/people");
        REQUIRE(visitor.host().press(ui::Role::toggle, "Ann · " + visitor.word("people.locked")));
        REQUIRE(visitor.press("people.delete"));
        REQUIRE(visitor.host().type(visitor.word("delete.name"), "Ann"));
        REQUIRE(visitor.press("delete.do"));
        answers(visitor, PeopleWish::erase, PeopleOutcome::done);
        (void)asked(visitor, PeopleWish::lock);
        CHECK(visitor.host().page.remembered["sitting"] == visitor.person().id.text());
        CHECK(visitor.person().name == "Ben");
    }

    TEST_CASE("the page that is loaded afterwards says that it is done, aloud once, until it was read") {
        Visitor visitor({.language = "en", .settings = {"sitting=nobody", "deleted=yes"}});
        CHECK(visitor.shows("delete.doneTitle"));
        CHECK(visitor.shows("delete.done"));
        const std::string aloud = visitor.word("delete.doneTitle") + ' ' + visitor.word("delete.done");
        const auto& announced = visitor.host().mirror.announced;
        CHECK(std::count(announced.begin(), announced.end(), aloud) == 1);
        REQUIRE(visitor.press("notice.dismiss"));
        CHECK_FALSE(visitor.shows("delete.doneTitle"));
        CHECK(std::count(announced.begin(), announced.end(), aloud) == 1);
    }

    TEST_CASE("when nobody is left, the portal begins as on the first day") {
        Visitor visitor({.language = "en", .settings = {"sitting=nobody"}});
        CHECK(visitor.title() == visitor.word("home.welcome"));
    }
}
