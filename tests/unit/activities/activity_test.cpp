// What each kind of activity asks, takes and answers, seen from outside.
#include "host/visitor.h"
#include "learning/guess.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace {

using walk::Answering;
using walk::Visitor;

const course::LessonId reasons("L2.1");
const course::LessonId questions("L4.1");

/// Goes through the lesson up to this step.
const course::Step& goTo(Visitor& visitor, const course::LessonId& id, const std::string& kindOrStep) {
    visitor.host().go("#/lesson/" + id.text());
    const course::Lesson& lesson = visitor.lesson(id);
    for (const course::Step& step : lesson.steps) {
        if (step.id.text() == kindOrStep ||
            (kindOrStep == "rewrite" && std::holds_alternative<course::Rewrite>(step.activity)) ||
            (kindOrStep == "sort" && std::holds_alternative<course::Sort>(step.activity)))
            return step;
        visitor.doStep(lesson, step);
    }
    FAIL("no such step");
    return lesson.steps.front();
}

int shownShare(Visitor& visitor, const std::string& bar) {
    const ui::Node* node = visitor.host().find(ui::Role::slider, bar);
    REQUIRE(node != nullptr);
    return static_cast<int>(node->value);
}

} // namespace

TEST_CASE("guess chart: the bars always add up, whatever is pulled, and the truth comes only with the answer") {
    Visitor visitor;
    const course::Step& chartStep = goTo(visitor, reasons, "guess-reasons");
    const auto& chart = std::get<course::GuessChart>(chartStep.activity);
    const auto sum = [&] {
        int all = 0;
        for (const auto& bar : chart.bars) all += shownShare(visitor, bar.label);
        return all;
    };
    CHECK(sum() == chart.total);
    for (const float value : {100.0F, 0.0F, 37.4F, -20.0F, 900.0F, 50.0F}) {
        for (const auto& bar : chart.bars) {
            REQUIRE(visitor.host().slide(bar.label, value));
            CHECK(sum() == chart.total);
        }
    }
    CHECK_FALSE(visitor.host().shows(chart.insight));
    REQUIRE(visitor.press("guess.reveal"));
    CHECK(visitor.host().shows(chart.insight));
    // A chart is also a table: a row for each bar, with the truth and the guess.
    REQUIRE(visitor.host().find(ui::Role::table, chartStep.title) != nullptr);
    for (const auto& bar : chart.bars) {
        CHECK(visitor.host().find(ui::Role::rowHeader, bar.label) != nullptr);
        CHECK(visitor.host().find(ui::Role::cell, std::to_string(bar.truth) + "%") != nullptr);
    }
    CHECK_FALSE(visitor.press("guess.reveal"));
}

TEST_CASE("guess chart: how far off decides the words, and a perfect guess is right") {
    Visitor visitor;
    const auto& chart = std::get<course::GuessChart>(goTo(visitor, reasons, "guess-switching").activity);
    for (int round = 0; round < 8; ++round) // bars make room for one another, so a few rounds bring each to its place
        for (const auto& bar : chart.bars) REQUIRE(visitor.host().slide(bar.label, static_cast<float>(bar.truth)));
    REQUIRE(visitor.press("guess.reveal"));
    CHECK(visitor.host().shows(chart.goodFeedback));
    CHECK_FALSE(visitor.host().shows(chart.farFeedback));
}

