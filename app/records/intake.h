// What comes in from files, checked and put together: files of records and rosters, one after the other, in pieces.
// A file counts whole or not at all; what is wrong with it is told line by line, and what was decided about records
// that are here twice too. Does not know where the bytes come from, nor any words for people.
#pragma once

#include "records/record_cutter.h"
#include "records/table.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace records {

/// What is worth telling about one place of a file.
struct Remark {
    enum class Kind {
        // About the file: nothing of it counts.
        empty,      ///< holds nothing
        workbook,   ///< of a spreadsheet program, not CSV
        notUtf8,    ///< in another encoding
        notRecords, ///< neither records nor a roster
        ownTable,   ///< the table that the console exports: made for people, not for reading in
        tooLarge,   ///< a roster longer than longestRoster
        // About a line of it: nothing of the file counts either.
        broken,      ///< not the JSON or CSV that it should be
        otherFormat, ///< JSON, but no completion record
        later,       ///< written by a later version of the portal
        missing,
        wrong,
        contradiction,
        twice,    ///< a member that is not there, not allowed, against another, there twice
        tooLong,  ///< a record of more than RecordCutter::longestRecord bytes
        noNumber, ///< a line of a roster without an employee number
        noDay,    ///< a due date that is none
        // About what was taken in.
        renamed,
        sharedNumber,
        unknownSubject,
        tooMuch, ///< as records::Note
        // About a file that a learner handed over.
        changed,      ///< its signature or its seal does not hold; refused, as the next two
        sealed,       ///< with the organisation's key, which is closed
        sealedOther,  ///< with another organisation's key
        otherBrowser, ///< signed by another browser than this learner's record before
    };
    Kind kind = Kind::broken;
    std::size_t line = 0; ///< from 1; 0: of the file as a whole
    std::string about;    ///< the member ("/course/score"), the name or the number that it is about
};

/// What came of one file.
struct SourceReport {
    std::string name;
    bool known = false; ///< was taken in before: nobody waits to hear of it
    bool roster = false;
    bool refused = false;
    std::size_t count = 0; ///< records, or lines of a roster
    std::size_t same = 0, newer = 0, older = 0;
    std::vector<Remark> remarks; ///< the first `mostRemarks`
    std::size_t more = 0;        ///< of them
    static constexpr std::size_t mostRemarks = 50;
};

/// Where in the files a record stands.
struct Origin {
    std::uint32_t source = 0; ///< in the order in which they came
    std::uint32_t line = 0;
    std::uint32_t length = 0; ///< bytes
    std::uint64_t offset = 0;
};

class Intake {
public:
    static constexpr std::size_t longestRoster = std::size_t{32} << 20; ///< bytes

    /// `tableHead`: how the exported table begins, which is not to be taken for a roster.
    explicit Intake(std::string tableHead = {}) : tableHead_(std::move(tableHead)) {}

    /// What is known besides the files: the course, and what its learners in this browser have done.
    void add(const course::Course& course) { builder_.add(course); }
    void add(const Record& own) { builder_.add(own, 0); }
    void setValidity(const std::string& course, const std::string& module, int days) {
        builder_.setValidity(course, module, days);
    }

    /// The next file. `known`: it was taken in before.
    void begin(std::string name, bool known);
    void take(std::string_view bytes);
    /// False when nothing of it counts. The whole intake must then be done again without it, for some of it may have
    /// been added by now; the files after it can be checked in the same go.
    bool end(base::UtcOffset offset);

    /// One of the files was refused.
    [[nodiscard]] bool spoiled() const { return spoiled_; }
    [[nodiscard]] const std::vector<SourceReport>& reports() const { return reports_; }
    /// Leaves the intake with nothing but its reports and origins.
    [[nodiscard]] Table finish(const Initials& initials);
    /// Of the record that Table::line names so; nothing when it is of this browser or of a roster.
    [[nodiscard]] std::optional<Origin> originOf(std::uint32_t place) const;

private:
    enum class Kind { unknown, records, roster, refused };

    void decide();
    void takeRecord(const RecordSlice& slice);
    void takeRoster(base::UtcOffset offset);
    void remark(Remark::Kind kind, std::size_t line = 0, std::string about = {});
    void refuse(Remark::Kind kind, std::size_t line = 0, std::string about = {});
    static void put(SourceReport& report, Remark remark);
    void report(const Note& note);

    std::string tableHead_;
    TableBuilder builder_;
    std::vector<SourceReport> reports_;
    // The table numbers what it takes in through all files: records one by one, rosters by their lines. 0: this
    // browser.
    std::vector<std::uint32_t> before_; ///< for each source the last number before it
    std::vector<std::uint32_t> places_; ///< for each origin its number; ascending
    std::vector<Origin> origins_;
    std::uint32_t last_ = 0;
    Kind kind_ = Kind::unknown;
    RecordCutter cutter_;
    std::string text_; ///< of a roster, or of a file whose kind is not known yet
    bool spoiled_ = false;
};

} // namespace records
