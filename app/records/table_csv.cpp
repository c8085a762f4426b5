#include "records/table_csv.h"

#include "records/csv.h"

#include <charconv>
#include <cmath>

namespace records {

namespace {

void addNumber(std::string& text, std::uint64_t number) {
    char digits[24];
    text.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

/// Up to two decimals, cut, so that 79.999 never reads as a pass mark of 80; "" for noScore.
void addScore(std::string& text, float score) {
    if (score < 0) return;
    const auto hundredths = static_cast<std::uint64_t>(double{score} * 100 + 1e-3);
    addNumber(text, hundredths / 100);
    if (hundredths % 100 == 0) return;
    text.push_back('.');
    text.push_back(static_cast<char>('0' + hundredths / 10 % 10));
    if (hundredths % 10 != 0) text.push_back(static_cast<char>('0' + hundredths % 10));
}

} // namespace

std::string TableCsv::head() const {
    return csvFile({{words_.name,         words_.number,
                     words_.learnerId,    words_.department,
                     words_.course,       words_.module,
                     words_.title,        words_.contentVersion,
                     words_.status,       words_.lessonsFinished,
                     words_.lessonsInAll, words_.minutesActive,
                     words_.attempts,     words_.score,
                     words_.passMark,     words_.started,
                     words_.finished,     words_.due,
                     words_.expires,      words_.certificate}});
}

void TableCsv::addTime(std::string& text, Time at) const {
    if (at == noTime) return;
    const base::Instant instant{base::Milliseconds{at}};
    text += base::isoLocal(instant, offsetAt_(instant));
}

std::string TableCsv::piece(std::span<const Row> rows) const {
    std::string text;
    text.reserve(rows.size() * 200);
    for (const Row row : rows) {
        const Person& person = table_.people[table_.person[row]];
        const Subject& subject = table_.subjects[table_.subject[row]];
        for (const std::string* cell :
             {&person.name, &person.number, &person.id, &table_.departments[table_.department[row]], &subject.course,
              &subject.module, &subject.title, &table_.contentVersions[table_.contentVersion[row]],
              &words_.statuses[table_.status[row]]}) {
            text += csvCell(*cell);
            text.push_back(',');
        }
        for (const std::uint32_t count : {table_.lessonsFinished[row], table_.lessonsInAll[row],
                                          table_.secondsActive[row] / 60, table_.attempts[row]}) {
            addNumber(text, count);
            text.push_back(',');
        }
        addScore(text, table_.score[row]);
        text.push_back(',');
        addScore(text, table_.passMark[row]);
        for (const Time at : {table_.started[row], table_.finished[row], table_.due[row], table_.expires[row]}) {
            text.push_back(',');
            addTime(text, at);
        }
        text.push_back(',');
        text += csvCell(table_.certificates[table_.certificate[row]]);
        text += "\r\n";
    }
    return text;
}

} // namespace records
