#include "course/sample_course.h"
#include "records/record_json.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

using base::Percent;
using course::ExamId;
using course::ItemId;
using course::LessonId;
using course::OptionId;
using course::StepId;
using learning::AttemptId;
using learning::Event;
using learning::LearnerId;
using records::CompletionStatus;
using records::Record;
using records::recordFromJson;
using records::recordToJson;

namespace {

constexpr std::string_view secretNote = "我其实想辞职";

base::Instant second(int count) { return base::Instant{std::chrono::seconds{1'795'000'000 + count}}; }

/// Everything that one learner did, told second by second.
struct Story {
    std::vector<Event> events;
    LearnerId learner{"3f1c2b7a-0000-4000-8000-000000000001"};

    Story& at(int when, learning::Fact fact) {
        events.push_back({learning::EventId(std::to_string(events.size()) + learner.text()), learner, second(when),
                          std::move(fact)});
        return *this;
    }
    [[nodiscard]] Record record() const {
        const learning::Learners learners = learning::fold(events);
        return records::recordOf(*learners.find(learner), events, sample::course(),
                                 {"A-0042", "客服一部", "kq3J8s0Yw1m7b5d9"});
    }
};

/// Somebody who takes a lesson, writes a note, rates themselves, fails the final exam and passes it at the second go.
Story diligent() {
    const LessonId lesson("L2.1");
    Story story;
    story.at(0, learning::LearnerJoined{})
        .at(0, learning::LearnerNamed{"王小明"})
        .at(10, learning::LessonOpened{lesson})
        .at(40, learning::StepAnswered{lesson, StepId("guess"), learning::Seen{}, Percent(100)})
        .at(70, learning::StepAnswered{lesson, StepId("note"), learning::Noted{std::string(secretNote)}, Percent(100)})
        .at(90,
            learning::StepAnswered{lesson, StepId("ten-items"),
                                   learning::Rated{{{OptionId("patience"), 1}, {OptionId("tone"), 5}}}, Percent(100)})
        .at(100, learning::StepAnswered{lesson, StepId("check"), learning::Chosen{{OptionId("needs")}}, Percent(100),
                                        "M2.o1"})
        .at(110, learning::LessonFinished{lesson})
        .at(120, learning::ExamStarted{ExamId("final"), AttemptId("t1"), 7, "2026.10"})
        .at(130, learning::ItemAnswered{AttemptId("t1"), ItemId("M2-1"), learning::Chosen{{OptionId("price")}},
                                        Percent(0), "M2.o1"})
        .at(140, learning::ItemAnswered{AttemptId("t1"), ItemId("M2-2"), learning::Chosen{{OptionId("a")}}, Percent(50),
                                        "M2.o1"})
        .at(150, learning::ExamFinished{AttemptId("t1"), Percent(25), false})
        .at(1000, learning::ExamStarted{ExamId("final"), AttemptId("t2"), 8, "2026.10"})
        .at(1010, learning::ItemAnswered{AttemptId("t2"), ItemId("M2-1"), learning::Chosen{{OptionId("needs")}},
                                         Percent(100), "M2.o1"})
        .at(1020, learning::ExamFinished{AttemptId("t2"), Percent(100), true})
        .at(1030, learning::CertificateIssued{AttemptId("t2"), "SA-20261122-7F3K-9QXD", "王小明"});
    return story;
}

std::string fileText(const std::string& name) {
    std::ifstream file(std::string(PORTAL_TESTS_DIR) + "/records/" + name, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), name);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        lines.push_back(text.substr(at, end - at));
        if (end == std::string::npos) break;
        at = end + 1;
    }
    return lines;
}

} // namespace

TEST_SUITE("time spent active") {
    TEST_CASE("a pause counts five minutes at most, and a clock that was set back takes nothing away") {
        Story story;
        const LessonId lesson("L2.1");
        story.at(0, learning::LearnerJoined{}).at(0, learning::LessonOpened{lesson});
        story.at(60, learning::StepAnswered{lesson, StepId("a"), learning::Seen{}, Percent(100)});
        story.at(60 + 3600, learning::StepAnswered{lesson, StepId("b"), learning::Seen{}, Percent(100)});
        CHECK(story.record().course.secondsActive == 60 + 300);
        story.at(30, learning::StepAnswered{lesson, StepId("c"), learning::Seen{}, Percent(100)});
        CHECK(story.record().course.secondsActive == 60 + 300);
    }

    TEST_CASE("the way from one module to the next counts for the course and for neither module") {
        Story story;
        story.at(0, learning::LearnerJoined{})
            .at(0, learning::LessonOpened{LessonId("L2.1")})
            .at(20, learning::LessonFinished{LessonId("L2.1")})
            .at(30, learning::ExamStarted{ExamId("final"), AttemptId("t"), 1, "2026.11"})
            .at(70, learning::ExamFinished{AttemptId("t"), Percent(0), false});
        const Record record = story.record();
        CHECK(record.course.secondsActive == 70);
        CHECK(record.modules.front().achieved.secondsActive == 20);
    }

    TEST_CASE("what somebody else did meanwhile, or a lesson of another course, is not this person's time") {
        Story story;
        story.at(0, learning::LearnerJoined{}).at(0, learning::LessonOpened{LessonId("L2.1")});
        story.events.push_back(
            {learning::EventId("other"), LearnerId("somebody"), second(50), learning::LearnerJoined{}});
        story.at(100, learning::LessonOpened{LessonId("L99.1")});
        const Record record = story.record();
        CHECK(record.course.secondsActive == 0);
        CHECK(record.evidence.events == 3);
        CHECK(*record.evidence.until == second(100));
    }
}

TEST_SUITE("the record of one person") {
    TEST_CASE("says who, what, when, how well and on what evidence") {
        const Record record = diligent().record();
        CHECK(record.learnerName == "王小明");
        CHECK(record.number == "A-0042");
        CHECK(record.department == "客服一部");
        CHECK(record.course.status == CompletionStatus::completed);
        CHECK(*record.course.started == second(10));
        CHECK(*record.course.finished == second(1020));
        CHECK(record.course.attempts == 2);
        CHECK(*record.course.score == Percent(100));
        CHECK(record.course.contentVersion == "2026.10");
        CHECK(record.certificateSerial == "SA-20261122-7F3K-9QXD");
        CHECK(record.evidence.head == "kq3J8s0Yw1m7b5d9");
        CHECK(record.evidence.events == 16);
        REQUIRE(record.modules.size() == sample::course().modules.size());
        CHECK(record.modules.front().achieved.id == "M2");
        REQUIRE_FALSE(record.modules.front().objectives.empty());
        CHECK(record.modules.front().objectives.front().asked == 4);
        CHECK(record.modules.front().objectives.front().right == 2);
    }

    TEST_CASE("carries the items of the first quiz only: how hard they were before anything was said about them") {
        const Record record = diligent().record();
        REQUIRE(record.course.items.size() == 2);
        CHECK(record.course.items[0].item == "M2-1");
        CHECK(record.course.items[0].share == Percent(0));
        CHECK(record.course.items[1].share == Percent(50));
    }

    TEST_CASE("a module whose lessons are done but whose quiz is not passed is not completed") {
        Story story;
        story.at(0, learning::LearnerJoined{});
        int when = 0;
        const course::Course course = sample::course();
        for (const course::LessonOutline& lesson : course.modules.front().lessons)
            story.at(++when, learning::LessonOpened{lesson.id}).at(++when, learning::LessonFinished{lesson.id});
        CHECK(story.record().modules.front().achieved.status == CompletionStatus::inProgress);
        story.at(50, learning::ExamStarted{ExamId("M2"), AttemptId("m"), 1, "2026.11"})
            .at(60, learning::ExamFinished{AttemptId("m"), Percent(90), true});
        const records::Achievement module = story.record().modules.front().achieved;
        CHECK(module.status == CompletionStatus::completed);
        CHECK(*module.finished == second(60));
        CHECK(story.record().course.status == CompletionStatus::inProgress);
    }

    TEST_CASE("what a person wrote for themselves and how they rated themselves is nowhere in it") {
        const std::string json = recordToJson(diligent().record());
        for (const std::string_view secret :
             {secretNote, std::string_view("ten-items"), std::string_view("patience"), std::string_view("tone"),
              std::string_view("note"), std::string_view("rated"), std::string_view("answer")})
            CHECK_MESSAGE(json.find(secret) == std::string::npos, secret);
    }
}

TEST_SUITE("a completion record as JSON") {
    TEST_CASE("is what tests/records/written.jsonl shows, which the schema is tested with") {
        Story newcomer;
        newcomer.at(0, learning::LearnerJoined{});
        Record bare = newcomer.record();
        bare.number.clear();
        bare.department.clear();
        bare.evidence.head.clear();
        Record hostile = diligent().record();
        hostile.learnerName = "=cmd()|\"<script>\\ \n\xF0\xA0\xAE\xB7";
        const std::string written =
            recordToJson(diligent().record()) + '\n' + recordToJson(bare) + '\n' + recordToJson(hostile) + '\n';
        CHECK_MESSAGE(fileText("written.jsonl") == written, written);
    }

    TEST_CASE("is read as it was written") {
        for (const std::string& line : linesOf(fileText("written.jsonl"))) {
            const auto record = recordFromJson(line, "written.jsonl");
            REQUIRE_MESSAGE(record.ok(), (record.ok() ? "" : record.error().where + ' ' + record.error().what));
            CHECK(recordToJson(record.value()) == line);
        }
    }

    TEST_CASE("members that a later portal may add are passed over") {
        base::Json json = base::parseJson(recordToJson(diligent().record()), "x").value();
        json["mood"] = "good";
        json["course"]["stars"] = 5;
        CHECK(recordFromJson(json.dump(), "x").ok());
    }

    TEST_CASE("a record of a later version is refused in words, before anything else is complained about") {
        const auto record =
            recordFromJson(R"({"format":"service-academy/completion-record","version":2,"person":{}})", "a.json");
        REQUIRE_FALSE(record.ok());
        CHECK(record.error().fault == base::Fault::wrongVersion);
        CHECK(record.error().what.find("later version") != std::string::npos);
    }

    TEST_CASE("everything that the schema refuses is refused here too, with its place") {
        for (const std::string& line : linesOf(fileText("refused.jsonl"))) {
            const base::Json example = base::parseJson(line, "refused.jsonl").value();
            base::Json json = base::parseJson(linesOf(fileText("written.jsonl")).front(), "written.jsonl").value();
            base::Json patched = json.patch(example["change"]);
            const auto record = recordFromJson(patched.dump(), "x");
            CHECK_MESSAGE(!record.ok(), example["why"].get<std::string>());
            if (!record.ok()) CHECK(record.error().where.find("x") == 0);
        }
    }

    TEST_CASE("what no schema can say is refused as well: a contradiction, a thing that stands twice") {
        const auto refused = [](void (*change)(Record&)) {
            Record record = diligent().record();
            change(record);
            const auto read = recordFromJson(recordToJson(record), "x");
            REQUIRE_FALSE(read.ok());
            return read.error().fault;
        };
        CHECK(refused([](Record& r) { r.course.lessonsFinished = 9; }) == base::Fault::contradiction);
        CHECK(refused([](Record& r) { r.modules.front().objectives.front().right = 9; }) == base::Fault::contradiction);
        CHECK(refused([](Record& r) { r.modules.push_back(r.modules.front()); }) == base::Fault::duplicateId);
        CHECK(refused([](Record& r) { r.course.items.push_back(r.course.items.front()); }) == base::Fault::duplicateId);
    }
}
