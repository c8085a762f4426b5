// Every screen, in both languages, from a small phone to a desktop: it comes to rest, everything on it has a name, can
// be hit with a thumb, and stays within the window.
#include "host/imgui_items.h"
#include "host/visitor.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <functional>
#include <set>
#include <string>

namespace {

using ui::Node;
using ui::Role;
using walk::Answering;
using walk::Visitor;

/// Windows and sizes of words that people have: a small phone, a phone, a tablet, a desktop; and twice as large words.
struct Look {
    float width;
    const char* textPercent;
};
constexpr Look looks[] = {{320, "100"}, {390, "100"}, {820, "100"}, {1440, "100"}, {320, "200"}, {1440, "200"}};

/// Holds others together and may go without a name of its own.
bool isHolder(Role role) {
    return role == Role::main || role == Role::row || role == Role::cell || role == Role::list ||
           role == Role::listItem || role == Role::rowHeader;
}

/// The page has more than one screenful: everything is drawn when the window is as high as the page.
void showAll(Visitor& visitor) {
    visitor.host().view.height = 12000;
    visitor.host().settle();
}

void checkNodes(Visitor& visitor, const std::string& where) {
    std::set<unsigned> ids;
    std::set<unsigned> parents;
    int titles = 0;
    const float width = visitor.host().view.width;
    for (const Node& node : visitor.host().window.semantics().nodes()) {
        INFO(where, " at ", width, ": ", static_cast<int>(node.role), " \"", node.name, "\" ", node.place.x, "+",
             node.place.width, " × ", node.place.height);
        CHECK(ids.insert(node.id).second);
        CHECK((node.parent == 0 || ids.count(node.parent) > 0)); // a parent comes before its children
        if (!isHolder(node.role)) CHECK_FALSE(node.name.empty());
        if (node.role == Role::heading && node.level == 1) ++titles;
        if (node.role == Role::heading) CHECK((node.level >= 1 && node.level <= 6));
        if (node.role == Role::link) CHECK_FALSE(node.target.empty());
        CHECK(node.place.x >= 0);
        CHECK(node.place.x + node.place.width <= width + 0.5F);
        CHECK(node.place.height > 0);
        if (lint::isInteractive(node.role)) {
            CHECK(node.place.height >= ui::touchTarget);
            CHECK(node.place.width >= ui::touchTarget);
        }
    }
    CHECK_MESSAGE(titles == 1, where, " at ", width, ": ", titles, " headings of level 1");
}

/// Nothing that is pressed lies over something else that is pressed.
void checkOverlaps(Visitor& visitor, const std::string& where) {
    std::vector<const Node*> pressed;
    for (const Node& node : visitor.host().window.semantics().nodes())
        if (lint::isInteractive(node.role)) pressed.push_back(&node);
    for (std::size_t i = 0; i < pressed.size(); ++i) {
        for (std::size_t j = i + 1; j < pressed.size(); ++j) {
            if (pressed[i]->fixed != pressed[j]->fixed) continue; // the bar floats over the page by design
            const ui::Box a = pressed[i]->place;
            const ui::Box b = pressed[j]->place;
            const bool apart = a.x + a.width <= b.x + 0.5F || b.x + b.width <= a.x + 0.5F ||
                               a.y + a.height <= b.y + 0.5F || b.y + b.height <= a.y + 0.5F;
            CHECK_MESSAGE(apart, where, " at ", visitor.host().view.width, ": \"", pressed[i]->name, "\" and \"",
                          pressed[j]->name, "\"");
        }
    }
}

/// Letters are the triangles that do not use the atlas's white pixel; all of them are within the window.
void checkLetters(Visitor& visitor, const std::string& where) {
    const ImDrawData* drawn = ImGui::GetDrawData();
    const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
    int letters = 0;
    for (const ImDrawList* list : drawn->CmdLists) {
        for (const ImDrawVert& vertex : list->VtxBuffer) {
            if (vertex.uv.x == white.x && vertex.uv.y == white.y) continue;
            ++letters;
            if (vertex.pos.x < -0.5F || vertex.pos.x > visitor.host().view.width + 0.5F) {
                FAIL_CHECK(where, " at ", visitor.host().view.width, ": letters at ", vertex.pos.x, ", ", vertex.pos.y);
                return;
            }
        }
    }
    CHECK_MESSAGE(letters > 50, where);
}

/// Whatever ImGui reacts to has been said.
void checkItems(Visitor& visitor, const std::string& where) {
    lint::watchItems(true);
    visitor.host().settle();
    lint::forgetItems();
    (void)visitor.host().window.drawFrame(visitor.portal(), visitor.host().view, {});
    const auto& nodes = visitor.host().window.semantics().nodes();
    CHECK_MESSAGE(!lint::items().empty(), where, " has ", lint::items().size(), " items");
    for (const ui::Box& item : lint::unsaid(lint::items(), nodes, visitor.host().view.scroll))
        FAIL_CHECK(where, ": ImGui reacts at ", item.x, ", ", item.y, ", ", item.width, " × ", item.height,
                   ", and nothing was said");
    lint::watchItems(false);
}

/// With full motion: comes to rest within two seconds, and says nothing more to the mirror once it rests.
void checkRest(Visitor& visitor, const std::string& where) {
    host::Headless& host = visitor.host();
    host.view.wishes.reducedMotion = false;
    int frames = 0;
    do {
        host.view.seconds += 1.0 / 60;
    } while (host.window.drawFrame(visitor.portal(), host.view, {}) && ++frames < 120);
    CHECK_MESSAGE(frames < 120, where, " at ", host.view.width, " does not come to rest");
    const int updates = host.mirror.updates;
    for (int i = 0; i < 5; ++i) {
        host.view.seconds += 1.0 / 60;
        CHECK_FALSE(host.window.drawFrame(visitor.portal(), host.view, {}));
    }
    CHECK_MESSAGE(host.mirror.updates == updates, where, " at ", host.view.width, " talks at rest");
    host.view.wishes.reducedMotion = true;
}

void check(Visitor& visitor, const std::string& where) {
    showAll(visitor);
    checkNodes(visitor, where);
    checkOverlaps(visitor, where);
    checkLetters(visitor, where);
    checkItems(visitor, where);
    checkRest(visitor, where);
}

void onEveryLook(const std::function<void(const char* language, const Look& look)>& walk) {
    for (const char* language : walk::languages)
        for (const Look& look : looks) walk(language, look);
}

} // namespace

