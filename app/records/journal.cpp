#include "records/journal.h"

#include "base/hash.h"
#include "base/sha256.h"
#include "learning/order.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace records {

using learning::Event;
using learning::LearnerId;

namespace {

constexpr std::size_t checksumLength = 16;

/// A line with its checksum, as a store keeps it.
std::string stamped(const std::string& json, const std::string& hash) {
    return hash.substr(0, checksumLength) + ' ' + json;
}

std::string chainOf(const LearnerId& learner, const std::string& device) { return learner.text() + '/' + device; }

std::string hashOf(std::string_view json) { return base::base64Url(base::sha256(json)); }

/// The first visit in two tabs must not make two learners of one person: whom the other tab has made meanwhile takes
/// over what was done here by somebody without a name.
void becomeOne(std::vector<Event>& waiting, const LearnerId& other) {
    std::unordered_set<std::string> fresh;
    for (const Event& event : waiting)
        if (std::holds_alternative<learning::LearnerJoined>(event.fact)) fresh.insert(event.learner.text());
    for (const Event& event : waiting)
        if (std::holds_alternative<learning::LearnerNamed>(event.fact)) fresh.erase(event.learner.text());
    for (Event& event : waiting)
        if (fresh.find(event.learner.text()) != fresh.end()) event.learner = other;
}

/// Attempts of these events that hold answers: their start must stay, whatever another tab has started meanwhile.
std::unordered_set<std::string> answeredAttempts(const std::vector<Event>& waiting) {
    std::unordered_set<std::string> attempts;
    for (const Event& event : waiting)
        if (const auto* answered = std::get_if<learning::ItemAnswered>(&event.fact))
            attempts.insert(answered->attempt.text());
    return attempts;
}

/// Notes where this event is from. Does it stand behind all of its learner that came before it, in whatever order the
/// journal is read?
bool comesLast(Provenances& provenances, const Event& event) {
    const auto [place, isNew] =
        provenances.try_emplace(event.learner.text(), Provenance{event.device, false, event.at});
    if (isNew) return true;
    Provenance& provenance = place->second;
    provenance.several = provenance.several || provenance.device != event.device;
    const bool last = !provenance.several ||
                      (event.at > provenance.latest && !std::holds_alternative<learning::LearnerJoined>(event.fact));
    provenance.latest = std::max(provenance.latest, event.at);
    return last;
}

} // namespace

std::string stampedLine(std::string_view json) { return stamped(std::string(json), hashOf(json)); }

bool Journal::follow(const std::string& chain, const learning::Link& link, const std::string& hash) {
    Head& head = kept_[chain];
    // A copy of this browser's profile went on by itself: two branches, nothing is lost.
    if (link.n <= head.n) return false;
    const bool isNext = link.n == head.n + 1;
    const bool fits = isNext && link.prev == head.hash;
    if (!isNext) {
        missing_ += static_cast<std::size_t>(link.n - head.n - 1);
    } else if (!fits) {
        ++changed_;
    }
    head = {link.n, hash};
    heads_[chain] = head;
    return fits;
}

bool Journal::read(std::string_view line) {
    std::string_view json = line;
    std::string hash;
    if (!line.starts_with('{')) {
        json.remove_prefix(std::min(checksumLength + 1, line.size()));
        hash = hashOf(json);
        if (line.substr(0, checksumLength + 1) != stamped({}, hash)) {
            ++unreadable_;
            return false;
        }
    }
    learning::Link link;
    base::Result<Event> event = learning::eventFromJson(json, &link);
    if (!event) {
        ++unreadable_;
        return false;
    }
    if (!known_.insert(event.value().id.text()).second) return false;
    const bool follows =
        link.n > 0 && follow(chainOf(event.value().learner, link.device), link, hash.empty() ? hashOf(json) : hash);
    const bool last = comesLast(provenances_, event.value());
    learning::apply(learners_, event.value());
    events_.push_back(std::move(event.value()));
    return follows && last;
}

