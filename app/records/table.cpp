#include "records/table.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace records {

namespace {

constexpr std::size_t mostRows = 0x7FFFFFFF;
constexpr std::size_t mostItems = 0xFFFF;

Time timeOf(const std::optional<base::Instant>& at) { return at ? at->time_since_epoch().count() : noTime; }

std::uint64_t pairOf(std::uint32_t one, std::uint32_t other) { return std::uint64_t{one} << 32 | other; }

std::string subjectKey(std::string_view course, std::string_view module) {
    std::string key(course);
    key.push_back('\n');
    key += module;
    return key;
}

Time reach(const Evidence& evidence) {
    return evidence.until ? evidence.until->time_since_epoch().count() : std::numeric_limits<Time>::min();
}

/// Negative, zero or positive: how far one evidence reaches against the other.
int compare(const Evidence& one, const Evidence& other) {
    if (reach(one) != reach(other)) return reach(one) < reach(other) ? -1 : 1;
    return one.events < other.events ? -1 : one.events > other.events ? 1 : 0;
}

/// Takes out of a column what `dropped` marks.
template <class Value>
void compact(std::vector<Value>& column, const std::vector<std::uint8_t>& dropped) {
    std::size_t kept = 0;
    for (std::size_t row = 0; row < dropped.size(); ++row)
        if (!dropped[row]) column[kept++] = column[row];
    column.resize(kept);
}

/// Rows in the order of their people's places; those of one person in their own order.
std::vector<Row> rowsByName(const Table& table) {
    const std::vector<std::uint32_t> places = table.names.places();
    std::vector<std::uint32_t> starts(table.people.size() + 1, 0);
    for (const std::uint32_t person : table.person) ++starts[places[person] + 1];
    for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    std::vector<Row> rows(table.rows());
    for (Row row = 0; row < rows.size(); ++row) rows[starts[places[table.person[row]]]++] = row;
    return rows;
}

} // namespace

std::uint32_t Words::of(std::string_view word) {
    const auto [place, isNew] = places_.try_emplace(std::string(word), static_cast<std::uint32_t>(all_.size()));
    if (isNew) all_.emplace_back(word);
    return place->second;
}

void index(Table& table, const Initials& initials) {
    table.names = NameIndex(initials);
    for (const Person& person : table.people) table.names.add(person.name, person.number);
    table.byName = rowsByName(table);
}

void setValidity(Table& table, int days) {
    constexpr Time day = 24 * 3600 * Time{1000};
    for (Subject& subject : table.subjects) subject.validDays = days;
    for (Row row = 0; row < table.rows(); ++row)
        table.expires[row] = days > 0 && table.finished[row] != noTime ? table.finished[row] + days * day : noTime;
}

std::uint32_t TableBuilder::personOf(const Record& record, std::size_t line) {
    (void)table_.departments.of("");
    const auto [place, isNew] =
        peopleById_.try_emplace(record.learnerId, static_cast<std::uint32_t>(table_.people.size()));
    if (isNew) {
        table_.people.push_back({record.learnerId, record.learnerName, "", 0});
        toldUntil_.push_back(std::numeric_limits<Time>::min());
    }
    const Time until = reach(record.evidence);
    Person& person = table_.people[place->second];
    if (person.name != record.learnerName) notes_.push_back({Note::Kind::renamed, line, person.name});
    if (until < toldUntil_[place->second]) return place->second;
    toldUntil_[place->second] = until;
    person.name = record.learnerName;
    person.number = record.number;
    person.department = table_.departments.of(record.department);
    if (person.number.empty()) return place->second;
    const auto [holder, unheld] = peopleByNumber_.try_emplace(person.number, place->second);
    if (!unheld && holder->second != place->second) notes_.push_back({Note::Kind::sharedNumber, line, person.number});
    return place->second;
}

std::uint32_t TableBuilder::subjectOf(std::string_view course, std::string_view module, std::string_view title) {
    const auto [place, isNew] =
        subjectPlaces_.try_emplace(subjectKey(course, module), static_cast<std::uint32_t>(table_.subjects.size()));
    if (isNew) table_.subjects.push_back({std::string(course), std::string(module), std::string(title), 0});
    return place->second;
}

