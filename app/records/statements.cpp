#include "records/statements.h"

#include "base/json_writer.h"
#include "base/uuid.h"

#include <utility>

namespace records {

namespace {

using base::JsonObject;

struct Verb {
    std::string_view iri, word;
};
constexpr Verb completed{"http://adlnet.gov/expapi/verbs/completed", "completed"};
constexpr Verb passed{"http://adlnet.gov/expapi/verbs/passed", "passed"};
constexpr Verb failed{"http://adlnet.gov/expapi/verbs/failed", "failed"};

/// As in an IRI's path: what is no letter, digit or -._~ is written %XX (RFC 3986, 2.1).
std::string inPath(std::string_view id) {
    constexpr char hex[] = "0123456789ABCDEF";
    std::string path;
    for (const char byte : id) {
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '_' || byte == '~';
        if (plain) {
            path.push_back(byte);
            continue;
        }
        const auto number = static_cast<unsigned char>(byte);
        path.push_back('%');
        path.push_back(hex[number >> 4]);
        path.push_back(hex[number & 15]);
    }
    return path;
}

std::string languageMap(std::string_view language, std::string_view words) {
    JsonObject map;
    map.text(language, words);
    return map.text();
}

std::string utc(Time at) { return base::isoUtc(base::Instant{base::Milliseconds{at}}); }

std::string scoreOf(const Table& table, Row row) {
    JsonObject score;
    const double outOfHundred = double{table.score[row]};
    score.number("scaled", outOfHundred / 100);
    score.number("raw", outOfHundred);
    score.number("min", 0);
    score.number("max", 100);
    return score.text();
}

} // namespace

Statements::Statements(const Table& table, std::string home, std::string language)
    : table_(table), home_(std::move(home)), language_(std::move(language)) {
    if (home_.empty() || home_.back() != '/') home_.push_back('/');
}

std::string Statements::piece(std::span<const Row> rows) const {
    std::string text;
    for (const Row row : rows) {
        const Person& person = table_.people[table_.person[row]];
        const Subject& subject = table_.subjects[table_.subject[row]];
        const std::string account = person.id.empty() ? person.number : person.id;
        std::string activity = home_ + "xapi/course/" + inPath(subject.course);
        if (!subject.module.empty()) activity += "/module/" + inPath(subject.module);

        const auto state = [&](const Verb& verb, Time at, const std::string& result) {
            const std::string when = utc(at);
            JsonObject accountOf;
            accountOf.text("homePage", home_);
            accountOf.text("name", account);
            JsonObject actor;
            actor.text("objectType", "Agent");
            if (!person.name.empty()) actor.text("name", person.name);
            actor.raw("account", accountOf.text());
            JsonObject verbOf;
            verbOf.text("id", verb.iri);
            verbOf.raw("display", languageMap("en", verb.word));
            JsonObject definition;
            definition.text("type", subject.module.empty() ? "http://adlnet.gov/expapi/activities/course"
                                                           : "http://adlnet.gov/expapi/activities/module");
            definition.raw("name", languageMap(language_, subject.title));
            JsonObject object;
            object.text("objectType", "Activity");
            object.text("id", activity);
            object.raw("definition", definition.text());
            JsonObject statement;
            statement.text("id",
                           base::nameUuid(base::uuidNamespaceUrl, home_ + '\n' + account + '\n' + activity + '\n' +
                                                                      std::string(verb.iri) + '\n' + when));
            statement.raw("actor", actor.text());
            statement.raw("verb", verbOf.text());
            statement.raw("object", object.text());
            statement.raw("result", result);
            statement.text("timestamp", when);
            statement.text("version", "1.0.3");
            if (!text.empty()) text += ",\n";
            text += statement.text();
        };

        if (account.empty()) continue;
        if (table_.score[row] >= 0 && table_.scored[row] != noTime) {
            const bool reached = table_.passed[row] != 0;
            JsonObject result;
            result.flag("success", reached);
            result.raw("score", scoreOf(table_, row));
            state(reached ? passed : failed, table_.scored[row], result.text());
        }
        if (table_.status[row] == static_cast<std::uint8_t>(CompletionStatus::completed) &&
            table_.finished[row] != noTime) {
            JsonObject result;
            result.flag("completion", true);
            result.text("duration", "PT" + std::to_string(table_.secondsActive[row]) + "S");
            state(completed, table_.finished[row], result.text());
        }
    }
    return text;
}

} // namespace records
