#include "course/pack.h"
#include "course/sample_course.h"

#include <doctest/doctest.h>

#include <functional>
#include <limits>
#include <string>

using base::Fault;
using base::Json;
using course::ItemId;
using course::LessonId;
using course::ModuleId;

namespace {

/// The faults of the module's pack after something in it was changed.
std::vector<base::Error> faultsAfter(const std::function<void(Json&)>& change) {
    Json pack = sample::modulePack();
    change(pack);
    std::vector<base::Error> faults;
    (void)course::readModule(pack, "M2", faults);
    return faults;
}

/// The one fault that the change makes.
base::Error faultAfter(const std::function<void(Json&)>& change) {
    const std::vector<base::Error> faults = faultsAfter(change);
    REQUIRE(faults.size() == 1);
    return faults.front();
}

/// A module's pack with one item of each kind: small enough to be broken at every byte.
std::string smallPack() {
    Json pack = sample::modulePack();
    Json items = Json::array();
    for (const std::size_t first : {0U, 1U, 2U, 3U}) items.push_back(pack["items"][first]);
    pack["items"] = std::move(items);
    return base::toCbor(pack);
}

Json& stepOf(Json& pack, std::size_t index) { return pack["lessons"][0]["steps"][index]; }
constexpr std::size_t guess = 1, sort = 2, rewrite = 3;
constexpr std::size_t single = 0, multiple = 1, ordering = 2, estimate = 3;

} // namespace

TEST_SUITE("a module's pack") {
    TEST_CASE("everything in it is read") {
        const auto read = course::readModulePack(base::toCbor(sample::modulePack()));
        REQUIRE(read.ok());
        const course::Module& module = read.value();
        CHECK(module.id == ModuleId("M2"));
        CHECK(module.language == "zh-CN");
        CHECK(module.contentVersion == "2026.11");
        CHECK(module.items.size() == 16);
        REQUIRE(module.lesson(LessonId("L2.1")));
        const course::Lesson& lesson = *module.lesson(LessonId("L2.1"));
        CHECK(lesson.minutes == 7);
        CHECK(lesson.covers.front().text() == "S0-11");
        REQUIRE(lesson.steps.size() == 6);
        CHECK(std::get<course::Reading>(lesson.steps[0].activity).figure == "68 %");
        CHECK(std::get<course::GuessChart>(lesson.steps[1].activity).bars[2].truth == 68);
        CHECK(std::get<course::Sort>(lesson.steps[2].activity).cards[0].bin == course::OptionId("open"));
        CHECK(std::get<course::Rewrite>(lesson.steps[3].activity).prompts[1].target == course::Rewrite::Target::closed);
        CHECK(std::get<course::Check>(lesson.steps[4].activity).item.id == ItemId("L2.1-check-1"));
        CHECK(std::get<course::Closing>(lesson.steps[5].activity).canDo.size() == 1);
        const course::Item item = sample::item("multiple-choice");
        const auto& options = std::get<course::MultipleChoice>(item.question).options;
        CHECK(options[0].key);
        CHECK_FALSE(options[1].key);
        CHECK(options[1].misconception == "乙的误解");
        CHECK(item.lesson == LessonId("L2.1"));
    }

    TEST_CASE("a lesson or an item that is not there is not found, and nothing else happens") {
        const course::Module module = sample::module();
        CHECK(module.lesson(LessonId("L9.9")) == nullptr);
        CHECK(module.lesson(LessonId("")) == nullptr);
        CHECK(module.item(ItemId("../../etc/passwd")) == nullptr);
        const course::Course course = sample::course();
        CHECK(course.lesson(LessonId("L9.9")) == nullptr);
        CHECK(course.moduleOf(LessonId("L9.9")) == nullptr);
        CHECK(course.module(ModuleId("M9")) == nullptr);
        CHECK(course.exam(course::ExamId("M9")) == nullptr);
    }

    TEST_CASE("cut at any byte it is refused, never half used") {
        const std::string whole = smallPack();
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const auto read = course::readModulePack(std::string_view(whole).substr(0, size));
            REQUIRE_FALSE(read.ok());
            REQUIRE(read.error().fault == Fault::unreadable);
        }
        CHECK(course::readModulePack("").error().fault == Fault::unreadable);
        CHECK(course::readModulePack("<!doctype html><title>404</title>").error().fault == Fault::unreadable);
    }

    TEST_CASE("with any one byte wrong it is refused or still a sound module") {
        const std::string whole = smallPack();
        REQUIRE(course::readModulePack(whole).ok());
        for (std::size_t at = 0; at < whole.size(); at += 3) {
            for (const char wrong : {'\x00', '\xFF', '\x9F'}) {
                std::string broken = whole;
                broken[at] = wrong;
                const auto read = course::readModulePack(broken);
                if (read.ok()) CHECK(read.value().lessons.size() == 1);
            }
        }
    }

    TEST_CASE("of another format, version or kind it is refused in words") {
        const base::Error version = faultAfter([](Json& pack) { pack["formatVersion"] = 2; });
        CHECK(version.fault == Fault::wrongVersion);
        CHECK(version.where == "M2#/formatVersion");
        CHECK(faultAfter([](Json& pack) { pack["format"] = "zip"; }).fault == Fault::unreadable);
        CHECK(faultAfter([](Json& pack) { pack["kind"] = "course"; }).fault == Fault::wrongType);
        CHECK(faultAfter([](Json& pack) { pack = Json::array(); }).fault == Fault::wrongType);
        CHECK(course::readModulePack(base::toCbor(sample::coursePack())).error().fault == Fault::wrongType);
    }

    TEST_CASE("hostile numbers are refused") {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (const double number : {nan, std::numeric_limits<double>::infinity(), 1e308, -1e308}) {
            CHECK(faultsAfter([number](Json& pack) { pack["items"][estimate]["truth"] = number; }).size() >= 1);
            CHECK(faultsAfter([number](Json& pack) { pack["items"][estimate]["step"] = number; }).size() >= 1);
            CHECK(faultsAfter([number](Json& pack) { pack["lessons"][0]["minutes"] = number; }).size() == 1);
            CHECK(faultsAfter([number](Json& pack) { stepOf(pack, guess)["bars"][0]["truth"] = number; }).size() >= 1);
        }
    }

    TEST_CASE("every fault is reported with its place") {
        const auto faults = faultsAfter([](Json& pack) {
            stepOf(pack, 0).erase("title");
            stepOf(pack, sort)["cards"][1]["bin"] = "nowhere";
            pack["items"][5].erase("stem");
        });
        REQUIRE(faults.size() == 3);
        CHECK(faults[0].where == "M2#/lessons/0/steps/0/title");
        CHECK(faults[1].where == "M2#/lessons/0/steps/2/cards/1/bin");
        CHECK(faults[1].fault == Fault::unknownId);
        CHECK(faults[2].where == "M2#/items/5/stem");
    }
}

