#include "learning/event.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <variant>

using base::Fault;
using base::Percent;
using course::LessonId;
using course::OptionId;
using learning::AttemptId;
using learning::Event;
using learning::eventFromJson;
using learning::EventId;
using learning::Fact;
using learning::LearnerId;
using learning::toJsonLine;

namespace {

Event event(Fact fact) {
    return {EventId("0190a1b2-0000-7000-8000-000000000001"), LearnerId("learner-1"),
            base::Instant{base::Milliseconds{1'795'339'865'120}}, std::move(fact)};
}

learning::Answer everyAnswer(std::size_t kind) {
    switch (kind) {
    case 0: return learning::Seen{};
    case 1: return learning::Chosen{{OptionId("a"), OptionId("c")}};
    case 2: return learning::Ordered{{OptionId("b"), OptionId("a")}};
    case 3: return learning::Estimated{-2.5};
    case 4: return learning::Guessed{{1, 31, 68}};
    case 5: return learning::Placed{{{OptionId("card"), OptionId("bin")}}};
    case 6: return learning::Wrote{{{OptionId("p"), "会开得\"怎么样\"？\n=1+1\\"}, {OptionId("q"), ""}}};
    case 7: return learning::Spotted{{OptionId("b"), OptionId("a")}, {{OptionId("a"), OptionId("tag")}}};
    case 8: return learning::Rated{{{OptionId("s"), 5}, {OptionId("t"), 1}}};
    case 9: return learning::Noted{"一次\n\"投诉\""};
    case 10: return learning::Decided{{{OptionId("d"), {OptionId("b"), OptionId("a")}}, {OptionId("e"), {}}}};
    case 11: return learning::Said{{OptionId("listen"), OptionId("date")}};
    default: return learning::Simulated{{{OptionId("t"), -43.9}}};
    }
}

} // namespace

