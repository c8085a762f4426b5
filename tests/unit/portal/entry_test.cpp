// What a person knew before: what an entry test counts for and what not, what is skipped, and in which order the
// modules come. And what the real course examines: forty questions at the end, one of each objective at the door.
#include "course/pack.h"
#include "host/real_course.h"
#include "learning/entry.h"
#include "learning/exam.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

using base::Percent;
using course::ModuleId;
using learning::AttemptId;
using learning::Fact;
using learning::Learner;

namespace {

const ModuleId m2("M2");

class Story {
public:
    Story() { add(learning::LearnerJoined{}); }
    Story& add(Fact fact) {
        ++count_;
        events_.push_back({learning::EventId(std::to_string(count_)), learning::LearnerId("a"),
                           base::Instant{std::chrono::minutes{count_}}, std::move(fact)});
        return *this;
    }
    /// Two questions of M2's first two objectives, the first always right.
    Story& test(const char* exam, const char* attempt, double second, bool passed) {
        const AttemptId id(attempt);
        return add(learning::ExamStarted{course::ExamId(exam), id, 1, "2026.11"})
            .add(learning::ItemAnswered{id, course::ItemId("M2-01"), learning::Chosen{{course::OptionId("a")}},
                                        Percent(100), "M2.o1"})
            .add(learning::ItemAnswered{id, course::ItemId("M2-02"), learning::Chosen{{course::OptionId("a")}},
                                        Percent(second), "M2.o2"})
            .add(learning::ExamFinished{id, Percent((100 + second) / 2), passed});
    }
    Story& prefers(const char* name, const char* value) { return add(learning::PreferenceSet{name, value}); }
    [[nodiscard]] Learner person() const { return learning::fold(events_).all.front(); }

private:
    int count_ = 0;
    std::vector<learning::Event> events_;
};

const course::Course& realCourse() {
    static const course::Course course = course::readCoursePack(walk::packs().at("course.en")).value();
    return course;
}

std::string orderOf(const learning::Way& way) {
    std::string order;
    for (std::size_t at = 0; at < way.modules.size(); ++at)
        order += (at == way.onPath ? "| " : "") + way.modules[at]->id.text() + " ";
    return order;
}

} // namespace

TEST_SUITE("entry tests") {
    TEST_CASE("a module is proven by its own entry test alone, and stays so") {
        CHECK_FALSE(learning::proven(nullptr, m2));
        const Learner fresh = Story().person();
        CHECK_FALSE(learning::proven(&fresh, m2));
        const Learner byExam = Story().test("M2", "t1", 100, true).person();
        CHECK_FALSE(learning::proven(&byExam, m2));
        const Learner failed = Story().test("entry-M2", "t1", 0, false).person();
        CHECK_FALSE(learning::proven(&failed, m2));
        const Learner passed = Story().test("entry-M2", "t1", 100, true).test("entry-M2", "t2", 0, false).person();
        CHECK(learning::proven(&passed, m2));
        CHECK_FALSE(learning::proven(&passed, ModuleId("M3")));
    }

    TEST_CASE("only what is proven can be skipped, by wish, and the wish can be taken back") {
        CHECK_FALSE(learning::skipped(nullptr, m2));
        const Learner wish = Story().prefers("skip.M2", "yes").person();
        CHECK_FALSE(learning::skipped(&wish, m2));
        Story story;
        story.test("entry-M2", "t1", 100, true);
        const Learner proven = story.person();
        CHECK_FALSE(learning::skipped(&proven, m2));
        const Learner skipping = story.prefers("skip.M2", "yes").person();
        CHECK(learning::skipped(&skipping, m2));
        const Learner taking = story.prefers("skip.M2", "no").person();
        CHECK_FALSE(learning::skipped(&taking, m2));
    }

    TEST_CASE("what was not known before it was taught comes back nowhere; an exam's wrong answers do") {
        const Learner entry = Story().test("entry-M2", "t1", 50, false).person();
        CHECK(entry.cards.size() == 1);
        CHECK(entry.objectives.count("M2.o1") == 1);
        CHECK(entry.objectives.count("M2.o2") == 0);
        const Learner exam = Story().test("M2", "t1", 50, false).person();
        CHECK(exam.cards.size() == 2);
        CHECK(exam.objectives.at("M2.o2").right == 0);
    }

    TEST_CASE("worth learning is every objective that was not answered wholly right") {
        const Learner person = Story().test("entry-M2", "t1", 50, false).person();
        const course::ModuleOutline& module = *realCourse().module(m2);
        const auto worth = learning::worthLearning(person.attempts.front(), module);
        REQUIRE(worth.size() == module.objectives.size() - 1);
        CHECK(worth.front()->id == "M2.o2");
    }

    TEST_CASE(
        "the real course has one for each module that questions can show to be known, and no other exam has its id") {
        const course::Course& course = realCourse();
        for (const course::ModuleOutline& module : course.modules) {
            const course::ExamBlueprint* test = course.exam(course::entryTestOf(module.id));
            CHECK((test != nullptr) == (module.id != ModuleId("M16"))); // a self-assessment and a project
            if (test != nullptr) CHECK(test->draws.size() == 1);
        }
        for (const course::ExamBlueprint& exam : course.exams) CHECK_FALSE(course::isEntryTest(exam.id));
    }
}

