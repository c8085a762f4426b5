// The kinds of activity that ask for more than an item, seen from outside: what they take, say and keep, on every
// width.
#include "activities/exercise_visit.h"
#include "course/sample_steps.h"
#include "host/exercises.h"
#include "host/screen_checks.h"
#include "learning/grading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <string>

namespace {

using sample::goTo;
using sample::kept;
using sample::lessonId;
using sample::packsWithExercises;
using sample::setting;
using ui::Role;
using walk::Visitor;

/// Makes every label and text longer, and leaves alone what is told apart by it.
void lengthen(base::Json& value, const std::string& more) {
    for (auto& [name, child] : value.items()) {
        const bool isText = name == "text" || name == "label" || name == "why" || name == "left" || name == "right" ||
                            name == "front" || name == "back" || name == "line" || name == "open" || name == "closed";
        if (child.is_structured()) {
            lengthen(child, more);
        } else if (isText && child.is_string() && !value.contains("kind") && !value.contains("bin")) {
            const bool isId = name == "label" && value.contains("front"); // of a card: it names a label
            if (!isId) child = child.get<std::string>() + more;
        }
    }
}

/// Half done: presses the first thing of the step that can be pressed.
void pressFirst(Visitor& visitor) {
    const std::string others[] = {visitor.word("lesson.nextStep"), visitor.word("step.hint"),
                                  visitor.word("lesson.previousStep")};
    bool inStep = false;
    for (const ui::Node& node : visitor.host().window.semantics().nodes()) {
        inStep = inStep || (node.role == Role::heading && node.level == 1);
        const bool pressable = node.role == Role::button || node.role == Role::radio || node.role == Role::checkbox ||
                               node.role == Role::toggle || node.role == Role::disclosure;
        if (!inStep || !pressable || node.disabled) continue;
        if (std::find(std::begin(others), std::end(others), node.name) != std::end(others)) continue;
        visitor.host().window.semantics().pressed(node.id);
        visitor.host().settle();
        return;
    }
    FAIL("nothing can be pressed");
}

} // namespace

TEST_CASE("whoever knows the answers gets all of every exercise, and may practise it again without changing that") {
    for (const char* language : walk::languages) {
        Visitor visitor(setting(language));
        visitor.host().go("#/lesson/" + lessonId.text());
        const course::Lesson& lesson = visitor.lesson(lessonId);
        for (const course::Step& step : lesson.steps) {
            INFO(step.id.text());
            visitor.answerStep(step);
            const bool alone = step.id.text() == "alone"; // bars are only moved there, not drawn rightly
            if (!alone) CHECK(kept(visitor, step.id.text()).score.rounded() == 100);
            const std::string before = learning::toJson(kept(visitor, step.id.text()).answer);
            if (visitor.press("step.again")) {
                CHECK(visitor.shows("step.practising"));
                CHECK_FALSE(visitor.press("step.again"));
                visitor.answerStep(step);
                CHECK(visitor.host().find(Role::button, visitor.word("step.again")) != nullptr);
                CHECK_FALSE(visitor.shows("step.practising"));
            } else {
                CHECK((alone || step.id.text() == "reflect"));
            }
            CHECK(learning::toJson(kept(visitor, step.id.text()).answer) == before);
            if (step.id != lesson.steps.back().id) REQUIRE(visitor.press("lesson.nextStep"));
        }
    }
}

TEST_CASE("what was answered is there after a reload, with its feedback") {
    Visitor visitor(setting());
    visitor.host().go("#/lesson/" + lessonId.text());
    const course::Lesson lesson = visitor.lesson(lessonId);
    for (const course::Step& step : lesson.steps) visitor.doStep(lesson, step);
    visitor.reload();
    const std::map<std::string, std::string> shown = {
        {"match", "Price — Cost"},          {"matrix", "People"},        {"cloze", "They do not depend on us"},
        {"spot", "Please go on"},           {"likert", "Watch one"},     {"cards", "A reply can be quicker"},
        {"reflect", "Last week, perhaps."}, {"case", "They stay"},       {"dialogue", "He comes back"},
        {"simulator", "Near 11.4%"},        {"gauge", "You know it all"}};
    for (std::size_t at = lesson.steps.size(); at-- > 0;) {
        const std::string kind = lesson.steps[at].id.text();
        INFO(kind);
        if (shown.count(kind) > 0) CHECK(visitor.host().shows(shown.at(kind)));
        if (at > 0) REQUIRE(visitor.press("lesson.previousStep"));
    }
}

