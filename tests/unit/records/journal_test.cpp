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

Event opened(const char* id, const char* lesson) { return event(id, learning::LessonOpened{course::LessonId(lesson)}); }

/// What one browser's store holds after these events.
std::vector<std::string> kept(std::initializer_list<Event> events, const char* device = "this-browser") {
    Journal journal;
    journal.setDevice(device);
    std::vector<std::string> lines;
    for (const Event& each : events) lines.push_back(journal.append(each)->text);
    return lines;
}

std::size_t lessonsOf(const Journal& journal) { return journal.learners().find(LearnerId("ann"))->lessons.size(); }

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

    TEST_CASE("what was written is whole: no line missing, none changed") {
        Journal journal;
        journal.load(kept({joined, named, opened("3", "L1"), opened("4", "L2")}));
        CHECK(journal.events().size() == 4);
        CHECK(journal.unreadable() == 0);
        CHECK(journal.broken() == 0);
    }

    TEST_CASE("whichever byte of a record is damaged, that record alone is set aside and counted once") {
        const std::vector<std::string> whole = kept({joined, named, opened("3", "L1"), opened("4", "L2")});
        for (std::size_t byte = 0; byte < whole[2].size(); ++byte) {
            std::vector<std::string> lines = whole;
            lines[2][byte] = static_cast<char>(lines[2][byte] ^ 1);
            Journal journal;
            journal.load(lines);
            CAPTURE(byte);
            CHECK(journal.unreadable() == 1);
            CHECK(journal.broken() == 0);
            CHECK(journal.events().size() == 3);
            CHECK(lessonsOf(journal) == 1);
        }
    }

    TEST_CASE("a record that was taken out, or put in the place of another with a checksum that fits, is noticed") {
        const std::vector<std::string> whole = kept({joined, named, opened("3", "L1"), opened("4", "L2")});
        Journal without;
        without.load({whole[0], whole[1], whole[3]});
        CHECK(without.broken() == 1);
        CHECK(without.unreadable() == 0);
        CHECK(lessonsOf(without) == 1);

        const std::vector<std::string> other = kept({joined, named, opened("3", "L9"), opened("4", "L2")});
        Journal changed;
        changed.load({whole[0], whole[1], other[2], whole[3]});
        CHECK(changed.broken() == 1);
        CHECK(lessonsOf(changed) == 2);
    }

    TEST_CASE("each learner and each browser has a chain of its own, which goes on after a load") {
        Journal first;
        first.setDevice("this-browser");
        const Event ben{EventId("b1"), LearnerId("ben"), base::Instant{}, learning::LearnerJoined{}};
        std::vector<std::string> lines = kept({joined, named}, "another");
        lines.push_back(first.append(ben)->text);
        first.load(lines);
        lines.push_back(first.append(opened("3", "L1"))->text);
        Journal second;
        second.setDevice("this-browser");
        second.load(lines);
        lines.push_back(second.append(opened("4", "L2"))->text);
        Journal third;
        third.load(lines);
        CHECK(third.events().size() == 5);
        CHECK(third.broken() == 0);
        CHECK(lines.back().find(R"("n":2,)") != std::string::npos);
    }

    TEST_CASE("what could not be read in an older store is kept as it is, and counted at every start") {
        Journal journal;
        const auto line = journal.adopt("{\"half\": ");
        REQUIRE(line.has_value());
        CHECK(line->learner.empty());
        CHECK(journal.unreadable() == 1);
        Journal again;
        again.load({line->text});
        CHECK(again.unreadable() == 1);
        CHECK(again.adopt("{\"half\": ")->id == line->id);
    }

    TEST_CASE("a copy of what was confirmed after all is not written twice") {
        const std::vector<std::string> lines = kept({joined, named});
        Journal journal;
        journal.load({lines[0]});
        CHECK_FALSE(journal.adopt(lines[0]).has_value());
        CHECK(journal.adopt(lines[1]).has_value());
        CHECK(journal.learners().all[0].name == "王小明");
    }
}