TEST_SUITE("what a step may not be") {
    TEST_CASE("truths that do not add up to the total") {
        CHECK(faultAfter([](Json& pack) { stepOf(pack, guess)["bars"][0]["truth"] = 2; }).fault ==
              Fault::contradiction);
        CHECK(faultAfter([](Json& pack) { stepOf(pack, guess)["goodWithin"] = 70; }).fault == Fault::contradiction);
    }
    TEST_CASE("steps, bars, cards, bins and prompts of one name") {
        CHECK(faultAfter([](Json& pack) { stepOf(pack, 0)["id"] = "end"; }).fault == Fault::duplicateId);
        CHECK(faultAfter([](Json& pack) { stepOf(pack, guess)["bars"][0]["id"] = "price"; }).fault ==
              Fault::duplicateId);
        CHECK(faultAfter([](Json& pack) { stepOf(pack, sort)["cards"][0]["id"] = "done"; }).fault ==
              Fault::duplicateId);
        CHECK(faultAfter([](Json& pack) { stepOf(pack, rewrite)["prompts"][0]["id"] = "arrive"; }).fault ==
              Fault::duplicateId);
    }
    TEST_CASE("of no known kind, without a prompt, or with nothing in it") {
        CHECK(faultAfter([](Json& pack) { stepOf(pack, 0)["kind"] = "video"; }).where == "M2#/lessons/0/steps/0/kind");
        CHECK(faultAfter([](Json& pack) { stepOf(pack, guess).erase("prompt"); }).where ==
              "M2#/lessons/0/steps/1/prompt");
        CHECK(faultAfter([](Json& pack) { stepOf(pack, rewrite)["prompts"] = Json::array(); }).fault ==
              Fault::outOfRange);
        CHECK(faultAfter([](Json& pack) { stepOf(pack, rewrite)["prompts"][0]["target"] = "ajar"; }).fault ==
              Fault::unknownId);
        CHECK(faultAfter([](Json& pack) { stepOf(pack, sort)["cards"] = Json::array(); }).fault == Fault::outOfRange);
        CHECK(faultAfter([](Json& pack) { pack["lessons"][0]["steps"] = Json::array(); }).fault == Fault::outOfRange);
    }
}