TEST_CASE("guess chart: bars that stand alone do not move one another") {
    Visitor visitor(setting());
    (void)goTo(visitor, "alone");
    REQUIRE(visitor.host().slide("Quick", 82));
    CHECK(visitor.host().find(Role::slider, "Silent")->value == 50);
    REQUIRE(visitor.host().slide("Silent", 9));
    CHECK(visitor.host().find(Role::slider, "Quick")->value == 82);
    REQUIRE(visitor.press("guess.reveal"));
    CHECK(kept(visitor, "alone").score.rounded() == 100);
}

TEST_CASE("match: the first right counts, a wrong one is explained, and one tries until it fits") {
    Visitor visitor(setting());
    const course::Step step = goTo(visitor, "match");
    REQUIRE(visitor.host().press(Role::radio, "Price"));
    REQUIRE(visitor.host().press(Role::button, "Profit"));
    CHECK(visitor.host().shows("That is ours"));
    REQUIRE(visitor.host().press(Role::button, "Customer"));
    CHECK(visitor.shows("match.tryAnother"));
    REQUIRE(visitor.host().press(Role::button, "Cost"));
    CHECK(visitor.host().shows("Time too"));
    CHECK_FALSE(visitor.host().press(Role::button, "Cost"));
    CHECK_FALSE(visitor.press("sort.overview"));
    REQUIRE(visitor.host().press(Role::button, "Customer"));
    REQUIRE(visitor.host().press(Role::button, "Convenience"));
    REQUIRE(visitor.press("sort.overview"));
    CHECK(kept(visitor, "match").score.rounded() == 67);
    CHECK(visitor.host().shows(visitor.word("step.score", {{"right", "2"}, {"count", "3"}})));
}

TEST_CASE("cloze: nothing is handed in before all gaps are filled, and a gap can be filled anew") {
    Visitor visitor(setting());
    (void)goTo(visitor, "cloze");
    const std::string bank = visitor.word("cloze.bank"), gaps = visitor.word("cloze.gaps");
    CHECK_FALSE(visitor.press("answer.submit"));
    REQUIRE(visitor.pressIn(bank, "discount"));
    REQUIRE(visitor.pressIn(bank, "depend"));
    REQUIRE(visitor.pressIn(bank, "interrupt"));
    CHECK_FALSE(visitor.pressIn(bank, "depend")); // all are full
    CHECK(visitor.host().shows("They do not discount on us; we depend on them."));
    REQUIRE(visitor.pressIn(gaps, "1 discount"));
    REQUIRE(visitor.pressIn(bank, "interrupt"));
    CHECK(visitor.host().shows("They do not interrupt on us"));
    REQUIRE(visitor.press("answer.submit"));
    CHECK(kept(visitor, "cloze").score.rounded() == 67);
    CHECK(visitor.host().shows("They do not depend on us; we depend on them."));
    CHECK(visitor.host().shows(visitor.word("cloze.yours", {{"word", "interrupt"}})));
}

TEST_CASE("spot: a false tap is explained, a mistake is named, and the rest can be asked for") {
    Visitor visitor(setting());
    (void)goTo(visitor, "spot");
    REQUIRE(visitor.host().press(Role::button, "Agent: All right."));
    CHECK(visitor.host().shows("The words are fine"));
    CHECK_FALSE(visitor.host().press(Role::button, "Agent: All right."));
    REQUIRE(visitor.host().press(Role::button, "Caller: It leaks since Wednesday…"));
    CHECK(visitor.shows("spot.noMistakeWhy"));
    REQUIRE(visitor.host().press(Role::button, "Agent: Which model?"));
    CHECK_FALSE(visitor.host().shows("Not finished"));
    REQUIRE(visitor.pressIn(visitor.word("spot.whichKind"), "No summary"));
    CHECK(visitor.host().shows(visitor.word("spot.isRather", {{"kind", "Interrupting"}})));
    CHECK(visitor.host().shows("Not finished"));
    CHECK_FALSE(visitor.host().shows("Nothing repeated"));
    REQUIRE(visitor.press("spot.showRest"));
    CHECK(visitor.host().shows("Nothing repeated"));
    CHECK(kept(visitor, "spot").score.rounded() == 0);
}

