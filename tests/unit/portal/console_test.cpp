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

// ---- the organisation that issues ---------------------------------------------------------------------------------

namespace {

void told(Clerk& clerk, const std::string& state, const std::string& outcome = {},
          const std::string& figures = "0\n0\n0", const std::string& found = "0") {
    clerk.visitor.portal().recordReader()->issuerTold(
        state + "\n云杉培训部\n2026-abc\n3\n1\nhttps://academy.example/\n" + outcome + '\n' + figures + '\n' + found);
    clerk.visitor.host().settle();
}

bool pressed(Clerk& clerk, const char* key, std::initializer_list<std::pair<std::string_view, std::string>> fills) {
    return clerk.visitor.host().press(ui::Role::button, clerk.visitor.word(key, fills));
}

const host::MemoryRecordFiles::Wish& lastWish(Clerk& clerk) { return clerk.visitor.host().page.files.wishes.back(); }

} // namespace

TEST_CASE("the organisation's key is asked for, and made once its name and passphrase are as they should be") {
    Clerk clerk;
    host::Headless& host = clerk.visitor.host();
    REQUIRE_FALSE(host.page.files.wishes.empty());
    CHECK(lastWish(clerk).wish == host::IssuerWish::look);
    clerk.visitor.portal().recordReader()->issuerTold("none\n\n\n0\n0\nhttps://academy.example/\n\n0\n0\n0\n0");
    host.settle();
    REQUIRE(host.type(clerk.visitor.word("issuing.name"), "  云杉培训部 "));
    REQUIRE(host.type(clerk.visitor.word("issuing.passphrase"), "0123456789"));
    REQUIRE(host.type(clerk.visitor.word("issuing.again"), "012345678"));
    CHECK_FALSE(clerk.visitor.press("issuing.make"));
    CHECK(lastWish(clerk).wish == host::IssuerWish::look);
    REQUIRE(host.type(clerk.visitor.word("issuing.again"), "0123456789"));
    REQUIRE(clerk.visitor.press("issuing.make"));
    CHECK(lastWish(clerk).wish == host::IssuerWish::make);
    CHECK(lastWish(clerk).first == "云杉培训部");
    CHECK(lastWish(clerk).second == "0123456789");
    told(clerk, "open", "made");
    CHECK(clerk.visitor.shows("issuerSaid.made"));
    CHECK(host.shows(clerk.visitor.word("issuing.by", {{"name", "云杉培训部"}})));
    for (const char* trouble :
         {"wrong-passphrase", "not-ours", "otherKey", "failed", "unfetched", "locked", "noList"}) {
        told(clerk, "locked", trouble);
        CHECK(clerk.visitor.shows(std::string("issuerSaid.") + trouble));
    }
    told(clerk, "insecure");
    CHECK(clerk.visitor.shows("issuing.insecure"));
}

TEST_CASE("who has finished gets a credential, and it is told why the others do not") {
    Clerk clerk;
    host::Headless& host = clerk.visitor.host();
    clerk.brings({{"a.jsonl", line(clerk.visitor, "1", "王小明", "一部", done, 30, 90) +
                                  line(clerk.visitor, "2", "李芳", "二部", CompletionStatus::inProgress, 10, 60) +
                                  line(clerk.visitor, "3", "", "二部", done, 30, 85)}});
    CHECK_FALSE(clerk.visitor.press("issuing.countersign"));
    told(clerk, "open");
    REQUIRE(clerk.visitor.press("issuing.countersign"));
    CHECK(host.shows(clerk.visitor.word("countersign.body", {{"name", "云杉培训部"}, {"count", "1"}})));
    CHECK(host.shows(clerk.visitor.word("countersign.unfinished", {{"count", "1"}})));
    CHECK(host.shows(clerk.visitor.word("countersign.unnamed", {{"count", "1"}})));
    REQUIRE(host.press(ui::Role::checkbox, clerk.visitor.word("countersign.again")));
    REQUIRE(pressed(clerk, "countersign.yes", {{"count", "1"}}));
    CHECK(host.page.files.savedName.find("certificates-") == 0);
    const std::string saved = clerk.saved();
    const std::size_t first = saved.find('\n');
    REQUIRE(std::count(saved.begin(), saved.end(), '\n') == 2);
    const auto head = base::parseJson(saved.substr(0, first), "head");
    REQUIRE(head.ok());
    CHECK(head.value()["count"] == 1);
    CHECK(head.value()["again"] == true);
    CHECK(head.value()["documents"] == true);
    CHECK(head.value()["columns"].size() == 8);
    CHECK(head.value()["lines"]["issuer"] == "云杉培训部");
    const auto read = base::parseJson(saved.substr(first + 1), "credential");
    REQUIRE(read.ok());
    const base::Json& one = read.value();
    CHECK(one["number"] == "N1");
    CHECK(one["department"] == "一部");
    CHECK(one["until"] == "");
    CHECK(one["record"][0] == 0);
    CHECK(one["record"][1] == 0);
    CHECK(one["credential"]["credentialSubject"]["identifier"][0]["identityHash"] == "王小明");
    CHECK(one["credential"]["credentialSubject"]["result"][0]["value"] == "90");
    CHECK(one["credential"]["credentialSubject"]["licenseNumber"].get<std::string>().find("SA-") == 0);
    CHECK_FALSE(one["credential"].contains("evidence"));
    told(clerk, "open", "issued", "1\n2\n3");
    CHECK(host.shows(clerk.visitor.word("issuerSaid.issued", {{"count", "1"}}) +
                     clerk.visitor.word("issuerSaid.skipped", {{"count", "2"}}) +
                     clerk.visitor.word("issuerSaid.noDocument", {{"count", "3"}})));
}

