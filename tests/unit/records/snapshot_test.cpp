// A start from a snapshot comes to the same as reading the whole journal, or it is refused: for journals made by
// chance, by several learners, devices and clocks, and for whatever can be wrong with a snapshot.
#include "base/json_writer.h"
#include "records/journal.h"

#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

namespace {

using learning::Event;
using learning::Fact;
using learning::LearnerId;
using records::Journal;
using Lines = std::vector<std::string>;

std::string told(base::Instant at) { return base::isoUtc(at); }
std::string told(base::Percent score) { return base::jsonNumber(score.outOfHundred()); }
std::string told(const std::optional<base::Instant>& at) { return at ? told(*at) : "-"; }

/// Every member of it, in words.
std::string told(const learning::Learner& person) {
    std::string out = person.id.text() + "|" + person.name + "|" + person.number + "|" + person.department + "|" +
                      told(person.joined) + "|" + told(person.lastSeen) + "|" + std::to_string(person.events) + "\n";
    for (const auto& [name, value] : person.preferences) out += name + "=" + value + "\n";
    for (const auto& [id, lesson] : person.lessons) {
        out += id.text() + " " + told(lesson.opened) + " " + told(lesson.finished) + "\n";
        for (const auto& [step, result] : lesson.steps)
            out += "  " + step.text() + toJson(result.answer) + told(result.score) + told(result.at) + "\n";
    }
    for (const learning::Attempt& each : person.attempts) {
        out += each.id.text() + " " + each.exam.text() + " " + std::to_string(each.seed) + each.contentVersion +
               told(each.started) + std::to_string(each.minutes) + told(each.finished) + " " +
               std::to_string(each.finishedOrder) + " " + told(each.score) + (each.passed ? "passed" : "") +
               told(each.lastSeen) + std::to_string(each.spent.count()) + "\n";
        for (const auto& [item, result] : each.answers)
            out += "  " + item.text() + toJson(result.answer) + told(result.score) + told(result.at) +
                   result.objective + std::to_string(result.order) + "\n";
    }
    for (const auto& each : person.certificates)
        out += each.attempt.text() + each.serial + each.name + told(each.at) + "\n";
    for (const auto& [id, standing] : person.objectives)
        out += id + std::to_string(standing.asked) + std::to_string(standing.right) + (standing.lastRight ? "r" : "w") +
               (standing.priorRight ? "r" : "w") + "\n";
    for (const auto& [id, card] : person.cards) {
        out += id.text() + card.objective + (card.inParts ? "parts" : "") + "\n";
        for (const learning::Recall& recall : card.recalls)
            out += "  " + told(recall.at) + told(recall.score) + (recall.hinted ? "hinted" : "") + "\n";
    }
    return out;
}

std::string told(const Journal& journal) {
    std::string out = std::to_string(journal.unreadable()) + " " + std::to_string(journal.broken()) + " " +
                      journal.learners().current.text() + "\n";
    for (const learning::Learner& person : journal.learners().all) {
        out += told(person);
        CHECK(journal.learners().find(person.id) == &person);
    }
    return out;
}

class Chance {
public:
    explicit Chance(unsigned seed) : numbers_(seed) {}
    int below(int end) { return static_cast<int>(numbers_() % static_cast<unsigned>(end)); }
    std::string one(const char* prefix, int of) { return prefix + std::to_string(below(of)); }

