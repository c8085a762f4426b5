// Journals that earlier versions wrote are read for ever (tests/journals).
#include "base/json_writer.h"
#include "records/journal.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using records::Journal;

std::string fileText(const std::string& name) {
    const std::string path = std::string(PORTAL_TESTS_DIR) + "/journals/" + name;
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), path);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> linesOf(const std::string& name) {
    const std::string text = fileText(name);
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::string number(base::Percent score) { return base::jsonNumber(score.outOfHundred()); }

std::string describe(const learning::Learners& learners) {
    std::string out;
    for (const learning::Learner& person : learners.all) {
        out += person.name + ", joined " + base::isoUtc(person.joined) + ", last seen " +
               base::isoUtc(person.lastSeen) + (learners.current == person.id ? ", sits here\n" : "\n");
        for (const auto& [name, value] : person.preferences) out += "  " + name + " = " + value + "\n";
        for (const auto& [id, lesson] : person.lessons) {
            out += "  lesson " + id.text() + ", opened " + base::isoUtc(lesson.opened) +
                   (lesson.finished ? ", finished " + base::isoUtc(*lesson.finished) : "") + "\n";
            for (const auto& [step, result] : lesson.steps)
                out += "    " + step.text() + " " + number(result.score) + " " + toJson(result.answer) + "\n";
        }
        for (const learning::Attempt& attempt : person.attempts) {
            out += "  exam " + attempt.exam.text() + ", seed " + std::to_string(attempt.seed) + ", content " +
                   attempt.contentVersion + ", " + std::to_string(attempt.minutes) + " minutes, started " +
                   base::isoUtc(attempt.started) + "\n";
            for (const auto& [item, result] : attempt.answers)
                out += "    " + item.text() + " " + number(result.score) + " " + toJson(result.answer) + "\n";
            if (attempt.finished)
                out += "    finished " + base::isoUtc(*attempt.finished) + " with " + number(attempt.score) +
                       (attempt.passed ? ", passed\n" : "\n");
        }
        for (const auto& issued : person.certificates)
            out += "  certificate " + issued.serial + " for " + issued.name + "\n";
        for (const auto& [id, standing] : person.objectives)
            out += "  objective " + id + " asked for " + std::to_string(standing.asked) + " times\n";
    }
    return out;
}

} // namespace

TEST_SUITE("journals of every version") {
    TEST_CASE("each is read whole and comes to the same") {
        for (const char* name : {"v1.jsonl", "v2.jsonl"}) {
            CAPTURE(name);
            Journal journal;
            journal.load(linesOf(name));
            CHECK(journal.unreadable() == 0);
            CHECK(journal.broken() == 0);
            CHECK(describe(journal.learners()) == fileText("folds-to.txt"));
        }
    }

    TEST_CASE("a journal of version 1 that is taken over is, byte by byte, the one of version 2") {
        Journal journal;
        journal.setDevice("c0ffee00-1234-4abc-8def-000000000001");
        std::vector<std::string> written;
        for (const std::string& line : linesOf("v1.jsonl")) {
            const auto kept = journal.adopt(line);
            REQUIRE(kept.has_value());
            written.push_back(kept->text);
        }
        CHECK(written == linesOf("v2.jsonl"));
        CHECK(describe(journal.learners()) == fileText("folds-to.txt"));
    }
}
