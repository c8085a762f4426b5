// What goes out of HR's console, in pieces: worksheets and CSV for people and spreadsheets, records as JSON for another
// console, xAPI statements for a record store.
#include "portal/console.h"
#include "portal/portal.h"
#include "records/record.h"
#include "records/record_json.h"
#include "records/statements.h"
#include "records/table_csv.h"
#include "records/table_sheet.h"

#include <algorithm>
#include <set>
#include <utility>

namespace portal {

namespace {

constexpr std::size_t rowsOfPiece = 1024;

records::TableWords tableWords(const Words& words) {
    const auto word = [&words](std::string_view key) { return std::string(words.of("csv.", key)); };
    return {word("learner"),         word("number"),         word("learnerId"),
            word("department"),      word("course"),         word("module"),
            word("title"),           word("contentVersion"), word("status"),
            word("lessonsFinished"), word("lessonsInAll"),   word("minutesActive"),
            word("attempts"),        word("score"),          word("passMark"),
            word("started"),         word("completed"),      word("due"),
            word("expires"),         word("certificate"),    {word("notStarted"), word("inProgress"), word("done")}};
}

} // namespace

std::string Console::tableHead() const {
    const records::TableWords words = tableWords(portal_.words());
    return records::TableCsv(table_, words, {}).head();
}

std::vector<records::Row> Console::rowsToSave() {
    if (form_ == OutForm::credentials) return countersigning().rows;
    return all_ ? table_.byName : selected().rows;
}

void Console::save(OutForm form, bool all) {
    if (work_.state != FileWork::State::idle) return;
    form_ = form;
    all_ = all;
    rows_ = rowsToSave();
    nextRow_ = sheetRows_ = 0;
    headSaid_ = anySaid_ = tailSaid_ = false;
    auto& clock = portal_.clock();
    const std::string day = base::isoDate(clock.now(), clock.offsetAt(clock.now()));
    struct File {
        const char *start, *end, *type;
    };
    constexpr File files[] = {
        {"completion-records-", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
        {"completion-records-", ".csv", "text/csv;charset=utf-8"},
        {"completion-records-", ".jsonl", "application/x-ndjson"},
        {"xapi-statements-", ".json", "application/json"},
        {"certificates-", ".zip", "application/vnd.service-academy.credentials"}};
    const File& file = files[static_cast<std::size_t>(form)];
    work_ = {FileWork::State::saving, file.start + day + file.end, 0, static_cast<double>(rows_.size())};
    portal_.recordFiles().save(work_.name, file.type);
}

/// A person's course and modules come from one record, which goes out once. It is a record as it came, byte by byte;
/// that of somebody in this browser is written anew.
std::string Console::moreJson(std::span<const records::Row> rows) {
    std::string text;
    for (const records::Row row : rows) {
        if (const auto origin = read_->originOf(table_.line[row])) {
            text += std::to_string(origin->source) + ' ' + std::to_string(origin->offset) + ' ' +
                    std::to_string(origin->length) + '\n';
            continue;
        }
        const records::Person& person = table_.people[table_.person[row]];
        const learning::Learner* learner = portal_.learners().find(learning::LearnerId(person.id));
        if (learner == nullptr || portal_.course() == nullptr) continue; // only the roster knows this person
        text += records::recordToJson(records::recordOf(*learner, portal_.journal().events(), *portal_.course(),
                                                        {learner->number, learner->department, {}})) +
                '\n';
    }
    return text;
}

/// Takes up to so many of the rows that are left.
std::span<const records::Row> Console::nextRows(std::size_t most) {
    const std::size_t count = std::min({rowsOfPiece, most, rows_.size() - nextRow_});
    const auto piece = std::span<const records::Row>(rows_).subspan(nextRow_, count);
    nextRow_ += count;
    work_.done = static_cast<double>(nextRow_);
    return piece;
}

/// Worksheet after worksheet, as many as the rows need.
std::string Console::moreSheet() {
    if (tailSaid_) return {};
    const records::TableWords words = tableWords(portal_.words());
    const records::TableSheet sheet(table_, words, [this](base::Instant at) { return portal_.clock().offsetAt(at); });
    if (!std::exchange(headSaid_, true)) return sheet.head();
    const auto piece = nextRows(records::TableSheet::mostRows - sheetRows_);
    sheetRows_ += piece.size();
    if (!piece.empty()) return sheet.piece(piece);
    headSaid_ = false;
    tailSaid_ = nextRow_ == rows_.size();
    return sheet.tail(std::exchange(sheetRows_, 0));
}

std::string Console::more() {
    if (work_.state != FileWork::State::saving) return {};
    if (form_ == OutForm::sheet) return moreSheet();
    if (form_ == OutForm::credentials) return moreCredentials();
    const records::TableWords words = tableWords(portal_.words());
    const records::TableCsv csv(table_, words, [this](base::Instant at) { return portal_.clock().offsetAt(at); });
    const records::Statements statements(table_, home_.empty() ? "https://service-academy.invalid/" : home_,
                                         portal_.language());
    if (!std::exchange(headSaid_, true)) {
        if (form_ == OutForm::csv) return csv.head();
        if (form_ == OutForm::statements) return "[\n";
        // One record a person and course: the first of its rows stands for it.
        std::set<std::pair<std::uint32_t, std::string>> said;
        rows_.erase(
            std::remove_if(
                rows_.begin(), rows_.end(),
                [&](records::Row row) {
                    return !said.emplace(table_.person[row], table_.subjects[table_.subject[row]].course).second;
                }),
            rows_.end());
        work_.whole = static_cast<double>(rows_.size());
    }
    while (nextRow_ < rows_.size()) {
        const auto piece = nextRows(rowsOfPiece);
        std::string text = form_ == OutForm::csv    ? csv.piece(piece)
                           : form_ == OutForm::json ? moreJson(piece)
                                                    : statements.piece(piece);
        if (text.empty()) continue;
        if (form_ == OutForm::statements && std::exchange(anySaid_, true)) text.insert(0, ",\n");
        return text;
    }
    if (form_ == OutForm::statements && !std::exchange(tailSaid_, true)) return "\n]\n";
    return {};
}

void Console::saved(host::FilesOutcome outcome) {
    work_ = {};
    rows_ = {};
    outcome_ = outcome;
    reports_.clear();
    ended_ = FileWork::State::saving;
    ++endings_;
}

} // namespace portal
