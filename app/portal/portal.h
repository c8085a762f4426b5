// The running portal: owns course, journal, learner and host; knows where one is; turns what screens ask for into
// events. Draws nothing.
#pragma once

#include "base/door.h"
#include "course/course.h"
#include "host/clock.h"
#include "host/offline.h"
#include "host/page.h"
#include "host/people.h"
#include "host/record_files.h"
#include "host/store.h"
#include "learning/exam.h"
#include "portal/display.h"
#include "portal/drafts.h"
#include "portal/listening.h"
#include "portal/loading.h"
#include "portal/people.h"
#include "portal/reference_packs.h"
#include "portal/reviews.h"
#include "portal/route.h"
#include "portal/stage.h"
#include "portal/verifying.h"
#include "portal/words.h"
#include "records/certificate.h"
#include "records/journal.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace portal {

class Console;
/// What of the console stands before everything else.
enum class ConsoleDialog { none, columns, out, forget, person, countersign, revoke, removeKey };

/// As which file a certificate is handed over.
enum class CertificateForm { pdf, picture };

struct Host {
    host::Clock& clock;
    host::Store& store;
    host::Page& page;
    host::People& people;
};

/// How the making of a certificate stands.
struct CertificateWork {
    enum class State { idle, working, done, failed };
    State state = State::idle;
    std::string trouble; ///< key of the words when it failed
    std::string detail;  ///< what the words are about (characters that cannot be printed)
};

class Portal {
public:
    explicit Portal(Host host) : host_(host), listening_(host.page) {}

    // From the host
    /// `language` is what this browser was last set to, or what the system prefers; `settings` ("name=value") what else
    /// it was set to. False when the snapshot that was kept does not fit: nothing has happened then.
    bool start(const host::Kept& kept, std::string language, const std::vector<std::string>& settings);
    void goTo(std::string_view hash);
    /// False when it cannot be read: whoever fetched it must not hand over the same bytes again.
    bool packArrived(const std::string& name, std::string_view bytes);
    void packFailed(const std::string& name);
    void restArrived(bool here);
    void storeConfirmed(const std::string& eventId);
    void storeRefused(const std::string& eventId, host::StoreTrouble why);
    void storeTook(const std::vector<std::string>& lines);
    void storeReads(const std::vector<std::string>& lines, bool first);
    void storeRead();
    [[nodiscard]] std::string snapshot(const std::vector<std::string>& sealed) const;
    void storePersists(host::Persistence answer);
    void storeRestored();
    BASE_DOOR void peopleAnswered(host::PeopleWish wish, host::PeopleOutcome outcome, const std::string& detail);
    void resting(int seconds);
    /// `trouble` is "" when it was made, else the key of the words to show.
    void certificateMade(const std::string& trouble, const std::string& detail);
    BASE_DOOR void verified(host::Verification found);
    void offlineStands(host::Offline standing);
    void newerFound();

