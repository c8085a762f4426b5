// HR's console: the table of all completion records (this browser's own and those that came in files), what of it is
// looked at, and what comes in and goes out. Draws nothing; the host drives reading and writing piece by piece.
#pragma once

#include "host/record_files.h"
#include "portal/issuing.h"
#include "records/intake.h"
#include "records/statistics.h"
#include "records/table_view.h"
#include "ui/grid.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace portal {

class Portal;

/// How a row stands, as HR asks for it.
enum class Standing { any, notStarted, inProgress, completed, overdue, expiring, expired };

/// What of the table is looked at.
struct Choice {
    std::string name;                        ///< a piece of a name or number, or initials
    std::optional<std::uint32_t> department; ///< of the table's; nothing: all
    std::optional<std::uint32_t> subject;    ///< the same; at first the course as a whole
    bool allSubjects = false;                ///< course and modules together
    Standing standing = Standing::any;
    std::optional<records::Grouping> grouping;
    records::Column order = records::Column::name;
    bool descending = false;
};

/// What comes of the choice.
struct Selected {
    std::vector<records::Row> rows; ///< in their order
    std::vector<records::Group> groups;
    std::vector<records::Week> weeks;
    std::array<std::size_t, 10> scores{};
    std::size_t people = 0, completed = 0, overdue = 0;
};

/// What the course may learn from the choice: questions and objectives, the hardest first.
struct Difficulties {
    std::vector<records::ItemFigures> items;
    std::vector<records::ObjectiveFigures> objectives;
};

/// What is under way.
struct FileWork {
    enum class State { idle, reading, saving };
    State state = State::idle;
    std::string name;           ///< of the file
    double done = 0, whole = 1; ///< bytes, or rows
    [[nodiscard]] float share() const { return whole > 0 ? static_cast<float>(std::min(done / whole, 1.0)) : 1.0F; }
};

/// credentials: countersigned, and only what `Countersigning` names.
enum class OutForm { sheet, csv, json, statements, credentials };

class Console final : public host::RecordReader {
public:
    explicit Console(Portal& portal);

    // From the host
    void opened(const std::string& home, const std::string& settings) override;
    void begins(int files, double bytes, bool again) override;
    void fileNoted(const std::string& name, host::HandOverNote note) override;
    void fileBegins(const std::string& name, bool known) override;
    void filePiece(std::string_view bytes) override;
    bool fileEnds() override;
    void ends(host::FilesOutcome outcome) override;
    [[nodiscard]] std::string more() override;
    void saved(host::FilesOutcome outcome) override;
    void issuerTold(std::string_view text) override;
    /// From now on names are found by these initials too.
    void findBy(records::Initials initials);

    // For the screen
    /// To be called before drawing: takes up what was learned in this browser meanwhile, and another language.
    void refresh();
    [[nodiscard]] const records::Table& table() const { return table_; }
    [[nodiscard]] records::Today today() const;
    [[nodiscard]] const Choice& choice() const { return choice_; }
    void choose(Choice choice);
    [[nodiscard]] const Selected& selected();
    [[nodiscard]] const Difficulties& difficulties();
    [[nodiscard]] const FileWork& work() const { return work_; }
    /// What came of the files that were last brought in.
    [[nodiscard]] const std::vector<records::SourceReport>& reports() const { return reports_; }
    [[nodiscard]] host::FilesOutcome outcome() const { return outcome_; }
    void dismissReports();
    /// Counts up with each import and export that ended, so that it can be said once.
    [[nodiscard]] int endings() const { return endings_; }
    /// Which work it was that ended last.
    [[nodiscard]] FileWork::State ended() const { return ended_; }
    [[nodiscard]] std::size_t files() const { return files_; } ///< that are kept

    void bringFiles();
    void stop();
    void forgetFiles();
    /// `all`: everything, not only what is selected.
    void save(OutForm form, bool all);

    /// The organisation that countersigns.
    [[nodiscard]] Issuing& issuing() { return issuing_; }
    [[nodiscard]] const Issuing& issuing() const { return issuing_; }
    [[nodiscard]] const Countersigning& countersigning();
    void askIssuer(host::IssuerWish wish, const std::string& first = {}, const std::string& second = {});
    /// Counts up with each answer that is worth saying, so that it can be said once.
    [[nodiscard]] int issuerOutcomes() const { return issuerOutcomes_; }

    /// Columns that are shown besides the name, as bits by records::Column.
    [[nodiscard]] std::uint32_t columns() const { return columns_; }
    void showColumns(std::uint32_t columns);
    /// Days for which a completion is valid; 0: for ever.
    [[nodiscard]] int validDays() const { return validDays_; }
    void setValidDays(int days);

    /// What the screen itself remembers: dialogs, and the cell that the keyboard is at.
    struct Look {
        bool outAll = false;
        OutForm outForm = OutForm::sheet;
        std::uint32_t person = 0;  ///< whose records are open, while they are
        bool difficulties = false; ///< are shown
        int announced = 0;         ///< endings that were said
        int announcedIssuer = 0;   ///< answers about the organisation's key that were said
        std::string announcedCount;
    };
    Look look;
    ui::GridPlace rowPlace, groupPlace;

private:
    void addOwn(records::Intake& intake);
    void take(records::Intake& intake);
    [[nodiscard]] std::optional<std::uint32_t> subjectLike(const std::optional<records::Subject>& before) const;
    void rename();
    void applyValidity();
    void rememberSettings();
    [[nodiscard]] std::string ownState() const;
    [[nodiscard]] std::string tableHead() const;
    [[nodiscard]] std::span<const records::Row> nextRows(std::size_t most);
    [[nodiscard]] std::string moreSheet();
    [[nodiscard]] std::vector<records::Row> rowsToSave();
    [[nodiscard]] std::string credentialsHead() const;
    [[nodiscard]] std::string credentialLine(records::Row row) const;
    [[nodiscard]] std::string moreCredentials();
    [[nodiscard]] std::string moreJson(std::span<const records::Row> rows);

    Portal& portal_;
    std::unique_ptr<records::Intake> reading_; ///< being filled
    std::unique_ptr<records::Intake> read_;    ///< what the table was made of: knows where records stand
    records::Table table_;
    records::Initials initials_;
    std::string own_;      ///< what of this browser the table holds
    std::string language_; ///< of the table's words
    std::string home_;
    Choice choice_;
    std::optional<Selected> selected_;
    std::optional<Difficulties> difficulties_;     ///< of `selected_`
    std::optional<Countersigning> countersigning_; ///< of `selected_`
    Issuing issuing_;
    int issuerOutcomes_ = 0;
    FileWork work_;
    std::vector<records::SourceReport> reports_, refused_;
    host::FilesOutcome outcome_ = host::FilesOutcome::done;
    FileWork::State ended_ = FileWork::State::idle;
    int endings_ = 0;
    std::size_t files_ = 0;
    std::uint32_t columns_;
    int validDays_ = 0;

    // What is being saved
    OutForm form_ = OutForm::csv;
    std::vector<records::Row> rows_;
    std::size_t nextRow_ = 0;
    std::size_t sheetRows_ = 0; ///< of the worksheet that is begun
    bool all_ = false;
    bool headSaid_ = false, anySaid_ = false, tailSaid_ = false;
};

/// Columns that are shown as long as nobody chose others.
[[nodiscard]] std::uint32_t usualColumns();
[[nodiscard]] constexpr std::uint32_t bit(records::Column column) { return 1U << static_cast<unsigned>(column); }

} // namespace portal
