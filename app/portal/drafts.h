// What a person has begun and not handed in, as text that can be kept until they come back: it is no fact, so it is not
// in the journal. Knows no store.
#pragma once

#include "course/ids.h"
#include "learning/learner.h"
#include "portal/stage.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace portal {

/// What a person does in one lesson or attempt and has not handed in, and where in it they are.
struct PlaceInLesson {
    course::StepId at; ///< the step that is shown; empty: the first that is not answered
    std::map<course::StepId, ActivityState> states;
};
struct PlaceInExam {
    course::ItemId at;     ///< the item that is shown; empty: the first that is not answered
    bool overview = false; ///< all questions are shown instead
    std::map<course::ItemId, ActivityState> states;
    std::set<course::ItemId> flagged; ///< to come back to
    long minutesSaid = -1;            ///< the last time that was announced as left
};

struct Drafts {
    std::map<course::LessonId, PlaceInLesson> lessons;
    std::map<learning::AttemptId, PlaceInExam> exams;
    std::string sentence; ///< in the question lab
};

/// One line of JSON, or "" when nothing is begun: steps that are not answered, and what belongs to attempts that are
/// not finished.
[[nodiscard]] std::string toJson(const Drafts& drafts, const learning::Learner& person);
/// What of it can be read; nothing at all when it is no such text.
[[nodiscard]] Drafts draftsFromJson(std::string_view line);

} // namespace portal
