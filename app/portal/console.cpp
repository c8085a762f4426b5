#include "portal/console.h"

#include "portal/portal.h"
#include "records/record.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace portal {

namespace {

using records::Column;
using records::CompletionStatus;

constexpr std::string_view initialsPack = "initials";

} // namespace

std::uint32_t usualColumns() {
    return bit(Column::number) | bit(Column::department) | bit(Column::status) | bit(Column::score) |
           bit(Column::finished) | bit(Column::due);
}

Console& Portal::console() {
    if (!recordReader_) {
        recordReader_ = std::make_shared<Console>(*this);
        host_.page.fetchPack(std::string(initialsPack));
        host_.page.recordFiles().open();
    }
    return static_cast<Console&>(*recordReader_);
}

bool Portal::initialsArrived(std::string_view bytes) {
    auto read = records::Initials::read(bytes);
    if (!read) return false;
    console().findBy(std::move(read.value()));
    return true;
}

Console::Console(Portal& portal) : portal_(portal), columns_(usualColumns()) {
    auto intake = std::make_unique<records::Intake>();
    addOwn(*intake);
    take(*intake);
    read_ = std::move(intake);
}

std::string Console::ownState() const { return std::to_string(portal_.journal().events().size()); }

void Console::addOwn(records::Intake& intake) {
    own_ = ownState();
    language_ = portal_.language();
    if (portal_.course() == nullptr) return;
    intake.add(*portal_.course());
    for (const learning::Learner& learner : portal_.learners().all)
        intake.add(records::recordOf(learner, portal_.journal().events(), *portal_.course(),
                                     {learner.number, learner.department, {}}));
}

void Console::take(records::Intake& intake) {
    // The choice goes by the table's own numbers; it is carried over by what they stand for.
    const auto wordOf = [this](const std::optional<std::uint32_t>& index) {
        return index ? table_.departments[*index] : std::string();
    };
    const std::string department = wordOf(choice_.department);
    std::optional<records::Subject> subject;
    if (choice_.subject) subject = table_.subjects[*choice_.subject];

    table_ = intake.finish(initials_);
    if (choice_.department) {
        choice_.department.reset();
        for (std::uint32_t i = 0; i < table_.departments.size(); ++i)
            if (table_.departments[i] == department) choice_.department = i;
    }
    choice_.subject.reset();
    if (!choice_.allSubjects) choice_.subject = subjectLike(subject);
    if (portal_.consoleDialog() == ConsoleDialog::person) portal_.consoleDialog() = ConsoleDialog::none;
    applyValidity();
    rename();
}

/// The same subject as before, as long as there is anything about it; else the course that most records are about.
std::optional<std::uint32_t> Console::subjectLike(const std::optional<records::Subject>& before) const {
    std::vector<std::size_t> counts(table_.subjects.size(), 0);
    for (const std::uint32_t each : table_.subject) ++counts[each];
    std::optional<std::uint32_t> best;
    for (std::uint32_t i = 0; i < table_.subjects.size(); ++i) {
        const records::Subject& each = table_.subjects[i];
        if (before && counts[i] > 0 && each.course == before->course && each.module == before->module) return i;
        if (each.module.empty() && (!best || counts[i] > counts[*best])) best = i;
    }
    return best;
}

/// Puts the course's titles into the language of the moment; records bring those of the day they were written.
void Console::rename() {
    const course::Course* course = portal_.course();
    if (course == nullptr) return;
    for (records::Subject& subject : table_.subjects) {
        if (subject.course != course->id) continue;
        if (subject.module.empty()) {
            subject.title = course->title;
        } else if (const course::ModuleOutline* module = course->module(course::ModuleId(subject.module))) {
            subject.title = module->title;
        }
    }
}

void Console::refresh() {
    if (work_.state != FileWork::State::idle) return;
    if (own_ != ownState()) {
        if (files_ > 0) {
            own_ = ownState();
            portal_.recordFiles().open();
        } else {
            auto intake = std::make_unique<records::Intake>();
            addOwn(*intake);
            take(*intake);
            read_ = std::move(intake);
        }
    }
    if (language_ != portal_.language() && portal_.course() != nullptr &&
        portal_.course()->language == portal_.language()) {
        language_ = portal_.language();
        rename();
    }
}

void Console::findBy(records::Initials initials) {
    initials_ = std::move(initials);
    records::index(table_, initials_);
    selected_.reset();
}

// ---- files that come in -------------------------------------------------------------------------------------------

