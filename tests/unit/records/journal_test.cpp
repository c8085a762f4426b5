#include "records/journal.h"

#include <doctest/doctest.h>

#include <string>

using learning::Event;
using learning::EventId;
using learning::Fact;
using learning::LearnerId;
using records::Journal;

namespace {

Event event(const char* id, Fact fact) { return {EventId(id), LearnerId("ann"), base::Instant{}, std::move(fact)}; }
const Event joined = event("1", learning::LearnerJoined{});
const Event named = event("2", learning::LearnerNamed{"王小明"});

} // namespace

TEST_SUITE("the journal") {
    TEST_CASE("what the store held is taken over in its order") {
        Journal journal;
        journal.load({learning::toJsonLine(joined), learning::toJsonLine(named)});
        CHECK(journal.events().size() == 2);
        CHECK(journal.unreadable() == 0);
        CHECK(journal.unconfirmed() == 0);
        CHECK(journal.learners().all[0].name == "王小明");
    }

    TEST_CASE("broken lines are counted and never the reason to refuse the rest") {
        Journal journal;
        journal.load({"", "{\"v\":1", learning::toJsonLine(joined), "\xFF\xFE", R"({"v":2,"id":"9"})",
                      std::string(100'000, '['), learning::toJsonLine(named)});
        CHECK(journal.unreadable() == 5);
        CHECK(journal.events().size() == 2);
        CHECK(journal.learners().all[0].name == "王小明");
    }

    TEST_CASE("the same event twice changes nothing: two tabs, an import, a second load") {
        Journal journal;
        journal.load({learning::toJsonLine(joined), learning::toJsonLine(joined)});
        journal.load({learning::toJsonLine(joined)});
        CHECK(journal.events().size() == 1);
        CHECK_FALSE(journal.append(joined));
        CHECK(journal.append(named));
        CHECK_FALSE(journal.append(event("2", learning::LearnerNamed{"somebody else"})));
        CHECK(journal.learners().all[0].name == "王小明");
        CHECK(journal.unconfirmed() == 1);
    }

    TEST_CASE("an event counts at once, and is said to be saved only when the store confirmed it") {
        Journal journal;
        journal.append(joined);
        journal.append(named);
        CHECK(journal.learners().all.size() == 1);
        CHECK(journal.unconfirmed() == 2);
        journal.confirm(joined.id);
        journal.confirm(EventId("never heard of"));
        CHECK(journal.unconfirmed() == 1);
        CHECK_FALSE(journal.refusedAny());
    }

    TEST_CASE("what the store refused is kept in memory, until it is confirmed after all") {
        Journal journal;
        journal.append(joined);
        journal.refuse(joined.id);
        CHECK(journal.refusedAny());
        CHECK(journal.unconfirmed() == 1);
        CHECK(journal.events().size() == 1);
        journal.confirm(joined.id);
        CHECK_FALSE(journal.refusedAny());
        CHECK(journal.unconfirmed() == 0);
        journal.refuse(EventId("never heard of"));
        CHECK_FALSE(journal.refusedAny());
    }
}