    // What there is
    [[nodiscard]] const course::Course* course() const { return course_ ? &*course_ : nullptr; }
    [[nodiscard]] Loading courseLoading() const { return courseLoading_; }
    [[nodiscard]] std::string_view courseTrouble() const {
        return courseTrouble_;
    } ///< why the course could not be read
    /// The module in the language of the moment (or the one before, while a switch is loading); asks for it when it is
    /// not here.
    [[nodiscard]] const course::Module* module(const course::ModuleId& id);
    [[nodiscard]] Loading moduleLoading(const course::ModuleId& id) const;
    /// The question lab of a language, or of the one of the moment; asks for it when it is not here.
    [[nodiscard]] const learning::SentenceLab* lab(const std::string& language) {
        return labs_.get(language, host_.page);
    }
    [[nodiscard]] const learning::SentenceLab* lab() { return lab(language_); }
    [[nodiscard]] Loading labLoading(const std::string& language) const { return labs_.loading(language); }
    /// The glossary in the language of the moment; asks for it when it is not here.
    [[nodiscard]] const course::Glossary* glossary() { return glossaries_.get(language_, host_.page); }
    [[nodiscard]] Loading glossaryLoading() const { return glossaries_.loading(language_); }
    /// The rest of the program (base/door.h) and its words; asks for them when they are not here.
    [[nodiscard]] Loading rest();
    void retryLoading();
    [[nodiscard]] const Words& words() const { return words_; }
    [[nodiscard]] const std::string& language() const { return language_; }
    [[nodiscard]] const Display& display() const { return display_; }
    /// Is the dialog open in which a person says how they want to see the portal?
    [[nodiscard]] bool& displayOpen() { return displayOpen_; }
    [[nodiscard]] const Route& route() const { return route_; }
    /// Changes whenever another place is shown, so that the screen can scroll up and move the focus.
    [[nodiscard]] int visits() const { return visits_; }
    /// Changes whenever an answer was handed in, so that the focus can go to what is said to it.
    [[nodiscard]] int answers() const { return answers_; }
    [[nodiscard]] const learning::Learners& learners() const { return journal_.learners(); }
    [[nodiscard]] const learning::Learner* learner() const { return journal_.learners().sitting(); }
    [[nodiscard]] const records::Journal& journal() const { return journal_; }
    [[nodiscard]] host::StoreTrouble storeTrouble() const { return trouble_; }
    [[nodiscard]] host::Offline offline() const { return offline_; }
    /// Is there a newer version than the one that runs?
    [[nodiscard]] bool newer() const { return newer_; }
    /// The same, but for someone in the middle of an exam: its paper could not be drawn again from newer content.
    [[nodiscard]] bool newerOffered() const;
    [[nodiscard]] host::Persistence persistence() const { return persistence_; }
    /// Is the browser being asked to keep the store?
    [[nodiscard]] bool askingToPersist() const { return askingToPersist_; }
    /// What happened elsewhere and is to be said here until it was read.
    enum class Notice {
        none,
        otherChosen, ///< another tab has chosen somebody else; here nothing changes
        restored,    ///< the store was deleted under the page and written again
        deleted,     ///< the page was loaded anew because a learner's record was deleted
    };
    [[nodiscard]] Notice notice() const { return notice_; }
    /// Who was chosen in the other tab.
    [[nodiscard]] const learning::Learner* chosenElsewhere() const { return learners().find(chosenElsewhere_); }
    /// True once, for whoever cannot see it.
    [[nodiscard]] bool announceNotice() { return std::exchange(noticeUnsaid_, false); }
    void dismissNotice() { notice_ = Notice::none; }
    /// Is every event here? If not, it is read without pauses from now on, and another frame comes then.
    [[nodiscard]] bool wholeJournal();
    void wakeUpIn(int milliseconds) { host_.page.wakeUpIn(milliseconds); }
    [[nodiscard]] host::Clock& clock() { return host_.clock; }

    // What one can do
    void visit(const Route& route) { host_.page.navigate(hashOf(route), false); }
    void setLanguage(const std::string& language);
    /// A wish about the display (see Display::set); kept for this person and this browser.
    void prefer(std::string_view name, const std::string& value);
    /// A wish of this person about their way through the course: exams (see learning::minutesFor and attemptsLeft), the
    /// path, what to skip (learning/entry.h).
    void wish(const std::string& name, const std::string& value) { happened(learning::PreferenceSet{name, value}); }
    void nameLearner(std::string_view typed);
    /// True once, when a name that was given is on disk: what is said of it must not be said before.
    [[nodiscard]] bool takeNameSaved();
    /// A new learner, who sits here from now on; all but the name may be empty.
    void addLearner(std::string_view typed, std::string_view number = {}, std::string_view department = {},
                    const std::string& language = {});
    void describeLearner(std::string_view number, std::string_view department);
    void chooseLearner(const learning::LearnerId& id);

    static constexpr std::size_t longestDetail = 60; ///< characters of an employee number or a department