TEST_SUITE("events as lines") {
    TEST_CASE("every kind of event comes back as it was") {
        const std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();
        std::vector<Fact> facts = {
            learning::LearnerJoined{},
            learning::LearnerChosen{},
            learning::LearnerNamed{"欧阳𠮷"},
            learning::LearnerNamed{""},
            learning::LearnerDescribed{"0042", "前台"},
            learning::LearnerDescribed{"", ""},
            learning::PreferenceSet{"theme", "dark"},
            learning::PreferenceSet{"theme", ""},
            learning::LessonOpened{LessonId("L2.1")},
            learning::LessonFinished{LessonId("L2.1")},
            learning::ExamStarted{course::ExamId("final"), AttemptId("t"), largest, "2026.11"},
            learning::ExamStarted{course::ExamId("final"), AttemptId("t"), 1, "2026.11", 45},
            learning::StepAnswered{LessonId("L2.1"), course::StepId("check"), learning::Seen{}, Percent(0), "M2.o1"},
            learning::ItemAnswered{AttemptId("t"), course::ItemId("M2-01"), learning::Seen{}, Percent(0), "M2.o1"},
            learning::StepAnswered{LessonId("L2.1"), course::StepId("check"), learning::Seen{}, Percent(100), "", true},
            learning::ItemReviewed{learning::CardId("M2-01"), learning::Seen{}, Percent(0)},
            learning::ItemReviewed{learning::CardId("L2.1/check"), learning::Chosen{{OptionId("a")}}, Percent(100),
                                   "M2.o1", true},
            learning::ExamFinished{AttemptId("t"), Percent(83.0 + 1.0 / 3.0), true},
            learning::CertificateIssued{AttemptId("t"), "SA-20261122-7F3K-9QXD", "=José \"Álvarez\""}};
        for (std::size_t kind = 0; kind < std::variant_size_v<learning::Answer>; ++kind) {
            facts.push_back(
                learning::StepAnswered{LessonId("L2.1"), course::StepId("guess"), everyAnswer(kind), Percent(60)});
            facts.push_back(
                learning::ItemAnswered{AttemptId("t"), course::ItemId("M2-01"), everyAnswer(kind), Percent(0.1)});
        }
        for (const Fact& fact : facts) {
            const std::string line = toJsonLine(event(fact));
            CAPTURE(line);
            CHECK(line.find('\n') == std::string::npos);
            const auto back = eventFromJson(line);
            REQUIRE(back.ok());
            CHECK(back.value().fact.index() == fact.index());
            CHECK(toJsonLine(back.value()) == line);
        }
    }

    TEST_CASE("a line looks as the format says, since journals hold it for years") {
        CHECK(
            toJsonLine(event(learning::LessonOpened{LessonId("L2.1")})) ==
            R"({"v":1,"id":"0190a1b2-0000-7000-8000-000000000001","learner":"learner-1","at":"2026-11-22T09:31:05.120Z","kind":"lesson-opened","lesson":"L2.1"})");
        const std::string started =
            toJsonLine(event(learning::ExamStarted{course::ExamId("M2"), AttemptId("t"), 18446744073709551615u, "1"}));
        CHECK(started.find(R"("seed":"18446744073709551615")") != std::string::npos);
        const std::string answered =
            toJsonLine(event(learning::StepAnswered{LessonId("L"), course::StepId("s"), everyAnswer(1), Percent(50)}));
        CHECK(answered.find(R"("answer":{"kind":"chosen","options":["a","c"]},"score":50)") != std::string::npos);
    }

    TEST_CASE("names of any length and writing come back") {
        std::string long_;
        for (int each = 0; each < 10'000; ++each) long_ += each % 2 ? "👩‍🏫" : "محمد";
        const auto back = eventFromJson(toJsonLine(event(learning::LearnerNamed{long_})));
        REQUIRE(back.ok());
        CHECK(std::get<learning::LearnerNamed>(back.value().fact).name == long_);
    }

    TEST_CASE("broken UTF-8 in a name still gives a line that can be read") {
        const auto back = eventFromJson(toJsonLine(event(learning::LearnerNamed{"王\xFF\xC3"})));
        REQUIRE(back.ok());
        CHECK(std::get<learning::LearnerNamed>(back.value().fact).name == "王\xEF\xBF\xBD\xEF\xBF\xBD");
    }

    TEST_CASE("the link of a chain comes back as it was, and a line of version 1 has none") {
        const Event joined = event(learning::LearnerJoined{});
        learning::Link link;
        REQUIRE(eventFromJson(toJsonLine(joined, {"browser", 7, "abc"}), &link).ok());
        CHECK(link.device == "browser");
        CHECK(link.n == 7);
        CHECK(link.prev == "abc");
        REQUIRE(eventFromJson(toJsonLine(joined), &link).ok());
        CHECK(link.n == 0);
        CHECK_FALSE(
            eventFromJson(R"({"v":2,"id":"a","learner":"b","at":"2026-11-22T09:31:05Z","kind":"learner-joined"})")
                .ok());
    }

    TEST_CASE("a line of a later version is refused as such") {
        const auto read =
            eventFromJson(R"({"v":3,"id":"a","learner":"b","at":"2026-11-22T09:31:05Z","kind":"flew-to-the-moon"})");
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().fault == Fault::wrongVersion);
    }

    TEST_CASE("further members are ignored") {
        CHECK(
            eventFromJson(
                R"({"v":1,"id":"a","learner":"b","at":"2026-11-22T09:31:05Z","kind":"learner-joined","more":[1,{"a":2}]})")
                .ok());
    }

    TEST_CASE("broken lines are refused, each with its reason") {
        struct Broken {
            const char* line;
            Fault fault;
        };
        const Broken lines[] = {
            {"", Fault::unreadable},
            {"{", Fault::unreadable},
            {"null", Fault::wrongType},
            {"[]", Fault::wrongType},
            {"{}", Fault::missing},
            {R"({"v":0,"id":"a","learner":"b","at":"2026-11-22T09:31:05Z","kind":"learner-joined"})",
             Fault::outOfRange},
            {R"({"v":1,"id":"","learner":"b","at":"2026-11-22T09:31:05Z","kind":"learner-joined"})", Fault::missing},
            {R"({"v":1,"id":"a","learner":7,"at":"2026-11-22T09:31:05Z","kind":"learner-joined"})", Fault::wrongType},
            {R"({"v":1,"id":"a","learner":"b","at":"2026-04-31T09:31:05Z","kind":"learner-joined"})",
             Fault::unreadable},
            {R"({"v":1,"id":"a","learner":"b","at":"2026-11-22T09:31:05Z","kind":"unheard-of"})", Fault::unknownId},
            {R"({"v":1,"id":"a","learner":"b","at":"2026-11-22T09:31:05Z","kind":"lesson-opened"})", Fault::missing},
            {R"({"v":1,"id":"a","learner":"b","at":"2026-11-22T09:31:05Z","kind":"exam-finished","attempt":"t","score":101,"passed":true})",
             Fault::outOfRange},
            {R"({"v":1,"id":"a","learner":"b","at":"2026-11-22T09:31:05Z","kind":"exam-finished","attempt":"t","score":1e308,"passed":true})",
             Fault::outOfRange},
            {R"({"v":1,"id":"a","learner":"b","at":"2026-11-22T09:31:05Z","kind":"exam-finished","attempt":"t","score":80,"passed":"yes"})",
             Fault::wrongType},
            {R"({"v":1,"id":"a","learner":"b","at":"2026-11-22T09:31:05Z","kind":"exam-started","exam":"M2","attempt":"t","seed":"-1","contentVersion":"1"})",
             Fault::unreadable},
            {R"({"v":1,"id":"a","learner":"b","at":"2026-11-22T09:31:05Z","kind":"exam-started","exam":"M2","attempt":"t","seed":"18446744073709551616","contentVersion":"1"})",
             Fault::unreadable},
            {R"({"v":1,"id":"a","learner":"b","at":"2026-11-22T09:31:05Z","kind":"item-answered","attempt":"t","item":"i","answer":{"kind":"sung"},"score":0})",
             Fault::unknownId},
            {R"({"v":1,"id":"a","learner":"b","at":"2026-11-22T09:31:05Z","kind":"item-answered","attempt":"t","item":"i","answer":{"kind":"estimated","number":1e300},"score":0})",
             Fault::outOfRange},
            {R"({"v":1,"id":"a","learner":"b","at":"2026-11-22T09:31:05Z","kind":"item-answered","attempt":"t","item":"i","answer":{"kind":"guessed","shares":[1.5]},"score":0})",
             Fault::wrongType},
        };
        for (const Broken& broken : lines) {
            CAPTURE(broken.line);
            const auto read = eventFromJson(broken.line);
            REQUIRE_FALSE(read.ok());
            CHECK(read.error().fault == broken.fault);
            CHECK_FALSE(read.error().what.empty());
        }
    }
}

