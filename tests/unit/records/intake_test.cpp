#include "course/sample_course.h"
#include "records/intake.h"
#include "records/many_records.h"
#include "records/record_json.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using records::CompletionStatus;
using records::Intake;
using records::RecordCutter;
using records::RecordSlice;
using records::Remark;
using records::SourceReport;
using sample::record;

namespace {

constexpr auto done = CompletionStatus::completed;
constexpr base::UtcOffset china{480};

struct Cut {
    std::string text;
    std::size_t line;
    std::uint64_t offset;
    friend bool operator==(const Cut&, const Cut&) = default;
};

std::vector<Cut> cut(const std::string& file, std::size_t piece) {
    RecordCutter cutter;
    std::vector<Cut> cuts;
    const auto found = [&](const RecordSlice& slice) {
        cuts.push_back({std::string(slice.text), slice.line, slice.offset});
    };
    for (std::size_t at = 0; at < file.size(); at += piece)
        cutter.feed(std::string_view(file).substr(at, piece), found);
    cutter.end(found);
    return cuts;
}

/// The report of one file, taken in by itself.
SourceReport reportOf(const std::string& text, std::size_t piece = 100'000) {
    Intake intake("\xEF\xBB\xBF姓名,工号,学员编号\r\n");
    intake.add(sample::course());
    intake.begin("file", false);
    for (std::size_t at = 0; at < text.size(); at += piece) intake.take(std::string_view(text).substr(at, piece));
    const bool good = intake.end(china);
    CHECK(good != intake.reports().back().refused);
    if (good) (void)intake.finish({});
    return intake.reports().back();
}

Remark::Kind firstRemark(const std::string& text) {
    const SourceReport report = reportOf(text);
    REQUIRE_MESSAGE(!report.remarks.empty(), text);
    CHECK(report.refused);
    return report.remarks.front().kind;
}

std::string lineOf(const std::string& id, const std::string& name, int until = 0) {
    return recordToJson(record(id, name, done, 5, 90, until));
}

} // namespace