    [[nodiscard]] People& people() { return people_; }
    /// Do several people use this browser, or does somebody have something to close?
    [[nodiscard]] bool shared() const { return learners().all.size() > 1 || !people_.withPin.empty(); }
    /// Asks the host; nothing happens while it has another wish to fulfil.
    void ask(host::PeopleWish wish, const learning::LearnerId& learner, const std::string& first = {},
             const std::string& second = {});
    /// Makes the file with which who sits here hands their record to HR. Needs the whole journal.
    void handOver();
    /// Nobody sits here any more as soon as all is written, but `next`, if that is a learner. Nothing happens where
    /// nothing can be kept.
    void finishAndLock(const std::string& next = "nobody");
    /// Minutes of rest after which that happens by itself; 0: never. Of this browser.
    void lockAfter(int minutes);

    void openLesson(const course::LessonId& id);
    void answerStep(const course::Lesson& lesson, const course::Step& step, const learning::Answer& answer);
    void finishLesson(const course::LessonId& id);
    [[nodiscard]] PlaceInLesson& placeIn(const course::LessonId& id);

    /// Nothing happens when the person has no attempt left.
    void startExam(const course::ExamId& id);
    /// What is left of an attempt with a time limit, 0 when it is over; nothing when it has none. Asking makes a frame
    /// come when the minute changes.
    [[nodiscard]] std::optional<std::chrono::milliseconds> timeLeft(const learning::Attempt& attempt);
    /// The paper of this attempt, drawn again from its seed. Null while packs are loading, or when the content has
    /// changed since.
    [[nodiscard]] const learning::ExamPaper* paperOf(const learning::Attempt& attempt);
    [[nodiscard]] const course::Item* item(const learning::DrawnItem& drawn);
    void answerItem(const learning::Attempt& attempt, const course::Item& item, const learning::Answer& answer);
    void finishExam(const learning::AttemptId& id);
    [[nodiscard]] PlaceInExam& placeIn(const learning::AttemptId& id);

    /// What comes back, and when. The course must be here.
    [[nodiscard]] const learning::Schedule& schedule();
    [[nodiscard]] Sitting& reviewing() { return reviews_.sitting(); }
    void answerReview(learning::ItemReviewed fact);

    [[nodiscard]] const CertificateWork& certificateWork() const { return certificateWork_; }
    void forgetCertificateWork() { certificateWork_ = {}; }
    /// What is typed into the name field and not saved yet.
    [[nodiscard]] std::optional<std::string>& nameDraft() { return nameDraft_; }
    [[nodiscard]] Listening& listening() { return listening_; }
    /// The sentence in the question lab, and what was last announced of it.
    [[nodiscard]] std::string& labSentence() { return drafts_.sentence; }
    [[nodiscard]] std::string& labAnnounced() { return labAnnounced_; }
    /// What is searched for in the glossary.
    [[nodiscard]] std::string& glossaryQuery() { return glossaryQuery_; }
    /// Keeps what is begun and not handed in, when it has changed since, and locks when that is due; after each frame.
    void keepDrafts();
    /// Goes on with what was kept so.
    void resume(std::string_view draft) { drafts_ = draftsFromJson(draft); }
    /// How many of a long list of people are shown; more on request.
    [[nodiscard]] std::size_t& peopleShown() { return peopleShown_; }
    static constexpr std::size_t peopleAtATime = 50;
    /// Whether the person has unfolded this module on the home page, or folded it; nothing as long as neither.
    [[nodiscard]] std::optional<bool>& moduleUnfolded(const course::ModuleId& id) { return unfolded_[id]; }
    /// The same of all modules that are not on the person's path.
    [[nodiscard]] std::optional<bool>& othersUnfolded() { return othersUnfolded_; }
    /// Makes and downloads the certificate for `name` (the learner is named so as well).
    void makeCertificate(std::string_view name, CertificateForm form);
    /// Makes and downloads what this person wrote in the plan that this step rates, with the ratings. It leaves the
    /// portal by their own hand only: no record holds any of it.
    void makePlan(const course::Lesson& lesson, const course::Step& rating);
    [[nodiscard]] Verifying& verifying() { return verifying_; }
    /// Has it verified what is pasted, or a file that the person is asked for.
    void verify(host::VerifyWish wish, const std::string& text = {});
    /// To be called by the screen: tells the host that it is open, and has it verify what the address brought along.
    void openVerifying(const std::string& token);
    /// HR's console; it is made, and begins to read what is kept, when it is first asked for. Part of the program's
    /// rest.
    [[nodiscard]] Console& console();
    [[nodiscard]] ConsoleDialog& consoleDialog() { return consoleDialog_; }
    /// The same for the host, which drives it; null as long as nobody asked for it.
    [[nodiscard]] host::RecordReader* recordReader() const { return recordReader_.get(); }
    [[nodiscard]] host::RecordFiles& recordFiles() { return host_.page.recordFiles(); }
    /// Keeps a setting of this browser that is nobody's wish about the display.
    void remember(const std::string& name, const std::string& value) { host_.page.remember(name, value); }
    /// Goes over to the newest version: the page is loaded anew.
    void takeNewer() { host_.page.takeNewer(); }

