// Where the focus goes: to the heading of a new place, to what is said to an answer, into a dialog.
#include "host/visitor.h"

#include <doctest/doctest.h>

#include <string>

using ui::Role;
using walk::Visitor;

namespace {

/// The node that the last changes sent the focus to; null when none was.
const ui::Node* focused(Visitor& visitor) {
    const std::string& sent = visitor.host().mirror.focus;
    if (sent.empty()) return nullptr;
    for (const ui::Node& node : visitor.host().window.semantics().nodes())
        if (std::to_string(node.id) == sent) return &node;
    return nullptr;
}

} // namespace

TEST_CASE("after an answer the focus is on what is said to it; after going on, on the new heading") {
    Visitor visitor;
    const course::LessonId id("L2.1");
    visitor.host().go("#/lesson/L2.1");
    const course::Lesson& lesson = visitor.lesson(id);
    REQUIRE(visitor.press("step.continue"));
    REQUIRE(focused(visitor) != nullptr);
    CHECK(focused(visitor)->name == lesson.steps[1].title);
    REQUIRE(visitor.press("guess.reveal"));
    REQUIRE(focused(visitor) != nullptr);
    CHECK(focused(visitor)->role == Role::text);
    CHECK(focused(visitor)->landing);
    REQUIRE(visitor.press("lesson.nextStep"));
    CHECK(focused(visitor)->name == lesson.steps[2].title);
    CHECK(focused(visitor)->role == Role::heading);
}

TEST_CASE("the next card of a sort takes the focus to itself") {
    Visitor visitor;
    const course::Lesson& lesson = visitor.lesson(course::LessonId("L4.1"));
    visitor.host().go("#/lesson/L4.1");
    visitor.doStep(lesson, lesson.steps.front());
    const auto& sort = std::get<course::Sort>(lesson.steps[1].activity);
    REQUIRE(visitor.host().press(Role::button, sort.bins.front().label));
    REQUIRE(visitor.press("sort.next"));
    REQUIRE(focused(visitor) != nullptr);
    CHECK(focused(visitor)->name == sort.cards[1].text);
}
