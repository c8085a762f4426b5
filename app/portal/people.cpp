// People who share a browser, in the running portal: what was asked of the host about them, and what follows from its
// answers.
#include "portal/people.h"

#include "base/utf8.h"
#include "portal/portal.h"
#include "records/backup.h"
#include "records/record.h"
#include "records/record_json.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <utility>

namespace portal {

using host::PeopleOutcome;
using host::PeopleWish;
using learning::LearnerId;

namespace {

std::string_view troubleOf(PeopleOutcome outcome) {
    switch (outcome) {
    case PeopleOutcome::wrong: return "people.wrong";
    case PeopleOutcome::waiting: return "people.tooEarly";
    case PeopleOutcome::notOurs: return "people.notOurs";
    case PeopleOutcome::otherKey: return "people.otherKey";
    case PeopleOutcome::wrongPassphrase: return "people.wrongPassphrase";
    case PeopleOutcome::noRecovery: return "people.noRecovery";
    case PeopleOutcome::done:
    case PeopleOutcome::cancelled: return {};
    default: return "people.failing";
    }
}

std::string_view troubleOf(records::BackupFault fault) {
    switch (fault) {
    case records::BackupFault::laterVersion: return "backup.laterVersion";
    case records::BackupFault::cutShort: return "backup.cutShort";
    case records::BackupFault::changed: return "backup.changed";
    case records::BackupFault::mixed: return "backup.mixed";
    case records::BackupFault::brokenChain: return "backup.brokenChain";
    case records::BackupFault::unreadable: return "backup.unreadable";
    default: return "backup.notOurs";
    }
}

std::vector<std::string> linesOf(const std::string& joined) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < joined.size();) {
        const std::size_t end = std::min(joined.find('\n', at), joined.size());
        lines.push_back(joined.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

} // namespace

void Portal::ask(PeopleWish wish, const LearnerId& learner, const std::string& first, const std::string& second) {
    if (people_.working) {
        return;
    }
    people_.working = wish;
    people_.about = learner;
    people_.failed.reset();
    people_.trouble.clear();
    people_.said.clear();
    host_.people.ask(wish, learner.text(), first, second);
}

void Portal::peopleAnswered(PeopleWish wish, PeopleOutcome outcome, const std::string& detail) {
    host_.page.wakeUp();
    people_.working.reset();
    people_.pin.clear();
    if (outcome != PeopleOutcome::done) {
        people_.locking = false;
        people_.trouble = troubleOf(outcome);
        if (!people_.trouble.empty()) {
            people_.failed = wish;
        }
        if (outcome == PeopleOutcome::wrong || outcome == PeopleOutcome::waiting) {
            people_.until = host_.clock.now() + std::chrono::seconds(std::atoi(detail.c_str()));
            ++answers_; // the focus goes to what is said
        }
        return;
    }
    for (std::string* each : {&people_.nextPin, &people_.again, &people_.passphrase}) {
        each->clear();
    }
    const LearnerId about = people_.about;
    switch (wish) {
    case PeopleWish::unlock:
    case PeopleWish::recover:
        people_.drafts[about.text()] = detail;
        chooseLearner(about);
        break;
    case PeopleWish::setPin:
        people_.withPin.push_back({about.text(), {}});
        finishAndLock(about.text()); // opened again at once, with the new PIN: whoever set it is sure of it
        break;
    case PeopleWish::removePin: finishAndLock(about.text()); break;
    case PeopleWish::changePin: people_.said = "pin.changed"; break;
    case PeopleWish::erase: // the page knows of them still, and other tabs do
        people_.locking = true;
        people_.next = learner() == nullptr || learner()->id == about ? "nobody" : learner()->id.text();
        lockWhenWritten();
        break;
    case PeopleWish::makeRecovery: people_.said = "recovery.made"; break;
    case PeopleWish::backUp: {
        const learning::Learner* person = learners().find(about);
        const base::Instant now = host_.clock.now();
        const std::string day = base::isoDate(now, host_.clock.offsetAt(now));
        host_.page.download("learning-backup-" + day + ".jsonl", "application/x-ndjson;charset=utf-8",
                            records::backupOf(about, person == nullptr ? std::string{} : person->name,
                                              journal_.device(), now, linesOf(detail)));
        people_.said = "backup.made";
        break;
    }
    case PeopleWish::chooseFile: bringBackup(detail); break;
    case PeopleWish::bring:
        people_.count = std::atoi(detail.c_str());
        people_.said = people_.count > 0 ? "backup.brought" : "backup.nothingNew";
        break;
    case PeopleWish::handOver:
        people_.whose = detail;
        people_.said = detail.empty() ? "handOver.made" : "handOver.madeSealed";
        break;
    default: break;
    }
}

void Portal::handOver() {
    const learning::Learner* person = learner();
    if (person == nullptr || !course_) return;
    const std::string record = records::recordToJson(records::recordOf(
        *person, journal_.events(), *course_, {person->number, person->department, journal_.head(person->id)}));
    const base::Instant now = host_.clock.now();
    ask(PeopleWish::handOver, person->id, record,
        "learning-record-" + base::isoDate(now, host_.clock.offsetAt(now)) + ".json");
}

void Portal::bringBackup(std::string_view file) {
    const auto read = records::readBackup(file);
    const auto* backup = std::get_if<records::Backup>(&read);
    if (backup == nullptr) {
        people_.failed = PeopleWish::bring;
        people_.trouble = troubleOf(std::get<records::BackupFault>(read));
        return;
    }
    const bool closed = people_.hasPin(backup->learner) && learners().find(backup->learner) == nullptr;
    if (closed) {
        people_.failed = PeopleWish::bring;
        people_.trouble = "backup.locked";
        return;
    }
    std::string lines;
    for (const records::Line& line : backup->lines) {
        lines += line.id + ' ' + line.text + '\n';
    }
    people_.whose = backup->name;
    ask(PeopleWish::bring, backup->learner, lines);
}

void Portal::addLearner(std::string_view typed, std::string_view number, std::string_view department,
                        const std::string& language) {
    const std::string name = base::tidyName(typed, records::longestCertificateName);
    if (name.empty()) {
        return;
    }
    const LearnerId fresh(host_.clock.uuid());
    append(fresh, learning::LearnerJoined{});
    append(fresh, learning::LearnerNamed{name});
    const learning::LearnerDescribed described{base::tidyName(number, longestDetail),
                                               base::tidyName(department, longestDetail)};
    if (!described.number.empty() || !described.department.empty()) {
        append(fresh, described);
    }
    if (!language.empty()) {
        append(fresh, learning::PreferenceSet{"language", language});
    }
    chooseLearner(fresh);
}

void Portal::chooseLearner(const LearnerId& id) {
    if (learner() != nullptr && people_.hasPin(learner()->id)) {
        finishAndLock(id.text()); // what is theirs leaves the memory before somebody else sits here
        return;
    }
    host_.page.remember("sitting", id.text());
    if (learner() != nullptr) {
        people_.drafts[learner()->id.text()] = std::exchange(draftKept_, {}); // as the store has it
    }
    append(id, learning::LearnerChosen{});
    notice_ = Notice::none;
    // What the one before had not handed in waits for them, and is nobody else's business.
    drafts_ = {};
    reviews_.forget();
    if (const auto begun = people_.drafts.find(id.text()); begun != people_.drafts.end()) {
        draftKept_ = begun->second;
        people_.drafts.erase(begun);
        resume(draftKept_);
    }
    people_.choosing = false;
    people_.forgetTyped();
    ++visits_;
    if (const auto* lesson = std::get_if<LessonRoute>(&route_)) {
        startOver(lesson->lesson); // the address was there before its learner
    }
    unfolded_.clear();
    othersUnfolded_.reset();
    labAnnounced_.clear();
    glossaryQuery_.clear();
    nameDraft_.reset();
    certificateWork_ = {};
    const std::string before = language_;
    takeOverPreferences();
    if (language_ != before) {
        loadCourse();
    }
    if (std::holds_alternative<PeopleRoute>(route_)) {
        visit(HomeRoute{});
    }
}

void Portal::nameLearner(std::string_view typed) {
    const std::string name = base::tidyName(typed, records::longestCertificateName);
    const learning::Learner* person = learner();
    if (name.empty() || (person != nullptr && person->name == name)) {
        return;
    }
    happened(learning::LearnerNamed{name});
    nameSaving_ = true;
    if (people_.hasPin(learner()->id)) {
        host_.people.ask(host::PeopleWish::rename, learner()->id.text(), name, {});
    }
}

bool Portal::takeNameSaved() {
    const bool saved = nameSaving_ && journal_.unconfirmed() == 0 && trouble_ == host::StoreTrouble::none;
    nameSaving_ = nameSaving_ && !saved;
    return saved;
}

void Portal::describeLearner(std::string_view number, std::string_view department) {
    const learning::LearnerDescribed described{base::tidyName(number, longestDetail),
                                               base::tidyName(department, longestDetail)};
    const learning::Learner* person = learner();
    if (person == nullptr || person->number != described.number || person->department != described.department) {
        happened(described);
    }
}

void Portal::lockAfter(int minutes) {
    people_.restMinutes = minutes;
    host_.page.remember("rest", std::to_string(minutes));
    host_.people.ask(PeopleWish::watchRest, {}, std::to_string(minutes), {});
}

} // namespace portal