    learning::Answer answer() {
        const course::OptionId a(one("a", 4)), b(one("b", 4));
        switch (below(13)) {
        case 0: return learning::Seen{};
        case 1: return learning::Chosen{{a, b}};
        case 2: return learning::Ordered{{b, a}};
        case 3: return learning::Estimated{below(100) / 8.0 - 5};
        case 4: return learning::Guessed{{below(100), below(100)}};
        case 5: return learning::Placed{{{a, b}}};
        case 6: return learning::Wrote{{{a, "写下的 \"话\"\n"}}};
        case 7: return learning::Spotted{{a, b}, {{b, a}}};
        case 8: return learning::Rated{{{a, 1 + below(5)}}};
        case 9: return learning::Noted{below(2) == 0 ? "" : "记下"};
        case 10: return learning::Decided{{{a, {b}}, {b, {}}}};
        case 11: return learning::Said{{b}};
        default: return learning::Simulated{{{a, below(1000) / 3.0}}};
        }
    }
    Fact fact() {
        const base::Percent score(50 * below(3));
        const course::LessonId lesson(one("L", 3));
        const learning::AttemptId attempt(one("attempt", 4));
        const std::string objective = below(2) == 0 ? "" : one("M2.o", 3);
        const bool hinted = below(4) == 0;
        switch (below(13)) {
        case 0: return learning::LearnerChosen{};
        case 1: return learning::LearnerNamed{one("王", 9)};
        case 2: return learning::LearnerDescribed{one("A-", 9), "客服部"};
        case 3: return learning::PreferenceSet{one("wish", 3), one("", 9)};
        case 4: return learning::LessonOpened{lesson};
        case 5:
        case 6: return learning::StepAnswered{lesson, course::StepId(one("s", 5)), answer(), score, objective, hinted};
        case 7: return learning::LessonFinished{lesson};
        case 8: return learning::ExamStarted{course::ExamId(one("exam", 2)), attempt, ~std::uint64_t{0}, "1", below(2)};
        case 9: return learning::ItemAnswered{attempt, course::ItemId(one("i", 6)), answer(), score, objective};
        case 10: return learning::ExamFinished{attempt, score, below(2) == 0};
        case 11: return learning::ItemReviewed{learning::CardId(one("i", 6)), answer(), score, objective, hinted};
        default: return learning::CertificateIssued{attempt, one("serial", 3), "王"};
        }
    }

private:
    std::mt19937 numbers_;
};

/// What the stores of so many devices hold after so many events of three learners, in one row. A clock is wrong now and
/// then; who learns on a device first has joined there.
Lines journalByChance(Chance& chance, int devices, int events) {
    std::vector<Journal> writers(static_cast<std::size_t>(devices));
    std::vector<std::set<std::string>> here(writers.size());
    for (int i = 0; i < devices; ++i) writers[static_cast<std::size_t>(i)].setDevice("device" + std::to_string(i));
    base::Instant now{std::chrono::hours(500'000)};
    Lines lines;
    for (int i = 0; i < events; ++i) {
        now += std::chrono::minutes(chance.below(3000));
        const auto device = static_cast<std::size_t>(chance.below(devices));
        const LearnerId who(chance.one("learner", 3));
        const base::Instant at = now - std::chrono::hours(chance.below(6) == 0 ? chance.below(2000) : 0);
        const bool isNew = here[device].insert(who.text()).second;
        const Event event{learning::EventId("e" + std::to_string(i)), who, at,
                          isNew ? Fact(learning::LearnerJoined{}) : chance.fact()};
        lines.push_back(writers[device].append(event)->text);
    }
    return lines;
}

Journal loaded(const Lines& lines) {
    Journal journal;
    journal.setDevice("device0");
    journal.load(lines);
    return journal;
}

Lines part(const Lines& lines, std::size_t from, std::size_t to) {
    return {lines.begin() + static_cast<std::ptrdiff_t>(from), lines.begin() + static_cast<std::ptrdiff_t>(to)};
}

/// The journal as another tab or a later session goes on with it.
std::string nextLine(Journal& journal) {
    return journal.append({learning::EventId("next"), LearnerId("learner1"), {}, learning::LearnerChosen{}})->text;
}

} // namespace

TEST_SUITE("a snapshot of the journal") {
    TEST_CASE("with what came later it is what the whole journal comes to, or it is refused") {
        int begun = 0, ofSeveral = 0, refused = 0;
        for (unsigned seed = 0; seed < 300; ++seed) {
            CAPTURE(seed);
            Chance chance(seed);
            const int devices = 1 + static_cast<int>(seed % 3);
            Lines lines = journalByChance(chance, devices, 20 + chance.below(150));
            const std::size_t cut = static_cast<std::size_t>(chance.below(static_cast<int>(lines.size()) + 1));
            if (seed % 5 == 4) lines[static_cast<std::size_t>(chance.below(static_cast<int>(lines.size())))][30] ^= 1;
            if (seed % 7 == 6) lines.erase(lines.begin() + chance.below(static_cast<int>(lines.size())));
            const std::size_t place = std::min(cut, lines.size());

            Journal whole = loaded(lines);
            const auto snapshot = loaded(part(lines, 0, place)).snapshot({});
            REQUIRE(snapshot.has_value());
            Journal journal;
            journal.setDevice("device0");
            if (!journal.begin(*snapshot, part(lines, place, lines.size()))) {
                ++refused;
                CHECK((devices > 1 || seed % 5 == 4 || seed % 7 == 6));
                CHECK(journal.empty());
                continue;
            }
            ++begun;
            ofSeveral += devices > 1 ? 1 : 0;
            CHECK_FALSE(journal.whole());
            CHECK(told(journal) == told(whole));
            CHECK(nextLine(journal) == nextLine(whole));
        }
        CAPTURE(begun);
        CHECK(ofSeveral > 5);
        CHECK(begun - ofSeveral > 50);
        CHECK(refused > 20);
    }

    TEST_CASE("a journal that began from one and is read whole afterwards goes on as if nothing had been") {
        for (unsigned seed = 0; seed < 60; ++seed) {
            CAPTURE(seed);
            Chance chance(seed);
            const Lines lines = journalByChance(chance, 1, 100);
            Journal journal;
            journal.setDevice("device0");
            REQUIRE(journal.begin(*loaded(part(lines, 0, 70)).snapshot({}), part(lines, 70, 100)));
            Journal whole = loaded(lines);
            journal.seat(LearnerId("learner2"));
            whole.seat(LearnerId("learner2"));
            const std::string waits = nextLine(journal);
            CHECK(waits == nextLine(whole));

            Journal read;
            for (std::size_t at = 0; at < lines.size(); at += 7)
                read.readOn(part(lines, at, std::min(at + 7, lines.size())));
            const auto again = journal.becomeWhole(std::move(read));
            REQUIRE(again.size() == 1);
            CHECK(again[0].text == waits);
            CHECK(journal.whole());
            CHECK(journal.unconfirmed() == 1);
            CHECK(journal.events().size() == lines.size() + 1);
            CHECK(told(journal) == told(whole));
        }
    }

    TEST_CASE("what only the whole journal shows is told once it was read") {
        Chance chance(7);
        Lines lines = journalByChance(chance, 1, 60);
        const std::string snapshot = *loaded(lines).snapshot({});
        lines[20][40] ^= 1; // went bad since
        Journal journal;
        REQUIRE(journal.begin(snapshot, {}));
        CHECK(journal.unreadable() == 0);
        Journal read;
        read.readOn(lines);
        CHECK(journal.becomeWhole(std::move(read)).empty());
        CHECK(journal.unreadable() == 1);
        CHECK(told(journal) == told([&] {
                  Journal whole = loaded(lines);
                  whole.seat(journal.learners().current);
                  return whole;
              }()));
    }

    TEST_CASE(
        "nothing is begun with one that is damaged, cut short, empty or of another journal, and nothing changes") {
        Chance chance(1);
        const Lines lines = journalByChance(chance, 2, 30);
        const std::string good = *loaded(part(lines, 0, 20)).snapshot({});
        Journal journal = loaded(lines);
        const std::string before = told(journal);
        for (std::size_t byte = 0; byte < good.size(); ++byte) {
            std::string bad = good;
            bad[byte] = static_cast<char>(bad[byte] ^ (1 << (byte % 8)));
            CAPTURE(byte);
            CHECK_FALSE(journal.begin(bad, {}));
            CHECK_FALSE(journal.begin(std::string_view(good).substr(0, byte), {}));
        }
        CHECK_FALSE(journal.begin(good + " ", {}));
        Chance other(2);
        const Lines foreign = journalByChance(other, 2, 30);
        CHECK_FALSE(journal.begin(*loaded(foreign).snapshot({}), part(lines, 20, 30)));
        CHECK_FALSE(journal.begin(good, part(lines, 21, 30)));
        CHECK(told(journal) == before);
        CHECK(journal.whole());
    }

    TEST_CASE("it holds nothing of those who are left out, and is not made while something waits") {
        Chance chance(3);
        const Lines lines = journalByChance(chance, 1, 80);
        Journal journal = loaded(lines);
        const std::string snapshot = *journal.snapshot({"learner1"});
        CHECK(snapshot.find("learner1") == std::string::npos);
        Journal without;
        REQUIRE(without.begin(snapshot, {}));
        Journal forgotten = loaded(lines);
        forgotten.forget(LearnerId("learner1"));
        without.seat({});
        forgotten.seat({});
        CHECK(told(without) == told(forgotten));

        (void)nextLine(journal);
        CHECK_FALSE(journal.snapshot({}).has_value());
        journal.confirm(learning::EventId("next"));
        CHECK(journal.snapshot({}).has_value());
        CHECK_FALSE(without.snapshot({}).has_value()); // not all of it was read
    }
}
