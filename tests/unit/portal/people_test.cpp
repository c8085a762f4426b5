// Several people on one device, and the names that people have.
#include "base/utf8.h"
#include "host/visitor.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using walk::Visitor;

void addLearner(Visitor& visitor, std::string_view name) {
    visitor.host().go("#/people");
    REQUIRE(visitor.host().type(visitor.word("me.newName"), name));
    REQUIRE(visitor.press("me.add"));
}

std::string repeated(const std::string& unit, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += unit;
    return text;
}

} // namespace

TEST_CASE("two learners do not see each other's progress, answers or drafts") {
    Visitor visitor;
    addLearner(visitor, "Ann");
    visitor.doLesson(course::LessonId("L2.1"));
    visitor.host().go("#/exam/M2");
    REQUIRE(visitor.press("exam.start"));
    addLearner(visitor, "Ben");
    CHECK(visitor.person().name == "Ben");
    CHECK(visitor.person().lessons.empty());
    visitor.host().go("#/lesson/L2.1");
    CHECK(visitor.title() == visitor.lesson(course::LessonId("L2.1")).steps.front().title);
    visitor.host().go("#/exam/M2");
    CHECK(visitor.press("exam.start")); // Ann's open attempt is not Ben's

    visitor.host().go("#/people");
    REQUIRE(visitor.host().press(ui::Role::toggle, "Ann"));
    CHECK(visitor.person().name == "Ann");
    CHECK(visitor.person().lessons.at(course::LessonId("L2.1")).finished.has_value());
    CHECK(visitor.portal().learners().all.size() == 2);
    visitor.reload();
    CHECK(visitor.person().name == "Ann");
    visitor.host().go("#/records");
    CHECK(visitor.host().shows("Ann"));
    CHECK(visitor.host().shows("Ben"));
}

TEST_CASE("a name is kept as it was typed, tidied: Chinese, accents, rare Hanzi, emoji, right to left") {
    for (const std::string name : {"王小明", "欧阳𠮷", "José Álvarez", "👩‍🏫 老师", "محمد علي",
                                   "O'Brien \"Bob\"", "=1+1", "-2", "+86", "@SUM(A1)"}) {
        Visitor visitor;
        visitor.host().go("#/me");
        REQUIRE(visitor.host().type(visitor.word("certificate.nameLabel"), "  " + name + " "));
        REQUIRE(visitor.press("me.saveName"));
        CHECK(visitor.person().name == base::tidyName(name, 120));
        visitor.reload();
        CHECK(visitor.person().name == base::tidyName(name, 120));
        visitor.host().go("#/records");
        CHECK(visitor.host().shows(base::tidyName(name, 120)));
    }
}

TEST_CASE("a name that starts like a formula does no harm in a spreadsheet") {
    Visitor visitor;
    for (const char* name : {"=HYPERLINK(\"http://evil\",\"x\")", "+1", "-1", "@x", "\t=1"}) addLearner(visitor, name);
    visitor.host().go("#/records");
    REQUIRE(visitor.press("records.download"));
    const std::string& csv = visitor.host().page.files.saved;
    std::size_t lines = 0;
    for (std::size_t at = 0; (at = csv.find("\r\n", at)) != std::string::npos; at += 2) {
        ++lines;
        if (at + 2 < csv.size()) {
            CHECK(std::string("=+-@\t").find(csv[at + 2]) == std::string::npos);
            if (csv[at + 2] == '"') CHECK(std::string("=+-@\t").find(csv[at + 3]) == std::string::npos);
        }
    }
    CHECK(lines == 6);
}

TEST_CASE(
    "a name of 10,000 characters is not cut in silence: it says what is too long, and what was typed is still there") {
    const std::string unit[] = {"长", "x", "🙂", "é"};
    for (const std::string& each : unit) {
        const std::string name = repeated(each, 10000);
        Visitor visitor;
        visitor.host().go("#/me");
        const std::string field = visitor.word("certificate.nameLabel");
        REQUIRE(visitor.host().type(field, name));
        const ui::Node* node = visitor.host().find(ui::Role::textField, field);
        REQUIRE(node != nullptr);
        CHECK(node->text == name);
        CHECK(node->invalid);
        CHECK(node->description == visitor.word("certificate.nameTooLong"));
        CHECK_FALSE(visitor.press("me.saveName"));
        REQUIRE(visitor.host().type(field, repeated(each, 120)));
        CHECK(visitor.press("me.saveName"));
        CHECK(visitor.person().name == repeated(each, 120));
    }
}