TEST_SUITE("answers as they were written") {
    TEST_CASE("lines of journals that exist are read for ever, and written again as they stand") {
        const std::string answers[] = {R"({"kind":"seen"})",
                                       R"({"kind":"chosen","options":["a","c"]})",
                                       R"({"kind":"ordered","options":["b","a"]})",
                                       R"({"kind":"estimated","number":-2.5})",
                                       R"({"kind":"guessed","shares":[1,31,68]})",
                                       R"({"kind":"placed","bins":{"card":"bin"}})",
                                       R"({"kind":"wrote","texts":{"p":"会开得怎么样？"}})",
                                       R"({"kind":"spotted","lines":["b","a"],"tags":{"a":"tag"}})",
                                       R"({"kind":"rated","ratings":{"s":5}})",
                                       R"({"kind":"noted","text":""})",
                                       R"({"kind":"decided","decisions":[{"decision":"d","options":["b","a"]}]})",
                                       R"({"kind":"said","options":["listen"]})",
                                       R"({"kind":"simulated","numbers":{"t":43.9}})"};
        CHECK(std::size(answers) == std::variant_size_v<learning::Answer>);
        for (const std::string& answer : answers) {
            const std::string line =
                R"({"v":1,"id":"e","learner":"l","at":"2026-11-22T09:31:05.120Z","kind":"step-answered",)"
                R"("lesson":"L2.1","step":"s","answer":)" +
                answer + R"(,"score":60})";
            const auto event = eventFromJson(line);
            REQUIRE_MESSAGE(event.ok(), answer);
            CHECK(toJsonLine(event.value()) == line);
        }
    }

    TEST_CASE("an answer that says something impossible is refused") {
        for (const char* answer :
             {R"({"kind":"rated","ratings":{"s":2.5}})", R"({"kind":"rated","ratings":{"s":11}})",
              R"({"kind":"simulated","numbers":{"t":1e308}})", R"({"kind":"decided","decisions":[3]})",
              R"({"kind":"spotted","lines":["a"]})", R"({"kind":"noted"})", R"({"kind":"sung"})"}) {
            const std::string line =
                R"({"v":1,"id":"e","learner":"l","at":"2026-11-22T09:31:05Z","kind":"step-answered",)"
                R"("lesson":"L2.1","step":"s","answer":)" +
                std::string(answer) + R"(,"score":60})";
            CHECK_FALSE_MESSAGE(eventFromJson(line).ok(), answer);
        }
    }
}
