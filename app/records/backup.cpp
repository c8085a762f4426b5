#include "records/backup.h"

#include "base/json_reader.h"
#include "base/json_writer.h"
#include "base/sha256.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace records {

namespace {

constexpr std::string_view fileKind = "service-academy-backup";

std::string hashOf(std::string_view text) { return base::base64Url(base::sha256(text)); }

/// An event's JSON without the checksum that a store puts before it.
std::string_view jsonOf(std::string_view line) {
    const std::size_t brace = line.find('{');
    return brace == std::string_view::npos ? line : line.substr(brace);
}

std::string_view takeLine(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1); // an editor or a mail program was kind
    return line;
}

/// Ids go through places where a blank or a line end divides; ours have neither.
bool isPlain(std::string_view id) {
    return std::all_of(id.begin(), id.end(), [](char letter) { return static_cast<unsigned char>(letter) > ' '; });
}

struct Heading {
    int version = 0, count = 0;
    std::string learner, name, sum;
};

std::optional<Heading> readHeading(std::string_view line) {
    const base::Result<base::Json> tree = base::parseJson(line, "backup");
    if (!tree) return std::nullopt;
    std::vector<base::Error> faults;
    const base::JsonReader place(tree.value(), "backup", faults);
    if (place.text("file") != fileKind || !faults.empty()) return std::nullopt;
    Heading heading;
    heading.version = place.integer("version", 1, 1'000'000);
    if (faults.empty() && heading.version > backupVersion) return heading; // the rest may be written otherwise
    heading.learner = place.text("learner");
    heading.name = place.anyText("name");
    heading.count = place.integer("count", 0, 100'000'000);
    heading.sum = place.text("sha256");
    if (!faults.empty() || !isPlain(heading.learner)) return std::nullopt;
    return heading;
}

/// What was written, so that both sides add the same up.
std::string joined(const std::vector<std::string_view>& lines) {
    std::string whole;
    for (const std::string_view line : lines) {
        whole += line;
        whole += '\n';
    }
    return whole;
}

/// Does each event that says what stood before it say so rightly? A number that is missing is no lie: a record may have
/// been lost before the file was written.
class Chains {
public:
    [[nodiscard]] bool follows(const learning::Link& link, std::string_view json) {
        auto& links = devices_[link.device];
        const auto before = links.find(link.n - 1);
        const bool wrong = (link.n == 1 && !link.prev.empty()) ||
                           (before != links.end() && before->second.find(link.prev) == before->second.end());
        links[link.n].insert(hashOf(json));
        return !wrong;
    }

private:
    std::map<std::string, std::map<int, std::set<std::string>>> devices_; ///< hashes by device and number
};

} // namespace

std::string backupOf(const learning::LearnerId& learner, const std::string& name, const std::string& device,
                     base::Instant made, const std::vector<std::string>& lines) {
    std::vector<std::string_view> events;
    std::set<std::string> ids;
    for (const std::string& line : lines) {
        const std::string_view json = jsonOf(line);
        if (json.size() != line.size() && stampedLine(json) != line) continue; // damaged
        const base::Result<learning::Event> event = learning::eventFromJson(json);
        if (event && event.value().learner == learner && ids.insert(event.value().id.text()).second)
            events.push_back(json);
    }
    const std::string body = joined(events);
    base::JsonObject heading;
    heading.text("file", fileKind);
    heading.integer("version", backupVersion);
    heading.text("learner", learner.text());
    heading.text("name", name);
    heading.text("device", device);
    heading.text("made", base::isoUtc(made));
    heading.integer("count", static_cast<int>(events.size()));
    heading.text("sha256", hashOf(body));
    return heading.text() + '\n' + body;
}

std::variant<Backup, BackupFault> readBackup(std::string_view file) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (file.starts_with(byteOrderMark)) file.remove_prefix(byteOrderMark.size());
    std::string_view rest = file;
    const std::optional<Heading> heading = readHeading(takeLine(rest));
    if (!heading) return BackupFault::notOurs;
    if (heading->version > backupVersion) return BackupFault::laterVersion;
    const bool ended = rest.empty() || rest.ends_with('\n');
    std::vector<std::string_view> events;
    while (!rest.empty()) events.push_back(takeLine(rest));
    const bool right = hashOf(joined(events)) == heading->sum;
    if (!right && (events.size() < static_cast<std::size_t>(heading->count) || !ended)) return BackupFault::cutShort;
    if (!right || events.size() != static_cast<std::size_t>(heading->count)) return BackupFault::changed;

    Backup backup{learning::LearnerId(heading->learner), heading->name, {}};
    Chains chains;
    std::set<std::string> ids;
    for (const std::string_view json : events) {
        learning::Link link;
        const base::Result<learning::Event> event = learning::eventFromJson(json, &link);
        if (!event)
            return event.error().fault == base::Fault::wrongVersion ? BackupFault::laterVersion
                                                                    : BackupFault::unreadable;
        if (event.value().learner != backup.learner) return BackupFault::mixed;
        if (!isPlain(event.value().id.text())) return BackupFault::unreadable;
        if (!ids.insert(event.value().id.text()).second) return BackupFault::brokenChain; // a store has each once
        if (link.n > 0 && !chains.follows(link, json)) return BackupFault::brokenChain;
        backup.lines.push_back({event.value().id.text(), heading->learner, stampedLine(json)});
    }
    return backup;
}

} // namespace records
