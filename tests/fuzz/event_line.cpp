// Any bytes as a line of the journal, in the middle of a chain: set aside, or an event that is written as it was read.

#include "fuzz/must_hold.h"
#include "records/journal.h"

#include <cstddef>
#include <cstdint>
#include <string>

using fuzz::mustHold;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string line(reinterpret_cast<const char*>(data), size);
    learning::Link link;
    const auto event = learning::eventFromJson(line, &link);
    if (event) {
        const std::string written = learning::toJsonLine(event.value(), link);
        mustHold(written.find('\n') == std::string::npos, "an event is one line");
        learning::Link linkAgain;
        const auto again = learning::eventFromJson(written, &linkAgain);
        mustHold(again.ok(), "what was written can be read");
        mustHold(learning::toJsonLine(again.value(), linkAgain) == written, "what was written is read as it was");
    } else {
        mustHold(!event.error().what.empty(), "a refusal gives its reason");
    }

    const std::string joined =
        R"({"v":1,"id":"join","learner":"a","at":"2026-11-22T09:31:05Z","kind":"learner-joined"})";
    records::Journal journal;
    journal.load({joined, line, line});
    mustHold(journal.events().size() + journal.unreadable() <= 3, "a line counts once");
    mustHold(journal.learners().find(learning::LearnerId("a")) != nullptr, "no line harms the lines before it");

    // The same bytes between two events of a chain, as another tab's, and as what an earlier version kept.
    records::Journal writer;
    writer.setDevice("browser");
    const auto first = writer.append(learning::eventFromJson(joined).value());
    const learning::Event named{learning::EventId("name"), learning::LearnerId("a"), {}, learning::LearnerNamed{"A"}};
    const auto second = writer.append(named);
    records::Journal reader;
    reader.setDevice("browser");
    reader.load({first->text, line, second->text});
    mustHold(reader.learners().find(learning::LearnerId("a")) != nullptr, "no line harms its neighbours in a chain");
    const auto adopted = reader.adopt(line);
    const std::size_t unreadable = reader.unreadable();
    for (const records::Line& each : reader.take({line})) {
        records::Journal next;
        next.load({first->text, second->text, each.text});
        mustHold(next.unreadable() == 0, "what is written again can be read");
    }
    mustHold(reader.unreadable() >= unreadable, "what is set aside is never forgotten");
    if (adopted && adopted->learner.empty()) {
        records::Journal next;
        next.load({adopted->text});
        mustHold(next.unreadable() == 1, "what cannot be read stays so, and does no harm");
    }
    return 0;
}
