// Runs histories of answers through learning/fsrs.h, for comparison with another implementation. Reads one answer a
// line, "days grade" (days -1: the first answer to another thing), and writes what holds after it, one line each:
// stability, difficulty, interval, and retrievability before the answer (1 at the first).
#include "learning/fsrs.h"

#include <cstdio>

int main() {
    namespace fsrs = learning::fsrs;
    fsrs::Memory memory;
    int days = 0, grade = 0;
    while (std::scanf("%d %d", &days, &grade) == 2) {
        const auto given = static_cast<fsrs::Grade>(grade);
        const double recall = days < 0 ? 1 : fsrs::retrievability(memory, days);
        memory = days < 0 ? fsrs::firstSeen(given) : fsrs::reviewed(memory, days, given);
        std::printf("%.12g %.12g %d %.12g\n", memory.stability, memory.difficulty, fsrs::interval(memory), recall);
    }
    return 0;
}