TEST_CASE("likert: an answer can be changed, the highest gets its advice, and nothing is marked") {
    Visitor visitor(setting());
    (void)goTo(visitor, "likert");
    CHECK_FALSE(visitor.press("likert.see"));
    REQUIRE(visitor.pressIn("I think of something urgent", "1"));
    REQUIRE(visitor.pressIn("I think of something urgent", "5"));
    REQUIRE(visitor.pressIn("I know it already", "4"));
    REQUIRE(visitor.press("likert.see"));
    CHECK(visitor.host().shows("Try an antidote"));
    CHECK(visitor.host().shows("Write it down first"));
    CHECK_FALSE(visitor.host().shows("I know it already"));
    CHECK(kept(visitor, "likert").score.rounded() == 100);
}

TEST_CASE("likert: ten points, and what was rated lowest leads to the lesson where it is practised") {
    for (const float width : {320.0F, 390.0F, 900.0F}) {
        Visitor visitor(setting("en", width));
        (void)goTo(visitor, "potential");
        int targets = 0;
        for (const ui::Node& node : visitor.host().window.semantics().nodes()) {
            if (node.role != Role::radio) continue;
            ++targets;
            CHECK(node.place.width >= 44);
            CHECK(node.place.height >= 44);
            CHECK(node.place.x + node.place.width <= width);
        }
        CHECK(targets == 30);
        CHECK(visitor.host().shows(
            visitor.word("likert.scale", {{"least", "I find that hard"}, {"most", "I do"}, {"points", "10"}})));
        REQUIRE(visitor.pressIn("I keep my feelings in hand", "10"));
        REQUIRE(visitor.pressIn("I stay cheerful with the cool", "1"));
        REQUIRE(visitor.pressIn("I remember names", "3"));
        REQUIRE(visitor.press("likert.see"));
        CHECK(visitor.host().shows("Three lessons help"));
        CHECK(visitor.host().shows("I stay cheerful with the cool"));
        CHECK(visitor.host().shows("Say it twice"));
        CHECK_FALSE(visitor.host().shows("Breathe first"));
        const ui::Node* link = visitor.host().find(
            Role::link, visitor.word("exam.toLesson", {{"title", visitor.lesson(course::LessonId("L1.1")).title}}));
        REQUIRE(link != nullptr);
        CHECK(link->target == "#/lesson/L1.1");
        CHECK(kept(visitor, "potential").score.rounded() == 100);
    }
}

TEST_CASE("cards: the back is not said before the card is turned, and the first label counts") {
    Visitor visitor(setting());
    (void)goTo(visitor, "cards");
    CHECK_FALSE(visitor.host().shows("A reply can be quicker"));
    CHECK_FALSE(visitor.pressIn("Slow reply", "Ours"));
    REQUIRE(visitor.host().press(Role::disclosure, "Slow reply"));
    CHECK(visitor.host().shows("A reply can be quicker"));
    REQUIRE(visitor.pressIn("Slow reply", "Not ours"));
    CHECK_FALSE(visitor.pressIn("Slow reply", "Ours"));
    CHECK_FALSE(visitor.press("sort.overview"));
    for (const char* front : {"Moved away", "Rain"}) {
        REQUIRE(visitor.host().press(Role::disclosure, front));
        REQUIRE(visitor.pressIn(front, "Not ours"));
    }
    REQUIRE(visitor.press("sort.overview"));
    CHECK(kept(visitor, "cards").score.rounded() == 50);
}

TEST_CASE("reflect: a note is kept as it was written, an empty one is as good, and neither leaves the journal") {
    Visitor visitor(setting());
    (void)goTo(visitor, "reflect");
    CHECK_FALSE(visitor.host().shows("Last week, perhaps."));
    REQUIRE(visitor.host().type(visitor.word("reflect.field"), "   "));
    REQUIRE(visitor.press("reflect.thought"));
    CHECK(std::get<learning::Noted>(kept(visitor, "reflect").answer).text.empty());
    CHECK(visitor.host().shows("Last week, perhaps."));
    visitor.enter(setting());
    (void)goTo(visitor, "reflect");
    REQUIRE(visitor.host().type(visitor.word("reflect.field"), "محمد\n\nline"));
    REQUIRE(visitor.press("reflect.keep"));
    CHECK(visitor.host().shows("محمد"));
    CHECK(visitor.host().shows("line"));
}

