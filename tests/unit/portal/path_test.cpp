// The whole path: lessons, quiz, certificate and record, in both languages, with reloads in the middle.
#include "base/json_reader.h"
#include "host/visitor.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace {

using walk::Answering;
using walk::Visitor;

const course::ExamId finalExam("final");

base::Json certificateOf(Visitor& visitor) {
    auto json = base::parseJson(visitor.host().page.certificate, "certificate");
    REQUIRE_MESSAGE(json.ok(), visitor.host().page.certificate);
    return json.value();
}

} // namespace

TEST_CASE("from the first page to the certificate and the record" * doctest::test_suite("sweeps")) {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language});
        CHECK(visitor.title() == visitor.word("home.welcome"));
        CHECK(visitor.host().page.title == visitor.portal().course()->title);

        REQUIRE(visitor.press("home.start"));
        for (const course::ModuleOutline& module : visitor.portal().course()->modules) {
            for (const course::LessonOutline& lesson : module.lessons) {
                visitor.doLesson(lesson.id);
                CHECK(visitor.person().lessons.at(lesson.id).finished.has_value());
            }
        }
        visitor.host().go("#/");
        REQUIRE(visitor.press("home.takeExam"));
        visitor.takeExam(finalExam, walk::all);
        CHECK(visitor.title() == visitor.word("exam.passedTitle"));
        CHECK(visitor.host().shows("100%"));
        REQUIRE(visitor.press("home.getCertificate"));
        REQUIRE(visitor.host().type(visitor.word("certificate.nameLabel"), "王小明"));
        REQUIRE(visitor.press("certificate.save"));
        CHECK(visitor.shows("certificate.working"));
        visitor.portal().certificateMade("", "");
        visitor.host().settle();
        CHECK(visitor.shows("certificate.doneTitle"));
        CHECK(visitor.person().name == "王小明");
        CHECK(visitor.person().certificates.size() == 1);

        visitor.host().go("#/records");
        CHECK(visitor.host().shows("王小明"));
        REQUIRE(visitor.press("records.download"));
        const std::string& csv = visitor.host().page.files.saved;
        CHECK(visitor.host().page.files.savedName == "completion-records-2026-11-22.csv");
        CHECK(csv.find("王小明") != std::string::npos);
        CHECK(csv.find(visitor.person().certificates.front().serial) != std::string::npos);
        CHECK(csv.find(visitor.word("csv.done")) != std::string::npos);
    }
}

TEST_CASE("the certificate's description says what was reached, by whom, when, and in the language of the moment") {
    Visitor visitor({.language = "en"});
    visitor.takeExam(finalExam, walk::all);
    visitor.host().go("#/certificate");
    REQUIRE(visitor.host().type("Name", "  José   Álvarez "));
    REQUIRE(visitor.press("certificate.save"));
    const base::Json json = certificateOf(visitor);
    CHECK(json["language"] == "en");
    CHECK(json["learnerName"] == "José Álvarez");
    CHECK(json["courseTitle"] == visitor.portal().course()->title);
    CHECK(json["score"] == 100);
    CHECK(json["passMark"] == 80);
    CHECK(json["finishedOn"] == "22 November 2026");
    CHECK(json["finishedAtIso"].get<std::string>().substr(0, 19) == "2026-11-22T02:00:00");
    CHECK(json["contentVersion"] == visitor.portal().course()->version);
    const std::string serial = json["serial"].get<std::string>();
    CHECK(serial.substr(0, 12) == "SA-20261122-");
    CHECK(visitor.host().page.downloadName == serial + ".pdf");
    for (const char* line :
         {"heading", "presentedTo", "statement", "scoreLabel", "dateLabel", "serialLabel", "trust", "issuer"}) {
        REQUIRE_MESSAGE(json["lines"].contains(line), line);
        CHECK(json["lines"][line].get<std::string>().size() > 3);
        CHECK(json["lines"][line].get<std::string>().find('{') == std::string::npos);
    }
    // Its credential says the same, and the evidence is the head of the learner's chain.
    const base::Json credential = json["credential"];
    CHECK(credential["credentialSubject"]["licenseNumber"] == serial);
    CHECK(credential["credentialSubject"]["identifier"][0]["identityHash"] == "José Álvarez");
    CHECK(credential["evidence"][0]["id"] == "ni:///sha-256;" + visitor.portal().journal().head(visitor.person().id));
    CHECK(credential["validFrom"] == json["finishedAtIso"]);
    // The same again is the same certificate, and no second entry in the journal.
    visitor.portal().certificateMade("", "");
    visitor.host().settle();
    REQUIRE(visitor.press("certificate.save"));
    CHECK(certificateOf(visitor)["serial"] == serial);
    CHECK(visitor.person().certificates.size() == 1);
    // In Chinese the date reads as a Chinese date.
    visitor.portal().certificateMade("", "");
    visitor.portal().setLanguage("zh-CN");
    visitor.host().settle();
    REQUIRE(visitor.press("certificate.save"));
    CHECK(certificateOf(visitor)["finishedOn"] == "2026年11月22日");
    CHECK(certificateOf(visitor)["serial"] == serial);
}

