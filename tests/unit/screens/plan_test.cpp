// A plan that somebody wrote and rated: saved by their own hand, with what they wrote and nothing else. And what people
// say of themselves: no record of HR holds any of it, however they rated themselves.
#include "base/json_reader.h"
#include "host/visitor.h"
#include "records/record.h"
#include "records/record_json.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace {

using walk::Visitor;

const course::LessonId capstone("L16.2"), potential("L16.1");

const course::Step& stepOf(Visitor& visitor, const course::LessonId& lesson, const char* id) {
    for (const course::Step& step : visitor.lesson(lesson).steps)
        if (step.id == course::StepId(id)) return step;
    FAIL("no such step");
    std::abort();
}

void rate(Visitor& visitor, const course::LessonId& lesson, const char* id, int rating) {
    const course::Step& step = stepOf(visitor, lesson, id);
    learning::Rated rated;
    for (const auto& statement : std::get<course::Likert>(step.activity).statements)
        rated.ratings[statement.id] = rating;
    visitor.portal().answerStep(visitor.lesson(lesson), step, rated);
}

/// Somebody who wrote this and rated it so, at the step of the ratings.
void planned(Visitor& visitor, const std::string& note, int rating) {
    visitor.host().go("#/lesson/L16.2");
    visitor.portal().answerStep(visitor.lesson(capstone), stepOf(visitor, capstone, "your-project"),
                                learning::Noted{note});
    rate(visitor, capstone, "rubric", rating);
    visitor.host().go("#/lesson/L16.2/rubric");
}

base::Json description(Visitor& visitor) {
    auto json = base::parseJson(visitor.host().page.certificate, "plan");
    REQUIRE(json.ok());
    return json.value();
}

/// What HR gets of somebody who took L16.1 and L16.2 and rated themselves so.
std::string recordOf(int rating) {
    Visitor visitor;
    visitor.host().clock.given = 7;
    planned(visitor, rating == 1 ? "one" : "another note, which is longer", rating == 1 ? 1 : 3);
    visitor.host().go("#/lesson/L16.1");
    rate(visitor, potential, "ten-items", rating);
    std::vector<learning::Event> events;
    for (const std::string& line : visitor.host().store.lines) {
        auto event = learning::eventFromJson(std::string_view(line).substr(line.find('{'))); // behind its checksum
        REQUIRE(event.ok());
        events.push_back(event.value());
    }
    return records::recordToJson(records::recordOf(visitor.person(), events, *visitor.portal().course(), {}));
}

} // namespace

TEST_CASE("a plan is saved as it was written, with the ratings and what they come to") {
    for (const char* language : walk::languages) {
        Visitor visitor({.language = language});
        planned(visitor, "桥头那家店\n“别再漏”", 3);
        REQUIRE(visitor.press("plan.save"));
        CHECK(visitor.shows("plan.working"));
        const base::Json plan = description(visitor);
        CHECK(plan.at("kind") == "plan");
        CHECK(plan.at("language") == language);
        CHECK(plan.at("parts").at(0).at("text") == "桥头那家店\n“别再漏”");
        const auto& likert = std::get<course::Likert>(stepOf(visitor, capstone, "rubric").activity);
        REQUIRE(plan.at("parts").at(1).at("rows").size() == likert.statements.size());
        CHECK(plan.at("parts").at(1).at("rows").at(0).at("text") == likert.statements.front().text);
        CHECK(plan.at("parts").at(1).at("rows").at(0).at("value") == "3/3");
        CHECK(plan.at("parts").at(1).at("sum") ==
              visitor.word("plan.sum", {{"sum", "30"}, {"most", "30"}, {"band", likert.bands.back().label}}));
        CHECK(visitor.host().page.downloadName.find(".pdf") != std::string::npos);
        CHECK_FALSE(visitor.press("plan.save")); // one at a time
        visitor.portal().certificateMade("", "");
        visitor.host().settle();
        CHECK(visitor.shows("plan.doneTitle"));
        visitor.portal().certificateMade("plan.fontsUnavailable", "");
        visitor.host().settle();
        CHECK(visitor.shows("plan.fontsUnavailable"));
        CHECK(visitor.press("plan.save"));
    }
}

TEST_CASE("there is room for a whole plan: five interviews and what is made of them") {
    Visitor visitor;
    visitor.host().go("#/lesson/L16.2/your-project");
    std::string note;
    for (int each = 0; each < 3000; ++each) note += "计";
    REQUIRE(visitor.host().type(visitor.word("reflect.field"), note));
    REQUIRE(visitor.press("reflect.keep"));
    const auto& kept = visitor.person().lessons.at(capstone).steps.at(course::StepId("your-project")).answer;
    CHECK(std::get<learning::Noted>(kept).text == note);
}

TEST_CASE("whoever only thought about it saves that, and before rating there is nothing to save") {
    Visitor visitor;
    visitor.host().go("#/lesson/L16.2/rubric");
    CHECK_FALSE(visitor.press("plan.save"));
    planned(visitor, "", 1);
    REQUIRE(visitor.press("plan.save"));
    CHECK(description(visitor).at("parts").at(0).at("text") == visitor.word("plan.empty"));
}

TEST_CASE("nothing else can be saved so: no self-assessment, and not the one about one's own potential") {
    Visitor visitor;
    visitor.host().go("#/lesson/L16.1");
    rate(visitor, potential, "ten-items", 9);
    visitor.host().go("#/lesson/L16.1/ten-items");
    CHECK_FALSE(visitor.press("plan.save"));
    int plans = 0;
    for (const course::ModuleOutline& module : visitor.portal().course()->modules)
        for (const course::LessonOutline& lesson : module.lessons)
            for (const course::Step& step : visitor.lesson(lesson.id).steps)
                if (const auto* likert = std::get_if<course::Likert>(&step.activity))
                    plans += likert->plan.empty() ? 0 : 1;
    CHECK(plans == 1);
}

TEST_CASE("HR's record is the same to the letter, however people rated themselves and whatever they wrote") {
    const std::string low = recordOf(1), high = recordOf(10);
    CHECK(low.find("L16.1") == std::string::npos);
    CHECK(low == high);
}
