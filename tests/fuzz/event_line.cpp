// Any bytes as a line of the journal: set aside, or an event that is written as it was read.

#include "fuzz/must_hold.h"
#include "records/journal.h"

#include <cstddef>
#include <cstdint>
#include <string>

using fuzz::mustHold;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string line(reinterpret_cast<const char*>(data), size);
    const auto event = learning::eventFromJson(line);
    if (event) {
        const std::string written = learning::toJsonLine(event.value());
        mustHold(written.find('\n') == std::string::npos, "an event is one line");
        const auto again = learning::eventFromJson(written);
        mustHold(again.ok(), "what was written can be read");
        mustHold(learning::toJsonLine(again.value()) == written, "what was written is read as it was");
    } else {
        mustHold(!event.error().what.empty(), "a refusal gives its reason");
    }

    const std::string joined =
        R"({"v":1,"id":"join","learner":"a","at":"2026-11-22T09:31:05Z","kind":"learner-joined"})";
    records::Journal journal;
    journal.load({joined, line, line});
    mustHold(journal.events().size() + journal.unreadable() <= 3, "a line counts once");
    mustHold(journal.learners().find(learning::LearnerId("a")) != nullptr, "no line harms the lines before it");
    return 0;
}
