// A backup is whole or not at all, says what is wrong with it, and gives the same learner whichever file comes first.
#include "base/json_writer.h"
#include "base/sha256.h"
#include "learning/order.h"
#include "records/backup.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

using learning::Event;
using learning::EventId;
using learning::Fact;
using learning::LearnerId;
using records::Backup;
using records::BackupFault;
using records::Journal;

namespace {

const base::Instant morning{base::Milliseconds(1'795'312'800'000)};

/// One browser in which a person learns.
struct Browser {
    std::string device;
    Journal journal{};
    std::vector<std::string> store{};
    int given = 0;
    base::Instant now = morning;

    explicit Browser(std::string name) : device(std::move(name)) { journal.setDevice(device); }

    void happens(Fact fact, const char* who = "ann") {
        const auto line =
            journal.append({EventId(device + std::to_string(++given)), LearnerId(who), now, std::move(fact)});
        store.push_back(line->text);
        now += std::chrono::minutes(1);
    }
    void learns() {
        happens(learning::LearnerJoined{});
        happens(learning::LearnerChosen{});
        happens(learning::LearnerNamed{"王小明"});
        happens(learning::LearnerDescribed{"0042", "前台"});
        happens(learning::LessonOpened{course::LessonId("L2.1")});
        happens(learning::StepAnswered{course::LessonId("L2.1"), course::StepId("think"),
                                       learning::Noted{"只写给自己看的话"}, base::Percent(100)});
    }
    [[nodiscard]] std::string backup(const char* who = "ann") const {
        return records::backupOf(LearnerId(who), "王小明", device, now, store);
    }
    /// As the portal brings a file in: what is there already is left out.
    void bring(const std::string& file) {
        const auto read = records::readBackup(file);
        REQUIRE(std::holds_alternative<Backup>(read));
        std::vector<std::string> lines;
        for (const records::Line& line : std::get<Backup>(read).lines) {
            const bool there = std::find(store.begin(), store.end(), line.text) != store.end();
            if (!there) lines.push_back(line.text);
        }
        store.insert(store.end(), lines.begin(), lines.end());
        (void)journal.take(lines);
    }
};

std::string sum(std::string_view body) { return base::base64Url(base::sha256(body)); }

/// The file with another body, whose checksum and count agree with it: as somebody would forge it.
std::string rewritten(const std::string& file, const std::string& body) {
    const auto lines = static_cast<int>(std::count(body.begin(), body.end(), '\n'));
    base::JsonObject heading;
    heading.text("file", "service-academy-backup");
    heading.integer("version", 1);
    heading.text("learner", "ann");
    heading.text("name", "王小明");
    heading.integer("count", lines);
    heading.text("sha256", sum(body));
    CHECK(file.find("service-academy-backup") != std::string::npos);
    return heading.text() + '\n' + body;
}
std::string bodyOf(const std::string& file) { return file.substr(file.find('\n') + 1); }

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

BackupFault faultOf(const std::string& file) {
    const auto read = records::readBackup(file);
    REQUIRE(std::holds_alternative<BackupFault>(read));
    return std::get<BackupFault>(read);
}

/// All that can be told of a learner.
std::string described(const Journal& journal) {
    const learning::Learner* person = journal.learners().find(LearnerId("ann"));
    REQUIRE(person != nullptr);
    std::string out = person->name + "|" + person->number + "|" + person->department + "|" +
                      base::isoUtc(person->joined) + "|" + std::to_string(person->events);
    for (const auto& [name, value] : person->preferences) out += "|" + name + "=" + value;
    for (const auto& [id, lesson] : person->lessons) {
        out += "|" + id.text() + base::isoUtc(lesson.opened) + (lesson.finished ? base::isoUtc(*lesson.finished) : "");
        for (const auto& [step, result] : lesson.steps)
            out += step.text() + base::jsonNumber(result.score.outOfHundred());
    }
    for (const auto& attempt : person->attempts) {
        out += "|" + attempt.id.text() + (attempt.finished ? base::isoUtc(*attempt.finished) : "");
        for (const auto& [item, result] : attempt.answers)
            out += item.text() + base::jsonNumber(result.score.outOfHundred());
    }
    for (const auto& [id, standing] : person->objectives) out += "|" + id + std::to_string(standing.asked);
    return out;
}

} // namespace

