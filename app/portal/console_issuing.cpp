// Countersigning at HR's console: which completed records get a certificate, what each says, and what the host tells of
// the organisation's key. The host signs; no key is ever here.
#include "base/json_writer.h"
#include "portal/console.h"
#include "portal/portal.h"
#include "records/certificate.h"
#include "records/credential.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace portal {

namespace {

std::size_t numberIn(std::string_view text) {
    std::size_t number = 0;
    (void)std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// Takes its lines one by one; "" behind the last one.
class Lines {
public:
    explicit Lines(std::string_view text) : rest_(text) {}
    std::string next() {
        const std::size_t end = std::min(rest_.find('\n'), rest_.size());
        std::string line(rest_.substr(0, end));
        ended_ = end == rest_.size();
        rest_.remove_prefix(ended_ ? end : end + 1);
        return line;
    }
    [[nodiscard]] bool ended() const { return ended_; }

private:
    std::string_view rest_;
    bool ended_ = false;
};

Issuing::State stateOf(std::string_view word) {
    if (word == "none") return Issuing::State::none;
    if (word == "locked") return Issuing::State::locked;
    if (word == "open") return Issuing::State::open;
    return Issuing::State::insecure;
}

} // namespace

void Console::issuerTold(std::string_view text) {
    Lines lines(text);
    Issuing& to = issuing_;
    to.state = stateOf(lines.next());
    to.name = lines.next();
    to.kid = lines.next();
    to.issued = numberIn(lines.next());
    to.revoked = numberIn(lines.next());
    to.home = lines.next();
    to.outcome = lines.next();
    for (std::size_t& figure : to.figures) figure = numberIn(lines.next());
    to.foundInAll = numberIn(lines.next());
    to.found.clear();
    while (!lines.ended()) {
        IssuedEntry& entry = to.found.emplace_back();
        for (std::string* each : {&entry.place, &entry.name, &entry.number, &entry.course, &entry.serial, &entry.issued,
                                  &entry.revoked, &entry.reason})
            *each = lines.next();
    }
    to.working = false;
    if (to.outcome == "made" || to.outcome == "opened") { // what was typed has done its work
        to.passphrase.clear();
        to.again.clear();
        to.organisation.clear();
    }
    if (!to.outcome.empty()) ++issuerOutcomes_;
}

void Console::askIssuer(host::IssuerWish wish, const std::string& first, const std::string& second) {
    issuing_.working = true;
    issuing_.outcome.clear();
    portal_.recordFiles().issue(wish, first, second);
}

const Countersigning& Console::countersigning() {
    const std::vector<records::Row>& rows = selected().rows;
    if (countersigning_) return *countersigning_;
    Countersigning& found = countersigning_.emplace();
    const base::Instant now = portal_.clock().now();
    for (const records::Row row : rows) {
        const bool completed = table_.status[row] == static_cast<std::uint8_t>(records::CompletionStatus::completed) &&
                               table_.score[row] >= 0 && table_.finished[row] != records::noTime;
        if (!table_.subjects[table_.subject[row]].module.empty())
            ++found.modules;
        else if (!completed)
            ++found.unfinished;
        else if (table_.people[table_.person[row]].name.empty())
            ++found.unnamed;
        else if (base::Instant{base::Milliseconds{table_.expires[row]}} <= now)
            ++found.expired;
        else
            found.rows.push_back(row);
    }
    return found;
}

/// What stands on top of a run: words for its files, and what all its certificates share.
std::string Console::credentialsHead() const {
    const Words& words = portal_.words();
    base::JsonArray columns;
    for (const char* key : {"csv.learner", "csv.number", "csv.department", "csv.course", "csv.certificate",
                            "issuing.issuedOn", "issuing.validUntil", "issuing.link"})
        columns.text(words(key));
    base::JsonObject lines;
    for (const char* line : {"heading", "presentedTo", "statement", "scoreLabel", "dateLabel", "serialLabel"})
        lines.text(line, words.of("certificate.", line));
    lines.text("trust", words("issuing.trust", {{"name", issuing_.name}}));
    lines.text("scan", words("issuing.scan"));
    lines.text("issuer", issuing_.name);
    base::JsonObject head;
    head.raw("columns", columns.text());
    head.integer("count", static_cast<std::int64_t>(rows_.size()));
    head.flag("again", issuing_.repeats);
    head.flag("documents", rows_.size() <= mostDocuments);
    head.text("at", base::isoUtc(portal_.clock().now()));
    head.text("language", portal_.language());
    head.text("evidence", words("credential.evidence"));
    head.raw("lines", lines.text());
    return head.text() + '\n';
}

std::string Console::credentialLine(records::Row row) const {
    const Words& words = portal_.words();
    const records::Person& person = table_.people[table_.person[row]];
    const records::Subject& subject = table_.subjects[table_.subject[row]];
    const learning::LearnerId learner(person.id);
    learning::Attempt attempt; // the record does not tell its id; its time does as well
    attempt.finished = base::Instant{base::Milliseconds{table_.finished[row]}};
    attempt.id = learning::AttemptId(subject.course + '/' + base::isoUtc(*attempt.finished));
    records::Certificate certificate;
    certificate.attempt = attempt.id;
    certificate.learnerName = person.name;
    certificate.courseTitle = subject.title.empty() ? subject.course : subject.title;
    certificate.contentVersion = table_.contentVersions[table_.contentVersion[row]];
    certificate.serial = table_.certificates[table_.certificate[row]];
    if (certificate.serial.empty())
        certificate.serial = records::serialFor(learner, attempt, portal_.clock().offsetAt(*attempt.finished));
    certificate.score = base::Percent(std::floor(static_cast<double>(table_.score[row])));
    certificate.passMark = base::Percent(static_cast<double>(table_.passMark[row]));
    certificate.finished = *attempt.finished;
    const std::string criteria =
        words("credential.criteria", {{"mark", std::to_string(certificate.passMark.rounded())}});
    const auto origin = read_->originOf(table_.line[row]);
    const std::string head = origin ? std::string() : portal_.journal().head(learner);

    base::JsonObject line;
    line.raw("credential", records::credentialJson({.certificate = certificate,
                                                    .learner = learner,
                                                    .number = person.number,
                                                    .courseId = subject.course,
                                                    .language = portal_.language(),
                                                    .head = head,
                                                    .words = {.title = words("certificate.heading"),
                                                              .issuer = issuing_.name,
                                                              .criteria = criteria,
                                                              .resultTitle = words("credential.quiz"),
                                                              .evidence = words("credential.evidence")}}));
    line.text("number", person.number);
    line.text("department", table_.departments[table_.department[row]]);
    line.text("until", table_.expires[row] == records::noTime
                           ? std::string()
                           : base::isoUtc(base::Instant{base::Milliseconds{table_.expires[row]}}));
    line.text("finishedOn", portal_.longDate(certificate.finished));
    if (origin) {
        base::JsonArray place;
        place.integer(origin->source);
        place.integer(static_cast<std::int64_t>(origin->offset));
        place.integer(origin->length);
        line.raw("record", place.text());
    }
    return line.text() + '\n';
}

std::string Console::moreCredentials() {
    if (!std::exchange(headSaid_, true)) return credentialsHead();
    constexpr std::size_t signedAtATime = 32; // some hundredths of a second
    std::string text;
    for (const records::Row row : nextRows(signedAtATime)) text += credentialLine(row);
    return text;
}

} // namespace portal
