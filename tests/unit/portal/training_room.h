// A training room's PC with several people at it, for tests: the vault itself is the host's (web/vault.js has tests of
// its own), here it says what a test tells it to say.
#pragma once

#include "host/visitor.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace training_room {

using host::PeopleOutcome;
using host::PeopleWish;
using walk::Visitor;

inline const course::LessonId lesson("L2.1");

inline void adds(Visitor& visitor, std::string_view name) {
    visitor.host().go("#/people");
    REQUIRE(visitor.host().type(visitor.word("me.newName"), name));
    REQUIRE(visitor.press("me.add"));
}

/// What the portal asked for last; it must be this wish.
inline host::RecordedPeople::Asked asked(Visitor& visitor, PeopleWish wish) {
    REQUIRE_FALSE(visitor.host().people.asked.empty());
    const auto last = visitor.host().people.asked.back();
    REQUIRE(last.wish == wish);
    return last;
}

inline void answers(Visitor& visitor, PeopleWish wish, PeopleOutcome outcome, const std::string& detail = {}) {
    visitor.portal().peopleAnswered(wish, outcome, detail);
    visitor.host().settle();
}

inline std::vector<std::string> linesOf(const std::vector<std::string>& store, const std::string& learner) {
    std::vector<std::string> lines;
    std::copy_if(store.begin(), store.end(), std::back_inserter(lines), [&](const std::string& line) {
        return line.find("\"learner\":\"" + learner + "\"") != std::string::npos;
    });
    return lines;
}

/// Ann has learned and set a PIN, and Ben is here as well; the page was loaded again.
struct LockedRoom {
    std::string ann;
    std::vector<std::string> annsLines;
    Visitor visitor;

    LockedRoom() {
        adds(visitor, "Ann");
        visitor.doLesson(lesson);
        ann = visitor.person().id.text();
        adds(visitor, "Ben");
        visitor.host().go("#/people");
        REQUIRE(visitor.host().press(ui::Role::toggle, "Ann"));
        annsLines = linesOf(visitor.host().store.lines, ann);
        reopen("sitting=" + ann);
    }
    void reopen(const std::string& setting) {
        auto others = visitor.host().store.lines;
        others.erase(std::remove_if(others.begin(), others.end(),
                                    [&](const std::string& line) {
                                        return std::find(annsLines.begin(), annsLines.end(), line) != annsLines.end();
                                    }),
                     others.end());
        visitor.enter({.language = "en", .journal = others, .withPin = {{ann, "Ann"}}, .settings = {setting}});
    }
    void opens() {
        REQUIRE(visitor.host().type(visitor.word("pin.pin"), "2468"));
        REQUIRE(visitor.press("people.open"));
        const auto wish = asked(visitor, PeopleWish::unlock);
        CHECK(wish.learner == ann);
        CHECK(wish.first == "2468");
        visitor.portal().storeTook(annsLines);
        answers(visitor, PeopleWish::unlock, PeopleOutcome::done);
    }
};

} // namespace training_room