TEST_CASE("case: what is too dear cannot be chosen, and effects come with the decision") {
    Visitor visitor(setting());
    (void)goTo(visitor, "case");
    const std::string which = "Which two?";
    CHECK_FALSE(visitor.press("case.decide"));
    REQUIRE(visitor.pressIn(which, "Lawyers (£90,000)"));
    CHECK_FALSE(visitor.pressIn(which, "A booth (£40,000)"));
    CHECK_FALSE(visitor.host().shows("People fall silent"));
    REQUIRE(visitor.press("case.decide")); // nothing else can be paid for
    CHECK(visitor.host().shows("People fall silent"));
    REQUIRE(visitor.pressIn("And then?", "Answer in 72 hours (£10,000)"));
    REQUIRE(visitor.pressIn("And then?", "Soon")); // changed one's mind
    REQUIRE(visitor.press("case.decide"));
    REQUIRE(visitor.press("case.outcome"));
    CHECK(visitor.host().shows("They leave"));
    CHECK(kept(visitor, "case").score.rounded() == 20);
}

TEST_CASE("dialogue: each answer is talked over, the mood moves, and the talk can be read again") {
    Visitor visitor(setting());
    (void)goTo(visitor, "dialogue");
    CHECK(visitor.host().shows("He has waited fifty minutes."));
    REQUIRE(visitor.host().press(Role::button, "Calm down"));
    CHECK(visitor.shows("dialogue.redLine"));
    CHECK(visitor.host().shows("Fuel on the fire"));
    const ui::Node* mood = nullptr;
    for (const ui::Node& node : visitor.host().window.semantics().nodes())
        if (node.role == Role::progress && node.name.find("Mr Zhao") == 0) mood = &node;
    REQUIRE(mood != nullptr);
    CHECK(mood->value == 28);
    CHECK(mood->name == "Mr Zhao · " + visitor.word("mood.upset"));
    REQUIRE(visitor.press("dialogue.goOn"));
    CHECK(visitor.host().shows("You do not care!"));
    REQUIRE(visitor.host().press(Role::button, "So what"));
    REQUIRE(visitor.press("dialogue.goOn"));
    CHECK_FALSE(visitor.host().press(Role::button, "Some water?"));
    REQUIRE(visitor.host().press(Role::button, "I will try"));
    REQUIRE(visitor.press("dialogue.ending"));
    CHECK(visitor.host().shows("He tells sixteen"));
    CHECK(visitor.shows("dialogue.replay"));
    CHECK(
        visitor.host().shows(visitor.word("dialogue.moodMove", {{"before", "28"}, {"after", "8"}, {"change", "−20"}})));
    CHECK(kept(visitor, "dialogue").score.rounded() == 20);
}

TEST_CASE("dialogue: meters beside the mood, a checklist, and what each answer moved") {
    Visitor visitor(setting());
    (void)goTo(visitor, "friendly");
    const ui::Node* queue = visitor.host().find(Role::progress, "Patience of the queue");
    REQUIRE(queue != nullptr);
    CHECK(queue->value == 70);
    CHECK(queue->most == 100);
    CHECK(queue->valueText == "70");
    const auto open = [&](const char* what) { return visitor.word("dialogue.open", {{"what", what}}); };
    const auto done = [&](const char* what) { return visitor.word("dialogue.done", {{"what", what}}); };
    CHECK(visitor.host().shows(open("All wishes asked for")));
    REQUIRE(visitor.host().press(Role::button, "How many things today?"));
    CHECK(visitor.host().find(Role::progress, "Patience of the queue")->valueText == "65 (−5)");
    CHECK(visitor.host().shows(done("All wishes asked for")));
    CHECK(visitor.host().shows(open("A date given")));
    REQUIRE(visitor.press("dialogue.goOn"));
    REQUIRE(visitor.host().press(Role::button, "We are busy"));
    REQUIRE(visitor.press("dialogue.ending"));
    CHECK(visitor.host().shows("Nobody is glad"));
    const std::string moved =
        visitor.word("dialogue.meterMove",
                     {{"meter", "Patience of the queue"}, {"before", "70"}, {"after", "65"}, {"change", "−5"}});
    CHECK(visitor.host().shows(moved));
    CHECK(kept(visitor, "friendly").score.rounded() == 20);
}