void Journal::readAll(const std::vector<std::string>& lines) {
    const std::size_t size = events_.size() + lines.size();
    if (size > events_.capacity()) events_.reserve(std::max(size, 2 * events_.capacity()));
    for (const std::string& line : lines) read(line);
}

void Journal::weave() {
    const bool several =
        std::any_of(provenances_.begin(), provenances_.end(), [](const auto& each) { return each.second.several; });
    if (!several || !learning::putInOneOrder(events_)) return;
    const LearnerId sits = learners_.current;
    learners_ = learning::fold(events_);
    learners_.current = sits;
}

void Journal::load(const std::vector<std::string>& lines) {
    readAll(lines);
    weave();
}

bool Journal::begin(std::string_view snapshot, const std::vector<std::string>& later) {
    std::optional<Snapshot> start = snapshotFrom(snapshot);
    if (!start) return false;
    Journal anew;
    anew.device_ = device_;
    anew.whole_ = false;
    anew.learners_ = std::move(start->learners);
    anew.kept_ = anew.heads_ = std::move(start->heads);
    anew.provenances_ = std::move(start->provenances);
    anew.unreadable_ = static_cast<std::size_t>(start->unreadable);
    anew.missing_ = static_cast<std::size_t>(start->missing);
    anew.changed_ = static_cast<std::size_t>(start->changed);
    for (const std::string& line : later)
        if (!anew.read(line)) return false;
    *this = std::move(anew);
    return true;
}

void Journal::readOn(const std::vector<std::string>& lines) { readAll(lines); }

std::vector<Line> Journal::becomeWhole(Journal read) {
    std::vector<Event> waiting;
    for (Event& event : events_)
        if (waiting_.find(event.id.text()) != waiting_.end()) waiting.push_back(std::move(event));
    read.device_ = device_;
    read.weave();
    const LearnerId sits = learners_.current;
    *this = std::move(read);
    std::vector<Line> again;
    for (const Event& event : waiting)
        if (std::optional<Line> line = append(event)) again.push_back(std::move(*line));
    learners_.current = sits;
    weave();
    return again;
}

std::optional<std::string> Journal::snapshot(const std::set<std::string>& without) const {
    if (!whole_ || !waiting_.empty()) return std::nullopt;
    const auto stays = [&](const std::string& learner) { return without.find(learner) == without.end(); };
    Snapshot all{{}, kept_, provenances_, unreadable_, missing_, changed_};
    for (const learning::Learner& learner : learners_.all)
        if (stays(learner.id.text())) all.learners.all.push_back(learner);
    std::erase_if(all.heads, [&](const auto& head) { return !stays(head.first.substr(0, head.first.find('/'))); });
    std::erase_if(all.provenances, [&](const auto& each) { return !stays(each.first); });
    // As the fold has it: who was chosen last, whoever sits here now.
    const auto chosen = std::find_if(events_.rbegin(), events_.rend(), [&](const Event& event) {
        return std::holds_alternative<learning::LearnerChosen>(event.fact) && stays(event.learner.text()) &&
               learners_.find(event.learner) != nullptr;
    });
    if (chosen != events_.rend()) all.learners.current = chosen->learner;
    return toBytes(std::move(all));
}

std::optional<Line> Journal::append(const Event& event) {
    if (!known_.insert(event.id.text()).second) return std::nullopt;
    const std::string chain = chainOf(event.learner, device_);
    Head& head = heads_[chain];
    const std::string json = learning::toJsonLine(event, {device_, head.n + 1, head.hash});
    head = {head.n + 1, hashOf(json)};
    waiting_[event.id.text()] = {chain, head};
    Event& kept = events_.emplace_back(event);
    kept.device = base::fnv1a(device_);
    kept.n = head.n;
    (void)comesLast(provenances_, kept);
    learning::apply(learners_, event);
    return Line{event.id.text(), event.learner.text(), stamped(json, head.hash)};
}

