// Playing a dialogue: moods, flags, conditions and endings.
#include "course/sample_steps.h"
#include "learning/dialogue_play.h"
#include "learning/question_gauge.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using course::OptionId;
using learning::DialoguePlay;
using learning::Mood;
using learning::QuestionGauge;

namespace {

course::Dialogue talk(const char* id = "dialogue") { return std::get<course::Dialogue>(sample::exercise(id).activity); }

bool offers(const DialoguePlay& play, const char* option) {
    for (const auto* each : play.offered())
        if (each->id == OptionId(option)) return true;
    return false;
}

} // namespace

TEST_SUITE("playing a dialogue") {
    TEST_CASE("the five states of the meter") {
        CHECK(learning::moodOf(0) == Mood::furious);
        CHECK(learning::moodOf(24) == Mood::furious);
        CHECK(learning::moodOf(25) == Mood::upset);
        CHECK(learning::moodOf(50) == Mood::waiting);
        CHECK(learning::moodOf(70) == Mood::content);
        CHECK(learning::moodOf(85) == Mood::glad);
        CHECK(learning::moodOf(100) == Mood::glad);
    }

    TEST_CASE("moods move, flags are set, and the first ending that holds comes") {
        const course::Dialogue sample = talk();
        DialoguePlay play(sample);
        CHECK(play.mood() == 40);
        CHECK(play.ending() == nullptr);
        CHECK_FALSE(play.say(OptionId("date"))); // not here
        REQUIRE(play.say(OptionId("listen")));
        CHECK(play.mood() == 55);
        REQUIRE(play.node() != nullptr);
        CHECK(play.node()->id == OptionId("promise")); // the cooler line is for those who are below 30
        CHECK(offers(play, "extra"));
        REQUIRE(play.say(OptionId("date")));
        CHECK(play.mood() == 75);
        CHECK(play.node() == nullptr);
        CHECK(play.offered().empty());
        REQUIRE(play.ending() != nullptr);
        CHECK(play.ending()->id == OptionId("hand"));
        CHECK_FALSE(play.say(OptionId("date")));
        REQUIRE(play.moves().size() == 2);
        CHECK(play.moves()[1].before[0] == 55);
        CHECK(play.moves()[1].after[0] == 75);
    }

    TEST_CASE("a red line costs twelve, a low mood brings its own line, and what needs a better mood is not offered") {
        const course::Dialogue sample = talk();
        DialoguePlay play(sample);
        REQUIRE(play.say(OptionId("calm")));
        CHECK(play.mood() == 28);
        CHECK(play.node()->id == OptionId("cooler"));
        REQUIRE(play.say(OptionId("so-what")));
        CHECK(play.mood() == 8);
        CHECK_FALSE(offers(play, "extra"));
        CHECK_FALSE(play.say(OptionId("extra")));
        REQUIRE(play.say(OptionId("soon")));
        CHECK(play.ending()->id == OptionId("complains"));
    }

    TEST_CASE("the meter stays within 0 and 100") {
        course::Dialogue sample = talk();
        sample.nodes[0].options[0].moves[0] = 90;
        CHECK(learning::replay(sample, {OptionId("listen")}).mood() == 100);
        sample.nodes[0].options[0].moves[0] = -90;
        CHECK(learning::replay(sample, {OptionId("listen")}).mood() == 0);
    }

    TEST_CASE("further meters move, bring their own lines, and have a word in how it ends") {
        const course::Dialogue sample = talk("friendly");
        DialoguePlay play(sample);
        CHECK(play.values() == std::vector<int>{60, 70});
        REQUIRE(play.say(OptionId("at-once")));
        CHECK(play.values() == std::vector<int>{62, 55});
        CHECK(play.moves()[0].before == std::vector<int>{60, 70});
        CHECK(play.moves()[0].worth(sample) == -13);
        CHECK(play.node()->id == OptionId("grumble"));
        CHECK(learning::replay(sample, {OptionId("all")}).node()->id == OptionId("wishes"));
        const auto ending = [&sample](std::vector<OptionId> said) {
            return learning::replay(sample, said).ending()->id.text();
        };
        CHECK(ending({OptionId("at-once"), OptionId("minute"), OptionId("book")}) == "both");
        CHECK(ending({OptionId("at-once"), OptionId("ignore"), OptionId("book")}) == "she"); // the queue is at 45
        CHECK(ending({OptionId("at-once"), OptionId("ignore"), OptionId("busy")}) == "nobody");
        CHECK(learning::replay(sample, {OptionId("all"), OptionId("book")}).flags().size() == 2);
    }

    TEST_CASE("without a mood: bars, their sum, and money that only falls") {
        const course::Dialogue sample = talk("recovery");
        DialoguePlay play(sample);
        CHECK(play.total() == 6);
        CHECK(play.mood() == 0);
        REQUIRE(play.say(OptionId("door")));
        CHECK(play.values() == std::vector<int>{2, 3, 5, 5700});
        CHECK(play.total() == 10);
        CHECK_FALSE(offers(play, "everything")); // it costs 5,800
        CHECK(play.offered(true).size() == 3);
        CHECK_FALSE(play.say(OptionId("everything")));
        CHECK(play.moves().back().worth(sample) == 40);
        REQUIRE(play.say(OptionId("choice")));
        CHECK(play.values() == std::vector<int>{8, 7, 5, 700});
        CHECK(play.ending()->id == OptionId("again"));
        const auto ending = [&sample](std::vector<OptionId> said) {
            return learning::replay(sample, said).ending()->id.text();
        };
        CHECK(ending({OptionId("clerk"), OptionId("choice")}) == "satisfied");  // the process stands at 5
        CHECK(ending({OptionId("normal"), OptionId("choice")}) == "complaint"); // and here nobody was cared for
        const DialoguePlay low = learning::replay(sample, {OptionId("normal"), OptionId("tomorrow")});
        CHECK(low.values() == std::vector<int>{0, 0, 0, 6000}); // 2 − 3 is 0
    }

    TEST_CASE("what was said is played again as far as it goes") {
        const course::Dialogue sample = talk();
        CHECK(learning::replay(sample, {OptionId("listen"), OptionId("date")}).ending()->score == 100);
        CHECK(learning::replay(sample, {OptionId("listen"), OptionId("gone"), OptionId("date")}).moves().size() == 1);
        CHECK(learning::replay(sample, {}).moves().empty());
    }

    TEST_CASE("whoever goes round for ever is brought to an ending") {
        const course::Dialogue sample = talk();
        DialoguePlay play(sample);
        std::size_t turns = 0;
        while (play.say(OptionId("again"))) ++turns;
        CHECK(turns == DialoguePlay::mostTurns);
        CHECK(play.ending() != nullptr);
    }
}