void TableBuilder::addRow(std::uint32_t person, std::uint32_t subject, const Achievement& achieved, std::size_t line,
                          std::string_view certificate, const std::vector<ObjectiveStanding>& objectives) {
    table_.person.push_back(person);
    table_.subject.push_back(subject);
    table_.department.push_back(0); // of the person, once all is known
    table_.contentVersion.push_back(table_.contentVersions.of(achieved.contentVersion));
    (void)table_.certificates.of("");
    table_.certificate.push_back(table_.certificates.of(certificate));
    table_.line.push_back(static_cast<std::uint32_t>(line));
    table_.status.push_back(static_cast<std::uint8_t>(achieved.status));
    table_.started.push_back(timeOf(achieved.started));
    table_.finished.push_back(timeOf(achieved.finished));
    table_.scored.push_back(timeOf(achieved.scored));
    table_.due.push_back(noTime);
    table_.score.push_back(achieved.score ? static_cast<float>(achieved.score->outOfHundred()) : noScore);
    table_.passMark.push_back(static_cast<float>(achieved.passMark.outOfHundred()));
    table_.passed.push_back(achieved.passed ? 1 : 0);
    table_.attempts.push_back(static_cast<std::uint32_t>(achieved.attempts));
    table_.secondsActive.push_back(static_cast<std::uint32_t>(achieved.secondsActive));
    table_.lessonsFinished.push_back(static_cast<std::uint32_t>(achieved.lessonsFinished));
    table_.lessonsInAll.push_back(static_cast<std::uint32_t>(achieved.lessonsInAll));
    for (const ItemShare& each : achieved.items) {
        const std::uint32_t item = table_.items.of(each.item);
        if (item > mostItems) {
            notes_.push_back({Note::Kind::tooMuch, line, each.item});
            continue;
        }
        const long share = std::lround(each.share.outOfHundred() * 100);
        table_.itemAnswers.add({static_cast<std::uint16_t>(item), static_cast<std::uint16_t>(share)});
    }
    table_.itemAnswers.endRow();
    for (const ObjectiveStanding& each : objectives) {
        if (each.mastery == learning::Mastery::unasked) continue;
        const std::uint32_t objective = table_.objectives.of(each.objective);
        if (objective > ObjectiveMark::mostObjectives)
            notes_.push_back({Note::Kind::tooMuch, line, each.objective});
        else
            table_.objectiveMarks.add({objective, each.mastery});
    }
    table_.objectiveMarks.endRow();
    replaced_.push_back(0);
}

void TableBuilder::add(const course::Course& course) {
    (void)subjectOf(course.id, "", course.title);
    for (const course::ModuleOutline& module : course.modules)
        (void)subjectOf(course.id, module.id.text(), module.title);
}

void TableBuilder::add(const Record& record, std::size_t line) {
    if (table_.rows() + record.modules.size() + 1 > mostRows) {
        notes_.push_back({Note::Kind::tooMuch, line, record.learnerName});
        return;
    }
    const std::uint32_t course = subjectOf(record.course.id, "", record.course.title);
    const auto who = peopleById_.find(record.learnerId);
    Known* before = nullptr;
    if (who != peopleById_.end()) {
        const auto known = known_.find(pairOf(who->second, course));
        if (known != known_.end()) before = &known->second;
    }
    const int reaches = before ? compare(record.evidence, before->evidence) : 1;
    const std::uint32_t person = personOf(record, line);
    if (before) {
        const Note::Kind kind = reaches > 0 ? Note::Kind::newer : reaches < 0 ? Note::Kind::older : Note::Kind::same;
        notes_.push_back({kind, line, record.learnerName});
        if (reaches <= 0) return;
        std::fill_n(replaced_.data() + before->firstRow, before->rowCount, std::uint8_t{1});
        anyReplaced_ = true;
    }
    known_[pairOf(person, course)] = {record.evidence, static_cast<Row>(table_.rows()),
                                      static_cast<std::uint32_t>(record.modules.size() + 1)};
    addRow(person, course, record.course, line, record.certificateSerial);
    for (const ModuleRecord& module : record.modules)
        addRow(person, subjectOf(record.course.id, module.achieved.id, module.achieved.title), module.achieved, line,
               {}, module.objectives);
}

