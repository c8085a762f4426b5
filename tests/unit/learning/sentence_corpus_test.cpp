// How well the lab reads sentences that people labelled: precision and recall of each class, on the half that the rules
// were written against as a guard, on the half that was held out as the figure. See tests/corpus/sentences/README.md.
#include "base/json_reader.h"
#include "learning/real_lab.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using Labels = std::set<std::string>;

struct Sentence {
    std::string text;
    Labels labels;
};

const char* const classes[] = {"open",          "closed",      "aggressive", "fault-exposing", "presuming",
                               "condescending", "provocative", "forbidden",  "blame"};

std::vector<Sentence> sentences(const std::string& file) {
    std::vector<Sentence> all;
    std::istringstream lines(sample::testFile("corpus/sentences/" + file));
    for (std::string line; std::getline(lines, line);) {
        const auto tree = base::parseJson(line, file);
        REQUIRE(tree.ok());
        Sentence& sentence = all.emplace_back();
        sentence.text = tree.value()["text"].get<std::string>();
        for (const auto& label : tree.value()["labels"]) sentence.labels.insert(label.get<std::string>());
    }
    return all;
}

/// What the lab says for sure. A "perhaps" counts as not found.
Labels found(const learning::SentenceLab& lab, const std::string& text) {
    Labels kinds;
    for (const learning::Finding& finding : lab.read(text).findings)
        if (finding.sure) kinds.insert(std::string(learning::nameOf(finding.kind)));
    return kinds;
}

struct Tally {
    int hits = 0, missed = 0, extra = 0;
    [[nodiscard]] double precision() const { return hits + extra == 0 ? 1 : 1.0 * hits / (hits + extra); }
    [[nodiscard]] double recall() const { return hits + missed == 0 ? 1 : 1.0 * hits / (hits + missed); }
};

std::map<std::string, Tally> measure(const std::string& language, const std::string& half) {
    std::map<std::string, Tally> tallies;
    for (const Sentence& sentence : sentences(language + "." + half + ".jsonl")) {
        const Labels kinds = found(sample::lab(language), sentence.text);
        for (const char* name : classes) {
            const bool due = sentence.labels.count(name) > 0, said = kinds.count(name) > 0;
            Tally& tally = tallies[name];
            tally.hits += due && said;
            tally.missed += due && !said;
            tally.extra += !due && said;
        }
    }
    return tallies;
}

void check(const std::string& language, const std::string& half, double floor,
           const std::set<std::string>& guarded = {std::begin(classes), std::end(classes)}) {
    const auto tallies = measure(language, half);
    std::string table = "\n" + language + ", " + half + "\n";
    for (const char* name : classes) {
        const Tally& tally = tallies.at(name);
        char line[120];
        std::snprintf(line, sizeof line, "  %-15s precision %.3f  recall %.3f  (%d of %d, %d too many)\n", name,
                      tally.precision(), tally.recall(), tally.hits, tally.hits + tally.missed, tally.extra);
        table += line;
        if (guarded.count(name) == 0) continue;
        INFO(language, " ", half, " ", name);
        CHECK(tally.precision() >= floor);
        CHECK(tally.recall() >= floor);
    }
    MESSAGE(table);
}

} // namespace

TEST_SUITE("the labelled sentences") {
    TEST_CASE("there are enough of each class in each half, none stands twice, and no label is unknown") {
        for (const std::string language : {"zh-CN", "en"}) {
            std::set<std::string> texts;
            for (const std::string half : {"tuning", "held-out"}) {
                std::map<std::string, int> counts;
                const std::vector<Sentence> all = sentences(language + "." + half + ".jsonl");
                CHECK(all.size() >= 160);
                for (const Sentence& sentence : all) {
                    CHECK_MESSAGE(texts.insert(sentence.text).second, sentence.text);
                    CHECK_FALSE((sentence.labels.count("open") > 0 && sentence.labels.count("closed") > 0));
                    for (const std::string& label : sentence.labels) ++counts[label];
                }
                CHECK(counts.size() == std::size(classes));
                for (const char* name : classes) CHECK_MESSAGE(counts[name] >= 15, language, half, name);
            }
        }
    }
    TEST_CASE("what the rules were tuned on: a guard") {
        for (const char* language : {"zh-CN", "en"}) {
            check(language, "tuning", 0.98);
            check(language, "tuning-2", 0.89);
        }
    }
    TEST_CASE("held-out half: the figure") {
        for (const char* language : {"zh-CN", "en"}) check(language, "held-out", 0.90);
    }
    TEST_CASE("sentences in other words: the sober figure, and the form at least") {
        for (const char* language : {"zh-CN", "en"}) check(language, "unlike", 0.70, {"open", "closed"});
    }
}
