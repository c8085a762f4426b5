#include "portal/portal.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "course/pack.h"
#include "learning/grading.h"

#include <algorithm>
#include <chrono>

namespace portal {

using learning::Answer;
using learning::Attempt;
using learning::AttemptId;
using learning::LearnerId;

// ---- From the host ----

bool Portal::start(const host::Kept& kept, std::string language, const std::vector<std::string>& settings) {
    journal_.setDevice(kept.device);
    if (kept.snapshot.empty()) {
        journal_.load(kept.lines);
    } else if (!journal_.begin(kept.snapshot, kept.lines)) {
        return false;
    }
    language_ = std::move(language);
    std::string sat;
    for (const std::string& setting : settings) {
        const std::size_t equals = std::min(setting.find('='), setting.size());
        const std::string name = setting.substr(0, equals);
        const std::string value = setting.substr(std::min(equals + 1, setting.size()));
        display_.set(name, value);
        if (name == "sitting") {
            sat = value;
        } else if (name == "rest") {
            people_.restMinutes = value == "5" ? 5 : value == "15" ? 15 : 0;
        } else if (name == "deleted") {
            notice_ = Notice::deleted;
            noticeUnsaid_ = true;
        }
    }
    trouble_ = kept.trouble;
    persistence_ = kept.persistence;
    for (const std::vector<std::string>* late : {&kept.earlier, &kept.copies}) {
        for (const std::string& line : *late) {
            keep(journal_.adopt(line));
        }
    }
    seat(kept, sat);
    if (const auto begun = people_.drafts.find(journal_.learners().current.text()); begun != people_.drafts.end()) {
        draftKept_ = begun->second;
        resume(draftKept_);
    }
    takeOverPreferences();
    loadCourse();
    return true;
}

void Portal::loadCourse() {
    host_.page.fetchPack("course." + language_);
    if (rest_) {
        (void)restWords_.get(language_, host_.page);
    }
}

void Portal::goTo(std::string_view hash) {
    const Route before = route_;
    route_ = parseRoute(hash);
    if (const auto* lesson = std::get_if<LessonRoute>(&route_); lesson != nullptr && hashOf(before) != hashOf(route_)) {
        startOver(lesson->lesson);
        if (!lesson->step.empty()) {
            drafts_.lessons[lesson->lesson].at = lesson->step;
        }
    }
    ++visits_;
    nameDraft_.reset();
    peopleShown_ = peopleAtATime;
    certificateWork_ = {};
    if (!people_.choosing) {
        people_.forgetTyped();
    }
    consoleDialog_ = ConsoleDialog::none;
    host_.page.wakeUp();
}

bool Portal::packArrived(const std::string& name, std::string_view bytes) {
    host_.page.wakeUp();
    if (name == "course." + language_) {
        auto read = course::readCoursePack(bytes);
        if (!read.ok()) {
            courseTrouble_ = read.error().what;
            packFailed(name);
            return false;
        }
        arriving_ = std::move(read.value());
        takeCourse();
        return true;
    }
    if (restWords_.awaits(name)) {
        return restWordsArrived(name, bytes);
    }
    if (labs_.awaits(name)) {
        return takeLab(labs_, name, bytes);
    }
    if (glossaries_.awaits(name)) {
        return takeGlossary(glossaries_, name, bytes);
    }
    if (name == "initials" && recordReader_) {
        return initialsArrived(bytes);
    }
    const auto shelf = shelves_.find(name);
    if (shelf == shelves_.end()) {
        return true; // a language that was left before its words came
    }
    auto read = course::readModulePack(bytes);
    if (!read.ok() || read.value().id.text() + "." + read.value().language != name) { // another module under this name
        packFailed(name);
        return false;
    }
    shelf->second.state = Loading::ready;
    shelf->second.module = std::move(read.value());
    return true;
}

void Portal::packFailed(const std::string& name) {
    host_.page.wakeUp();
    if (name == "course." + language_) {
        if (course_) {
            stayWithLanguage();
        } else {
            courseLoading_ = Loading::failed;
        }
        return;
    }
    if (restWords_.awaits(name)) {
        restWords_.failed(name);
        if (course_ && arriving_) {
            stayWithLanguage();
        }
        takeCourse();
        return;
    }
    if (const auto shelf = shelves_.find(name); shelf != shelves_.end()) {
        shelf->second.state = Loading::failed;
    }
    labs_.failed(name);
    glossaries_.failed(name);
}

/// Shows the course that has come, once the words of the program's rest are there as well, if that is in use.
void Portal::takeCourse() {
    if (!arriving_) {
        return;
    }
    if (rest_) {
        (void)restWords_.get(language_, host_.page);
        if (restWords_.loading(language_) == Loading::waiting) {
            return;
        }
    }
    course_ = std::move(arriving_);
    arriving_.reset();
    words_ = Words(course_->words, restWords_.here(language_));
    courseLoading_ = Loading::ready;
    host_.page.describe(course_->title, language_);
    keepLanguage();
}

bool Portal::restWordsArrived(const std::string& pack, std::string_view bytes) {
    auto read = course::readRestWordsPack(bytes);
    if (!read.ok() || restWords_.packOf(read.value().language) != pack) { // another pack under this name
        packFailed(pack);
        return false;
    }
    restWords_.arrived(pack, std::make_unique<Words::Table>(std::move(read.value().words)));
    if (course_) {
        words_ = Words(course_->words, restWords_.here(course_->language));
    }
    takeCourse();
    return true;
}

/// The other language cannot be had just now.
void Portal::stayWithLanguage() {
    language_ = course_->language;
    languageAsked_ = false;
    arriving_.reset();
    restWords_.retry();
}

Loading Portal::rest() {
    if (!rest_) {
        rest_ = Loading::waiting;
        host_.page.fetchRest();
    }
    const std::string& shown = course_ ? course_->language : language_;
    (void)restWords_.get(shown, host_.page);
    return *rest_ == Loading::ready ? restWords_.loading(shown) : *rest_;
}

void Portal::restArrived(bool here) {
    rest_ = here ? Loading::ready : Loading::failed;
    host_.page.wakeUp();
}

void Portal::retryLoading() {
    if (rest_ == Loading::failed) {
        rest_.reset();
    }
    restWords_.retry();
    if (courseLoading_ == Loading::failed) {
        courseLoading_ = Loading::waiting;
        loadCourse();
    }
    for (auto it = shelves_.begin(); it != shelves_.end();) {
        it = it->second.state == Loading::failed ? shelves_.erase(it) : std::next(it);
    }
    labs_.retry();
    glossaries_.retry();
}

void Portal::storeConfirmed(const std::string& eventId) {
    journal_.confirm(learning::EventId(eventId));
    if (journal_.unconfirmed() == 0) {
        trouble_ = host::StoreTrouble::none;
    }
    lockWhenWritten();
    host_.page.wakeUp();
}

void Portal::storeRefused(const std::string& eventId, host::StoreTrouble why) {
    journal_.refuse(learning::EventId(eventId));
    trouble_ = why;
    host_.page.wakeUp();
}

void Portal::storeTook(const std::vector<std::string>& lines) {
    const std::vector<records::Line> again = journal_.take(lines);
    host_.store.forgetWaiting();
    for (const records::Line& line : again) {
        host_.store.append(line);
    }
    if (journal_.unconfirmed() == 0) {
        trouble_ = host::StoreTrouble::none;
    }
    if (people_.choosing) {
        journal_.seat({});
    } else if (const LearnerId other = journal_.chosenElsewhere(); !other.empty() && !people_.working) {
        chosenElsewhere_ = other;
        notice_ = Notice::otherChosen;
    }
    host_.page.wakeUp();
}

void Portal::storeReads(const std::vector<std::string>& lines, bool first) {
    if (first || !reading_) {
        reading_.emplace();
    }
    reading_->readOn(lines);
}

void Portal::storeRead() {
    const std::vector<records::Line> again = journal_.becomeWhole(reading_ ? std::move(*reading_) : records::Journal());
    reading_.reset();
    host_.store.forgetWaiting();
    for (const records::Line& line : again) {
        host_.store.append(line);
    }
    reviews_.forgetSchedule();
    host_.page.wakeUp(); // damage that was found is told
}

std::string Portal::snapshot(const std::vector<std::string>& sealed) const {
    return journal_.snapshot({sealed.begin(), sealed.end()}).value_or("");
}

bool Portal::wholeJournal() {
    if (!journal_.whole()) {
        host_.store.hurry();
    }
    return journal_.whole();
}

void Portal::storePersists(host::Persistence answer) {
    persistence_ = answer;
    askingToPersist_ = false;
    host_.page.wakeUp();
}

void Portal::storeRestored() {
    notice_ = Notice::restored;
    host_.page.wakeUp();
}

void Portal::certificateMade(const std::string& trouble, const std::string& detail) {
    certificateWork_.state = trouble.empty() ? CertificateWork::State::done : CertificateWork::State::failed;
    certificateWork_.trouble = trouble;
    certificateWork_.detail = detail;
    host_.page.wakeUp();
}

void Portal::offlineStands(host::Offline standing) {
    offline_ = standing;
    if (std::holds_alternative<MeRoute>(route_)) { // nowhere else is it shown: at rest nothing is drawn
        host_.page.wakeUp();
    }
}

void Portal::newerFound() {
    newer_ = true;
    host_.page.wakeUp();
}

// ---- What there is ----

bool Portal::newerOffered() const {
    const learning::Learner* person = learner();
    if (!newer_ || person == nullptr || !course_) {
        return newer_;
    }
    const auto open = [&](const auto& exam) {
        // Of several attempts at one exam only the latest can be gone on with.
        const auto latest = std::find_if(person->attempts.rbegin(), person->attempts.rend(),
                                         [&](const Attempt& each) { return each.exam == exam.id; });
        return latest != person->attempts.rend() && !latest->finished && latest->contentVersion == course_->version;
    };
    return std::none_of(course_->exams.begin(), course_->exams.end(), open) &&
           std::none_of(course_->entryTests.begin(), course_->entryTests.end(), open);
}

const course::Module* Portal::module(const course::ModuleId& id) {
    const auto [shelf, isNew] = shelves_.try_emplace(packName(id));
    if (isNew) {
        host_.page.fetchPack(packName(id));
    }
    if (shelf->second.module) {
        return &*shelf->second.module;
    }
    // A switch of language is under way: the words that are here stay until the others have come.
    for (const auto& [name, other] : shelves_) {
        if (other.module && other.module->id == id) {
            return &*other.module;
        }
    }
    return nullptr;
}

Loading Portal::moduleLoading(const course::ModuleId& id) const {
    const auto shelf = shelves_.find(packName(id));
    return shelf == shelves_.end() ? Loading::waiting : shelf->second.state;
}

// ---- Events ----

LearnerId Portal::sitting() {
    if (const learning::Learner* person = learner(); person != nullptr) {
        return person->id;
    }
    const LearnerId fresh(host_.clock.uuid());
    append(fresh, learning::LearnerJoined{});
    append(fresh, learning::LearnerChosen{});
    return fresh;
}

void Portal::happened(learning::Fact fact) { append(sitting(), std::move(fact)); }

void Portal::append(const LearnerId& learner, learning::Fact fact) {
    learning::Event event;
    event.id = learning::EventId(host_.clock.uuid());
    event.learner = learner;
    event.at = host_.clock.now();
    event.fact = std::move(fact);
    keep(journal_.append(event));
    host_.page.wakeUp();
}

void Portal::keep(const std::optional<records::Line>& line) {
    if (line) {
        host_.store.append(*line);
    }
}

void Portal::setLanguage(const std::string& language) {
    if (language == language_) {
        return;
    }
    language_ = language;
    languageAsked_ = true; // kept once its words are here
    arriving_.reset();     // another language was asked for before
    loadCourse();
}

void Portal::keepLanguage() {
    if (!languageAsked_) {
        return;
    }
    languageAsked_ = false;
    host_.page.remember("language", language_);
    if (learner() != nullptr) {
        happened(learning::PreferenceSet{"language", language_});
    }
}

void Portal::prefer(std::string_view name, const std::string& value) {
    Display wanted = display_;
    wanted.set(name, value);
    if (wanted == display_) {
        return;
    }
    display_ = wanted;
    host_.page.remember(std::string(name), value);
    if (learner() != nullptr) {
        happened(learning::PreferenceSet{std::string(name), value});
    }
}

void Portal::keepDrafts() {
    const learning::Learner* person = learner();
    if (person == nullptr) {
        return;
    }
    std::string draft = toJson(drafts_, *person);
    if (draft != draftKept_) {
        draftKept_ = std::move(draft);
        host_.store.keepDraft(person->id.text(), draftKept_);
    }
    lockWhenWritten();
}

// ---- Lessons ----

PlaceInLesson& Portal::placeIn(const course::LessonId& id) { return drafts_.lessons[id]; }

void Portal::startOver(const course::LessonId& id) {
    const course::LessonOutline* outline = course_ ? course_->lesson(id) : nullptr;
    const learning::Learner* person = learner();
    if (outline == nullptr || person == nullptr || outline->steps.empty()) {
        return;
    }
    const auto progress = person->lessons.find(id);
    const bool finished = progress != person->lessons.end() && progress->second.finished;
    // Whoever comes back to a finished lesson wants to see it again; an unfinished one goes on where it was left.
    drafts_.lessons[id].at = finished ? outline->steps.front() : course::StepId{};
}

void Portal::openLesson(const course::LessonId& id) {
    const learning::Learner* person = learner();
    if (person == nullptr || person->lessons.find(id) == person->lessons.end()) {
        happened(learning::LessonOpened{id});
    }
}

void Portal::answerStep(const course::Lesson& lesson, const course::Step& step, const Answer& answer) {
    ++answers_;
    const auto* check = std::get_if<course::Check>(&step.activity);
    const bool rewrite = std::holds_alternative<course::Rewrite>(step.activity); // the only kind that the lab reads
    happened(learning::StepAnswered{
        lesson.id, step.id, answer, learning::grade(step, answer, rewrite ? lab() : nullptr).score,
        check == nullptr ? std::string{} : check->item.objective, drafts_.lessons[lesson.id].states[step.id].hinted});
    (void)rest(); // whoever answers goes on: what comes next is here by then
    if (persistence_ == host::Persistence::unasked && !askingToPersist_) {
        askingToPersist_ = true; // from now on there is something to lose
        host_.store.askToPersist();
    }
}

void Portal::finishLesson(const course::LessonId& id) {
    const learning::Learner* person = learner();
    if (person == nullptr) {
        return;
    }
    const auto found = person->lessons.find(id);
    if (found != person->lessons.end() && !found->second.finished) {
        happened(learning::LessonFinished{id});
    }
}

std::string Portal::longDate(base::Instant at) {
    const std::string date = base::isoDate(at, host_.clock.offsetAt(at)); // YYYY-MM-DD
    const auto unpadded = [&](std::size_t from, std::size_t length) {
        std::string digits = date.substr(from, length);
        digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
        return digits;
    };
    const std::string month = unpadded(5, 2);
    return words_(
        "date.long",
        {{"year", date.substr(0, 4)}, {"monthName", std::string(words_.of("month.", month))}, {"day", unpadded(8, 2)}});
}

std::uint64_t Portal::seedFor(std::string_view place) const {
    const learning::Learner* person = learner();
    return base::fnv1a(place, person == nullptr ? base::fnv1a("nobody") : base::fnv1a(person->id.text()));
}

} // namespace portal