TEST_CASE("dialogue: without a mood, with money: what is too dear can be read, not said") {
    Visitor visitor(setting());
    (void)goTo(visitor, "recovery");
    CHECK(visitor.host().find(Role::progress, visitor.word("case.budgetLeft"))->valueText == "¥6,000");
    CHECK(visitor.host().shows(visitor.word("dialogue.total", {{"n", "6"}})));
    REQUIRE(visitor.host().press(Role::button, "Meet them at the door (¥300)"));
    CHECK(visitor.host().find(Role::progress, visitor.word("case.budgetLeft"))->valueText == "¥5,700 (−300)");
    CHECK(visitor.host().find(Role::progress, "Interaction")->valueText == "5 (+3)");
    REQUIRE(visitor.press("dialogue.goOn"));
    const ui::Node* dear = visitor.host().find(Role::button, "Everything free (¥5,800)");
    REQUIRE(dear != nullptr);
    CHECK(dear->disabled);
    REQUIRE(visitor.host().press(Role::button, "Suites or the partner hotel (¥5,000)"));
    REQUIRE(visitor.press("dialogue.ending"));
    CHECK(visitor.host().shows("She books again"));
    CHECK(kept(visitor, "recovery").score.rounded() == 100);
}

TEST_CASE("simulator: the sliders wait for the guess, figures follow them, and a target is noticed") {
    Visitor visitor(setting());
    (void)goTo(visitor, "simulator");
    const std::string leave = "Who leave in a year";
    CHECK(visitor.host().shows("¥400,000"));
    CHECK_FALSE(visitor.host().slide(leave, 15)); // it would give the guess away
    REQUIRE(visitor.host().slide("It falls to 15%: how much more is a customer worth?", 20));
    REQUIRE(visitor.press("simulator.see"));
    CHECK(visitor.host().shows(visitor.word("simulator.compared", {{"guess", "+20.0%"}, {"truth", "+43.9%"}})));
    CHECK(visitor.host().shows("¥425,000"));
    REQUIRE(visitor.press("simulator.nextTask"));
    REQUIRE(visitor.host().slide(leave, 30));
    CHECK_FALSE(visitor.shows("simulator.reached"));
    REQUIRE(visitor.host().slide(leave, 11));
    CHECK(visitor.shows("simulator.reached"));
    REQUIRE(visitor.host().slide(leave, 30)); // reached is reached
    REQUIRE(visitor.press("simulator.finish"));
    CHECK(kept(visitor, "simulator").score.rounded() == 80);
    REQUIRE(visitor.host().slide(leave, 10)); // and then it is free
    CHECK(visitor.host().shows("¥4,400"));
}

TEST_CASE("gauge: a talk that drifts is over, and says why") {
    Visitor visitor(setting());
    const course::Step step = goTo(visitor, "gauge");
    const auto& gauge = std::get<course::Gauge>(step.activity);
    for (std::size_t at = 0; at < 3; ++at) REQUIRE(visitor.host().press(Role::button, gauge.turns[at].open));
    CHECK_FALSE(visitor.host().press(Role::button, gauge.turns[3].open));
    REQUIRE(visitor.press("gauge.see"));
    CHECK(visitor.host().shows("It drifted away"));
    CHECK(kept(visitor, "gauge").score.rounded() == 20);
}

TEST_CASE("every exercise fits every screen: before, half done, handed in, and with words as long as they come" *
          doctest::test_suite("sweeps")) {
    walk::onEveryLook([](const char* language, const walk::Look& look) {
        Visitor::Setting made = setting(language, look.width);
        made.textPercent = look.textPercent;
        for (const bool longWords : {false, true}) {
            if (longWords) {
                const std::string longer = std::string(language) == "en"
                                               ? " internationalisation counterrevolutionary and then some more words"
                                               : "一段很长很长的话，说了又说，还没有说完";
                auto module = base::parseCbor(made.packs.at("M2." + std::string(language)), "M2");
                REQUIRE(module.ok());
                for (base::Json& lesson : module.value()["lessons"]) {
                    if (lesson["id"].get<std::string>() != lessonId.text()) continue;
                    for (base::Json& step : lesson["steps"]) lengthen(step, longer);
                }
                made.packs["M2." + std::string(language)] = base::toCbor(module.value());
            }
            Visitor visitor(made);
            visitor.host().go("#/lesson/" + lessonId.text());
            const course::Lesson& lesson = visitor.lesson(lessonId);
            for (const course::Step& step : lesson.steps) {
                const std::string where = step.id.text() + " in " + language + (longWords ? ", long" : "");
                walk::checkScreen(visitor, where);
                visitor.answerStep(step);
                walk::checkScreen(visitor, "answered " + where);
                if (visitor.press("step.again")) {
                    pressFirst(visitor);
                    walk::checkScreen(visitor, "half done " + where);
                }
                if (step.id != lesson.steps.back().id) REQUIRE(visitor.press("lesson.nextStep"));
            }
        }
    });
}
