#include "course/sample_course.h"
#include "records/many_records.h"
#include "records/statistics.h"
#include "records/table_view.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using records::Column;
using records::CompletionStatus;
using records::Filter;
using records::Grouping;
using records::Note;
using records::Record;
using records::Row;
using records::Table;
using records::TableBuilder;
using records::Today;
using sample::day;
using sample::record;

namespace {

constexpr auto done = CompletionStatus::completed;
constexpr auto begun = CompletionStatus::inProgress;
constexpr auto idle = CompletionStatus::notStarted;

Table tableOf(const std::vector<Record>& all) {
    TableBuilder builder;
    for (std::size_t i = 0; i < all.size(); ++i) builder.add(all[i], i + 1);
    return builder.finish({});
}

/// "Name Name …" of the rows about the course.
std::string names(const Table& table, const std::vector<Row>& rows) {
    std::string text;
    for (const Row row : rows) {
        if (!table.subjects[table.subject[row]].module.empty()) continue;
        if (!text.empty()) text.push_back(' ');
        text += table.people[table.person[row]].name;
    }
    return text;
}

std::string met(const Table& table, const Filter& filter, Today today = {day(0)}) {
    return names(table, records::marked(table.byName, matching(table, filter, today)));
}

Table four() {
    std::vector<Record> all = {record("1", "Dora", done, 30, 90), record("2", "Anna", begun, 10, 60),
                               record("3", "Cleo", done, 20, 90), record("4", "Ben", idle)};
    all[1].department = all[3].department = "二部";
    all[3].number.clear();
    return tableOf(all);
}

} // namespace

TEST_SUITE("the table of records") {
    TEST_CASE("has a row for each person's course and for each of its modules") {
        const Table table = four();
        CHECK(table.rows() == 8);
        CHECK(table.people.size() == 4);
        REQUIRE(table.subjects.size() == 2);
        CHECK(table.subjects[1].module == "M1");
        CHECK(table.itemAnswers[7].empty());
    }

    TEST_CASE("of two records of one person the later evidence counts, in whatever order they come; each is told") {
        const Record early = record("1", "王小明", begun, 5, 40, 5);
        const Record late = record("1", "王小明", done, 9, 90, 9);
        for (const bool lateFirst : {false, true}) {
            TableBuilder builder;
            builder.add(lateFirst ? late : early, 1);
            builder.add(record("2", "李雷", idle), 2);
            builder.add(lateFirst ? early : late, 3);
            builder.add(late, 4);
            const Table table = builder.finish({});
            CHECK(table.rows() == 4);
            const std::vector<Row> rows = ordered(table, Column::status, true);
            CHECK(table.people[table.person[rows[0]]].id == "1");
            CHECK(table.finished[rows[0]] == day(9).time_since_epoch().count());
            REQUIRE(builder.notes().size() == 2);
            CHECK(builder.notes()[0].kind == (lateFirst ? Note::Kind::older : Note::Kind::newer));
            CHECK(builder.notes()[0].line == 3);
            CHECK(builder.notes()[1].kind == Note::Kind::same);
        }
    }

    TEST_CASE("a person who was renamed has the later name; two people with one number are told") {
        TableBuilder builder;
        builder.add(record("1", "王小明", begun, 5, 40, 5), 1);
        builder.add(record("1", "王晓明", done, 9, 90, 9), 2);
        Record other = record("2", "李雷", idle);
        other.number = "N1";
        builder.add(other, 3);
        const Table table = builder.finish({});
        CHECK(table.people[0].name == "王晓明");
        REQUIRE(builder.notes().size() == 3);
        CHECK(builder.notes()[0].kind == Note::Kind::renamed);
        CHECK(builder.notes()[0].about == "王小明");
        CHECK(builder.notes()[2].kind == Note::Kind::sharedNumber);
        CHECK(builder.notes()[2].about == "N1");
    }

    TEST_CASE("a roster gives due days, and a row to everybody who has not begun") {
        TableBuilder builder;
        builder.add(
            records::readRoster("number,name,department,module,due\nN1,x,y,M1,2024-10-04\nN9,韩梅梅,三部,,2024-10-"
                                "05\nN1,x,y,M77,2024-10-04\n",
                                base::UtcOffset{0}));
        builder.add(record("1", "王小明", begun, 5, 40, 5), 1);
        const Table table = builder.finish({});
        CHECK(table.rows() == 3);
        const Row module = 1, newcomer = 2;
        CHECK(table.due[module] == base::Milliseconds{day(1).time_since_epoch()}.count()); // the 4th is day 0
        CHECK(table.people[table.person[newcomer]].name == "韩梅梅");
        CHECK(table.departments[table.department[newcomer]] == "三部");
        CHECK(table.subjects[table.subject[newcomer]].module.empty());
        CHECK(table.status[newcomer] == 0);
        REQUIRE(builder.notes().size() == 1);
        CHECK(builder.notes()[0].kind == Note::Kind::unknownSubject);
        CHECK(builder.notes()[0].about == "M77");
    }

    TEST_CASE("a roster alone is enough when the course is known: everybody in it has not begun") {
        TableBuilder builder;
        builder.add(sample::course());
        builder.add(records::readRoster("number,name,module\n1,Anna,M2\n2,Ben,\n", base::UtcOffset{0}));
        const Table table = builder.finish({});
        REQUIRE(table.rows() == 2);
        CHECK(builder.notes().empty());
        CHECK(table.subjects[table.subject[0]].module == "M2");
        CHECK(table.subjects[table.subject[1]].title == sample::course().title);
    }

    TEST_CASE("is empty when nothing was taken in") {
        TableBuilder builder;
        const Table table = builder.finish({});
        CHECK(table.rows() == 0);
        CHECK(ordered(table, Column::score, true).empty());
        CHECK(matching(table, {}, {}).empty());
        CHECK(grouped(table, {}, Grouping::status, {}).empty());
    }
}