TEST_SUITE("cutting a file into records") {
    TEST_CASE("a record a line, wherever the pieces end") {
        const std::string file = "\xEF\xBB\xBF{\"a\":\"}{\\\"\"}\r\n\n  {\"b\":2}  \nnonsense\n{\"c\":3}";
        const std::vector<Cut> expected = {
            {"{\"a\":\"}{\\\"\"}", 1, 3}, {"{\"b\":2}", 3, 20}, {"nonsense", 4, 30}, {"{\"c\":3}", 5, 39}};
        for (std::size_t piece = 1; piece < 40; ++piece) CHECK(cut(file, piece) == expected);
        for (const Cut& each : expected)
            CHECK(file.substr(static_cast<std::size_t>(each.offset), each.text.size()) == each.text);
    }

    TEST_CASE("records over several lines, alone or in a list") {
        const std::string one = "{\n  \"a\": {\"b\": \"}\"}\n}";
        for (std::size_t piece = 1; piece < 30; ++piece) {
            CHECK(cut(one, piece) == std::vector<Cut>{{one, 1, 0}});
            const std::vector<Cut> both = cut("[\n" + one + ",\n" + one + "\n]\n", piece);
            REQUIRE(both.size() == 2);
            CHECK(both[0] == Cut{one, 2, 2});
            CHECK(both[1].line == 5);
            CHECK(cut("[{\"a\":1},{\"a\":2}]", piece).size() == 2);
        }
    }

    TEST_CASE("a line that is broken does not spoil the next one") {
        const auto all = cut("{\"a\":1}\n{\"b\":\n{\"c\":3}\n", 1000);
        REQUIRE(all.size() == 3);
        CHECK(all[2].text == "{\"c\":3}");
        CHECK(all[2].line == 3);
    }

    TEST_CASE("what is too long is told once and not kept in memory") {
        const std::string longOne = "{\"a\":\"" + std::string(RecordCutter::longestRecord + 10, 'x') + "\"}";
        for (const std::string& start : {std::string("{}\n"), std::string("[")}) {
            RecordCutter cutter;
            std::size_t tooLong = 0, others = 0;
            const auto found = [&](const RecordSlice& slice) { ++(slice.tooLong ? tooLong : others); };
            const std::string file = start + longOne + "\n{\"b\":1}\n";
            for (std::size_t at = 0; at < file.size(); at += 65'536)
                cutter.feed(std::string_view(file).substr(at, 65'536), found);
            cutter.end(found);
            CHECK(tooLong == 1);
            CHECK(others == (start == "[" ? 1 : 2));
        }
    }
}

TEST_SUITE("what comes in from files") {
    TEST_CASE("a file of records counts whole, in whatever form it is written") {
        const std::string one = lineOf("1", "王小明"), other = lineOf("2", "Ben");
        for (const std::string& file :
             {one + "\n" + other + "\n", one + "\r\n" + other, "[" + one + ",\n" + other + "]"}) {
            for (const std::size_t piece : {std::size_t{7}, std::size_t{1000}}) {
                const SourceReport report = reportOf(file, piece);
                CHECK_FALSE(report.refused);
                CHECK(report.count == 2);
                CHECK(report.remarks.empty());
            }
        }
    }

    TEST_CASE("each kind of fault is told as what it is") {
        const std::string good = lineOf("1", "王小明");
        const auto changed = [&good](std::string_view from, std::string_view to) {
            std::string text = good;
            const std::size_t at = text.find(from);
            REQUIRE(at != std::string::npos);
            return text.replace(at, from.size(), to);
        };
        CHECK(firstRemark("") == Remark::Kind::empty);
        CHECK(firstRemark(" \n ") == Remark::Kind::empty);
        CHECK(firstRemark("[]") == Remark::Kind::empty);
        CHECK(firstRemark("PK\x03\x04"
                          "more") == Remark::Kind::workbook);
        CHECK(firstRemark("\xD0\xD5\xC3\xFB,1\n") == Remark::Kind::notUtf8);
        CHECK(firstRemark("姓名\n王小明\n") == Remark::Kind::notRecords);
        CHECK(firstRemark("\xEF\xBB\xBF姓名,工号,学员编号\r\n王小明,1,2\r\n") == Remark::Kind::ownTable);
        CHECK(firstRemark("工号,截止\n,2026-11-22\n") == Remark::Kind::noNumber);
        CHECK(firstRemark("工号,截止\n1,bald\n") == Remark::Kind::noDay);
        CHECK(firstRemark("工号,姓名\n1,\"王\n") == Remark::Kind::broken);
        CHECK(firstRemark("{\"format\":") == Remark::Kind::broken);
        CHECK(firstRemark("{\"format\":\"another\"}") == Remark::Kind::otherFormat);
        CHECK(firstRemark("{}") == Remark::Kind::missing);
        CHECK(firstRemark(changed("\"version\":1", "\"version\":99")) == Remark::Kind::later);
        CHECK(firstRemark(changed("\"score\":90", "\"score\":900")) == Remark::Kind::wrong);
        CHECK(firstRemark(changed("\"lessonsFinished\":0", "\"lessonsFinished\":99")) == Remark::Kind::contradiction);
    }

    TEST_CASE("the line and the member are named, and a million broken lines are counted, not listed") {
        std::string file = lineOf("1", "王小明") + "\n" + lineOf("2", "Ben") + "\n";
        const std::size_t at = file.rfind("\"status\"");
        file.replace(at, 8, "\"statu5\"");
        const SourceReport report = reportOf(file);
        REQUIRE(report.remarks.size() == 1);
        CHECK(report.remarks.front().line == 2);
        CHECK(report.remarks.front().about.find("/status") != std::string::npos);

        std::string broken = lineOf("1", "王小明") + "\n";
        for (int i = 0; i < 2000; ++i) broken += "{\"broken\n";
        const SourceReport many = reportOf(broken);
        CHECK(many.remarks.size() == SourceReport::mostRemarks);
        CHECK(many.more == 2000 - SourceReport::mostRemarks);
    }

    TEST_CASE("a refused file spoils the intake; done again without it, the others count") {
        const std::string good = lineOf("1", "王小明") + "\n", bad = lineOf("2", "Ben") + "\n{\n";
        Intake first;
        first.begin("bad", false);
        first.take(bad);
        CHECK_FALSE(first.end(china));
        first.begin("good", false);
        first.take(good);
        CHECK(first.end(china));
        CHECK(first.spoiled());

        Intake again;
        again.begin("good", false);
        again.take(good);
        CHECK(again.end(china));
        CHECK_FALSE(again.spoiled());
        CHECK(again.finish({}).people.size() == 1);
    }

    TEST_CASE("the same, a newer and an older record are told apart, and counted to the file that brought them") {
        Intake intake;
        intake.add(record("1", "王小明", done, 5, 90, 7));
        intake.begin("a", false);
        intake.take(lineOf("1", "王小明", 7) + "\n" + lineOf("2", "Ben", 3) + "\n" + lineOf("1", "王小明", 2) + "\n");
        CHECK(intake.end(china));
        intake.begin("b", false);
        intake.take(lineOf("2", "Benjamin", 9));
        CHECK(intake.end(china));
        const records::Table table = intake.finish({});
        CHECK(table.people.size() == 2);
        CHECK(intake.reports()[0].same == 1);
        CHECK(intake.reports()[0].older == 1);
        CHECK(intake.reports()[1].newer == 1);
        REQUIRE(intake.reports()[1].remarks.size() == 1);
        CHECK(intake.reports()[1].remarks.front().kind == Remark::Kind::renamed);
        CHECK(intake.reports()[1].remarks.front().line == 1);
    }

    TEST_CASE("it is known where each record stands, so that it can go out as it came") {
        const std::string a = lineOf("1", "王小明") + "\n" + lineOf("2", "Ben") + "\n", b = "工号\nN9\n",
                          c = "[" + lineOf("3", "Cleo") + "]";
        Intake intake;
        intake.add(sample::course());
        for (const std::string* file : {&a, &b, &c}) {
            intake.begin("file", false);
            intake.take(*file);
            REQUIRE(intake.end(china));
        }
        const records::Table table = intake.finish({});
        std::size_t found = 0;
        for (records::Row row = 0; row < table.rows(); ++row) {
            const auto origin = intake.originOf(table.line[row]);
            const records::Person& person = table.people[table.person[row]];
            REQUIRE(origin.has_value() == !person.id.empty());
            if (!origin) continue;
            const std::string& file = origin->source == 0 ? a : c;
            const std::string text = file.substr(static_cast<std::size_t>(origin->offset), origin->length);
            CHECK(text == lineOf(person.id, person.name));
            ++found;
        }
        CHECK(found == 6);
    }

    TEST_CASE("a roster's remarks name its own lines, after other files too") {
        Intake intake;
        intake.add(sample::course());
        intake.begin("records", false);
        intake.take(lineOf("1", "王小明") + "\n");
        REQUIRE(intake.end(china));
        intake.begin("roster", false);
        intake.take("工号,课程\nN1,\nN2,nowhere\n");
        REQUIRE(intake.end(china));
        (void)intake.finish({});
        const SourceReport& report = intake.reports()[1];
        CHECK(report.roster);
        CHECK(report.count == 2);
        REQUIRE(report.remarks.size() == 1);
        CHECK(report.remarks.front().kind == Remark::Kind::unknownSubject);
        CHECK(report.remarks.front().line == 3);
        CHECK(report.remarks.front().about == "nowhere");
    }
}
