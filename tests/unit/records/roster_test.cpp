#include "records/csv_reader.h"
#include "records/roster.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using records::readCsv;
using records::readRoster;
using records::Roster;

namespace {

using Cells = std::vector<std::string>;

std::vector<Cells> cells(std::string_view file) {
    const auto rows = readCsv(file);
    REQUIRE_MESSAGE(rows.ok(), (rows.ok() ? "" : rows.error().what));
    std::vector<Cells> all;
    for (const records::CsvRow& row : rows.value()) all.push_back(row.cells);
    return all;
}

constexpr base::UtcOffset china{480};

base::Instant utc(std::string_view text) { return base::parseIsoUtc(text).value(); }

} // namespace

TEST_SUITE("reading CSV") {
    TEST_CASE("with or without byte-order mark, whatever ends the lines") {
        for (const std::string_view file : {"a,b\r\n1,2\r\n",
                                            "\xEF\xBB\xBF"
                                            "a,b\n1,2",
                                            "a,b\r1,2\r"})
            CHECK(cells(file) == std::vector<Cells>{{"a", "b"}, {"1", "2"}});
    }

    TEST_CASE("quotes hold commas, quotes and line breaks") {
        CHECK(cells("\"a,b\",\"he said \"\"hi\"\"\",\"two\r\nlines\"\r\nx,,\r\n") ==
              std::vector<Cells>{{"a,b", "he said \"hi\"", "two\r\nlines"}, {"x", "", ""}});
    }

    TEST_CASE("semicolons and tabs, as spreadsheets write them in other countries") {
        CHECK(cells("a;\"b,c\";d\n1;2;3\n") == std::vector<Cells>{{"a", "b,c", "d"}, {"1", "2", "3"}});
        CHECK(cells("a\tb\n1\t2,5\n") == std::vector<Cells>{{"a", "b"}, {"1", "2,5"}});
    }

    TEST_CASE("empty lines are passed over, and lines are counted as an editor does") {
        const auto rows = readCsv("a,b\r\n\r\n,\r\n\"x\r\ny\",1\r\nz,2\r\n");
        REQUIRE(rows.ok());
        REQUIRE(rows.value().size() == 3);
        CHECK(rows.value()[1].line == 4);
        CHECK(rows.value()[2].line == 6);
    }

    TEST_CASE("a file in GBK or UTF-16 is refused in words that say what to do") {
        const std::string gbk = "\xD0\xD5\xC3\xFB,\xB9\xA4\xBA\xC5\r\n"; // 姓名,工号
        const std::string utf16("\xFF\xFE\x61\x00\x2C\x00", 6);
        for (const std::string& file : {gbk, utf16, std::string("a\0b", 3)}) {
            const auto rows = readCsv(file);
            REQUIRE_FALSE(rows.ok());
            CHECK(rows.error().what.find("not UTF-8") != std::string::npos);
            CHECK(rows.error().what.find("CSV UTF-8") != std::string::npos);
        }
    }

    TEST_CASE("a quote that is never closed, or closed too early, is told with its line") {
        CHECK(readCsv("a,b\n1,\"2\n3,4\n").error().where == "line 2");
        CHECK(readCsv("a,b\n\"1\"2,3\n").error().where == "line 2");
    }
}

TEST_SUITE("a roster") {
    TEST_CASE("in Chinese or English, columns in any order, others passed over") {
        for (const std::string_view file :
             {"姓名,工号,备注,部门,模块,截止日期\r\n王小明,0042,x,客服一部,M2,2026/11/30\r\n",
              "Due,Module,Department,Name,Number\n2026-11-30,M2,客服一部,王小明,0042\n"}) {
            const Roster roster = readRoster(file, china);
            CHECK(roster.faults.empty());
            REQUIRE(roster.assignments.size() == 1);
            const records::Assignment& one = roster.assignments.front();
            CHECK(one.number == "0042");
            CHECK(one.name == "王小明");
            CHECK(one.department == "客服一部");
            CHECK(one.subject == "M2");
            CHECK(one.line == 2);
            CHECK(*one.due == utc("2026-11-30T16:00:00Z")); // midnight after the 30th in China
        }
    }

    TEST_CASE("who has no due day or no module has none; the day may be written in Chinese") {
        const Roster roster = readRoster("工号,截止\n1,\n2,2026年2月28日\n", china);
        REQUIRE(roster.assignments.size() == 2);
        CHECK_FALSE(roster.assignments[0].due);
        CHECK(roster.assignments[0].subject.empty());
        CHECK(*roster.assignments[1].due == utc("2026-02-28T16:00:00Z"));
    }

    TEST_CASE("each thing that is wrong is told with its line") {
        const Roster roster = readRoster("工号,截止\n1,2026-02-30\n,2026-02-03\n3,soon\n4,2026-1-1\n", china);
        REQUIRE(roster.faults.size() == 3);
        CHECK(roster.faults[0].where == "line 2");
        CHECK(roster.faults[1].where == "line 3");
        CHECK(roster.faults[2].where == "line 4");
        CHECK(readRoster("姓名\n王小明\n", china).faults.front().what.find("工号") != std::string::npos);
        CHECK(readRoster("", china).faults.front().fault == base::Fault::missing);
        CHECK(readRoster("\xD0\xD5\xC3\xFB", china).faults.front().what.find("UTF-8") != std::string::npos);
    }
}