TEST_SUITE("sorting the table") {
    TEST_CASE("equal rows stand in the order of names, empty ones last, up and down") {
        const Table table = four();
        CHECK(names(table, ordered(table, Column::name, false)) == "Anna Ben Cleo Dora");
        CHECK(names(table, ordered(table, Column::name, true)) == "Dora Cleo Ben Anna");
        CHECK(names(table, ordered(table, Column::score, false)) == "Anna Cleo Dora Ben");
        CHECK(names(table, ordered(table, Column::score, true)) == "Cleo Dora Anna Ben");
        CHECK(names(table, ordered(table, Column::finished, false)) == "Cleo Dora Anna Ben");
        CHECK(names(table, ordered(table, Column::finished, true)) == "Dora Cleo Anna Ben");
        CHECK(names(table, ordered(table, Column::number, true)) == "Cleo Anna Dora Ben");
        CHECK(names(table, ordered(table, Column::status, false)) == "Ben Anna Cleo Dora");
        CHECK(names(table, ordered(table, Column::department, false)) == "Cleo Dora Anna Ben");
    }

    TEST_CASE("agrees with a plain stable sort, whatever the numbers") {
        std::vector<Record> all;
        unsigned chance = 1;
        for (int i = 0; i < 2000; ++i) {
            chance = chance * 1664525u + 1013904223u;
            const int number = static_cast<int>(chance >> 8);
            all.push_back(record(std::to_string(i), "P" + std::to_string(number % 700), done, number % 9000 - 25'000,
                                 number % 101));
        }
        const Table table = tableOf(all);
        for (const bool descending : {false, true}) {
            std::vector<Row> expected = table.byName;
            std::stable_sort(expected.begin(), expected.end(), [&](Row one, Row other) {
                return descending ? table.finished[one] > table.finished[other]
                                  : table.finished[one] < table.finished[other];
            });
            CHECK(ordered(table, Column::finished, descending) == expected);
        }
    }

    TEST_CASE("employee numbers stand in the order of their characters, however much of them is alike") {
        const std::vector<std::string> numbers = {"",
                                                  "A-",
                                                  "A-1",
                                                  "A-10",
                                                  "A-2",
                                                  "A-100000001",
                                                  "A-100000002",
                                                  "A-10000000",
                                                  "A-100000001-b",
                                                  "A-100000001-a",
                                                  "A-员工一号",
                                                  "A-员工二号",
                                                  "A-员工一",
                                                  "A-\x7f",
                                                  "A-é"};
        for (const std::size_t few : {numbers.size(), std::size_t{2}, std::size_t{1}}) {
            std::vector<Record> all;
            for (std::size_t i = 0; i < 3 * few; ++i) {
                all.push_back(record(std::to_string(i), "P" + std::to_string(i * 7 % 31), idle));
                all.back().number = numbers[i % few];
            }
            const Table table = tableOf(all);
            const auto numberOf = [&table](Row row) { return table.people[table.person[row]].number; };
            for (const bool descending : {false, true}) {
                std::vector<Row> expected = table.byName;
                std::stable_sort(expected.begin(), expected.end(), [&](Row one, Row other) {
                    if (numberOf(one).empty() || numberOf(other).empty())
                        return !numberOf(one).empty() && numberOf(other).empty();
                    return descending ? numberOf(one) > numberOf(other) : numberOf(one) < numberOf(other);
                });
                CHECK(ordered(table, Column::number, descending) == expected);
            }
        }
    }
}

