// The table of all completion records: a row for each person's course and for each of its modules, column by column, so
// that a million rows are sorted, filtered and counted while somebody waits. What is kept here is asked through
// records/table_view.h and records/statistics.h.
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "records/names.h"
#include "records/record.h"
#include "records/roster.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace records {

using Row = std::uint32_t;
/// Milliseconds since 1970; noTime is later than any time.
using Time = std::int64_t;
inline constexpr Time noTime = std::numeric_limits<Time>::max();
inline constexpr float noScore = -1;

/// Words that stand in many rows, kept once.
class Words {
public:
    std::uint32_t of(std::string_view word);
    [[nodiscard]] const std::string& operator[](std::uint32_t index) const { return all_[index]; }
    [[nodiscard]] std::size_t size() const { return all_.size(); }

private:
    std::vector<std::string> all_;
    std::unordered_map<std::string, std::uint32_t> places_;
};

struct Person {
    std::string id; ///< of the learner; "" for somebody whom only the roster knows
    std::string name, number;
    std::uint32_t department = 0;
};

/// What a row is about.
struct Subject {
    std::string course, module; ///< ids; module "" for the course as a whole
    std::string title;
    int validDays = 0; ///< after these a completion expires; 0: never
};

/// One share of the first quiz that a row's person handed in.
struct ItemAnswer {
    std::uint16_t item = 0;
    std::uint16_t share = 0; ///< of 10,000
};

/// Somebody's standing with one objective, in 16 bits: its place in Table::objectives and the mastery.
class ObjectiveMark {
public:
    static constexpr std::uint32_t mostObjectives = 0x3FFF;
    ObjectiveMark(std::uint32_t objective, learning::Mastery mastery)
        : both_(static_cast<std::uint16_t>(objective << 2U | static_cast<std::uint32_t>(mastery))) {}
    [[nodiscard]] std::uint32_t objective() const { return both_ >> 2U; }
    [[nodiscard]] learning::Mastery mastery() const { return static_cast<learning::Mastery>(both_ & 3U); }

private:
    std::uint16_t both_;
};

/// A column of which each row has as many entries as it likes.
template <typename T>
class PerRow {
public:
    void add(const T& entry) { all_.push_back(entry); }
    void endRow() { ends_.push_back(static_cast<std::uint32_t>(all_.size())); }
    [[nodiscard]] std::span<const T> operator[](Row row) const {
        const std::size_t begin = row == 0 ? 0 : ends_[row - 1];
        return {all_.data() + begin, ends_[row] - begin};
    }
    /// Leaves out the rows that are marked.
    void drop(const std::vector<std::uint8_t>& marked) {
        PerRow left;
        for (Row row = 0; row < ends_.size(); ++row) {
            if (marked[row]) continue;
            for (const T& entry : (*this)[row]) left.add(entry);
            left.endRow();
        }
        *this = std::move(left);
    }

private:
    std::vector<std::uint32_t> ends_;
    std::vector<T> all_;
};

/// All columns have one entry per row.
struct Table {
    std::vector<Person> people;
    std::vector<Subject> subjects;
    Words departments, contentVersions, items, objectives, certificates; ///< department 0 and certificate 0 are ""
    NameIndex names;                                                     ///< of `people`

    std::vector<std::uint32_t> person, subject, department, contentVersion, certificate;
    std::vector<std::uint32_t> line;  ///< as it was given with the record or the roster that the row is of
    std::vector<std::uint8_t> status; ///< CompletionStatus
    std::vector<Time> started, finished, scored, due, expires;
    std::vector<float> score, passMark; ///< 0..100; noScore
    std::vector<std::uint8_t> passed;
    std::vector<std::uint32_t> attempts, secondsActive, lessonsFinished, lessonsInAll;
    PerRow<ItemAnswer> itemAnswers;
    PerRow<ObjectiveMark> objectiveMarks; ///< of a module's objectives that were asked for

    std::vector<Row> byName; ///< all rows in the order of names

    [[nodiscard]] std::size_t rows() const { return person.size(); }
};

/// Makes people be found and ordered by these initials, which may come later than the records.
void index(Table& table, const Initials& initials);
/// From now on every completion expires after so many days; 0: none does.
void setValidity(Table& table, int days);

/// What is worth telling about one record that was taken in.
struct Note {
    enum class Kind {
        same,           ///< this very record was there already; nothing changed
        older,          ///< a record with later evidence was there already, which stays
        newer,          ///< took the place of one with earlier evidence
        renamed,        ///< the person had another name in another record; the later one counts
        sharedNumber,   ///< two people have one employee number
        unknownSubject, ///< the roster asks for a course or module that no record and no course knows
        tooMuch,        ///< more different questions, objectives or rows than the table can hold; left out
    };
    Kind kind = Kind::same;
    std::size_t line = 0;
    std::string about; ///< a name, number or id, for the sentence that tells it
};

/// Collects records and rosters, in any order, then makes the table of them. Until then nothing that is shown changes:
/// an import that is broken off is dropped with its builder.
class TableBuilder {
public:
    /// Makes a course and its modules known, so that a roster may ask for them before anybody has begun.
    void add(const course::Course& course);
    /// Of two records of one learner and course the one whose evidence reaches further counts. `line` is for the notes.
    void add(const Record& record, std::size_t line);
    /// Due days, and a row "not started" for everybody of whom there is no record. People are found by their number.
    void add(const Roster& roster);
    /// How long a completion of a course or module is valid, in days.
    void setValidity(const std::string& course, const std::string& module, int days);

    /// All there are once the table is finished.
    [[nodiscard]] const std::vector<Note>& notes() const { return notes_; }
    /// Leaves the builder empty but for its notes.
    [[nodiscard]] Table finish(const Initials& initials);

private:
    struct Known {
        Evidence evidence;
        Row firstRow = 0;
        std::uint32_t rowCount = 0;
    };

    std::uint32_t personOf(const Record& record, std::size_t line);
    std::uint32_t subjectOf(std::string_view course, std::string_view module, std::string_view title);
    void addRow(std::uint32_t person, std::uint32_t subject, const Achievement& achieved, std::size_t line,
                std::string_view certificate = {}, const std::vector<ObjectiveStanding>& objectives = {});
    void applyRoster();
    void dropReplaced();

    Table table_;
    std::vector<Time> toldUntil_;        ///< for each person the latest evidence that name and number are from
    std::vector<std::uint8_t> replaced_; ///< rows that a newer record stands for
    std::unordered_map<std::string, std::uint32_t> peopleById_, peopleByNumber_, subjectPlaces_;
    std::unordered_map<std::uint64_t, Known> known_; ///< by person and subject
    std::vector<Assignment> assignments_;
    std::unordered_map<std::string, int> validDays_; ///< by course and module
    std::vector<Note> notes_;
    bool anyReplaced_ = false;
};

} // namespace records