TEST_CASE("the screens of someone who is new") {
    onEveryLook([](const char* language, const Look& look) {
        Visitor visitor({.language = language, .width = look.width, .textPercent = look.textPercent});
        for (const char* hash : {"#/", "#/records", "#/certificate", "#/me", "#/nowhere", "#/lesson/L9.9", "#/exam/M2",
                                 "#/exam/M4", "#/exam/final"}) {
            visitor.host().go(hash);
            check(visitor, std::string(hash) + " in " + language);
        }
    });
}

TEST_CASE("every step of every lesson, before and after its answer, with everything folded out") {
    onEveryLook([](const char* language, const Look& look) {
        Visitor visitor({.language = language, .width = look.width, .textPercent = look.textPercent});
        for (const char* id : {"L2.1", "L4.1"}) {
            visitor.host().go("#/lesson/" + std::string(id));
            const course::Lesson& lesson = visitor.lesson(course::LessonId(id));
            for (const course::Step& step : lesson.steps) {
                const std::string where = step.id.text() + " in " + language;
                (void)visitor.press("step.hint");
                check(visitor, where);
                visitor.doStep(lesson, step);
            }
            check(visitor, "the end of " + lesson.id.text() + " in " + language);
            for (std::size_t back = lesson.steps.size() - 1; back > 0; --back) {
                REQUIRE(visitor.press("lesson.previousStep"));
                (void)visitor.press("step.note");
                check(visitor, "answered " + lesson.steps[back - 1].id.text() + " in " + language);
            }
        }
    });
}

TEST_CASE("every kind of question, while it is asked and after a right and a wrong answer, and both results") {
    onEveryLook([](const char* language, const Look& look) {
        Visitor visitor({.language = language, .width = look.width, .textPercent = look.textPercent});
        for (const char* id : {"M2", "M4"}) {
            const course::ExamId exam(id);
            visitor.host().go("#/exam/" + exam.text());
            REQUIRE(visitor.press("exam.start"));
            for (int at = 0; at < 10; ++at) {
                const course::Item& item = visitor.itemOnScreen(exam);
                const std::string where = item.id.text() + " in " + language;
                check(visitor, where);
                visitor.answer(item, id[1] == '2' ? Answering::wrong : Answering::right);
                check(visitor, "answered " + where);
                REQUIRE(visitor.press(at == 9 ? "exam.finish" : "exam.next"));
            }
            check(visitor, "the result of " + exam.text() + " in " + language);
        }
    });
}

TEST_CASE("the screens of someone who has passed, with names of all kinds") {
    onEveryLook([](const char* language, const Look& look) {
        Visitor visitor({.language = language, .width = look.width, .textPercent = look.textPercent});
        visitor.takeExam(course::ExamId("final"), 10);
        visitor.portal().nameLearner("欧阳𠮷");
        visitor.portal().addLearner(std::string(120, 'W'));
        visitor.portal().addLearner("محمد علي 👩‍🏫");
        visitor.portal().chooseLearner(visitor.portal().learners().all.front().id);
        for (const char* hash : {"#/", "#/records", "#/certificate", "#/me"}) {
            visitor.host().go(hash);
            check(visitor, std::string(hash) + " in " + language);
        }
        visitor.host().go("#/certificate");
        REQUIRE(visitor.press("certificate.save"));
        check(visitor, "a certificate in the making");
        visitor.portal().certificateMade("certificate.unprintable", "👩‍🏫");
        check(visitor, "a certificate that could not be made");
        visitor.host().go("#/certificate");
        REQUIRE(visitor.host().type(visitor.word("certificate.nameLabel"), std::string(10000, 'x')));
        check(visitor, "a name that is too long");
    });
}

TEST_CASE("the screens of trouble") {
    onEveryLook([](const char* language, const Look& look) {
        Visitor visitor({.language = language,
                         .journal = {"broken"},
                         .trouble = host::StoreTrouble::unavailable,
                         .width = look.width,
                         .textPercent = look.textPercent});
        for (const char* hash : {"#/", "#/lesson/L2.1", "#/me"}) {
            visitor.host().go(hash);
            check(visitor, std::string(hash) + " without storage in " + language);
        }
        visitor.enter({.language = language, .width = look.width, .textPercent = look.textPercent, .packs = {}});
        check(visitor, std::string("no course in ") + language);
        auto packs = walk::packs();
        packs.erase("M2." + std::string(language));
        visitor.enter({.language = language, .width = look.width, .textPercent = look.textPercent, .packs = packs});
        visitor.host().go("#/lesson/L2.1");
        check(visitor, std::string("no lesson in ") + language);
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