TEST_SUITE("what the real course asks") {
    TEST_CASE("forty questions at the end, from every module, none for the same objective; one for each at the door") {
        const course::Course& course = realCourse();
        std::map<std::string, course::Module> banks;
        std::vector<const course::Module*> all;
        for (const course::ModuleOutline& module : course.modules)
            banks[module.id.text()] = course::readModulePack(walk::packs().at(module.id.text() + ".en")).value();
        for (const auto& [id, bank] : banks) all.push_back(&bank);
        const auto objectivesOf = [&](const learning::ExamPaper& paper) {
            std::set<std::string> asked;
            for (const learning::DrawnItem& drawn : paper.items)
                asked.insert(banks.at(drawn.module.text()).item(drawn.item)->objective);
            return asked;
        };
        std::set<std::string> everAsked;
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            const auto paper = learning::drawExam(*course.exam(course.completionExam), all, {}, seed);
            REQUIRE(paper.ok());
            CHECK(paper.value().items.size() == 40);
            std::set<std::string> modules;
            for (const learning::DrawnItem& drawn : paper.value().items) modules.insert(drawn.module.text());
            CHECK(modules.size() == course.modules.size());
            const std::set<std::string> asked = objectivesOf(paper.value());
            CHECK(asked.size() == 40);
            everAsked.insert(asked.begin(), asked.end());
            for (const course::ExamBlueprint& test : course.entryTests) {
                const auto few = learning::drawExam(test, all, {}, seed);
                REQUIRE(few.ok());
                const std::size_t objectives = course.module(test.draws.front().module)->objectives.size();
                CHECK(few.value().items.size() == objectives);
                CHECK(objectivesOf(few.value()).size() == objectives);
            }
        }
        std::size_t objectives = 0;
        for (const course::ModuleOutline& module : course.modules) objectives += module.objectives.size();
        CHECK(everAsked.size() == objectives);
    }
}

TEST_SUITE("paths") {
    TEST_CASE("the path's modules come first, in its order, and all others behind them") {
        const course::Course& course = realCourse();
        std::string reading;
        for (const course::ModuleOutline& module : course.modules) reading += module.id.text() + " ";
        CHECK(orderOf(learning::wayOf(nullptr, course)) == reading);
        for (const course::Path& path : course.paths) {
            const Learner person = Story().prefers("path", path.id.c_str()).person();
            const learning::Way way = learning::wayOf(&person, course);
            REQUIRE(way.path == &path);
            CHECK(way.onPath == path.modules.size());
            CHECK(way.modules.size() == course.modules.size());
            for (std::size_t at = 0; at < way.onPath; ++at) CHECK(way.modules[at]->id == path.modules[at]);
            std::set<const course::ModuleOutline*> once(way.modules.begin(), way.modules.end());
            CHECK(once.size() == course.modules.size());
        }
    }

    TEST_CASE("the five kinds of work that the course is for each have a path") {
        std::string ids;
        for (const course::Path& path : realCourse().paths) ids += path.id + " ";
        CHECK(ids == "counter phone-and-web sales property-and-reception supervisor ");
    }

    TEST_CASE("everything, or a path that the course has no more, is the whole course") {
        const course::Course& course = realCourse();
        for (const char* id : {"all", "gone", ""}) {
            const Learner person = Story().prefers("path", "sales").prefers("path", id).person();
            const learning::Way way = learning::wayOf(&person, course);
            CHECK(way.path == nullptr);
            CHECK(way.onPath == course.modules.size());
            CHECK(way.modules.front() == &course.modules.front());
        }
    }
}
