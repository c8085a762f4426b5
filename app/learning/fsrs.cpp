#include "learning/fsrs.h"

#include <algorithm>
#include <cmath>

namespace learning::fsrs {

namespace {

/// The project's defaults, found by fitting the reviews of some ten thousand people.
constexpr double w[] = {0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,  1.8722, 0.1666, 0.796,
                        1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};
constexpr double decay = -w[20];
constexpr double leastStability = 0.001, mostStability = 36'500;
constexpr int longestInterval = 36'500;

double number(Grade grade) { return static_cast<double>(grade); }

/// Stretches the curve so that what is as old as its stability is recalled nine times of ten.
double factor() {
    static const double value = std::pow(0.9, 1 / decay) - 1;
    return value;
}

double stable(double days) { return std::clamp(days, leastStability, mostStability); }

double firstDifficulty(Grade grade) { return w[4] - std::exp(w[5] * (number(grade) - 1)) + 1; }

/// Harder after a failure, the less so the harder it is already, and drawn a little towards the difficulty of the easy.
double nextDifficulty(double before, Grade grade) {
    const double change = -w[6] * (number(grade) - 3);
    const double damped = before + change * (10 - before) / 9;
    return std::clamp(w[7] * firstDifficulty(Grade::easy) + (1 - w[7]) * damped, 1.0, 10.0);
}

double afterSameDay(double stability, Grade grade) {
    const double growth = std::pow(stability, -w[19]) * std::exp(w[17] * (number(grade) - 3 + w[18]));
    return stability * (grade == Grade::again ? growth : std::max(growth, 1.0));
}

double afterLapse(const Memory& before, double recall) {
    const double relearned = w[11] * std::pow(before.difficulty, -w[12]) * (std::pow(before.stability + 1, w[13]) - 1) *
                             std::exp(w[14] * (1 - recall));
    return std::min(stable(relearned), before.stability / std::exp(w[17] * w[18])); // never better than before
}

double afterRecall(const Memory& before, double recall, Grade grade) {
    const double weight = grade == Grade::hard ? w[15] : grade == Grade::easy ? w[16] : 1;
    return before.stability * (1 + std::exp(w[8]) * (11 - before.difficulty) * std::pow(before.stability, -w[9]) *
                                       (std::exp(w[10] * (1 - recall)) - 1) * weight);
}

} // namespace

Memory firstSeen(Grade grade) {
    return {w[static_cast<int>(grade) - 1], std::clamp(firstDifficulty(grade), 1.0, 10.0)};
}

Memory reviewed(const Memory& before, double days, Grade grade) {
    const double recall = retrievability(before, days);
    const double stability = days <= 0               ? afterSameDay(before.stability, grade)
                             : grade == Grade::again ? afterLapse(before, recall)
                                                     : afterRecall(before, recall, grade);
    return {stable(stability), nextDifficulty(before.difficulty, grade)};
}

double retrievability(const Memory& memory, double days) {
    return std::pow(1 + factor() * days / memory.stability, decay);
}

int interval(const Memory& memory) {
    return std::clamp(static_cast<int>(std::lround(memory.stability)), 1, longestInterval);
}

} // namespace learning::fsrs
