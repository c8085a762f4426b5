// What a journal of 100,000 events costs without a browser: journal_bench [file for its lines]. Prints JSON: the fold
// of events, reading their lines with every check, and beginning from a snapshot in place of that, median of several
// runs in milliseconds; bytes per event and of the snapshot. Built natively and as WebAssembly. Knows nothing of how
// the figures are shown.

#include "base/json_writer.h"
#include "records/journal.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace {

constexpr int events = 100'000;
constexpr int learners = 20;
constexpr int runs = 5;

/// As people leave them: mostly answers to steps, now and then an exam.
std::vector<learning::Event> manyEvents() {
    std::vector<learning::Event> all;
    base::Instant at{std::chrono::milliseconds(1'795'312'800'000)};
    const auto happened = [&](const learning::LearnerId& who, learning::Fact fact) {
        at += std::chrono::seconds(7);
        char id[40];
        std::snprintf(id, sizeof id, "00000000-0000-4000-8000-%012zx", all.size());
        all.push_back({learning::EventId(id), who, at, std::move(fact)});
    };
    std::vector<learning::LearnerId> people;
    for (int i = 0; i < learners; ++i) {
        people.emplace_back("10000000-0000-4000-8000-" + std::to_string(100'000'000'000 + i));
        happened(people.back(), learning::LearnerJoined{});
    }
    const learning::AttemptId attempt("20000000-0000-4000-8000-000000000001");
    for (const auto& who : people) happened(who, learning::ExamStarted{course::ExamId("final"), attempt, 7, "2026.11"});
    for (int i = 0; all.size() < events; ++i) {
        const auto& who = people[static_cast<std::size_t>(i % learners)];
        const int step = i / learners;
        if (step % 5 == 4) {
            happened(who,
                     learning::ItemAnswered{attempt, course::ItemId("M2-" + std::to_string(step % 60)),
                                            learning::Chosen{{course::OptionId("b")}}, base::Percent(100), "M2.o1"});
        } else {
            happened(who, learning::StepAnswered{course::LessonId("L" + std::to_string(step / 8 % 70)),
                                                 course::StepId("step-" + std::to_string(step % 8)),
                                                 learning::Chosen{{course::OptionId("a"), course::OptionId("c")}},
                                                 base::Percent(50), "M2.o1"});
        }
    }
    return all;
}

double median(const std::function<void()>& work) {
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return times[runs / 2];
}

} // namespace

int main(int argumentCount, char** arguments) {
    const std::vector<learning::Event> all = manyEvents();
    records::Journal writer;
    writer.setDevice("30000000-0000-4000-8000-000000000001");
    std::vector<std::string> lines;
    std::size_t bytes = 0;
    for (const learning::Event& event : all) {
        lines.push_back(writer.append(event)->text);
        bytes += lines.back().size();
    }
    if (argumentCount == 2) {
        std::FILE* file = std::fopen(arguments[1], "wb");
        if (file == nullptr) {
            std::fprintf(stderr, "%s cannot be written.\n", arguments[1]);
            return 2;
        }
        for (const std::string& line : lines) std::fprintf(file, "%s\n", line.c_str());
        std::fclose(file);
    }
    std::size_t kept = 0;
    base::JsonObject figures;
    figures.number("fold", median([&] { kept += learning::fold(all).all.size(); }));
    figures.number("load", median([&] {
                       records::Journal journal;
                       journal.load(lines);
                       kept += journal.events().size() + journal.broken() + journal.unreadable();
                   }));
    const std::string snapshot = [&] {
        records::Journal journal;
        journal.load(lines);
        return journal.snapshot({}).value_or("");
    }();
    figures.number("begin", median([&] {
                       records::Journal journal;
                       kept += journal.begin(snapshot, {}) ? journal.learners().all.size() : 0;
                   }));
    figures.integer("snapshotBytes", static_cast<std::int64_t>(snapshot.size()));
    figures.number("bytesPerEvent", static_cast<double>(bytes) / static_cast<double>(all.size()));
    figures.integer("kept", static_cast<std::int64_t>(kept)); // so that nothing is left out as unused
    std::printf("%s\n", figures.text().c_str());
    return 0;
}
