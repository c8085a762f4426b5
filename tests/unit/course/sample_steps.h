// One step of each kind that asks for more than an item, as an author writes it: for tests of what reads, checks,
// marks, plays and draws them. The step's id is its
// kind; two more dialogues have meters.
#pragma once

#include "base/json_reader.h"
#include "course/lesson.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sample {

/// The structure file of a lesson "L2.1" that has them all, and its words.
[[nodiscard]] std::string exerciseStructure();
[[nodiscard]] std::string exerciseWords();

/// Every id, in the lesson's order.
[[nodiscard]] std::vector<std::string> exerciseKinds();
/// The whole lesson, words laid over structure.
[[nodiscard]] base::Json exerciseLesson();
/// The step of this kind, read.
[[nodiscard]] course::Step exercise(std::string_view kind);
/// What is wrong with the step of this kind after something in it was changed.
[[nodiscard]] std::vector<base::Error> faultsOfExercise(std::string_view kind,
                                                        const std::function<void(base::Json&)>& change);

} // namespace sample