TEST_CASE("the date on the certificate is that of the wall calendar where the learner sits") {
    Visitor visitor({.language = "en"});
    visitor.host().clock.time =
        base::Instant(std::chrono::milliseconds(1'798'761'600'000 - 3'600'000)); // 2026-12-31T23:00:00Z
    visitor.takeExam(finalExam, walk::all);
    visitor.host().go("#/certificate");
    REQUIRE(visitor.host().type("Name", "Li"));
    REQUIRE(visitor.press("certificate.save"));
    CHECK(certificateOf(visitor)["finishedOn"] == "1 January 2027");
    CHECK(certificateOf(visitor)["finishedAtIso"].get<std::string>().substr(0, 10) == "2026-12-31");
    CHECK(certificateOf(visitor)["serial"].get<std::string>().substr(0, 12) == "SA-20270101-");
}

TEST_CASE("a certificate that could not be made says why, and nothing is lost") {
    Visitor visitor({.language = "en"});
    visitor.takeExam(finalExam, walk::all);
    visitor.host().go("#/certificate");
    REQUIRE(visitor.host().type("Name", "Ω"));
    REQUIRE(visitor.press("certificate.save"));
    visitor.portal().certificateMade("certificate.unprintable", "Ω");
    visitor.host().settle();
    CHECK(visitor.shows("certificate.failedTitle"));
    CHECK(visitor.host().shows(visitor.word("certificate.unprintable", {{"detail", "Ω"}})));
    CHECK(visitor.press("certificate.save"));
    CHECK(visitor.shows("certificate.working"));
}

TEST_CASE("a certificate cannot be had before passing, nor without a name") {
    Visitor visitor({.language = "en"});
    visitor.host().go("#/certificate");
    CHECK(visitor.shows("certificate.notYetTitle"));
    CHECK_FALSE(visitor.press("certificate.save"));
    visitor.portal().makeCertificate("Eve", portal::CertificateForm::pdf); // nobody is sitting here yet
    visitor.takeExam(finalExam, 3);
    visitor.host().go("#/certificate");
    CHECK(visitor.shows("certificate.notYetTitle"));
    visitor.portal().makeCertificate("Eve", portal::CertificateForm::pdf);
    CHECK(visitor.host().page.certificate.empty());
    CHECK(visitor.person().certificates.empty());
    visitor.takeExam(finalExam, walk::all);
    visitor.host().go("#/certificate");
    for (const char* nothing : {"", "   ", "\t\n"}) {
        REQUIRE(visitor.host().type("Name", nothing));
        REQUIRE(visitor.press("certificate.save"));
        CHECK(visitor.host().page.certificate.empty());
        CHECK(visitor.shows("certificate.nameMissing"));
    }
}

TEST_CASE("80 % passes and less does not; a pass stays a pass when a later attempt fails") {
    Visitor visitor;
    visitor.takeExam(finalExam, 2);
    CHECK(visitor.title() == visitor.word("exam.failedTitle"));
    CHECK(visitor.person().passingAttempt(finalExam) == nullptr);
    CHECK_FALSE(visitor.press("home.getCertificate"));
    CHECK(visitor.shows("exam.review"));
    visitor.takeExam(finalExam, walk::all);
    CHECK(visitor.title() == visitor.word("exam.passedTitle"));
    visitor.takeExam(finalExam, 0);
    CHECK(visitor.person().passingAttempt(finalExam) != nullptr);
    visitor.host().go("#/certificate");
    CHECK_FALSE(visitor.shows("certificate.notYetTitle"));
}