TEST_CASE("a certificate says until when it holds, and nobody gets one who has to train again") {
    Clerk clerk;
    host::Headless& host = clerk.visitor.host();
    clerk.brings({{"a.jsonl", line(clerk.visitor, "1", "王小明", "一部", done, 30, 90)}});
    told(clerk, "open");
    const auto valid = [&](const char* years) {
        REQUIRE(clerk.visitor.press("columns.open"));
        REQUIRE(host.choose(clerk.visitor.word("validity.label"),
                            clerk.visitor.word("validity.years", {{"count", years}})));
        REQUIRE(clerk.visitor.press("display.done"));
        REQUIRE(clerk.visitor.press("issuing.countersign"));
    };
    valid("1"); // long ago by now
    CHECK(clerk.visitor.shows("countersign.nobody"));
    CHECK(host.shows(clerk.visitor.word("countersign.expired", {{"count", "1"}})));
    REQUIRE(clerk.visitor.press("dialog.cancel"));
    REQUIRE(host.choose(clerk.visitor.word("csv.title"), clerk.visitor.word("filter.allSubjects")));
    REQUIRE(clerk.visitor.press("issuing.countersign"));
    CHECK(host.shows(clerk.visitor.word("countersign.modules", {{"count", "1"}})));
}

TEST_CASE("a certificate is looked up and revoked, after a last question, for a reason") {
    Clerk clerk;
    host::Headless& host = clerk.visitor.host();
    const std::string entry = "\n0123456789ab 7\n王小明\nN1\n服务学苑\nSA-1\n2026-11-01T03:00:00.000Z\n";
    told(clerk, "open");
    REQUIRE(host.type(clerk.visitor.word("issuing.search"), "王"));
    CHECK(lastWish(clerk).wish == host::IssuerWish::find);
    CHECK(lastWish(clerk).first == "王");
    told(clerk, "open", {}, "0\n0\n0", "25" + entry + "\n");
    CHECK(host.shows(clerk.visitor.word("issuing.foundMore", {{"count", "24"}})));
    REQUIRE(pressed(clerk, "issuing.revoke", {{"name", "王小明"}}));
    REQUIRE(clerk.visitor.press("dialog.cancel"));
    CHECK(lastWish(clerk).wish == host::IssuerWish::find);
    REQUIRE(pressed(clerk, "issuing.revoke", {{"name", "王小明"}}));
    REQUIRE(host.type(clerk.visitor.word("revoke.reason"), "成绩有误"));
    REQUIRE(clerk.visitor.press("revoke.yes"));
    CHECK(lastWish(clerk).wish == host::IssuerWish::revoke);
    CHECK(lastWish(clerk).first == "0123456789ab 7");
    CHECK(lastWish(clerk).second == "成绩有误");
    told(clerk, "open", "revoked", "0\n0\n0", "1" + entry + "2026-11-20T03:00:00.000Z\n成绩有误");
    CHECK(host.shows(clerk.visitor.word("issuing.entryRevokedFor", {{"date", "2026-11-20"}, {"reason", "成绩有误"}})));
    CHECK_FALSE(pressed(clerk, "issuing.revoke", {{"name", "王小明"}}));
}

TEST_CASE("what is told of the key cut short, or as nonsense, breaks nothing") {
    Clerk clerk;
    host::RecordReader& reader = *clerk.visitor.portal().recordReader();
    for (const char* text : {"", "\n", "open", "open\n\n\n\n\n\n\n\n\n\n", "none\nx\ny\n-1\n99999999999999999999999\n",
                             "open\na\nb\n1\n1\nh\n\n0\n0\n0\n5\nonly a place"}) {
        reader.issuerTold(text);
        clerk.visitor.host().settle();
        CHECK(clerk.visitor.host().find(ui::Role::button, clerk.visitor.word("records.bring")) != nullptr);
    }
}

TEST_CASE("of what learners handed over, each fault is a line") {
    Clerk clerk;
    host::Headless& host = clerk.visitor.host();
    host::RecordReader& reader = *clerk.visitor.portal().recordReader();
    const std::string record = line(clerk.visitor, "1", "王小明", "一部", done, 30, 90);
    reader.begins(1, static_cast<double>(record.size()), false);
    reader.fileNoted("a.json", host::HandOverNote::changed);
    reader.fileNoted("b.json", host::HandOverNote::sealed);
    reader.fileNoted("c.json", host::HandOverNote::otherBrowser);
    reader.fileBegins("c.json", false);
    reader.filePiece(record);
    REQUIRE(reader.fileEnds());
    reader.ends(host::FilesOutcome::done);
    host.settle();
    CHECK(clerk.rows().size() == 1);
    const auto said = [&](const char* file, const char* what) {
        return clerk.visitor.word("report.file", {{"file", file}, {"what", clerk.visitor.word(what)}});
    };
    for (const std::string& words :
         {clerk.visitor.word("report.someTitle", {{"count", "3"}, {"taken", "1"}}), said("a.json", "remark.changed"),
          said("b.json", "remark.sealed"), said("c.json", "remark.otherBrowser"),
          clerk.visitor.word("report.taken", {{"file", "c.json"}, {"count", "1"}})})
        CHECK_MESSAGE(host.shows(words), words);
}