TEST_CASE("the same holds for the certificate's name and for a new learner's") {
    const std::string name = repeated("王", 10000);
    Visitor visitor;
    visitor.takeExam(course::ExamId("final"), walk::all);
    visitor.host().go("#/certificate");
    REQUIRE(visitor.host().type(visitor.word("certificate.nameLabel"), name));
    CHECK(visitor.host().find(ui::Role::textField, visitor.word("certificate.nameLabel"))->invalid);
    REQUIRE(visitor.press("certificate.save"));
    CHECK(visitor.host().page.certificate.empty());
    CHECK(visitor.shows("certificate.nameTooLong"));
    CHECK(visitor.host().find(ui::Role::textField, visitor.word("certificate.nameLabel"))->text == name);

    visitor.host().go("#/people");
    REQUIRE(visitor.host().type(visitor.word("me.newName"), name));
    CHECK(visitor.host().find(ui::Role::textField, visitor.word("me.newName"))->invalid);
    CHECK_FALSE(visitor.press("me.add"));
    CHECK(visitor.portal().learners().all.size() == 1);
}

TEST_CASE("control characters and overrides of writing direction do not get into a name") {
    Visitor visitor;
    addLearner(visitor, "Eve\xE2\x80\xAE"
                        "fdp.exe\x07\n\tLi");
    CHECK(visitor.person().name.find("\xE2\x80\xAE") == std::string::npos);
    CHECK(visitor.person().name.find('\n') == std::string::npos);
    CHECK(visitor.person().name.find('\x07') == std::string::npos);
}

TEST_CASE("nobody is a learner without a name, and the empty field cannot be sent") {
    Visitor visitor;
    visitor.host().go("#/me");
    CHECK_FALSE(visitor.press("me.saveName"));
    visitor.host().go("#/people");
    CHECK_FALSE(visitor.press("me.add"));
    REQUIRE(visitor.host().type(visitor.word("me.newName"), " \t "));
    CHECK_FALSE(visitor.press("me.add"));
    CHECK(visitor.portal().learners().all.empty());
}

TEST_CASE("a hundred learners are listed and downloaded, each once") {
    Visitor visitor({.width = 1440, .height = 900});
    for (int i = 0; i < 100; ++i) visitor.portal().addLearner("Learner " + std::to_string(1000 + i));
    visitor.host().go("#/records");
    CHECK(visitor.host().shows("Learner 1000"));
    CHECK_FALSE(visitor.host().shows("Learner 1099"));
    REQUIRE(visitor.host().type(visitor.word("filter.search"), "1099"));
    CHECK(visitor.host().shows("Learner 1099"));
    REQUIRE(visitor.host().type(visitor.word("filter.search"), ""));
    REQUIRE(visitor.press("records.download"));
    for (int i = 0; i < 100; ++i) {
        const std::string name = "Learner " + std::to_string(1000 + i);
        const std::string& csv = visitor.host().page.files.saved;
        const std::size_t at = csv.find(name);
        CHECK(at != std::string::npos);
        CHECK(csv.find(name, at + 1) == std::string::npos);
    }
}

TEST_CASE("a name is called saved when it is on disk, and not before") {
    Visitor visitor;
    visitor.host().go("#/me");
    REQUIRE(visitor.host().type(visitor.word("certificate.nameLabel"), "王小明"));
    const ui::Node* button = visitor.host().find(ui::Role::button, visitor.word("me.saveName"));
    REQUIRE(button != nullptr);
    visitor.host().window.semantics().pressed(button->id);
    for (int frame = 0; frame < 3; ++frame)
        (void)visitor.host().window.drawFrame(visitor.portal(), visitor.host().view, {});
    CHECK(visitor.host().mirror.announced.empty()); // the store has not said anything yet
    visitor.host().settle();
    REQUIRE(visitor.host().mirror.announced.size() == 1);
    CHECK(visitor.host().mirror.announced.front() == visitor.word("saved.done"));
    visitor.host().settle();
    CHECK(visitor.host().mirror.announced.size() == 1);
}
