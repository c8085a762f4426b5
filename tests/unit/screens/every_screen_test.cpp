// Every screen, in both languages, from a small phone to a desktop: it comes to rest, everything on it has a name, can
// be hit with a thumb, and stays within the window.
#include "host/imgui_items.h"
#include "host/review_visit.h"
#include "host/screen_checks.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using ui::Node;
using ui::Role;
using walk::Answering;
using walk::checkLetters;
using walk::checkRest;
using walk::checkScreen;
using walk::Look;
using walk::onEveryLook;
using walk::Visitor;

} // namespace

TEST_CASE("the screens of someone who is new" * doctest::test_suite("sweeps")) {
    onEveryLook([](const char* language, const Look& look) {
        Visitor visitor({.language = language, .width = look.width, .textPercent = look.textPercent});
        for (const char* hash : {"#/", "#/records", "#/certificate", "#/me", "#/people", "#/lab", "#/review",
                                 "#/glossary", "#/verify", "#/nowhere", "#/lesson/L9.9", "#/exam/M2", "#/exam/M4",
                                 "#/exam/final", "#/entry", "#/exam/entry-M4", "#/exam/entry-M16", "#/path"}) {
            visitor.host().go(hash);
            checkScreen(visitor, std::string(hash) + " in " + language);
        }
    });
}

namespace {

/// The lessons of the course whose turn it is: the windows take turns in reading order, since every lesson on every one
/// would take minutes. The languages begin one apart, so that each lesson is seen on two.
std::vector<course::LessonId> lessonsDue(Visitor& visitor, std::size_t round) {
    std::vector<course::LessonId> ids;
    std::size_t number = visitor.portal().language() == "en" ? 1 : 0;
    for (const course::ModuleOutline& module : visitor.portal().course()->modules)
        for (const course::LessonOutline& lesson : module.lessons)
            if (number++ % 6 == round % 6) ids.push_back(lesson.id);
    return ids;
}

} // namespace

TEST_CASE("every step of every lesson, before and after its answer, with everything folded out" *
          doctest::test_suite("sweeps")) {
    std::size_t round = 0;
    onEveryLook([&round](const char* language, const Look& look) {
        Visitor visitor({.language = language, .width = look.width, .textPercent = look.textPercent});
        for (const course::LessonId& id : lessonsDue(visitor, round++)) {
            visitor.host().go("#/lesson/" + id.text());
            const course::Lesson& lesson = visitor.lesson(id);
            for (const course::Step& step : lesson.steps) {
                const std::string where = step.id.text() + " of " + id.text() + " in " + language;
                (void)visitor.press("step.hint");
                checkScreen(visitor, where);
                visitor.doStep(lesson, step);
            }
            checkScreen(visitor, "the end of " + id.text() + " in " + language);
            for (std::size_t back = lesson.steps.size() - 1; back > 0; --back) {
                REQUIRE(visitor.press("lesson.previousStep"));
                (void)visitor.press("step.note");
                checkScreen(visitor,
                            "answered " + lesson.steps[back - 1].id.text() + " of " + id.text() + " in " + language);
            }
        }
    });
}

TEST_CASE("every kind of question, while it is asked and after a right and a wrong answer, and both results" *
          doctest::test_suite("sweeps")) {
    onEveryLook([](const char* language, const Look& look) {
        Visitor visitor({.language = language, .width = look.width, .textPercent = look.textPercent});
        for (const char* id : {"M2", "M4"}) {
            const course::ExamId exam(id);
            visitor.host().go("#/exam/" + exam.text());
            REQUIRE(visitor.press("exam.start"));
            for (int at = 0; at < 10; ++at) {
                const course::Item& item = visitor.itemOnScreen(exam);
                const std::string where = item.id.text() + " in " + language;
                checkScreen(visitor, where);
                if (at != 5) visitor.mark(item, id[1] == '2' ? Answering::wrong : Answering::right);
                checkScreen(visitor, "marked " + where);
                REQUIRE(visitor.press(at == 5 ? "exam.skip" : "exam.saveNext"));
            }
            checkScreen(visitor, "all questions of " + exam.text() + " in " + language);
            visitor.handIn();
            checkScreen(visitor, "the result of " + exam.text() + " in " + language);
        }
    });
}