TEST_SUITE("filtering the table") {
    TEST_CASE("several conditions hold all at once") {
        const Table table = four();
        CHECK(met(table, {}) == "Anna Ben Cleo Dora");
        Filter filter;
        filter.statuses = {done, begun};
        CHECK(met(table, filter) == "Anna Cleo Dora");
        filter.leastScore = 90;
        CHECK(met(table, filter) == "Cleo Dora");
        filter.finishedBefore = day(25);
        CHECK(met(table, filter) == "Cleo");
        filter.departments = {table.department[2]};
        CHECK(met(table, filter).empty());
    }

    TEST_CASE("a score from … to … leaves out who has none") {
        Filter filter;
        filter.mostScore = 60;
        CHECK(met(four(), filter) == "Anna");
        filter.leastScore = 0;
        filter.mostScore = 100;
        CHECK(met(four(), filter) == "Anna Cleo Dora");
    }

    TEST_CASE("a name") {
        Filter filter;
        filter.name = "n";
        CHECK(met(four(), filter) == "Anna Ben Cleo Dora"); // three by their numbers N1 …, two by their names
        filter.name = "nn";
        CHECK(met(four(), filter) == "Anna");
    }

    TEST_CASE("overdue, expiring, expired: to the millisecond") {
        TableBuilder builder;
        builder.add(records::readRoster("number,due\nN1,2024-10-08\nN2,2024-10-08\n", base::UtcOffset{0}));
        builder.add(record("1", "Anna", begun), 1);
        builder.add(record("2", "Ben", done, 5, 90), 2);
        builder.add(record("3", "Cleo", begun), 3);
        builder.setValidity("sa", "", 365);
        const Table table = builder.finish({});
        Filter overdue, expiring, expired;
        overdue.overdue = expiring.expiring = expired.expired = true;
        const base::Instant due{base::Milliseconds{table.due[0]}};
        CHECK(met(table, overdue, {due - base::Milliseconds{1}}).empty());
        CHECK(met(table, overdue, {due}) == "Anna"); // Ben was done in time, Cleo has no due day
        const base::Instant end = day(5 + 365);
        CHECK(met(table, expiring, {end - std::chrono::days{31}}).empty());
        CHECK(met(table, expiring, {end - std::chrono::days{30}}) == "Ben");
        CHECK(met(table, expiring, {end}).empty());
        CHECK(met(table, expired, {end - base::Milliseconds{1}}).empty());
        CHECK(met(table, expired, {end}) == "Ben");
        overdue.expired = true;
        CHECK(met(table, overdue, {end}) == "Anna Ben"); // either is enough
    }
}