TEST_SUITE("the question gauge") {
    TEST_CASE("as the fact base has worked it out: 54 of 256 talks survive, the best brings 104") {
        int survived = 0, best = 0;
        std::string bestTalk;
        for (unsigned talk = 0; talk < 256; ++talk) {
            QuestionGauge gauge;
            std::string letters;
            for (unsigned turn = 0; turn < 8; ++turn) {
                const bool open = (talk >> (7 - turn) & 1U) == 0;
                if (!gauge.ask(open)) break;
                letters += open ? 'O' : 'C';
            }
            const auto state = gauge.state();
            CHECK(state != QuestionGauge::State::going);
            if (state != QuestionGauge::State::won && state != QuestionGauge::State::shortOfGoal) continue;
            ++survived;
            if (gauge.information() > best) bestTalk = letters;
            best = std::max(best, gauge.information());
        }
        CHECK(survived == 54);
        CHECK(best == 104);
        CHECK(best == QuestionGauge::scale);
        CHECK(bestTalk == "OOCOOCOC");
    }

    TEST_CASE("all open fails on turn three, all closed on turn two, in turn gives 96") {
        const auto play = [](const char* letters) {
            QuestionGauge gauge;
            for (const char* letter = letters; *letter != 0; ++letter)
                if (!gauge.ask(*letter == 'O')) break;
            return gauge;
        };
        CHECK(play("OOOOOOOO").asked() == 3);
        CHECK(play("OOOOOOOO").state() == QuestionGauge::State::drifted);
        CHECK(play("CCCC").asked() == 2);
        CHECK(play("CCCC").state() == QuestionGauge::State::tense);
        CHECK(play("OCOCOCOC").information() == 96);
        CHECK(play("OCOCOCOC").state() == QuestionGauge::State::won);
    }

    TEST_CASE("the rule of the moment never loses the talk") {
        QuestionGauge gauge;
        CHECK(gauge.rule() == QuestionGauge::Rule::startOpen);
        while (gauge.ask(gauge.rule() != QuestionGauge::Rule::closeDrift)) {
        }
        CHECK(gauge.asked() == QuestionGauge::turns);
        CHECK(gauge.state() == QuestionGauge::State::won);
    }

    TEST_CASE("an answer of other words plays as far as it goes") {
        CHECK(
            learning::replayGauge({learning::openQuestion(), OptionId("maybe"), learning::closedQuestion()}).asked() ==
            1);
    }
}
