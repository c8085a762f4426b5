// The cells of a row of the table of records in the order in which people get them, whatever file they go into.
#pragma once

#include "records/table.h"

#include <array>
#include <cstdint>
#include <string>

namespace records {

/// The reader's words for the columns, in their order, and for the statuses.
struct TableWords {
    std::string name, number, learnerId, department, course, module, title, contentVersion, status, lessonsFinished,
        lessonsInAll, minutesActive, attempts, score, passMark, started, finished, due, expires, certificate;
    std::array<std::string, 3> statuses; ///< by CompletionStatus
};

/// The columns' names, in their order.
template <typename Take>
void eachColumn(const TableWords& words, Take&& take) {
    for (const std::string* name : {&words.name,         &words.number,
                                    &words.learnerId,    &words.department,
                                    &words.course,       &words.module,
                                    &words.title,        &words.contentVersion,
                                    &words.status,       &words.lessonsFinished,
                                    &words.lessonsInAll, &words.minutesActive,
                                    &words.attempts,     &words.score,
                                    &words.passMark,     &words.started,
                                    &words.finished,     &words.due,
                                    &words.expires,      &words.certificate})
        take(*name);
}

/// Hands a row's cells on: `cells` has text(string), count(integer), score(float: noScore when there is none) and
/// time(Time: noTime when there is none).
template <typename Cells>
void eachCell(const Table& table, const TableWords& words, Row row, Cells& cells) {
    const Person& person = table.people[table.person[row]];
    const Subject& subject = table.subjects[table.subject[row]];
    for (const std::string* text :
         {&person.name, &person.number, &person.id, &table.departments[table.department[row]], &subject.course,
          &subject.module, &subject.title, &table.contentVersions[table.contentVersion[row]],
          &words.statuses[table.status[row]]})
        cells.text(*text);
    for (const std::uint32_t count :
         {table.lessonsFinished[row], table.lessonsInAll[row], table.secondsActive[row] / 60, table.attempts[row]})
        cells.count(count);
    cells.score(table.score[row]);
    cells.score(table.passMark[row]);
    for (const Time at : {table.started[row], table.finished[row], table.due[row], table.expires[row]}) cells.time(at);
    cells.text(table.certificates[table.certificate[row]]);
}

void addNumber(std::string& text, std::uint64_t number);
/// Up to two decimals, cut, so that 79.999 never reads as a pass mark of 80. `score`: not below 0.
void addScore(std::string& text, float score);

} // namespace records