TEST_CASE("the screens of someone who has passed, with names of all kinds" * doctest::test_suite("sweeps")) {
    onEveryLook([](const char* language, const Look& look) {
        Visitor visitor({.language = language, .width = look.width, .textPercent = look.textPercent});
        visitor.takeExam(course::ExamId("final"), walk::all);
        visitor.portal().nameLearner("欧阳𠮷");
        visitor.portal().addLearner(std::string(120, 'W'));
        visitor.portal().addLearner("محمد علي 👩‍🏫");
        visitor.portal().chooseLearner(visitor.portal().learners().all.front().id);
        for (const char* hash : {"#/", "#/records", "#/certificate", "#/me", "#/people"}) {
            visitor.host().go(hash);
            checkScreen(visitor, std::string(hash) + " in " + language);
        }
        visitor.host().go("#/certificate");
        REQUIRE(visitor.press("certificate.save"));
        checkScreen(visitor, "a certificate in the making");
        visitor.portal().certificateMade("certificate.unprintable", "👩‍🏫");
        checkScreen(visitor, "a certificate that could not be made");
        visitor.host().go("#/certificate");
        REQUIRE(visitor.host().type(visitor.word("certificate.nameLabel"), std::string(10000, 'x')));
        checkScreen(visitor, "a name that is too long");
    });
}

TEST_CASE("verifying: every verdict, with names of all kinds and hashes that do not break" *
          doctest::test_suite("sweeps")) {
    onEveryLook([](const char* language, const Look& look) {
        Visitor visitor({.language = language, .width = look.width, .textPercent = look.textPercent});
        visitor.host().go("#/verify/1AAAA");
        checkScreen(visitor, "verifying");
        for (const char* verdict :
             {"genuine", "self-issued", "changed", "unknown-issuer", "expired", "revoked", "unreadable", "unsigned"}) {
            visitor.portal().verified({verdict,
                                       "seal",
                                       "培训部 محمد",
                                       std::string(120, 'f') + ".pdf",
                                       "培训部",
                                       {{"name", std::string(120, 'W'), "欧阳𠮷 👩‍🏫"},
                                        {"number", "sha256$" + std::string(64, 'a'), ""},
                                        {"course", "", "服务学苑"},
                                        {"finished", "2026-11-22T09:31:05.120Z", "2026-11-22T09:31:05.120Z"},
                                        {"evidence", "ni:///sha-256;" + std::string(43, 'x'), ""}}});
            visitor.host().settle();
            checkScreen(visitor, std::string(verdict) + " in " + language);
        }
    });
}

TEST_CASE("a review: what is due at home, every kind of question before and after its answer, and the end" *
          doctest::test_suite("sweeps")) {
    onEveryLook([](const char* language, const Look& look) {
        Visitor visitor({.language = language, .width = look.width, .textPercent = look.textPercent});
        std::vector<std::string> cards;
        for (const char* id : {"M1", "M2", "M4"}) {
            std::size_t kinds = 0; // those that were taken from this module, as bits
            (void)visitor.portal().module(course::ModuleId(id));
            visitor.host().settle();
            for (const course::Item& item : visitor.portal().module(course::ModuleId(id))->items) {
                const std::size_t kind = std::size_t{1} << item.question.index();
                if ((kinds & kind) == 0) cards.push_back(item.id.text());
                kinds |= kind;
            }
        }
        for (const course::Step& step : visitor.lesson(course::LessonId("L2.1")).steps)
            if (std::holds_alternative<course::Sort>(step.activity)) cards.push_back("L2.1/" + step.id.text());
        visitor.enter({.language = language,
                       .journal = walk::metLongAgo(cards),
                       .width = look.width,
                       .textPercent = look.textPercent});
        checkScreen(visitor, std::string("something is due at home in ") + language);
        visitor.host().go("#/review");
        checkScreen(visitor, std::string("before a review in ") + language);
        REQUIRE(visitor.press("review.start"));
        while (visitor.portal().reviewing().open()) {
            const std::size_t at = visitor.portal().reviewing().at;
            const std::string where = visitor.portal().reviewing().cards[at].id.text() + " again in " + language;
            checkScreen(visitor, where);
            walk::answerCard(visitor, at == 1 ? Answering::wrong : Answering::right);
            checkScreen(visitor, "answered " + where);
            REQUIRE((visitor.press("exam.next") || visitor.press("review.finish")));
        }
        checkScreen(visitor, std::string("after a review in ") + language);
    });
}

