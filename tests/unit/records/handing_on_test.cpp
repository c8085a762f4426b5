#include "base/json_reader.h"
#include "records/many_records.h"
#include "records/statements.h"
#include "records/table_csv.h"
#include "records/table_sheet.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <span>
#include <string>

using records::CompletionStatus;
using records::Row;
using records::Statements;
using records::Table;
using records::TableCsv;
using sample::record;

namespace {

Table table() {
    records::TableBuilder builder;
    records::Record passed = record("1", "王小明", CompletionStatus::completed, 5, 83.0 + 1.0 / 3.0);
    passed.course.secondsActive = 754;
    records::Record failed = record("2", "=cmd()", CompletionStatus::inProgress, 6, 60);
    builder.add(passed, 1);
    builder.add(failed, 2);
    builder.add(record("3", "", CompletionStatus::notStarted), 3);
    return builder.finish({});
}

const records::TableWords words{
    "Name",      "Number",  "Id",       "Department", "Course",  "Module", "Title",
    "Version",   "Status",  "Done",     "Of",         "Minutes", "Tries",  "Score",
    "Pass mark", "Started", "Finished", "Due",        "Expires", "Serial", {"not started", "in progress", "completed"}};

base::UtcOffset china(base::Instant) { return base::UtcOffset{480}; }

base::Json parsed(const std::string& pieces) {
    const auto json = base::parseJson('[' + pieces + ']', "statements");
    REQUIRE_MESSAGE(json.ok(), (json.ok() ? "" : json.error().what));
    return json.value();
}

std::string textAt(const base::Json& json, const char* pointer) {
    return json.at(base::Json::json_pointer(pointer)).get<std::string>();
}

} // namespace

TEST_SUITE("the table as CSV") {
    TEST_CASE("pieces put together make one file, however it was cut") {
        const Table all = table();
        const TableCsv csv(all, words, china);
        const std::span<const Row> rows(all.byName);
        const std::string whole = csv.head() + csv.piece(rows);
        std::string pieces = csv.head();
        for (std::size_t at = 0; at < rows.size(); at += 2) pieces += csv.piece(rows.subspan(at, 2));
        CHECK(whole == pieces);
        CHECK(whole.substr(0, 3) == "\xEF\xBB\xBF");
        CHECK(
            whole.find("Name,Number,Id,Department,Course,Module,Title,Version,Status,Done,Of,Minutes,Tries,Score,Pass "
                       "mark,Started,Finished,Due,Expires,Serial\r\n") == 3);
        CHECK(whole.find(
                  "\r\n王小明,N1,1,一部,sa,,服务学苑,2026.11,completed,0,4,12,1,83.33,80,2024-10-08T08:00:00+08:00,"
                  "2024-10-09T08:00:00+08:00,,,\r\n") != std::string::npos);
        CHECK(whole.find("\r\n'=cmd(),N2,") != std::string::npos);
        CHECK(whole.find(",not started,0,4,0,0,,80,,,,,\r\n") != std::string::npos);
    }
}