TEST_SUITE("what an item may not be") {
    TEST_CASE("a choice with the wrong keys") {
        const auto withKeys = [](std::size_t item, const Json& keys) {
            return faultsAfter([item, &keys](Json& pack) { pack["items"][item]["key"] = keys; });
        };
        CHECK(withKeys(single, Json::array({"needs", "needs"})).front().fault == Fault::duplicateId);
        CHECK(withKeys(single, Json::array({"needs", "price"})).back().fault == Fault::contradiction);
        CHECK(withKeys(single, Json::array({"needs", "weather"})).front().fault == Fault::unknownId);
        const auto none = withKeys(multiple, Json::array());
        CHECK(none.back().where == "M2#/items/1/key");
        CHECK(none.back().fault == Fault::missing);
        const auto all = withKeys(multiple, Json::array({"a", "b", "c", "d"}));
        CHECK(all.back().where == "M2#/items/1/options");
    }
    TEST_CASE("options or entries of one name") {
        CHECK(faultAfter([](Json& pack) { pack["items"][single]["options"][1]["id"] = "death"; }).fault ==
              Fault::duplicateId);
        CHECK(faultAfter([](Json& pack) { pack["items"][ordering]["entries"][1]["id"] = "hear"; }).fault ==
              Fault::duplicateId);
        CHECK(faultAfter([](Json& pack) { pack["items"][3]["id"] = "M2-1"; }).fault == Fault::duplicateId);
    }
    TEST_CASE("an estimate that nobody can get right") {
        CHECK(faultAfter([](Json& pack) { pack["items"][estimate]["truth"] = 101; }).where == "M2#/items/3/truth");
        CHECK(faultAfter([](Json& pack) { pack["items"][estimate]["tolerance"] = 0; }).fault == Fault::outOfRange);
        CHECK(faultAfter([](Json& pack) { pack["items"][estimate]["most"] = 0; }).fault == Fault::contradiction);
        CHECK(faultAfter([](Json& pack) { pack["items"][estimate]["step"] = 1e-6; }).fault == Fault::contradiction);
    }
    TEST_CASE("a distractor that names no misconception") {
        CHECK(faultAfter([](Json& pack) { pack["items"][single]["options"][1].erase("misconception"); }).fault ==
              Fault::missing);
    }
}

TEST_SUITE("the course's pack") {
    TEST_CASE("everything in it is read, and lessons follow each other over modules") {
        const auto read = course::readCoursePack(base::toCbor(sample::coursePack()));
        REQUIRE(read.ok());
        const course::Course& course = read.value();
        CHECK(course.passMark == base::Percent(80));
        CHECK(course.words.find("home.continue")->second == "继续学习");
        CHECK(course.lesson(LessonId("L2.1"))->steps.size() == 6);
        CHECK(course.moduleOf(LessonId("L4.1"))->id == ModuleId("M4"));
        CHECK(course.exam(course::ExamId("final"))->draws.size() == 2);
    }

    TEST_CASE("cut at any byte it is refused") {
        const std::string whole = base::toCbor(sample::coursePack());
        for (std::size_t size = 0; size < whole.size(); ++size)
            REQUIRE(course::readCoursePack(std::string_view(whole).substr(0, size)).error().fault == Fault::unreadable);
    }

    TEST_CASE("names that nothing answers to are refused") {
        const auto faultOf = [](const std::function<void(Json&)>& change) {
            Json pack = sample::coursePack();
            change(pack);
            const auto read = course::readCoursePack(base::toCbor(pack));
            REQUIRE_FALSE(read.ok());
            return read.error().fault;
        };
        CHECK(faultOf([](Json& pack) { pack["completionExam"] = "last"; }) == Fault::unknownId);
        CHECK(faultOf([](Json& pack) { pack["exams"][0]["draws"][0]["module"] = "M9"; }) == Fault::unknownId);
        CHECK(faultOf([](Json& pack) { pack["modules"][1]["id"] = "M2"; }) == Fault::duplicateId);
        CHECK(faultOf([](Json& pack) { pack["exams"][1]["id"] = "M2"; }) == Fault::duplicateId);
        CHECK(faultOf([](Json& pack) { pack["modules"][0]["lessons"][1]["id"] = "L2.1"; }) == Fault::duplicateId);
        CHECK(faultOf([](Json& pack) { pack["passMark"] = 101; }) == Fault::outOfRange);
        CHECK(faultOf([](Json& pack) { pack["words"] = 3; }) == Fault::wrongType);
        CHECK(faultOf([](Json& pack) { pack.erase("words"); }) == Fault::missing);
    }
}
