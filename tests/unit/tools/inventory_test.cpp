// Which entries of the inventory are taught and asked about, and what a finished course must not lack.
#include "host/real_course.h"
#include "tools/coursec/report.h"
#include "tools/sample_content.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

coursec::Sources withInventory(const std::string& entries) {
    coursec::Sources sources = sample::content();
    sources["inventory.json"] = "{\"entries\": [" + entries + "]}";
    return sources;
}

std::string linesOf(const coursec::Faults& faults, const coursec::Sources& sources) {
    std::string all;
    for (const std::string& line : coursec::faultLines(faults, sources)) all += line + '\n';
    return all;
}

std::string faultsOf(const coursec::Sources& sources) {
    coursec::Faults faults;
    (void)coursec::compile(sources, faults);
    return linesOf(faults, sources);
}

} // namespace

TEST_SUITE("coverage of the inventory") {
    const std::string all = R"("S0-11", "S0-12", "S1-01")";

    TEST_CASE("the table: entry, lessons, items, totals, gaps") {
        coursec::Faults faults;
        const auto compiled = coursec::compile(withInventory(all), faults);
        CHECK(coursec::coverageTable(compiled.coverage) == "entry  lessons  items and steps that ask\n"
                                                           "S0-11  L2.1     M2-01\n"
                                                           "S0-12  none     M2-02\n"
                                                           "S1-01  none     none\n"
                                                           "\n3 entries, 1 taught, 2 asked about\n"
                                                           "2 without a lesson: S0-12, S1-01\n"
                                                           "1 that nothing asks about: S1-01\n");
    }
    TEST_CASE("gaps are no faults while a course is being written, and faults of a finished one") {
        const coursec::Sources sources = withInventory(all);
        coursec::Faults faults;
        const auto compiled = coursec::compile(sources, faults);
        CHECK(faults.empty());
        CHECK(
            linesOf(coursec::gapsIn(compiled.coverage), sources) ==
            "inventory.json:1:23 #/entries/1: No lesson covers S0-12. Add it to \"covers\" of the lesson that teaches "
            "it.\n"
            "inventory.json:1:32 #/entries/2: No lesson covers S1-01. Add it to \"covers\" of the lesson that teaches "
            "it.\n"
            "inventory.json:1:32 #/entries/2: Nothing asks about S1-01. Write an item that names it in "
            "\"inventory\".\n");
    }
    TEST_CASE("what a lesson covers and nothing asks about is advice") {
        coursec::Sources sources = withInventory(all);
        std::string& lesson = sources["M2/L2.1.json"];
        lesson.replace(lesson.find(R"(["S0-11"])"), 9, R"(["S0-11", "S1-01"])");
        coursec::Faults faults;
        const auto compiled = coursec::compile(sources, faults);
        CHECK(faults.empty());
        CHECK(
            linesOf(compiled.advice, sources) ==
            "M2/L2.1.json:1:50 #/covers/1: Nothing asks about S1-01. Write an item that names it in \"inventory\".\n");
    }
    TEST_CASE("what stands in a step asks too: an option of a dialogue, a question in a lesson") {
        coursec::Sources sources = withInventory(all);
        std::string& lesson = sources["M2/L2.1.json"];
        lesson.replace(lesson.find(R"({"id": "x"})"), 11, R"({"id": "x", "inventory": ["S1-01"]})");
        coursec::Faults faults;
        CHECK(coursec::compile(sources, faults).coverage.entries[2].asked == std::vector<std::string>{"L2.1/sort"});
    }
    TEST_CASE("an entry that is not on the list is a fault, and so is a list that is none") {
        CHECK(faultsOf(withInventory(R"("S0-11", "S0-10")")) ==
              "M2/items.json:3:65 #/items/1/inventory/0: \"S0-12\" is no entry of the inventory. There are S0-11 to "
              "S0-10.\n");
        CHECK(faultsOf(withInventory(all + R"(, "S0-11")")) ==
              "inventory.json:1:41 #/entries/3: \"S0-11\" stands in this list twice. Take one of the two out.\n");
        CHECK(faultsOf(withInventory(all + ", 7")) ==
              "inventory.json:1:41 #/entries/3: Entries look like \"S0-11\".\n");
        coursec::Sources sources = sample::content();
        sources["inventory.json"] = "{}";
        CHECK(faultsOf(sources) ==
              "inventory.json:1:1 #/entries: \"entries\" must be the list of what the course teaches. Add it.\n");
    }
    TEST_CASE("the course's own list has 222 entries, and what a lesson teaches is asked about") {
        const coursec::Coverage& coverage = walk::compiled().coverage;
        CHECK(coverage.entries.size() == 222);
        for (const coursec::Coverage::Entry& entry : coverage.entries) {
            CAPTURE(entry.id);
            CHECK((entry.lessons.empty() || !entry.asked.empty()));
        }
    }
}