std::optional<Line> Journal::adopt(const std::string& line) {
    const std::size_t json = line.starts_with('{') ? 0 : std::min(checksumLength + 1, line.size());
    if (const base::Result<Event> event = learning::eventFromJson(std::string_view(line).substr(json)); event)
        return append(event.value());
    ++unreadable_;
    const std::string hash = hashOf(line);
    return Line{"unreadable-" + hash, {}, stamped(line, hash)};
}

std::vector<Line> Journal::take(const std::vector<std::string>& lines) {
    assert(whole_);
    std::vector<Event> waiting;
    if (!waiting_.empty()) {
        // Behind the others means: as if the others had been there when these were done.
        const auto first = std::stable_partition(events_.begin(), events_.end(), [this](const Event& event) {
            return waiting_.find(event.id.text()) == waiting_.end();
        });
        waiting.assign(std::make_move_iterator(first), std::make_move_iterator(events_.end()));
        events_.erase(first, events_.end());
        for (const Event& event : waiting) known_.erase(event.id.text());
    }
    const LearnerId sat = learners_.current;
    if (!waiting.empty()) {
        learners_ = learning::fold(events_);
        waiting_.clear();
        refused_.clear();
    }
    heads_ = kept_;
    const bool nobody = learners_.all.empty() && !forgot_;
    learners_.current = {};
    readAll(lines);
    const LearnerId chosen = learners_.current;
    if (nobody && !chosen.empty()) becomeOne(waiting, chosen);

    std::vector<Line> again;
    const auto answered = answeredAttempts(waiting);
    for (const Event& event : waiting) {
        const auto* started = std::get_if<learning::ExamStarted>(&event.fact);
        const bool needed = started != nullptr && answered.find(started->attempt.text()) != answered.end();
        if (!needed && learning::saidAlready(learners_, event)) continue;
        if (std::optional<Line> line = append(event)) again.push_back(std::move(*line));
    }
    if (learners_.find(sat) != nullptr) {
        learners_.current = sat;
    } else if (!nobody) {
        learners_.current = {}; // locked, or gone: nobody sits down here by being chosen elsewhere
    }
    weave();
    chosenElsewhere_ = chosen == learners_.current ? LearnerId{} : chosen;
    return again;
}

void Journal::forget(const LearnerId& learner) {
    const auto isTheirs = [&](const Event& event) { return event.learner == learner; };
    for (const Event& event : events_) {
        if (!isTheirs(event)) continue;
        known_.erase(event.id.text());
        waiting_.erase(event.id.text());
        refused_.erase(event.id.text());
    }
    events_.erase(std::remove_if(events_.begin(), events_.end(), isTheirs), events_.end());
    for (Heads* heads : {&kept_, &heads_})
        for (auto head = heads->begin(); head != heads->end();)
            head = head->first.starts_with(chainOf(learner, {})) ? heads->erase(head) : std::next(head);
    provenances_.erase(learner.text());
    learning::forget(learners_, learner);
    forgot_ = true;
}

void Journal::confirm(const learning::EventId& id) {
    const auto waited = waiting_.find(id.text());
    if (waited == waiting_.end()) return;
    Head& kept = kept_[waited->second.chain];
    if (kept.n < waited->second.head.n) kept = waited->second.head;
    refused_.erase(id.text());
    waiting_.erase(waited);
}

void Journal::refuse(const learning::EventId& id) {
    if (waiting_.find(id.text()) != waiting_.end()) refused_.insert(id.text());
}

std::string Journal::head(const LearnerId& learner) const {
    std::vector<std::string> hashes;
    for (const auto& [chain, head] : heads_)
        if (chain.starts_with(chainOf(learner, {}))) hashes.push_back(head.hash);
    if (hashes.empty()) return {};
    if (hashes.size() == 1) return hashes.front();
    std::sort(hashes.begin(), hashes.end());
    std::string all;
    for (const std::string& hash : hashes) all += hash + '\n';
    return hashOf(all);
}

} // namespace records