TEST_SUITE("two tabs and one journal") {
    /// Two tabs of one browser, both with Ann in them; the first has written what is given, the second waits with its
    /// own.
    struct Tabs {
        std::vector<std::string> store = kept({joined, named, event("0", learning::LearnerChosen{})});
        Journal one, other;
        Tabs() {
            for (Journal* tab : {&one, &other}) {
                tab->setDevice("this-browser");
                tab->load(store);
            }
        }
        /// The first tab's event is on disk before the other's; gives what the other then writes.
        std::vector<records::Line> firstWins(const Event& first, std::initializer_list<Event> second) {
            for (const Event& each : second) (void)other.append(each);
            store.push_back(one.append(first)->text);
            one.confirm(first.id);
            const auto lines = other.take({store.back()});
            for (const auto& line : lines) store.push_back(line.text);
            return lines;
        }
        /// The store as the next start finds it.
        [[nodiscard]] Journal next() const {
            Journal journal;
            journal.load(store);
            return journal;
        }
    };

    learning::StepAnswered answered(const char* option) {
        return {course::LessonId("L1"), course::StepId("s"), learning::Chosen{{course::OptionId(option)}},
                base::Percent(50)};
    }
    learning::ExamStarted started(const char* attempt) {
        return {course::ExamId("M2"), learning::AttemptId(attempt), 7, "1"};
    }

    TEST_CASE("both go on: nothing is lost, and the chain holds") {
        Tabs tabs;
        CHECK(tabs.firstWins(opened("3", "L1"), {opened("4", "L2"), opened("5", "L3")}).size() == 2);
        const Journal next = tabs.next();
        CHECK(lessonsOf(next) == 3);
        CHECK(next.broken() == 0);
        CHECK(next.unreadable() == 0);
        CHECK(tabs.other.unconfirmed() == 2);
    }

    TEST_CASE("the same step answered in both counts once: the answer that was kept first") {
        Tabs tabs;
        CHECK(tabs.firstWins(event("3", answered("a")), {event("4", answered("b"))}).empty());
        CHECK(tabs.other.unconfirmed() == 0);
        const learning::Learner* ann = tabs.other.learners().find(LearnerId("ann"));
        REQUIRE(ann != nullptr);
        const auto& answer = ann->lessons.at(course::LessonId("L1")).steps.at(course::StepId("s")).answer;
        CHECK(std::get<learning::Chosen>(answer).options.front() == course::OptionId("a"));
    }

    TEST_CASE("an exam started in both is one attempt") {
        Tabs tabs;
        CHECK(tabs.firstWins(event("3", started("x")), {event("4", started("y"))}).empty());
        CHECK(tabs.next().learners().all[0].attempts.size() == 1);
        CHECK(tabs.other.learners().all[0].attempts.size() == 1);
    }

    TEST_CASE("an attempt that holds answers is not withdrawn: answers are never lost") {
        Tabs tabs;
        const learning::ItemAnswered item{learning::AttemptId("y"), course::ItemId("i"), learning::Seen{},
                                          base::Percent(100)};
        CHECK(tabs.firstWins(event("3", started("x")), {event("4", started("y")), event("5", item)}).size() == 2);
        CHECK(tabs.next().learners().all[0].attempts.back().answers.size() == 1);
    }

    TEST_CASE("who sits in one tab does not change when the other chooses somebody else") {
        Tabs tabs;
        tabs.store.push_back(tabs.one.append(event("3", learning::LearnerChosen{}))->text);
        (void)tabs.other.take({tabs.store.back()});
        CHECK(tabs.other.learners().current == LearnerId("ann"));
        CHECK(tabs.other.chosenElsewhere().empty());
        const LearnerId ben("ben");
        const Event ben1{EventId("b1"), ben, base::Instant{}, learning::LearnerJoined{}};
        const Event ben2{EventId("b2"), ben, base::Instant{}, learning::LearnerChosen{}};
        const auto lines = {tabs.one.append(ben1)->text, tabs.one.append(ben2)->text};
        (void)tabs.other.take(lines);
        CHECK(tabs.one.learners().current == ben);
        CHECK(tabs.other.learners().current == LearnerId("ann"));
        CHECK(tabs.other.chosenElsewhere() == ben);
        tabs.store.insert(tabs.store.end(), lines);
        CHECK(tabs.next().learners().current == ben); // the next start goes by who was chosen last
    }

    TEST_CASE("where a learner has gone and nobody sits, nobody sits down because another tab chose somebody") {
        Tabs tabs;
        tabs.other.forget(LearnerId("ann"));
        (void)tabs.other.append({EventId("b1"), LearnerId("ben"), base::Instant{}, learning::LearnerJoined{}});
        const Event chosen{EventId("a9"), LearnerId("ann"), base::Instant{}, learning::LearnerChosen{}};
        tabs.store.push_back(tabs.one.append(chosen)->text);
        (void)tabs.other.take(tabs.store);
        CHECK(tabs.other.learners().current.empty());
    }

    TEST_CASE("the first visit in two tabs makes one learner") {
        const auto join = [](const char* learner) {
            return Event{EventId(std::string(learner) + "1"), LearnerId(learner), base::Instant{},
                         learning::LearnerJoined{}};
        };
        const auto choose = [](const char* learner) {
            return Event{EventId(std::string(learner) + "2"), LearnerId(learner), base::Instant{},
                         learning::LearnerChosen{}};
        };
        Journal one, other;
        for (Journal* tab : {&one, &other}) tab->setDevice("this-browser");
        std::vector<std::string> store = {one.append(join("x"))->text, one.append(choose("x"))->text};
        (void)other.append(join("y"));
        (void)other.append(choose("y"));
        (void)other.append(
            {EventId("y3"), LearnerId("y"), base::Instant{}, learning::LessonOpened{course::LessonId("L1")}});
        for (const auto& line : other.take(store)) store.push_back(line.text);
        Journal next;
        next.load(store);
        REQUIRE(next.learners().all.size() == 1);
        CHECK(next.learners().all[0].lessons.size() == 1);
        CHECK(other.learners().current == LearnerId("x"));
    }

    TEST_CASE("a learner who is forgotten leaves nothing in memory, and comes back whole") {
        Journal journal;
        journal.setDevice("this-browser");
        const std::vector<std::string> lines = kept({joined, named, opened("3", "L1")});
        journal.load(lines);
        const Event ben{EventId("b1"), LearnerId("ben"), base::Instant{}, learning::LearnerJoined{}};
        (void)journal.append(ben);
        journal.forget(LearnerId("ann"));
        CHECK(journal.learners().find(LearnerId("ann")) == nullptr);
        CHECK(journal.learners().find(LearnerId("ben")) != nullptr);
        CHECK(journal.events().size() == 1);
        (void)journal.take(lines);
        CHECK(lessonsOf(journal) == 1);
        CHECK(journal.broken() == 0);
        CHECK(journal.append(opened("4", "L2"))->text.find(R"("n":4,)") != std::string::npos);
    }
}
