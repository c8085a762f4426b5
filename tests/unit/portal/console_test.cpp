// HR at the console, on a host without a browser: brings files, filters, sorts, groups, opens a person and takes it
// out.
#include "host/visitor.h"
#include "portal/console.h"
#include "records/many_records.h"
#include "records/record_json.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using records::CompletionStatus;
using walk::Visitor;

constexpr auto done = CompletionStatus::completed;

/// A record of the portal's own course.
std::string line(const Visitor& visitor, const std::string& id, const std::string& name, const std::string& department,
                 CompletionStatus status, int finishedOn = 0, double score = -1) {
    records::Record record = sample::record(id, name, status, finishedOn, score, finishedOn);
    const course::Course& course = *const_cast<Visitor&>(visitor).portal().course();
    record.course.id = course.id;
    record.department = department;
    record.modules.front().achieved.id = course.modules.front().id.text();
    return recordToJson(record) + "\n";
}

struct Clerk {
    Visitor visitor{{.width = 1280, .height = 900}};

    Clerk() { visitor.host().go("#/records"); }

    void brings(std::vector<host::MemoryRecordFiles::File> files) {
        visitor.host().page.files.offered = std::move(files);
        REQUIRE(visitor.press("records.bring"));
    }
    void bringsPeople() {
        brings({{"a.jsonl", line(visitor, "1", "王小明", "一部", done, 30, 90) +
                                line(visitor, "2", "李芳", "二部", CompletionStatus::inProgress, 10, 60) +
                                line(visitor, "3", "Ben", "二部", CompletionStatus::notStarted)}});
    }
    std::vector<std::string> rows() { return visitor.host().gridRows(visitor.word("records.title")); }
    std::string saved() { return visitor.host().page.files.saved; }
};

} // namespace

TEST_CASE("nobody has learned here and nothing was brought: it says so, and how to begin") {
    Clerk clerk;
    CHECK(clerk.visitor.shows("records.emptyTitle"));
    CHECK(clerk.visitor.host().find(ui::Role::button, clerk.visitor.word("records.bring")) != nullptr);
    CHECK(clerk.visitor.host().find(ui::Role::button, clerk.visitor.word("records.download")) == nullptr);
}

TEST_CASE("records from a file stand in the table, are told, and are there again after a reload") {
    Clerk clerk;
    clerk.bringsPeople();
    CHECK(clerk.rows().size() == 3);
    CHECK(clerk.visitor.host().shows("a.jsonl"));
    CHECK(clerk.visitor.host().page.files.kept.size() == 1);
    REQUIRE(clerk.visitor.press("notice.dismiss"));
    CHECK_FALSE(clerk.visitor.host().shows("a.jsonl"));
}

TEST_CASE("of three files with faults in two, the good one counts and every fault is a line") {
    Clerk clerk;
    clerk.brings({{"good.jsonl", line(clerk.visitor, "1", "王小明", "一部", done, 30, 90)},
                  {"bad.jsonl", line(clerk.visitor, "2", "Ben", "一部", done, 30, 90) + "{\"broken\n"},
                  {"roster.csv", "工号,截止日期\nN1,soon\n"}});
    CHECK(clerk.rows().size() == 1);
    CHECK(clerk.visitor.host().page.files.kept.size() == 1);
    for (const std::string& words :
         {clerk.visitor.word("report.someTitle", {{"count", "3"}, {"taken", "1"}}),
          clerk.visitor.word("report.refused", {{"file", "bad.jsonl"}}),
          clerk.visitor.word("report.line",
                             {{"file", "bad.jsonl"}, {"line", "2"}, {"what", clerk.visitor.word("remark.broken")}}),
          clerk.visitor.word("report.line",
                             {{"file", "roster.csv"}, {"line", "2"}, {"what", clerk.visitor.word("remark.noDay")}})})
        CHECK_MESSAGE(clerk.visitor.host().shows(words), words);
}