void TableBuilder::add(const Roster& roster) {
    assignments_.insert(assignments_.end(), roster.assignments.begin(), roster.assignments.end());
}

void TableBuilder::setValidity(const std::string& course, const std::string& module, int days) {
    validDays_[subjectKey(course, module)] = days;
}

void TableBuilder::applyRoster() {
    if (assignments_.empty()) return;
    // By the id that a spreadsheet says: of a course or, within any course, of a module; "" is the first course.
    std::unordered_map<std::string, std::uint32_t> subjects;
    for (std::uint32_t i = 0; i < table_.subjects.size(); ++i) {
        const Subject& subject = table_.subjects[i];
        subjects.try_emplace(subject.module.empty() ? subject.course : subject.module, i);
        if (subject.module.empty()) subjects.try_emplace("", i);
    }
    std::unordered_multimap<std::string, std::uint32_t> people;
    for (std::uint32_t i = 0; i < table_.people.size(); ++i)
        if (!table_.people[i].number.empty()) people.emplace(table_.people[i].number, i);
    std::unordered_map<std::uint64_t, Row> rows;
    for (Row row = 0; row < table_.rows(); ++row) rows.emplace(pairOf(table_.person[row], table_.subject[row]), row);

    for (const Assignment& wanted : assignments_) {
        const auto subject = subjects.find(wanted.subject);
        if (subject == subjects.end()) {
            notes_.push_back({Note::Kind::unknownSubject, wanted.line, wanted.subject});
            continue;
        }
        if (people.count(wanted.number) == 0) {
            people.emplace(wanted.number, static_cast<std::uint32_t>(table_.people.size()));
            table_.people.push_back({"", wanted.name, wanted.number, table_.departments.of(wanted.department)});
        }
        const auto [first, last] = people.equal_range(wanted.number);
        for (auto each = first; each != last; ++each) {
            const auto [row, isNew] =
                rows.try_emplace(pairOf(each->second, subject->second), static_cast<Row>(table_.rows()));
            if (isNew) addRow(each->second, subject->second, {}, wanted.line);
            table_.due[row->second] = timeOf(wanted.due);
            Person& person = table_.people[each->second];
            if (person.department == 0) person.department = table_.departments.of(wanted.department);
            if (person.name.empty()) person.name = wanted.name;
        }
    }
}

void TableBuilder::dropReplaced() {
    if (!anyReplaced_) return;
    table_.itemAnswers.drop(replaced_);
    table_.objectiveMarks.drop(replaced_);
    for (auto* column :
         {&table_.person, &table_.subject, &table_.department, &table_.contentVersion, &table_.certificate,
          &table_.line, &table_.attempts, &table_.secondsActive, &table_.lessonsFinished, &table_.lessonsInAll})
        compact(*column, replaced_);
    for (auto* column : {&table_.started, &table_.finished, &table_.scored, &table_.due}) compact(*column, replaced_);
    for (auto* column : {&table_.score, &table_.passMark}) compact(*column, replaced_);
    for (auto* column : {&table_.status, &table_.passed}) compact(*column, replaced_);
    replaced_.assign(table_.rows(), 0);
    anyReplaced_ = false;
}

Table TableBuilder::finish(const Initials& initials) {
    (void)table_.departments.of("");
    dropReplaced();
    applyRoster();
    for (Subject& subject : table_.subjects) {
        const auto days = validDays_.find(subjectKey(subject.course, subject.module));
        if (days != validDays_.end()) subject.validDays = days->second;
    }
    constexpr Time day = 24 * 3600 * 1000;
    table_.expires.assign(table_.rows(), noTime);
    for (Row row = 0; row < table_.rows(); ++row) {
        table_.department[row] = table_.people[table_.person[row]].department;
        const int valid = table_.subjects[table_.subject[row]].validDays;
        if (valid > 0 && table_.finished[row] != noTime) table_.expires[row] = table_.finished[row] + valid * day;
    }
    index(table_, initials);
    Table finished = std::move(table_);
    std::vector<Note> notes = std::move(notes_);
    *this = TableBuilder();
    notes_ = std::move(notes);
    return finished;
}

} // namespace records
