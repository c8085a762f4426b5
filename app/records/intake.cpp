#include "records/intake.h"

#include "base/utf8.h"
#include "records/record_json.h"
#include "records/roster.h"

#include <algorithm>
#include <utility>

namespace records {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view zipStart = "PK\x03\x04";
constexpr std::string_view oldWorkbookStart = "\xD0\xCF\x11\xE0";

std::string_view withoutMark(std::string_view text) {
    if (text.substr(0, byteOrderMark.size()) == byteOrderMark) text.remove_prefix(byteOrderMark.size());
    return text;
}

/// "file:12:3#/course/score" → "/course/score"
std::string memberOf(const base::Error& error) {
    const std::size_t hash = error.where.find('#');
    return hash == std::string::npos ? std::string() : error.where.substr(hash + 1);
}

Remark::Kind kindOf(const base::Error& error) {
    switch (error.fault) {
    case base::Fault::missing: return Remark::Kind::missing;
    case base::Fault::wrongVersion: return Remark::Kind::later;
    case base::Fault::contradiction: return Remark::Kind::contradiction;
    case base::Fault::duplicateId: return Remark::Kind::twice;
    case base::Fault::unreadable:
        return memberOf(error) == "/format" ? Remark::Kind::otherFormat
               : memberOf(error).empty()    ? Remark::Kind::broken
                                            : Remark::Kind::wrong;
    case base::Fault::wrongType:
    case base::Fault::outOfRange:
    case base::Fault::unknownId: break;
    }
    return Remark::Kind::wrong;
}

std::size_t lineOf(const base::Error& error) {
    constexpr std::string_view start = "line ";
    std::size_t line = 0;
    if (error.where.compare(0, start.size(), start) == 0)
        for (const char byte : error.where.substr(start.size()))
            line = line * 10 + static_cast<std::size_t>(byte - '0');
    return line;
}

/// Of a roster. The first line names the columns, so that what it lacks is not a number but the column of them.
Remark::Kind kindOfRoster(const base::Error& error, std::size_t line) {
    if (error.fault == base::Fault::wrongType) return Remark::Kind::noDay;
    if (error.fault == base::Fault::missing)
        return line == 0 ? Remark::Kind::empty : line == 1 ? Remark::Kind::notRecords : Remark::Kind::noNumber;
    return line == 0 ? Remark::Kind::notUtf8 : Remark::Kind::broken;
}

} // namespace

void Intake::put(SourceReport& report, Remark remark) {
    if (report.remarks.size() < SourceReport::mostRemarks) {
        report.remarks.push_back(std::move(remark));
    } else {
        ++report.more;
    }
}

void Intake::remark(Remark::Kind kind, std::size_t line, std::string about) {
    put(reports_.back(), {kind, line, std::move(about)});
}

void Intake::refuse(Remark::Kind kind, std::size_t line, std::string about) {
    remark(kind, line, std::move(about));
    reports_.back().refused = true;
    spoiled_ = true;
}

void Intake::begin(std::string name, bool known) {
    reports_.emplace_back();
    reports_.back().name = std::move(name);
    reports_.back().known = known;
    before_.push_back(last_);
    kind_ = Kind::unknown;
    cutter_ = RecordCutter();
    text_.clear();
}

/// By the first thing that stands in the file; its name says nothing that a person could not have changed.
void Intake::decide() {
    const std::string_view text = withoutMark(text_);
    if (text.substr(0, zipStart.size()) == zipStart || text.substr(0, oldWorkbookStart.size()) == oldWorkbookStart) {
        kind_ = Kind::refused;
        refuse(Remark::Kind::workbook);
        return;
    }
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return;
    const bool json = text[first] == '{' || text[first] == '[';
    kind_ = json ? Kind::records : Kind::roster;
    reports_.back().roster = !json;
    if (!json) return;
    const std::string begun = std::exchange(text_, {});
    cutter_.feed(begun, [this](const RecordSlice& slice) { takeRecord(slice); });
}