    /// "2026年11月22日" / "22 November 2026", as the wall calendar showed it.
    [[nodiscard]] std::string longDate(base::Instant at);
    /// A seed that is always the same for this person and place, so that shuffled options stay where they were.
    [[nodiscard]] std::uint64_t seedFor(std::string_view place) const;

private:
    struct Shelf {
        Loading state = Loading::waiting;
        std::optional<course::Module> module;
    };

    /// Appends an event of the learner who sits here; the first one makes a learner.
    void happened(learning::Fact fact);
    BASE_DOOR bool initialsArrived(std::string_view bytes);
    void append(const learning::LearnerId& learner, learning::Fact fact);
    void keep(const std::optional<records::Line>& line);
    learning::LearnerId sitting();
    void takeOverPreferences();
    void seat(const host::Kept& kept, const std::string& sat);
    void bringBackup(std::string_view file);
    void lockWhenWritten();
    void keepLanguage();
    void startOver(const course::LessonId& id);
    void loadCourse();
    void takeCourse();
    bool restWordsArrived(const std::string& pack, std::string_view bytes);
    void stayWithLanguage();
    [[nodiscard]] std::string packName(const course::ModuleId& id) const { return id.text() + "." + language_; }

    Host host_;
    Listening listening_;
    std::optional<course::Course> course_;
    std::optional<course::Course> arriving_; ///< in another language, of which not all words are here yet
    Loading courseLoading_ = Loading::waiting;
    std::string courseTrouble_;
    std::map<std::string, Shelf> shelves_; ///< by pack name
    Labs labs_{"lab"};
    Glossaries glossaries_{"glossary"};
    std::optional<Loading> rest_; ///< nothing as long as it was not asked for
    LanguagePacks<Words::Table> restWords_{"rest"};
    Words words_;
    std::string language_ = "zh-CN";
    bool languageAsked_ = false; ///< a switch is under way
    Display display_;
    bool displayOpen_ = false;
    Route route_ = HomeRoute{};
    int visits_ = 0, answers_ = 0;
    base::Instant nextTick_{};
    records::Journal journal_;
    std::optional<records::Journal> reading_; ///< of which not all is here yet: after a start from a snapshot
    host::Offline offline_ = host::Offline::preparing;
    bool newer_ = false;
    host::StoreTrouble trouble_ = host::StoreTrouble::none;
    host::Persistence persistence_ = host::Persistence::unasked;
    bool askingToPersist_ = false;
    Notice notice_ = Notice::none;
    bool noticeUnsaid_ = false;
    learning::LearnerId chosenElsewhere_;
    People people_;
    Drafts drafts_;
    std::string draftKept_; ///< as the store has it
    std::map<learning::AttemptId, learning::ExamPaper> papers_;
    Reviews reviews_;
    CertificateWork certificateWork_;
    Verifying verifying_;
    std::optional<std::string> nameDraft_;
    bool nameSaving_ = false;
    std::string labAnnounced_;
    std::string glossaryQuery_;
    std::size_t peopleShown_ = peopleAtATime;
    std::map<course::ModuleId, std::optional<bool>> unfolded_;
    std::optional<bool> othersUnfolded_;
    std::shared_ptr<host::RecordReader> recordReader_; ///< the console
    ConsoleDialog consoleDialog_ = ConsoleDialog::none;
};

} // namespace portal