void Console::opened(const std::string& home, const std::string& settings) {
    home_ = home;
    const char* const end = settings.data() + settings.size();
    std::uint32_t columns = 0;
    const auto first = std::from_chars(settings.data(), end, columns);
    columns_ = first.ec == std::errc{} ? columns : usualColumns();
    int days = 0;
    const auto second = first.ptr < end ? std::from_chars(first.ptr + 1, end, days)
                                        : std::from_chars_result{end, std::errc::invalid_argument};
    validDays_ = second.ec == std::errc{} ? std::clamp(days, 0, 36'500) : 0;
    applyValidity();
}

void Console::rememberSettings() {
    portal_.remember("console", std::to_string(columns_) + ' ' + std::to_string(validDays_));
}

void Console::applyValidity() {
    records::setValidity(table_, validDays_);
    selected_.reset();
}

void Console::setValidDays(int days) {
    validDays_ = days;
    applyValidity();
    rememberSettings();
}

void Console::begins(int files, double bytes, bool again) {
    (void)files;
    if (!again) refused_.clear();
    reading_ = std::make_unique<records::Intake>(tableHead());
    addOwn(*reading_);
    if (bytes > 0 && work_.state == FileWork::State::idle) work_ = {FileWork::State::reading, {}, 0, bytes};
}

void Console::fileNoted(const std::string& name, host::HandOverNote note) {
    using Kind = records::Remark::Kind;
    constexpr Kind kinds[] = {Kind::broken, Kind::changed,     Kind::later,
                              Kind::sealed, Kind::sealedOther, Kind::otherBrowser};
    records::SourceReport& report = refused_.emplace_back();
    report.name = name;
    report.refused = note != host::HandOverNote::otherBrowser; // else only this is said beside its own report
    report.remarks = {{kinds[static_cast<std::size_t>(note)], 0, {}}};
}

void Console::fileBegins(const std::string& name, bool known) {
    if (!reading_) return;
    reading_->begin(name, known);
    if (work_.state == FileWork::State::reading) work_.name = name;
}

void Console::filePiece(std::string_view bytes) {
    if (!reading_) return;
    reading_->take(bytes);
    if (work_.state == FileWork::State::reading) work_.done += static_cast<double>(bytes.size());
}

bool Console::fileEnds() {
    if (!reading_) return false;
    auto& clock = portal_.clock();
    const bool good = reading_->end(clock.offsetAt(clock.now()));
    if (!good) refused_.push_back(reading_->reports().back());
    return good;
}

void Console::ends(host::FilesOutcome outcome) {
    if (work_.state == FileWork::State::reading) work_ = {};
    const bool whole = outcome == host::FilesOutcome::done || outcome == host::FilesOutcome::unkept;
    bool told = !whole;
    if (whole && reading_ && !reading_->spoiled()) {
        take(*reading_);
        read_ = std::move(reading_);
        files_ = read_->reports().size();
        std::vector<records::SourceReport> reports = std::exchange(refused_, {});
        for (const records::SourceReport& report : read_->reports()) {
            if (report.known) continue;
            // What was noted of it before it was read is said with the rest.
            const auto noted = std::find_if(reports.begin(), reports.end(), [&](const auto& each) {
                return !each.refused && each.count == 0 && each.name == report.name;
            });
            records::SourceReport said = report;
            if (noted != reports.end()) {
                said.remarks.insert(said.remarks.begin(), noted->remarks.begin(), noted->remarks.end());
                reports.erase(noted);
            }
            reports.push_back(std::move(said));
        }
        if (work_.state == FileWork::State::saving) rows_ = rowsToSave(); // asked for meanwhile
        told = !reports.empty();
        if (told) reports_ = std::move(reports);
    }
    reading_.reset();
    if (!told) return; // only what is kept was read: nobody waits to hear of it
    outcome_ = outcome;
    if (!whole) reports_.clear();
    ended_ = FileWork::State::reading;
    ++endings_;
}

void Console::dismissReports() {
    reports_.clear();
    outcome_ = host::FilesOutcome::done;
    ended_ = FileWork::State::idle;
}

void Console::bringFiles() { portal_.recordFiles().choose(); }

void Console::stop() { portal_.recordFiles().stop(); }

void Console::forgetFiles() {
    dismissReports();
    portal_.recordFiles().forget();
}

void Console::showColumns(std::uint32_t columns) {
    columns_ = columns;
    rememberSettings();
}

// ---- what is looked at --------------------------------------------------------------------------------------------

records::Today Console::today() const { return {portal_.clock().now()}; }

void Console::choose(Choice choice) {
    choice_ = std::move(choice);
    selected_.reset();
}

const Selected& Console::selected() {
    if (selected_) return *selected_;
    selected_.emplace();
    difficulties_.reset();
    countersigning_.reset();
    records::Filter filter;
    filter.name = choice_.name;
    if (choice_.department) filter.departments = {*choice_.department};
    if (choice_.subject && !choice_.allSubjects) filter.subjects = {*choice_.subject};
    switch (choice_.standing) {
    case Standing::any: break;
    case Standing::notStarted: filter.statuses = {CompletionStatus::notStarted}; break;
    case Standing::inProgress: filter.statuses = {CompletionStatus::inProgress}; break;
    case Standing::completed: filter.statuses = {CompletionStatus::completed}; break;
    case Standing::overdue: filter.overdue = true; break;
    case Standing::expiring: filter.expiring = true; break;
    case Standing::expired: filter.expired = true; break;
    }
    const records::Today now = today();
    selected_->rows = records::marked(records::ordered(table_, choice_.order, choice_.descending),
                                      records::matching(table_, filter, now));
    if (choice_.grouping) selected_->groups = records::grouped(table_, selected_->rows, *choice_.grouping, now);
    selected_->weeks =
        records::completionsPerWeek(table_, selected_->rows, portal_.clock().offsetAt(portal_.clock().now()));
    selected_->scores = records::scoreDistribution(table_, selected_->rows);
    std::vector<std::uint8_t> seen(table_.people.size(), 0);
    for (const records::Row row : selected_->rows) {
        if (!std::exchange(seen[table_.person[row]], std::uint8_t{1})) ++selected_->people;
        if (table_.status[row] == static_cast<std::uint8_t>(CompletionStatus::completed)) ++selected_->completed;
        if (records::isOverdue(table_, row, now)) ++selected_->overdue;
    }
    return *selected_;
}

const Difficulties& Console::difficulties() {
    const std::vector<records::Row>& rows = selected().rows;
    if (!difficulties_) difficulties_ = {records::itemFigures(table_, rows), records::objectiveFigures(table_, rows)};
    return *difficulties_;
}

} // namespace portal