TEST_SUITE("counting the table") {
    TEST_CASE("in groups, with the mean of the scores there are") {
        const Table table = four();
        const auto statuses = grouped(table, table.byName, Grouping::status, {day(0)});
        REQUIRE(statuses.size() == 3);
        CHECK(statuses[2].rows == 4);
        CHECK(statuses[2].completed == 4);
        CHECK(statuses[2].scored == 2);
        CHECK(statuses[2].meanScore == doctest::Approx(90));
        CHECK(statuses[0].scored == 0);
        const auto departments = grouped(table, table.byName, Grouping::department, {day(0)});
        REQUIRE(departments.size() == 2);
        CHECK(departments[0].rows == 4);
        CHECK(grouped(table, table.byName, Grouping::subject, {day(0)}).size() == 2);
    }

    TEST_CASE("completions week by week, from Monday on by the clock on the wall, weeks without any too") {
        // Day 20,000 is 2024-10-04, a Friday: Sunday is day 2, Monday day 3.
        const Table table = tableOf({record("1", "A", done, 2, 90), record("2", "B", done, 3, 90),
                                     record("3", "C", done, 17, 90), record("4", "D", begun)});
        const auto weeks = completionsPerWeek(table, table.byName, base::UtcOffset{0});
        REQUIRE(weeks.size() == 4);
        CHECK(weeks[0].start == day(-4));
        CHECK(weeks[0].completed == 2); // the course and its module
        CHECK(weeks[1].completed == 2);
        CHECK(weeks[2].completed == 0);
        CHECK(weeks[3].completed == 2);
        const auto west = completionsPerWeek(table, table.byName, base::UtcOffset{-60});
        CHECK(west[0].completed == 4); // an hour before midnight it is still Sunday
        CHECK(completionsPerWeek(table, {}, base::UtcOffset{0}).empty());
    }

    TEST_CASE("a clock that was wrong by centuries does not draw ten thousand weeks") {
        const Table table = tableOf({record("1", "A", done, -19'999, 90), record("2", "B", done, 2'900'000, 90)});
        CHECK(completionsPerWeek(table, table.byName, base::UtcOffset{0}).size() == records::mostWeeks);
    }

    TEST_CASE("scores by tens, a hundred with the nineties") {
        const Table table = tableOf({record("1", "A", begun, 1, 0), record("2", "B", begun, 1, 9.99),
                                     record("3", "C", begun, 1, 10), record("4", "D", done, 1, 100)});
        const auto counts = scoreDistribution(table, table.byName);
        CHECK(counts[0] == 2);
        CHECK(counts[1] == 1);
        CHECK(counts[9] == 1);
    }
}

TEST_SUITE("the figures of questions") {
    TEST_CASE("how hard they are and how well they tell people apart, as worked out by hand") {
        // Twelve people answer a, b and c; b and c agree. Those who have both right (six) have a right five times of
        // six, the others once. Point-biserial of a with the rest (0 or 1): both halves are even, so that it is
        // 5/6 − 1/6 = 0.667. Of b with (a + c)/2 see below.
        std::vector<Record> all;
        for (int i = 0; i < 12; ++i) {
            Record one = record(std::to_string(i), "P", begun, 1, 50);
            const bool able = i < 6;
            const bool right = able ? i != 0 : i == 6;
            one.course.items = {{"a", base::Percent(right ? 100 : 0)},
                                {"b", base::Percent(able ? 100 : 0)},
                                {"c", base::Percent(able ? 100 : 0)}};
            all.push_back(one);
        }
        const Table table = tableOf(all);
        const auto figures = itemFigures(table, table.byName);
        REQUIRE(figures.size() == 3);
        for (const auto& item : figures) {
            CHECK(item.asked == 12);
            CHECK(item.difficulty == doctest::Approx(0.5));
            REQUIRE(item.discrimination);
            // b: M₁ = (5·1 + 0.5)/6 = 0.9167, M₀ = 0.5/6 = 0.0833, s² = (5 + 5·0 + 2·0.25)/12 − 0.5² = 0.2083,
            // (M₁ − M₀)/s · √(½·½) = 0.8333/0.4564/2 = 0.9129
            CHECK(*item.discrimination ==
                  doctest::Approx(table.items[item.item] == "a" ? 2.0 / 3.0 : 0.9128709).epsilon(1e-4));
        }
    }

    TEST_CASE("the hardest stands first; what everybody has right, or too few were asked, tells nothing") {
        std::vector<Record> all;
        for (int i = 0; i < 10; ++i) {
            Record one = record(std::to_string(i), "P", begun, 1, 50);
            one.course.items = {{"easy", base::Percent(100)}, {"hard", base::Percent(i == 0 ? 50 : 0)}};
            if (i < 9) one.course.items.push_back({"rare", base::Percent(i % 2 * 100)});
            all.push_back(one);
        }
        const Table table = tableOf(all);
        const auto figures = itemFigures(table, table.byName);
        REQUIRE(figures.size() == 3);
        CHECK(table.items[figures[0].item] == "hard");
        CHECK(figures[0].difficulty == doctest::Approx(0.05));
        CHECK(figures[1].asked == 9);
        CHECK_FALSE(figures[1].discrimination); // asked nine times
        CHECK_FALSE(figures[2].discrimination); // always right
    }

    TEST_CASE("a record that a newer one stands for is not counted") {
        Record early = record("1", "A", begun, 1, 50, 1), late = record("1", "A", begun, 1, 50, 2);
        early.course.items = {{"old", base::Percent(0)}};
        late.course.items = {{"new", base::Percent(100)}};
        const Table table = tableOf({early, late});
        const auto figures = itemFigures(table, table.byName);
        REQUIRE(figures.size() == 1);
        CHECK(table.items[figures[0].item] == "new");
    }

    TEST_CASE("the objective that nobody holds stands first, of the people who are looked at, and of nobody twice") {
        using learning::Mastery;
        std::vector<Record> all;
        for (int i = 0; i < 4; ++i) {
            Record one = record(std::to_string(i), "P", begun, 1, 50);
            one.modules.front().objectives = {{"M1.o1", 3, 3, Mastery::secure},
                                              {"M1.o2", 2, 1, i == 0 ? Mastery::secure : Mastery::growing},
                                              {"M1.o3", 2, 0, Mastery::again},
                                              {"M1.o4", 0, 0, Mastery::unasked}};
            all.push_back(one);
        }
        all.push_back(record("0", "P", begun, 1, 50, 5)); // newer, and with nothing asked
        const Table table = tableOf(all);
        const auto figures = objectiveFigures(table, table.byName);
        REQUIRE(figures.size() == 3);
        CHECK(table.objectives[figures[0].objective] == "M1.o2"); // its only holder has a newer record
        CHECK(figures[0].asked == 3);
        CHECK(figures[0].secure == 0);
        CHECK(table.objectives[figures[1].objective] == "M1.o3");
        CHECK(table.objectives[figures[2].objective] == "M1.o1");
        CHECK(figures[2].secure == 3);
        CHECK(objectiveFigures(table, {}).empty());
    }
}
