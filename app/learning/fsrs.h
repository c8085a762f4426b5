// When a thing will have been forgotten: FSRS-6, the free spaced repetition scheduler of the open-spaced-repetition
// project, with its default parameters. Numbers in, numbers out: knows no clock, no learner and no course.
//
// Formulas and parameters: "The Algorithm" in the wiki of open-spaced-repetition/fsrs4anki, section FSRS-6, and the
// npm package ts-fsrs, with which a test compares these functions on 10,000 histories (tests/fsrs/).
#pragma once

namespace learning::fsrs {

/// How well a thing was recalled.
enum class Grade { again = 1, hard = 2, good = 3, easy = 4 };

/// What is left in memory of one thing.
struct Memory {
    double stability = 0;  ///< days after which nine of ten such things are still recalled; 0.001 to 36,500
    double difficulty = 1; ///< 1 easy … 10 hard
};

/// After the first answer.
[[nodiscard]] Memory firstSeen(Grade grade);
/// After another answer, `days` (0 or more) after the one before. 0 is the same day, which teaches less.
[[nodiscard]] Memory reviewed(const Memory& before, double days, Grade grade);
/// The chance of recalling it `days` (0 or more) after the last answer, 0..1.
[[nodiscard]] double retrievability(const Memory& memory, double days);
/// Days until it should be asked again, so that nine of ten are still recalled by then: 1 to 36,500.
[[nodiscard]] int interval(const Memory& memory);

} // namespace learning::fsrs