void Intake::take(std::string_view bytes) {
    switch (kind_) {
    case Kind::unknown:
        text_ += bytes;
        decide();
        break;
    case Kind::records: cutter_.feed(bytes, [this](const RecordSlice& slice) { takeRecord(slice); }); break;
    case Kind::roster:
        if (text_.size() + bytes.size() > longestRoster) {
            kind_ = Kind::refused;
            refuse(Remark::Kind::tooLarge);
            text_ = {};
        } else {
            text_ += bytes;
        }
        break;
    case Kind::refused: break;
    }
}

void Intake::takeRecord(const RecordSlice& slice) {
    ++reports_.back().count;
    if (slice.tooLong) {
        refuse(Remark::Kind::tooLong, slice.line);
        return;
    }
    const auto record = recordFromJson(slice.text, {});
    if (!record) {
        refuse(kindOf(record.error()), slice.line, memberOf(record.error()));
        return;
    }
    if (spoiled_) return; // all of it is read again without the file that is refused
    places_.push_back(++last_);
    origins_.push_back({static_cast<std::uint32_t>(reports_.size() - 1), static_cast<std::uint32_t>(slice.line),
                        static_cast<std::uint32_t>(slice.text.size()), slice.offset});
    builder_.add(record.value(), last_);
}

void Intake::takeRoster(base::UtcOffset offset) {
    if (!tableHead_.empty() &&
        withoutMark(text_).substr(0, withoutMark(tableHead_).size()) == withoutMark(tableHead_)) {
        refuse(Remark::Kind::ownTable);
        return;
    }
    Roster roster = readRoster(text_, offset);
    reports_.back().count = roster.assignments.size();
    for (const base::Error& fault : roster.faults) {
        const std::size_t line = lineOf(fault);
        refuse(kindOfRoster(fault, line), line);
    }
    if (spoiled_) return;
    for (Assignment& assignment : roster.assignments) {
        assignment.line += before_.back();
        last_ = std::max(last_, static_cast<std::uint32_t>(assignment.line));
    }
    builder_.add(roster);
}

bool Intake::end(base::UtcOffset offset) {
    if (kind_ == Kind::unknown) refuse(Remark::Kind::empty);
    if (kind_ == Kind::records) cutter_.end([this](const RecordSlice& slice) { takeRecord(slice); });
    if (kind_ == Kind::roster) takeRoster(offset);
    if (kind_ == Kind::records && reports_.back().count == 0) refuse(Remark::Kind::empty);
    text_ = {};
    cutter_ = RecordCutter();
    return !reports_.back().refused;
}

void Intake::report(const Note& note) {
    const auto place = static_cast<std::uint32_t>(note.line);
    if (place == 0) return; // of this browser
    const auto after = std::lower_bound(before_.begin(), before_.end(), place);
    const std::size_t source = static_cast<std::size_t>(after - before_.begin()) - 1;
    SourceReport& report = reports_[source];
    const auto told = [&](Remark::Kind kind) {
        const auto origin = originOf(place);
        put(report, {kind, origin ? origin->line : place - before_[source], note.about});
    };
    switch (note.kind) {
    case Note::Kind::same: ++report.same; break;
    case Note::Kind::older: ++report.older; break;
    case Note::Kind::newer: ++report.newer; break;
    case Note::Kind::renamed: told(Remark::Kind::renamed); break;
    case Note::Kind::sharedNumber: told(Remark::Kind::sharedNumber); break;
    case Note::Kind::unknownSubject: told(Remark::Kind::unknownSubject); break;
    case Note::Kind::tooMuch: told(Remark::Kind::tooMuch); break;
    }
}

Table Intake::finish(const Initials& initials) {
    Table table = builder_.finish(initials);
    for (const Note& note : builder_.notes()) report(note);
    builder_ = TableBuilder();
    return table;
}

std::optional<Origin> Intake::originOf(std::uint32_t place) const {
    const auto found = std::lower_bound(places_.begin(), places_.end(), place);
    if (found == places_.end() || *found != place) return std::nullopt;
    return origins_[static_cast<std::size_t>(found - places_.begin())];
}

} // namespace records