TEST_SUITE("a backup") {
    TEST_CASE("comes back as the same learner, in a browser that never saw them") {
        Browser home("home"), work("work");
        home.learns();
        work.bring(home.backup());
        CHECK(described(work.journal) == described(home.journal));
        CHECK(work.journal.broken() == 0);
        CHECK(work.journal.unreadable() == 0);
        CHECK(work.store == home.store);
    }

    TEST_CASE("can be read by a person: JSON in every line, the learner's own notes too, and first what it is") {
        Browser home("home");
        home.learns();
        const std::string file = home.backup();
        CHECK(file.rfind("{\"file\":\"service-academy-backup\",\"version\":1,\"learner\":\"ann\"", 0) == 0);
        CHECK(file.find("只写给自己看的话") != std::string::npos);
        for (std::size_t at = 0; at < file.size(); at = file.find('\n', at) + 1) CHECK(file[at] == '{');
    }

    TEST_CASE("holds nothing of anybody else") {
        Browser shared("shared");
        shared.learns();
        shared.happens(learning::LearnerJoined{}, "ben");
        shared.happens(learning::LearnerNamed{"Ben Secret"}, "ben");
        CHECK(shared.backup().find("Ben Secret") == std::string::npos);
        Browser other("other");
        other.bring(shared.backup("ben"));
        CHECK(other.journal.learners().all.size() == 1);
    }

    TEST_CASE("may have gone through a mail program: other line ends, a byte-order mark, no last line end") {
        Browser home("home");
        home.learns();
        std::string file;
        for (const char letter : home.backup()) file += letter == '\n' ? std::string("\r\n") : std::string(1, letter);
        Browser work("work");
        work.bring("\xEF\xBB\xBF" + file);
        CHECK(described(work.journal) == described(home.journal));
        Browser third("third");
        file = home.backup();
        file.pop_back();
        third.bring(file);
        CHECK(described(third.journal) == described(home.journal));
    }

    TEST_CASE("of a store with a damaged record holds all the others and can be read") {
        Browser home("home");
        home.learns();
        home.store[3][30] ^= 1;
        Browser work("work");
        work.bring(records::backupOf(LearnerId("ann"), "王小明", "home", morning, home.store));
        CHECK(work.journal.events().size() + 1 == home.journal.events().size());
        CHECK(work.journal.broken() == 1);
    }
}

TEST_SUITE("a damaged backup is refused whole, with what is wrong") {
    TEST_CASE("not ours") {
        for (const char* file : {"", "\n", "hello", "{}", "[]", "null", "{\"file\":\"something-else\",\"version\":1}",
                                 "{\"file\":\"service-academy-backup\"}", "Name,Score\r\nAnn,80\r\n", "\xFF\xD8\xFF"})
            CHECK(faultOf(file) == BackupFault::notOurs);
    }

    TEST_CASE("cut short, wherever") {
        Browser home("home");
        home.learns();
        const std::string file = home.backup();
        for (std::size_t length = file.find('\n') + 1; length + 1 < file.size(); ++length)
            CHECK(faultOf(file.substr(0, length)) == BackupFault::cutShort);
    }

    TEST_CASE("one byte changed, wherever: never taken over") {
        Browser home("home");
        home.learns();
        const std::string file = home.backup();
        const std::size_t body = file.find('\n') + 1;
        for (std::size_t at = 0; at < file.size(); ++at) {
            std::string changed = file;
            changed[at] ^= 1;
            const auto read = records::readBackup(changed);
            if (at >= body) {
                REQUIRE(std::holds_alternative<BackupFault>(read));
            } else if (std::holds_alternative<Backup>(read)) {
                // Of the first line only what nobody relies on may change: the learner's name, the device, the time.
                CHECK(std::get<Backup>(read).lines.size() == 6);
            }
        }
        CHECK(faultOf(replaced(file, "前台", "后台")) == BackupFault::changed);
        CHECK(faultOf(file + "{}\n") == BackupFault::changed);
        CHECK(faultOf(replaced(file, "\"sha256\":\"", "\"sha256\":\"x")) == BackupFault::changed);
    }

    TEST_CASE("made by a later version") {
        Browser home("home");
        home.learns();
        CHECK(faultOf(replaced(home.backup(), "\"version\":1", "\"version\":2")) == BackupFault::laterVersion);
        const std::string body = replaced(bodyOf(home.backup()), "{\"v\":2", "{\"v\":3");
        CHECK(faultOf(rewritten(home.backup(), body)) == BackupFault::laterVersion);
    }

    TEST_CASE("events of another learner in it") {
        Browser home("home");
        home.learns();
        const std::string body = replaced(bodyOf(home.backup()), "\"learner\":\"ann\"", "\"learner\":\"ben\"");
        CHECK(faultOf(rewritten(home.backup(), body)) == BackupFault::mixed);
    }

    TEST_CASE("rewritten by somebody who knew how to add up the checksum, but not the chain") {
        Browser home("home");
        home.learns();
        const std::string body = replaced(bodyOf(home.backup()), "前台", "经理");
        CHECK(faultOf(rewritten(home.backup(), body)) == BackupFault::brokenChain);
    }

    TEST_CASE("one event in it twice, or under a name with a line end in it") {
        Browser home("home");
        home.learns();
        const std::string body = bodyOf(home.backup());
        CHECK(faultOf(rewritten(home.backup(), body + body.substr(0, body.find('\n') + 1))) ==
              BackupFault::brokenChain);
        const std::string strange = replaced(body, "\"id\":\"home1\"", "\"id\":\"home\\n1\"");
        CHECK(faultOf(rewritten(home.backup(), strange)) == BackupFault::unreadable);
    }

    TEST_CASE("an event in it that nobody can read") {
        Browser home("home");
        home.learns();
        const std::string body = replaced(bodyOf(home.backup()), "learner-named", "learner-painted");
        CHECK(faultOf(rewritten(home.backup(), body)) == BackupFault::unreadable);
    }
}

