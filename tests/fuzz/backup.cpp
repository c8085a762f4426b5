// Any bytes as a backup file: refused with a reason, or a learner who can be brought in twice, and carried on as they
// came.

#include "records/backup.h"

#include "fuzz/must_hold.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

using fuzz::mustHold;

namespace {

void bringIn(const records::Backup& backup) {
    std::vector<std::string> lines;
    std::set<std::string> ids;
    for (const records::Line& line : backup.lines) {
        mustHold(line.learner == backup.learner.text(), "each line says whose it is");
        mustHold(!line.id.empty() && line.id.find_first_of(" \n") == std::string::npos, "an id has no blanks");
        mustHold(ids.insert(line.id).second, "each id is there once");
        mustHold(line.text.find('\n') == std::string::npos, "an event is one line");
        lines.push_back(line.text);
    }
    const std::string carriedOn = records::backupOf(backup.learner, backup.name, "another", {}, lines);
    const auto again = records::readBackup(carriedOn);
    mustHold(std::holds_alternative<records::Backup>(again), "what was brought in can be carried on");
    const auto& same = std::get<records::Backup>(again);
    mustHold(same.name == backup.name && same.lines.size() == backup.lines.size(), "and nothing of it is lost");
    for (std::size_t i = 0; i < lines.size(); ++i)
        mustHold(same.lines[i].text == lines[i], "nor changed, letter by letter");

    records::Journal journal;
    journal.load({R"({"v":1,"id":"join","learner":"a","at":"2026-11-22T09:31:05Z","kind":"learner-joined"})"});
    (void)journal.take(lines);
    mustHold(journal.unreadable() == 0, "what was brought in can be read");
    mustHold(journal.learners().find(learning::LearnerId("a")) != nullptr, "whoever was here is here still");
    const std::size_t events = journal.events().size();
    (void)journal.take(lines);
    mustHold(journal.events().size() == events, "brought in twice is brought in once");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto read = records::readBackup(bytes);
    if (const auto* backup = std::get_if<records::Backup>(&read)) bringIn(*backup);

    // Few bytes add up to the checksum that they give: here they are what a file holds whose heading fits them.
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        lines.emplace_back(bytes.substr(at, end - at));
        at = end + 1;
    }
    const auto made = records::readBackup(records::backupOf(learning::LearnerId("a"), "A", "here", {}, lines));
    if (const auto* backup = std::get_if<records::Backup>(&made)) bringIn(*backup);
    return 0;
}
