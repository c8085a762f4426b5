#include "course/sample_course.h"
#include "records/certificate.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using base::Fault;
using learning::AttemptId;
using learning::Learner;
using learning::LearnerId;
using records::certificateFor;
using records::serialFor;

namespace {

constexpr base::UtcOffset china{480};

Learner whoPassed() {
    Learner learner;
    learner.id = LearnerId("ann");
    learning::Attempt attempt;
    attempt.id = AttemptId("t1");
    attempt.exam = course::ExamId("final");
    attempt.contentVersion = "2026.11";
    attempt.finished = base::Instant{base::Milliseconds{1'795'339'865'120}};
    attempt.score = base::Percent(90);
    attempt.passed = true;
    learner.attempts.push_back(attempt);
    return learner;
}

} // namespace

TEST_SUITE("a certificate") {
    TEST_CASE("says who passed what, when and how well") {
        for (const char* name : {"王小明", "欧阳𠮷", "José Álvarez", "محمد علي", "=1+1"}) {
            const auto due = certificateFor(whoPassed(), sample::course(), name, china);
            REQUIRE(due.ok());
            CHECK(due.value().learnerName == name);
            CHECK(due.value().courseTitle == "服务学苑");
            CHECK(due.value().attempt == AttemptId("t1"));
            CHECK(due.value().score == base::Percent(90));
            CHECK(due.value().contentVersion == "2026.11");
        }
    }

    TEST_CASE("is not due before the exam is passed") {
        Learner learner = whoPassed();
        learner.attempts[0].passed = false;
        CHECK(certificateFor(learner, sample::course(), "王小明", china).error().fault == Fault::missing);
        CHECK(certificateFor(Learner{}, sample::course(), "王小明", china).error().fault == Fault::missing);
        learner = whoPassed();
        learner.attempts[0].exam = course::ExamId("M2");
        CHECK(certificateFor(learner, sample::course(), "王小明", china).error().fault == Fault::missing);
    }

    TEST_CASE("needs a name that can be seen and that fits") {
        for (const char* empty : {"", "  　", "\u200B\u202E", "\x01"})
            CHECK(certificateFor(whoPassed(), sample::course(), empty, china).error().fault == Fault::missing);
        std::string name;
        for (int each = 0; each < 120; ++each) name += "𠮷";
        CHECK(certificateFor(whoPassed(), sample::course(), name, china).ok());
        CHECK(certificateFor(whoPassed(), sample::course(), name + "明", china).error().fault == Fault::outOfRange);
        CHECK(certificateFor(whoPassed(), sample::course(), std::string(10'000, 'a'), china).error().fault ==
              Fault::outOfRange);
        CHECK(certificateFor(whoPassed(), sample::course(), " 王　小明\u202E ", china).value().learnerName ==
              "王 小明");
    }
}

TEST_SUITE("a serial number") {
    TEST_CASE("one attempt has one serial, on every machine and in every year") {
        const Learner learner = whoPassed();
        CHECK(serialFor(learner.id, learner.attempts[0], china) == "SA-20261122-KDSE-KVJ0");
        CHECK(certificateFor(learner, sample::course(), "王小明", china).value().serial ==
              serialFor(learner.id, learner.attempts[0], china));
    }

    TEST_CASE("its date is that of the wall's calendar, its letters cannot be misheard") {
        learning::Attempt attempt = whoPassed().attempts[0];
        CHECK(serialFor(LearnerId("ann"), attempt, base::UtcOffset{900}).substr(0, 12) == "SA-20261123-");
        std::set<std::string> serials;
        for (int each = 0; each < 2000; ++each) {
            attempt.id = AttemptId("attempt-" + std::to_string(each));
            const std::string serial = serialFor(LearnerId("ann"), attempt, china);
            CHECK(serial.size() == 21);
            CHECK(serial.substr(12).find_first_of("ILOU") == std::string::npos);
            serials.insert(serial);
        }
        CHECK(serials.size() == 2000);
        CHECK(serialFor(LearnerId("a"), attempt, china) != serialFor(LearnerId("b"), attempt, china));
    }
}