TEST_CASE("sort: the first choice counts, the reason follows at once, and a second press does nothing") {
    Visitor visitor;
    const course::Step& step = goTo(visitor, reasons, "sort");
    const auto& sort = std::get<course::Sort>(step.activity);
    const auto& card = sort.cards.front();
    const auto wrong =
        std::find_if(sort.bins.begin(), sort.bins.end(), [&](const auto& bin) { return bin.id != card.bin; });
    CHECK_FALSE(visitor.host().shows(card.why));
    CHECK_FALSE(visitor.press("sort.next"));
    REQUIRE(visitor.host().press(ui::Role::button, wrong->label));
    CHECK(visitor.host().shows(card.why));
    REQUIRE_FALSE(visitor.host().mirror.announced.empty());
    CHECK(visitor.host().mirror.announced.back().find(card.why) != std::string::npos);
    for (const auto& bin : sort.bins) CHECK_FALSE(visitor.host().press(ui::Role::button, bin.label));
    for (const auto& each : sort.cards) {
        if (each.id != card.id) {
            const auto bin =
                std::find_if(sort.bins.begin(), sort.bins.end(), [&](const auto& b) { return b.id == each.bin; });
            REQUIRE(visitor.host().press(ui::Role::button, bin->label));
        }
        REQUIRE(visitor.press(each.id == sort.cards.back().id ? "sort.overview" : "sort.next"));
    }
    const std::string count = std::to_string(sort.cards.size());
    CHECK(visitor.host().shows(
        visitor.word("sort.score", {{"right", std::to_string(sort.cards.size() - 1)}, {"count", count}})));
    CHECK(visitor.host().shows(sort.insight));
}

TEST_CASE("rewrite: says what form the sentence has and by which word, takes any sentence, and never insists") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language});
        const auto& rewrite = std::get<course::Rewrite>(goTo(visitor, questions, "rewrite").activity);
        REQUIRE(visitor.press("rewrite.check"));
        CHECK(visitor.host().find(ui::Role::textField, visitor.word("rewrite.field"))->invalid);
        CHECK_FALSE(visitor.host().shows(rewrite.prompts.front().model));
        const std::string odd[] = {"。。。", "=1+1", "<b>\"x\"</b>", "👍"};
        for (const std::string& text : odd) {
            REQUIRE(visitor.host().type(visitor.word("rewrite.field"), text));
            CHECK_FALSE(visitor.press("rewrite.done"));
            REQUIRE(visitor.press("rewrite.check"));
            CHECK(visitor.shows("rewrite.unsure"));
            CHECK(visitor.host().shows(rewrite.prompts.front().model));
        }
        for (const auto& prompt : rewrite.prompts) {
            INFO(prompt.model);
            REQUIRE(visitor.host().type(visitor.word("rewrite.field"), prompt.model));
            REQUIRE(visitor.press("rewrite.check"));
            const bool open = prompt.target == course::Rewrite::Target::open;
            CHECK(visitor.shows(open ? "rewrite.isOpen" : "rewrite.isClosed"));
            REQUIRE(visitor.press(prompt.id == rewrite.prompts.back().id ? "rewrite.done" : "sort.next"));
        }
        CHECK(visitor.host().shows(rewrite.insight));
        const std::string model = rewrite.prompts.front().model;
        visitor.reload();
        REQUIRE(visitor.press("lesson.previousStep"));
        CHECK(visitor.host().shows(model));
    }
}

TEST_CASE("choice: nothing can be handed in before something is chosen, and a choice can be changed until then") {
    Visitor visitor;
    const course::Step& step = goTo(visitor, reasons, "clerk-today");
    const course::Item& item = std::get<course::Check>(step.activity).item;
    const auto& options = std::get<course::SingleChoice>(item.question).options;
    CHECK_FALSE(visitor.press("answer.submit"));
    REQUIRE(visitor.host().press(ui::Role::radio, options[0].text));
    REQUIRE(visitor.host().press(ui::Role::radio, options[1].text));
    CHECK_FALSE(visitor.host().find(ui::Role::radio, options[0].text)->checked);
    CHECK(visitor.host().find(ui::Role::radio, options[1].text)->checked);
    REQUIRE(visitor.press("answer.submit"));
    for (const course::Option& option : options) CHECK(visitor.host().find(ui::Role::radio, option.text)->disabled);
    const learning::StepResult& kept = visitor.person().lessons.at(reasons).steps.at(step.id);
    CHECK(std::get<learning::Chosen>(kept.answer).options == std::vector<course::OptionId>{options[1].id});
}