TEST_CASE("search, department and status narrow what is shown, and can be cleared") {
    Clerk clerk;
    clerk.bringsPeople();
    host::Headless& host = clerk.visitor.host();
    REQUIRE(host.type(clerk.visitor.word("filter.search"), "李"));
    REQUIRE(clerk.rows().size() == 1);
    CHECK(clerk.rows().front().find("李芳 | N2 | 二部") == 0);
    REQUIRE(host.type(clerk.visitor.word("filter.search"), ""));
    REQUIRE(host.choose(clerk.visitor.word("csv.department"), "二部"));
    CHECK(clerk.rows().size() == 2);
    REQUIRE(host.choose(clerk.visitor.word("csv.status"), clerk.visitor.word("csv.done")));
    CHECK(clerk.visitor.shows("records.noneTitle"));
    REQUIRE(clerk.visitor.press("filter.reset"));
    CHECK(clerk.rows().size() > 3); // course and modules
}

TEST_CASE("initials find Chinese names once their table has come") {
    Clerk clerk;
    clerk.bringsPeople();
    std::string block(0xA000 - 0x4E00, '-');
    block[0x674E - 0x4E00] = 'l'; // 李
    block[0x82B3 - 0x4E00] = 'f'; // 芳
    CHECK(clerk.visitor.portal().packArrived("initials", "service-academy/initials 1\n" + block + "\n"));
    REQUIRE(clerk.visitor.host().type(clerk.visitor.word("filter.search"), "lf"));
    CHECK(clerk.rows().size() == 1);
    CHECK_FALSE(clerk.visitor.portal().packArrived("initials", "nonsense"));
}

TEST_CASE("a header sorts, and once more the other way round") {
    Clerk clerk;
    clerk.bringsPeople();
    REQUIRE(clerk.visitor.press("csv.score"));
    CHECK(clerk.rows()[0].find("李芳") == 0);
    REQUIRE(clerk.visitor.press("csv.score"));
    CHECK(clerk.rows()[0].find("王小明") == 0);
    CHECK(clerk.rows()[2].find("Ben") == 0); // without a score: last either way
}

TEST_CASE("the keyboard moves from cell to cell and opens a person") {
    Clerk clerk;
    clerk.bringsPeople();
    host::Headless& host = clerk.visitor.host();
    const std::string grid = clerk.visitor.word("records.title");
    const auto active = [&] {
        const ui::NodeId id = host.find(ui::Role::grid, grid)->active;
        for (const ui::Node& node : host.window.semantics().nodes())
            if (node.id == id) return node.name;
        return std::string();
    };
    CHECK(active() == clerk.rows()[0].substr(0, clerk.rows()[0].find(" |")));
    REQUIRE(host.key(grid, "ArrowDown"));
    REQUIRE(host.key(grid, "ArrowRight"));
    CHECK(active().front() == 'N');
    REQUIRE(host.key(grid, "Control+End"));
    REQUIRE(host.key(grid, "Home"));
    const std::string name = active();
    REQUIRE(host.key(grid, "Enter"));
    CHECK(host.find(ui::Role::dialog, clerk.visitor.word("person.title", {{"name", name}})) != nullptr);
    REQUIRE(clerk.visitor.press("dialog.close"));
    CHECK(host.find(ui::Role::dialog, clerk.visitor.word("person.title", {{"name", name}})) == nullptr);
}