TEST_CASE("the screens of trouble" * doctest::test_suite("sweeps")) {
    onEveryLook([](const char* language, const Look& look) {
        Visitor visitor({.language = language,
                         .journal = {"broken"},
                         .trouble = host::StoreTrouble::unavailable,
                         .width = look.width,
                         .textPercent = look.textPercent});
        for (const char* hash : {"#/", "#/lesson/L2.1", "#/me"}) {
            visitor.host().go(hash);
            checkScreen(visitor, std::string(hash) + " without storage in " + language);
        }
        visitor.enter({.language = language, .width = look.width, .textPercent = look.textPercent, .packs = {}});
        checkScreen(visitor, std::string("no course in ") + language);
        auto packs = walk::packs();
        packs.erase("M2." + std::string(language));
        visitor.enter({.language = language, .width = look.width, .textPercent = look.textPercent, .packs = packs});
        visitor.host().go("#/lesson/L2.1");
        checkScreen(visitor, std::string("no lesson in ") + language);
    });
}

TEST_CASE("the dialog of display settings, on every window") {
    onEveryLook([](const char* language, const Look& look) {
        Visitor visitor({.language = language, .width = look.width, .textPercent = look.textPercent});
        visitor.host().go("#/lesson/L4.1");
        REQUIRE(visitor.host().press(ui::Role::button, visitor.word("me.looks")));
        REQUIRE(visitor.host().find(Role::dialog, visitor.word("me.looks")) != nullptr);
        visitor.host().view.height = 2400;
        visitor.host().settle();
        checkLetters(visitor, "the dialog");
        checkRest(visitor, "the dialog");
        // What ImGui reacts to is the dialog's alone: the page behind it is out of reach.
        lint::watchItems(true);
        (void)visitor.host().window.drawFrame(visitor.portal(), visitor.host().view, {});
        CHECK(lint::items().size() >= 14);
        CHECK(lint::unsaid(lint::items(), visitor.host().window.semantics().nodes(), 0).empty());
        lint::watchItems(false);
        REQUIRE(visitor.press("display.done"));
        CHECK(visitor.host().find(Role::dialog, visitor.word("me.looks")) == nullptr);
    });
}

TEST_CASE("the lint sees what was not said") {
    Node said;
    said.role = Role::button;
    said.place = {10, 500, 100, 48};
    const std::vector<ui::Box> drawn = {{10, 100, 100, 48}, {200, 100, 60, 48}};
    const auto missing = lint::unsaid(drawn, {said}, 400);
    REQUIRE(missing.size() == 1);
    CHECK(missing.front().x == 200);
    said.role = Role::text; // words are nothing to press
    CHECK(lint::unsaid(drawn, {said}, 400).size() == 2);
}

TEST_CASE("where the window is low, the bar stands at the page's end and covers nothing") {
    Visitor visitor({.width = 740, .height = 360});
    visitor.host().go("#/lesson/L2.1");
    const std::string learn = visitor.word("nav.learn");
    const Node* low = visitor.host().find(Role::link, learn);
    REQUIRE(low != nullptr);
    CHECK_FALSE(low->fixed);
    for (const Node& node : visitor.host().window.semantics().nodes()) {
        if (node.role == Role::button) CHECK(node.place.y + node.place.height <= low->place.y);
    }
    CHECK(visitor.host().window.contentHeight() >= low->place.y + low->place.height);
    visitor.host().view.height = 800;
    visitor.host().settle();
    CHECK(visitor.host().find(Role::link, learn)->fixed);
}

TEST_CASE("the dark theme draws the same things in the same places") {
    Visitor visitor;
    for (const char* hash : {"#/", "#/lesson/L2.1", "#/exam/M2", "#/me"}) {
        visitor.host().go(hash);
        visitor.portal().prefer("theme", "light");
        visitor.host().settle();
        const std::vector<Node> light = visitor.host().window.semantics().nodes();
        const std::uint32_t ground = visitor.host().window.ground().rgb;
        visitor.portal().prefer("theme", "dark");
        visitor.host().settle();
        const std::vector<Node>& dark = visitor.host().window.semantics().nodes();
        CHECK(visitor.host().window.ground().rgb != ground);
        REQUIRE(light.size() == dark.size());
        for (std::size_t i = 0; i < light.size(); ++i) CHECK(light[i].place == dark[i].place);
    }
}