TEST_SUITE("the table as a worksheet") {
    TEST_CASE("text is text, a number a number, and a moment the day and hour that the wall's clock showed") {
        const Table all = table();
        const records::TableSheet sheet(all, words, china);
        const std::span<const Row> rows(all.byName);
        const std::string whole = sheet.head() + sheet.piece(rows) + sheet.tail(rows.size());
        std::string pieces = sheet.head();
        for (std::size_t at = 0; at < rows.size(); at += 2) pieces += sheet.piece(rows.subspan(at, 2));
        CHECK(whole == pieces + sheet.tail(rows.size()));
        CHECK(whole.substr(0, 5) == "<?xml");
        const auto has = [&whole](const char* xml) { return whole.find(xml) != std::string::npos; };
        CHECK(has("<row><c s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">Name</t></is></c>"));
        CHECK(has("<row><c t=\"inlineStr\"><is><t xml:space=\"preserve\">王小明</t></is></c>"));
        CHECK(has("<t xml:space=\"preserve\">=cmd()</t>"));
        CHECK_FALSE(has("<f>"));
        CHECK(has("<c><v>83.33</v></c><c><v>80</v></c>"));
        // 8:00 on 2024-10-08 in China: 45,573 days after 1899-12-30 and a third.
        CHECK(has("<c s=\"1\"><v>45573.333333333333</v></c><c s=\"1\"><v>45574.333333333333</v></c><c/><c/>"));
        CHECK(has(("<autoFilter ref=\"A1:T" + std::to_string(rows.size() + 1) + "\"/>").c_str()));
    }

    TEST_CASE("what XML or a spreadsheet would read otherwise stays what it is, and what none of them may hold goes") {
        CHECK(records::sheetText("<b> & \"c\" \r\n") == "&lt;b&gt; &amp; \"c\" &#13;\n");
        CHECK(records::sheetText("a\x01\x1F"
                                 "b\xEF\xBF\xBF") == "ab");
        CHECK(records::sheetText("_x0041_ _x00_ _x0041") == "_x005F_x0041_ _x00_ _x0041");
        CHECK(records::sheetText("欧阳𠮷 \xFF") == "欧阳𠮷 \xEF\xBF\xBD");
        const std::string long_ = records::sheetText(std::string(40'000, 'x'));
        CHECK(long_.size() == 32'767);
    }
}

TEST_SUITE("the table as xAPI statements") {
    TEST_CASE("who passed has passed and completed, who failed has failed, who did nothing is not spoken of") {
        const Table all = table();
        const base::Json statements = parsed(Statements(all, "https://academy.example", "zh-CN").piece(all.byName));
        std::multiset<std::string> said;
        for (const base::Json& statement : statements)
            said.insert(textAt(statement, "/actor/account/name") + ' ' + textAt(statement, "/verb/display/en") + ' ' +
                        textAt(statement, "/object/id"));
        CHECK(said == std::multiset<std::string>{"1 completed https://academy.example/xapi/course/sa",
                                                 "1 completed https://academy.example/xapi/course/sa/module/M1",
                                                 "1 passed https://academy.example/xapi/course/sa",
                                                 "2 failed https://academy.example/xapi/course/sa"});
    }

    TEST_CASE("each statement is as xAPI 1.0.3 wants it") {
        const Table all = table();
        const base::Json statements = parsed(Statements(all, "https://academy.example/", "zh-CN").piece(all.byName));
        std::set<std::string> ids;
        for (const base::Json& statement : statements) {
            const std::string id = textAt(statement, "/id");
            REQUIRE(id.size() == 36);
            CHECK(id[14] == '5');
            CHECK(std::string("89ab").find(id[19]) != std::string::npos);
            CHECK(ids.insert(id).second);
            const base::Json& actor = statement["actor"];
            CHECK(textAt(actor, "/account/homePage") == "https://academy.example/");
            for (const char* other : {"mbox", "mbox_sha1sum", "openid"}) CHECK_FALSE(actor.contains(other));
            const std::string verb = textAt(statement, "/verb/id");
            CHECK(verb.find("http://adlnet.gov/expapi/verbs/") == 0);
            CHECK(base::parseIsoUtc(textAt(statement, "/timestamp")).ok());
            CHECK(textAt(statement, "/version") == "1.0.3");
            CHECK(textAt(statement, "/object/definition/name/zh-CN") != "");
            // Completion is said by "completed" alone, success and score by "passed" and "failed" alone.
            const base::Json& result = statement["result"];
            const bool completed = verb.find("completed") != std::string::npos;
            CHECK(result.contains("completion") == completed);
            CHECK(result.contains("duration") == completed);
            CHECK(result.contains("success") != completed);
            REQUIRE(result.contains("score") != completed);
            if (completed) continue;
            const double scaled = result["score"]["scaled"].get<double>();
            CHECK(scaled * 100 == doctest::Approx(result["score"]["raw"].get<double>()));
            CHECK(result["score"]["min"].get<double>() == 0);
            CHECK(result["score"]["max"].get<double>() == 100);
            CHECK(result["success"].get<bool>() == (scaled >= 0.8));
        }
        CHECK(ids.size() == statements.size());
    }

    TEST_CASE("a second export says the same of the same; another portal's never has the same id") {
        const Table all = table(), again = table();
        CHECK(Statements(all, "https://a.example/", "en").piece(all.byName) ==
              Statements(again, "https://a.example/", "en").piece(again.byName));
        const base::Json here = parsed(Statements(all, "https://a.example/", "en").piece(all.byName));
        const base::Json there = parsed(Statements(all, "https://b.example/", "en").piece(all.byName));
        CHECK(textAt(here[0], "/id") != textAt(there[0], "/id"));
    }

    TEST_CASE("a module's id that is no word stands in the IRI escaped") {
        records::TableBuilder builder;
        records::Record one = record("1", "王小明", CompletionStatus::completed, 5, 90);
        one.course.id = "我的 course";
        builder.add(one, 1);
        const Table all = builder.finish({});
        const base::Json statements = parsed(Statements(all, "https://a.example/", "en").piece(all.byName));
        CHECK(textAt(statements[0], "/object/id").find("/course/%E6%88%91%E7%9A%84%20course") != std::string::npos);
    }

    TEST_CASE("rows that say nothing give nothing, not even a comma") {
        const Table all = table();
        const Statements statements(all, "https://a.example/", "en");
        const std::vector<Row> idle = {4, 5};
        CHECK(statements.piece(idle).empty());
    }
}