TEST_CASE("a reload in the middle of a lesson lands on the same step, with the same order of options") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language});
        visitor.host().go("#/lesson/L2.1");
        for (std::size_t left = visitor.lesson(course::LessonId("L2.1")).steps.size(); left > 0; --left) {
            const std::string title = visitor.title();
            const std::vector<std::string> options = visitor.options();
            visitor.reload();
            CHECK(visitor.title() == title);
            CHECK(visitor.options() == options);
            const course::Lesson& again = visitor.lesson(course::LessonId("L2.1"));
            visitor.doStep(again, *std::find_if(again.steps.begin(), again.steps.end(),
                                                [&](const course::Step& s) { return s.title == title; }));
        }
        visitor.reload();
        CHECK(visitor.person().lessons.at(course::LessonId("L2.1")).finished.has_value());
    }
}

TEST_CASE("a reload in the middle of a quiz lands on the same question, with the same order of options, and keeps "
          "every answer") {
    struct Sitting {
        const char* language;
        course::ExamId exam;
        std::size_t each; ///< questions between two reloads: the whole course's exam takes its time to open
    };
    for (const Sitting& sitting : {Sitting{"zh-CN", course::ExamId("M2"), 1}, Sitting{"en", finalExam, 8}}) {
        const course::ExamId& exam = sitting.exam;
        Visitor visitor({.language = sitting.language});
        visitor.host().go("#/exam/" + exam.text());
        REQUIRE(visitor.press("exam.start"));
        const std::size_t count = visitor.questions(exam);
        for (std::size_t at = 0; at < count; ++at) {
            if (at % sitting.each == sitting.each - 1) {
                const course::ItemId item = visitor.itemOnScreen(exam).id;
                const std::string title = visitor.title();
                const std::vector<std::string> options = visitor.options();
                visitor.reload();
                CHECK(visitor.title() == title);
                CHECK(visitor.options() == options);
                REQUIRE(visitor.itemOnScreen(exam).id == item);
            }
            visitor.mark(visitor.itemOnScreen(exam), Answering::right);
            REQUIRE(visitor.press("exam.saveNext"));
            CHECK(visitor.person().openAttempt(exam)->answers.size() == at + 1);
        }
        visitor.handIn();
        visitor.reload();
        CHECK(visitor.title() == visitor.word("exam.passedTitle"));
        CHECK(visitor.person().attempts.size() == 1);
    }
}

TEST_CASE("a reload after the last answer, before handing in, comes back to the overview, and on to the result") {
    Visitor visitor;
    visitor.host().go("#/exam/M2");
    REQUIRE(visitor.press("exam.start"));
    const course::ExamId exam("M2");
    for (int at = 0; at < 10; ++at) {
        visitor.mark(visitor.itemOnScreen(exam), Answering::right);
        REQUIRE(visitor.press("exam.saveNext"));
    }
    visitor.reload();
    CHECK(visitor.title() == visitor.word("exam.overview"));
    visitor.handIn();
    CHECK(visitor.title() == visitor.word("exam.passedTitle"));
}

TEST_CASE("a quiz of another content version cannot be continued, says so, and can be started anew") {
    Visitor visitor;
    visitor.host().go("#/exam/final");
    REQUIRE(visitor.press("exam.start"));
    visitor.mark(visitor.itemOnScreen(finalExam), Answering::right);
    REQUIRE(visitor.press("exam.saveNext"));
    std::vector<std::string> journal = visitor.host().store.lines;
    const std::string version = visitor.portal().course()->version;
    int changed = 0;
    for (std::string& line : journal) {
        const std::size_t at = line.find('"' + version + '"');
        if (at == std::string::npos) continue;
        line.replace(at, version.size() + 2, "\"2020.01\"");
        line.erase(0, line.find('{')); // its checksum
        ++changed;
    }
    REQUIRE(changed == 1);
    visitor.enter({.journal = journal});
    visitor.host().go("#/exam/final");
    CHECK(visitor.shows("exam.changedTitle"));
    REQUIRE(visitor.press("exam.start"));
    CHECK_FALSE(visitor.shows("exam.changedTitle"));
    const std::size_t count = visitor.questions(finalExam);
    CHECK(visitor.title() == visitor.word("exam.progress", {{"at", "1"}, {"count", std::to_string(count)}}));
    for (std::size_t at = 0; at < count; ++at) {
        visitor.mark(visitor.itemOnScreen(finalExam), Answering::right);
        REQUIRE(visitor.press("exam.saveNext"));
    }
    visitor.handIn();
    CHECK(visitor.title() == visitor.word("exam.passedTitle"));
}