TEST_CASE("multiple choice, ordering and estimate take back what was done until it is handed in") {
    Visitor visitor;
    bool several = false;
    bool ordered = false;
    bool estimated = false;
    for (const char* id : {"M2", "M4"}) {
        const course::ExamId exam(id);
        visitor.host().go("#/exam/" + exam.text());
        REQUIRE(visitor.press("exam.start"));
        for (int at = 0; at < 10; ++at) {
            const course::Item& item = visitor.itemOnScreen(exam);
            if (const auto* multiple = std::get_if<course::MultipleChoice>(&item.question)) {
                const std::string& first = multiple->options.front().text;
                REQUIRE(visitor.host().press(ui::Role::checkbox, first));
                CHECK(visitor.host().find(ui::Role::checkbox, first)->checked);
                REQUIRE(visitor.host().press(ui::Role::checkbox, first));
                CHECK_FALSE(visitor.host().find(ui::Role::checkbox, first)->checked);
                CHECK_FALSE(visitor.press("exam.saveNext"));
                several = true;
            } else if (const auto* ordering = std::get_if<course::Ordering>(&item.question)) {
                for (const auto& entry : ordering->entries) REQUIRE(visitor.host().press(ui::Role::toggle, entry.text));
                REQUIRE(visitor.host().press(ui::Role::toggle, ordering->entries.front().text)); // takes all back
                for (const auto& entry : ordering->entries)
                    CHECK_FALSE(visitor.host().find(ui::Role::toggle, entry.text)->checked);
                CHECK_FALSE(visitor.press("exam.saveNext"));
                ordered = true;
            } else if (const auto* estimate = std::get_if<course::Estimate>(&item.question)) {
                const ui::Node* slider = visitor.host().find(ui::Role::slider, item.stem);
                REQUIRE(slider != nullptr);
                CHECK(slider->value >= slider->least);
                CHECK(slider->value <= slider->most);
                CHECK_FALSE(slider->valueText.empty());
                REQUIRE(visitor.host().slide(item.stem, static_cast<float>(estimate->least)));
                estimated = true;
            }
            visitor.mark(item, Answering::right);
            REQUIRE(visitor.press("exam.saveNext"));
        }
        visitor.handIn();
        CHECK(visitor.person().bestAttempt(exam)->score.rounded() == 100);
    }
    CHECK(several);
    CHECK(ordered);
    CHECK(estimated);
}

namespace {

void opensAndCloses(Visitor& visitor, std::string_view key, const std::string& words) {
    CHECK_FALSE(visitor.host().shows(words));
    REQUIRE(visitor.press(key));
    CHECK(visitor.host().shows(words));
    CHECK(visitor.host().find(ui::Role::disclosure, visitor.word(key))->expanded);
    REQUIRE(visitor.press(key));
    CHECK_FALSE(visitor.host().shows(words));
}

} // namespace

TEST_CASE("a hint helps before the answer, a figure's source is told after it; neither is read before someone asks") {
    Visitor visitor;
    int hints = 0;
    int notes = 0;
    for (const course::LessonId& id : {reasons, questions}) {
        visitor.host().go("#/lesson/" + id.text());
        const course::Lesson& lesson = visitor.lesson(id);
        for (const course::Step& step : lesson.steps) {
            if (!step.hint.empty()) {
                ++hints;
                opensAndCloses(visitor, "step.hint", step.hint);
            }
            CHECK_FALSE(visitor.press("step.note")); // it would give the answer away
            visitor.doStep(lesson, step);
        }
        for (std::size_t at = lesson.steps.size(); at-- > 0;) {
            CHECK_FALSE(visitor.press("step.hint"));
            if (const std::string& note = lesson.steps[at].note; !note.empty()) {
                ++notes;
                opensAndCloses(visitor, "step.note", note);
            }
            if (at > 0) REQUIRE(visitor.press("lesson.previousStep"));
        }
    }
    CHECK(hints > 0);
    CHECK(notes > 0);
}