TEST_CASE("of ten thousand people only those who show are there, and the keyboard gets to the last one") {
    Clerk clerk;
    std::string file;
    for (int i = 10'000; i < 20'000; ++i)
        file += line(clerk.visitor, std::to_string(i), "L" + std::to_string(i), "一部", done, 30, 90);
    clerk.brings({{"many.jsonl", file}});
    host::Headless& host = clerk.visitor.host();
    const std::string grid = clerk.visitor.word("records.title");
    CHECK(host.find(ui::Role::grid, grid)->rows == 10'001);
    CHECK(clerk.rows().size() < 50);
    REQUIRE(host.key(grid, "Control+End"));
    CHECK(clerk.rows().size() < 50);
    CHECK(host.shows("L19999"));
    CHECK_FALSE(host.shows("L10000"));
}

TEST_CASE("the hardest question and the objective that nobody holds are told in their own words, when asked for") {
    Clerk clerk;
    const course::ModuleOutline& module = clerk.visitor.portal().course()->modules.front();
    std::string file;
    for (int i = 0; i < 4; ++i) {
        records::Record record = sample::record(std::to_string(i), "P", CompletionStatus::inProgress, 5, 60, 5);
        record.course.id = clerk.visitor.portal().course()->id;
        record.course.items = {{module.id.text() + "-01", base::Percent(i == 0 ? 100 : 0)},
                               {"gone-1", base::Percent(100)}};
        record.modules.front().achieved.id = module.id.text();
        record.modules.front().objectives = {{module.objectives[0].id, 2, 2, learning::Mastery::secure},
                                             {module.objectives[1].id, 2, 1, learning::Mastery::growing}};
        file += recordToJson(record) + "\n";
    }
    clerk.brings({{"a.jsonl", file}});
    host::Headless& host = clerk.visitor.host();
    CHECK_FALSE(host.shows(module.objectives[1].text));
    REQUIRE(clerk.visitor.press("hard.show"));
    host.settle();
    CHECK(host.shows(module.objectives[1].text));
    CHECK(host.shows(clerk.visitor.word("hard.nobody", {{"count", "4"}})));
    CHECK(host.shows(clerk.visitor.word("hard.objective", {{"secure", "4"}, {"count", "4"}, {"percent", "100%"}})));
    const course::Item* item = clerk.visitor.portal().module(module.id)->item(course::ItemId(module.id.text() + "-01"));
    REQUIRE(item != nullptr);
    CHECK(host.shows(item->stem));
    CHECK(host.shows("gone-1")); // this content knows it no more
    CHECK(host.shows(clerk.visitor.word("hard.question", {{"percent", "25%"}, {"count", "4"}}) +
                     clerk.visitor.word("hard.tellsNothing")));
}

TEST_CASE("groups count their rows, and one of them opens as a filter") {
    Clerk clerk;
    clerk.bringsPeople();
    host::Headless& host = clerk.visitor.host();
    REQUIRE(host.choose(clerk.visitor.word("group.label"), clerk.visitor.word("group.department")));
    const std::string grid = clerk.visitor.word("group.title");
    REQUIRE(host.gridRows(grid).size() == 2);
    CHECK(host.gridRows(grid)[0] == "一部 | 1 | 1 | 100% | 0 | 90%");
    CHECK(host.gridRows(grid)[1] == "二部 | 2 | 0 | 0% | 0 | 60%");
    REQUIRE(host.key(grid, "ArrowDown"));
    REQUIRE(host.key(grid, "Enter"));
    CHECK(clerk.rows().size() == 2);
}

TEST_CASE("a roster brings in who has not begun, and what is overdue") {
    Clerk clerk;
    clerk.bringsPeople();
    clerk.brings(
        {{"roster.csv",
          "工号,姓名,部门,截止日期\nN1,王小明,一部,2026-10-01\nN3,Ben,二部,2026-10-01\nN9,赵强,三部,2026-12-31\n"}});
    CHECK(clerk.rows().size() == 4);
    REQUIRE(clerk.visitor.host().choose(clerk.visitor.word("csv.status"), clerk.visitor.word("filter.overdue")));
    REQUIRE(clerk.rows().size() == 1);
    CHECK(clerk.rows()[0].find("Ben") == 0);
    CHECK(clerk.rows()[0].find(clerk.visitor.word("standing.overdue")) != std::string::npos);
    CHECK(clerk.rows()[0].find("2026-10-01") != std::string::npos);
}

TEST_CASE("with a validity, completions expire") {
    Clerk clerk;
    clerk.bringsPeople();
    REQUIRE(clerk.visitor.press("columns.open"));
    REQUIRE(clerk.visitor.host().choose(clerk.visitor.word("validity.label"),
                                        clerk.visitor.word("validity.years", {{"count", "1"}})));
    REQUIRE(clerk.visitor.press("display.done"));
    REQUIRE(clerk.visitor.host().choose(clerk.visitor.word("csv.status"), clerk.visitor.word("filter.expired")));
    REQUIRE(clerk.rows().size() == 1);
    CHECK(clerk.rows()[0].find("王小明") == 0);
    CHECK(clerk.visitor.host().page.remembered["console"].find("365") != std::string::npos);
}

TEST_CASE("what is filtered goes out as CSV, all as records and as statements") {
    Clerk clerk;
    clerk.bringsPeople();
    REQUIRE(clerk.visitor.host().type(clerk.visitor.word("filter.search"), "王"));
    REQUIRE(clerk.visitor.press("records.download"));
    CHECK(clerk.saved().find("王小明") != std::string::npos);
    CHECK(clerk.saved().find("李芳") == std::string::npos);

    const auto out = [&](const char* form) {
        REQUIRE(clerk.visitor.press("records.outMore"));
        REQUIRE(
            clerk.visitor.pressIn(clerk.visitor.word("out.scope"), clerk.visitor.word("out.all", {{"count", "6"}})));
        REQUIRE(clerk.visitor.pressIn(clerk.visitor.word("out.form"), clerk.visitor.word(form)));
        REQUIRE(clerk.visitor.press("out.save"));
        return clerk.saved();
    };
    const std::string statements = out("out.xapi");
    CHECK(base::parseJson(statements, "statements").ok());
    CHECK(statements.find("https://academy.example/xapi/course/") != std::string::npos);
    const std::string sheet = out("out.sheet");
    CHECK(sheet.find("<?xml") == 0);
    CHECK(sheet.find("王小明") != std::string::npos);
    CHECK(sheet.find("</worksheet>") == sheet.size() - std::string("</worksheet>").size());
    const std::string slices = out("out.json");
    CHECK(std::count(slices.begin(), slices.end(), '\n') == 3);
    CHECK(slices.find("0 0 ") != std::string::npos);
}

TEST_CASE(
    "what this browser's learners do meanwhile is in the table at the next visit, and theirs goes out as a record") {
    Clerk clerk;
    clerk.visitor.portal().addLearner("Eve");
    clerk.visitor.host().go("#/");
    clerk.visitor.host().go("#/records");
    REQUIRE(clerk.rows().size() == 1);
    REQUIRE(clerk.visitor.press("records.outMore"));
    REQUIRE(clerk.visitor.pressIn(clerk.visitor.word("out.form"), clerk.visitor.word("out.json")));
    REQUIRE(clerk.visitor.press("out.save"));
    const std::string saved = clerk.saved();
    REQUIRE(!saved.empty());
    CHECK(records::recordFromJson(std::string_view(saved).substr(0, saved.size() - 1), "saved").ok());
}

TEST_CASE("imported data can be deleted; this browser's own stays") {
    Clerk clerk;
    clerk.visitor.portal().addLearner("Eve");
    clerk.bringsPeople();
    CHECK(clerk.rows().size() == 4);
    REQUIRE(clerk.visitor.press("records.forget"));
    REQUIRE(clerk.visitor.press("forget.yes"));
    CHECK(clerk.rows().size() == 1);
    CHECK(clerk.visitor.host().page.files.kept.empty());
}

TEST_CASE("where nothing can be kept, the records are there all the same and it is said") {
    Clerk clerk;
    clerk.visitor.host().page.files.keeps = false;
    clerk.bringsPeople();
    CHECK(clerk.rows().size() == 3);
    CHECK(clerk.visitor.shows("records.unkeptTitle"));
}