TEST_SUITE("several devices") {
    /// A person goes from one device to another and back with backups, and goes on in both; clocks do not agree.
    std::vector<Browser> travelled(std::mt19937 & chance) {
        std::vector<Browser> devices;
        for (const char* name : {"home", "work", "phone"}) devices.emplace_back(name);
        devices[0].learns();
        for (Browser& other : devices) {
            if (&other != &devices[0]) other.bring(devices[0].backup());
            other.now = morning + std::chrono::minutes(static_cast<int>(chance() % 60) - 20);
        }
        const auto pick = [&](int count) { return std::to_string(chance() % static_cast<unsigned>(count)); };
        int exams = 0;
        for (int i = 0; i < 60; ++i) {
            Browser& device = devices[chance() % devices.size()];
            if (chance() % 10 == 0) device.now -= std::chrono::minutes(7); // somebody set the clock back
            const course::LessonId lesson("L" + pick(4));
            const learning::AttemptId attempt("t" + pick(std::max(exams, 1)));
            const base::Percent score(static_cast<double>(chance() % 101));
            switch (chance() % 7) {
            case 0: device.happens(learning::LearnerNamed{"name " + pick(9)}); break;
            case 1: device.happens(learning::LearnerDescribed{pick(9), pick(9)}); break;
            case 2: device.happens(learning::PreferenceSet{"theme", pick(3)}); break;
            case 3:
                device.happens(learning::ExamStarted{course::ExamId("final"),
                                                     learning::AttemptId("t" + std::to_string(exams++)), 1, "1"});
                break;
            case 4:
                device.happens(learning::ItemAnswered{attempt, course::ItemId(pick(5)), learning::Seen{}, score,
                                                      "M1.o" + pick(3)});
                break;
            case 5: device.happens(learning::ExamFinished{attempt, score, score.outOfHundred() >= 80}); break;
            default:
                device.happens(
                    learning::StepAnswered{lesson, course::StepId(pick(6)), learning::Seen{}, score, "M1.o" + pick(3)});
                break;
            }
        }
        return devices;
    }

    TEST_CASE("files in any order, any number of times, give the same learner") {
        for (unsigned seed = 0; seed < 16; ++seed) {
            CAPTURE(seed);
            std::mt19937 chance(seed);
            const std::vector<Browser> devices = travelled(chance);
            std::string expected;
            for (int way = 0; way < 8; ++way) {
                std::vector<std::size_t> order = {0, 1, 2, 1, 0};
                std::shuffle(order.begin(), order.end(), chance);
                order.insert(order.end(), {0, 1, 2}); // each at least once
                Browser fresh("fresh");
                for (const std::size_t which : order) fresh.bring(devices[which].backup());
                if (expected.empty()) expected = described(fresh.journal);
                CHECK(described(fresh.journal) == expected);

                Journal reloaded; // and so after the next start
                reloaded.load(fresh.store);
                CHECK(described(reloaded) == expected);
                CHECK(reloaded.broken() == 0);
            }
        }
    }

    TEST_CASE("a file that is brought in piece by piece gives what the whole gives") {
        std::mt19937 chance(7);
        const std::vector<Browser> devices = travelled(chance);
        Browser whole("whole");
        std::vector<std::string> lines;
        for (const Browser& device : devices) {
            whole.bring(device.backup());
            lines.insert(lines.end(), device.store.begin(), device.store.end());
        }
        for (int way = 0; way < 20; ++way) {
            std::shuffle(lines.begin(), lines.end(), chance);
            const auto middle = lines.begin() + static_cast<std::ptrdiff_t>(chance() % lines.size());
            Browser pieces("pieces");
            pieces.bring(records::backupOf(LearnerId("ann"), "", "x", morning, {lines.begin(), middle}));
            pieces.bring(records::backupOf(LearnerId("ann"), "", "x", morning, {middle, lines.end()}));
            CHECK(described(pieces.journal) == described(whole.journal));
        }
    }

    TEST_CASE("whoever learns on one device only stays as the store has them") {
        Browser home("home");
        home.learns();
        home.now -= std::chrono::hours(5);
        home.happens(learning::LearnerNamed{"later, though the clock says earlier"});
        std::vector<Event> events = home.journal.events();
        CHECK_FALSE(learning::putInOneOrder(events));
        Journal reloaded;
        reloaded.load(home.store);
        CHECK(reloaded.learners().all[0].name == "later, though the clock says earlier");
    }
}
