// A small course that has one of everything, for tests of what reads, grades and keeps it.
#pragma once

#include "base/json_reader.h"
#include "course/course.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace sample {

/// The pack of a module as a JSON tree: one lesson with every kind of step, four items of every kind each.
[[nodiscard]] base::Json modulePack();
/// The pack of the course as a JSON tree: the module M2, an exam of it, the exam "final" that completes the course.
[[nodiscard]] base::Json coursePack();

[[nodiscard]] course::Module module();
[[nodiscard]] course::Course course();

/// The first item of a kind ("single-choice") in module().
[[nodiscard]] course::Item item(std::string_view kind);
/// The step of this id in the module's lesson.
[[nodiscard]] course::Step step(std::string_view id);

} // namespace sample
