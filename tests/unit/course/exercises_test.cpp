// Reading the kinds of step that ask for more than an item, and what each of them may not be.
#include "course/sample_steps.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

using base::Fault;
using base::Json;

namespace {

/// The change makes exactly this complaint: its place below the step, and its words.
void checkFault(std::string_view kind, const std::function<void(Json&)>& change, const std::string& place,
                const std::string& what) {
    const auto faults = sample::faultsOfExercise(kind, change);
    std::string all;
    for (const base::Error& fault : faults) all += fault.where + ": " + fault.what + '\n';
    CAPTURE(all);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].where == "L#/steps/0" + place);
    CHECK(faults[0].what == what);
}

} // namespace

TEST_SUITE("kinds of step") {
    TEST_CASE("everything in them is read") {
        const auto match = std::get<course::Match>(sample::exercise("match").activity);
        CHECK(match.pairs[1].right == "Cost");
        CHECK(match.extras[0].why == "That is ours");
        const auto matrix = std::get<course::Matrix>(sample::exercise("matrix").activity);
        CHECK(matrix.down == "Cost");
        CHECK(matrix.sort.cards[1].takes(course::OptionId("top-right")));
        CHECK_FALSE(matrix.sort.cards[0].takes(course::OptionId("top-right")));
        const auto cloze = std::get<course::Cloze>(sample::exercise("cloze").activity);
        REQUIRE(cloze.sentences[0].pieces.size() == 5);
        CHECK(cloze.sentences[0].pieces[1].gap == 0);
        CHECK(cloze.sentences[0].pieces[4].text == " on them.");
        CHECK(cloze.word(course::OptionId("discount"))->why == "It is no matter of price");
        CHECK(cloze.word(course::OptionId("nothing")) == nullptr);
        const auto spot = std::get<course::Spot>(sample::exercise("spot").activity);
        CHECK(spot.lines[1].tag == course::OptionId("interrupting"));
        CHECK(spot.lines[1].better == "Please go on");
        CHECK(std::get<course::Likert>(sample::exercise("likert").activity).bands[2].upTo == 10);
        const auto cards = std::get<course::Cards>(sample::exercise("cards").activity);
        CHECK(cards.cards[2].label.empty());
        CHECK(cards.cards[2].takes(course::OptionId("ours"))); // a matter of view
        CHECK(std::get<course::Reflect>(sample::exercise("reflect").activity).thoughts.size() == 1);
        const auto story = std::get<course::Case>(sample::exercise("case").activity);
        CHECK(story.decisions[1].choose == 1);
        CHECK(story.decisions[1].options[1].cost == 0);
        CHECK_FALSE(story.outcomes[2].from);
        const auto talk = std::get<course::Dialogue>(sample::exercise("dialogue").activity);
        CHECK(talk.nodes[0].options[0].to == 1);
        CHECK(talk.nodes[0].options[1].moves == std::vector<int>{course::Dialogue::redLineMood});
        CHECK(talk.nodes[0].options[2].to == 0);
        CHECK(talk.nodes[2].options[0].to == talk.nodes.size());
        const auto simulator = std::get<course::Simulator>(sample::exercise("simulator").activity);
        CHECK(simulator.tasks[0].guess->set.at(course::OptionId("defection")) == 15);
        CHECK_FALSE(simulator.tasks[1].guess);
        CHECK(simulator.outputs[2].reference == 25);
        CHECK(std::get<course::Gauge>(sample::exercise("gauge").activity).turns[0].line == "It never came.");
        CHECK_FALSE(std::get<course::GuessChart>(sample::exercise("alone").activity).addUp);
    }

    TEST_CASE("guess chart of bars that stand alone") {
        checkFault(
            "alone", [](Json& step) { step["total"] = 100; }, "/most",
            "Bars share a \"total\", or each goes up to \"most\". Take one of the two out.");
        checkFault(
            "alone", [](Json& step) { step["bars"][1]["truth"] = 120; }, "/bars",
            "The truth of \"quick\" is greater than \"most\".");
    }

    TEST_CASE("match") {
        checkFault(
            "match", [](Json& step) { step["extras"][0]["id"] = "price"; }, "/extras/0/id",
            "The id \"price\" stands here twice. Give one of them another id.");
        checkFault(
            "match", [](Json& step) { step["pairs"] = Json::array({step["pairs"][0]}); }, "/pairs",
            "\"pairs\" has 1 entries. This kind of step takes 2 to 8.");
    }

    TEST_CASE("matrix") {
        checkFault(
            "matrix",
            [](Json& step) {
                step["cells"].erase(1);
                step["cards"][1].erase("also");
            },
            "/cells", "\"cells\" has 3 entries. This kind of step takes exactly 4.");
        checkFault(
            "matrix", [](Json& step) { step["cards"][0]["cell"] = "middle"; }, "/cards/0/cell",
            "\"middle\" is none of the cells.");
        checkFault(
            "matrix", [](Json& step) { step["cards"][1]["also"] = Json::array({"middle"}); }, "/cards/1/also",
            "\"middle\" is none of the cells.");
    }

    TEST_CASE("cloze: every gap stands in the text once, and nothing else does") {
        checkFault(
            "cloze", [](Json& step) { step["sentences"][1]["text"] = "They do not our work."; }, "/sentences/1/text",
            "The gap {not} must stand in the text once.");
        checkFault(
            "cloze", [](Json& step) { step["sentences"][1]["text"] = "{not} {not}"; }, "/sentences/1/text",
            "The gap {not} must stand in the text once.");
        checkFault(
            "cloze", [](Json& step) { step["sentences"][1]["text"] = "{not} {now}"; }, "/sentences/1/text",
            "{now} is none of the gaps of this sentence.");
        checkFault(
            "cloze", [](Json& step) { step["sentences"][1]["gaps"][0]["word"] = "annoy"; }, "/sentences/1/gaps/0/word",
            "\"annoy\" is none of the words of the bank.");
        checkFault(
            "cloze", [](Json& step) { step["sentences"] = Json::array(); }, "/sentences",
            "The sentences have 0 gaps together. 1 to 20 can be filled.");
        const auto braces =
            sample::faultsOfExercise("cloze", [](Json& step) { step["sentences"][1]["text"] = "{not} {"; });
        CHECK(braces.empty()); // a brace that opens nothing is a letter
    }

    TEST_CASE("spot") {
        checkFault(
            "spot", [](Json& step) { step["lines"][1].erase("tag"); }, "/lines/1/tag", "\"tag\" is missing. Add it.");
        checkFault(
            "spot", [](Json& step) { step["lines"][2]["tag"] = "no-summary"; }, "/lines/2/tag",
            "Only a mistake has a tag. Add \"mistake\": true, or take the tag out.");
        checkFault(
            "spot", [](Json& step) { step["lines"][1]["by"] = "ghost"; }, "/lines/1/by",
            "\"ghost\" is none of the speakers.");
        checkFault(
            "spot", [](Json& step) { step["lines"][1].erase("why"); }, "/lines/1/why", "\"why\" is missing. Add it.");
        checkFault(
            "spot",
            [](Json& step) {
                step["lines"] = Json::array({step["lines"][0], step["lines"][2]});
            },
            "/lines", "No line is a mistake: there is nothing to find. Add \"mistake\": true to one.");
    }

    TEST_CASE("likert: bands rise and hold every sum") {
        checkFault(
            "likert", [](Json& step) { step["bands"][2]["upTo"] = 9; }, "/bands",
            "The last band must reach up to 10, the highest sum there can be.");
        checkFault(
            "likert", [](Json& step) { step["bands"][1]["upTo"] = 4; }, "/bands/1/upTo",
            "Bands rise: each \"upTo\" is greater than the one before.");
        checkFault(
            "likert", [](Json& step) { step.erase("leastLabel"); }, "/leastLabel",
            "\"leastLabel\" is missing. Add it.");
        const auto ten = std::get<course::Likert>(sample::exercise("potential").activity);
        CHECK(ten.points == 10);
        CHECK(ten.statements[0].leastLabel == "I find that hard");
        CHECK(ten.statements[2].mostLabel == "Me");
        CHECK(ten.statements[2].lesson == course::LessonId("L1.1"));
        checkFault(
            "potential",
            [](Json& step) {
                step["points"] = 11;
                step["bands"][0]["upTo"] = 3; // 11 being no number of points, two are read
                step["bands"][1]["upTo"] = 6;
            },
            "/points", "\"points\" must be between 2 and 10.");
        checkFault(
            "potential",
            [](Json& step) {
                step.erase("lowest");
                step["statements"][0].erase("lesson");
            },
            "/statements/2/lesson",
            "Lessons are named to what was rated lowest. Say how many with \"lowest\" in the step.");
    }

    TEST_CASE("cards") {
        checkFault(
            "cards", [](Json& step) { step["cards"][0]["label"] = "theirs"; }, "/cards/0/label",
            "\"theirs\" is none of the labels.");
        checkFault(
            "cards", [](Json& step) { step["cards"] = Json::array(); }, "/cards",
            "\"cards\" has 0 entries. This kind of step takes 1 to 16.");
    }

    TEST_CASE("reflect asks something") {
        checkFault(
            "reflect", [](Json& step) { step.erase("prompt"); }, "/prompt", "\"prompt\" is missing. Add it.");
    }

    TEST_CASE("case: every outcome can come") {
        checkFault(
            "case", [](Json& step) { step["outcomes"][0]["from"] = 8; }, "/outcomes/0/from",
            "From here on the sum would go from 8 up to 7, but decisions can only come to -1 to 7: this outcome "
            "or the next would never come.");
        checkFault(
            "case", [](Json& step) { step["outcomes"][1]["from"] = -1; }, "/outcomes/1/from",
            "From here on the sum would go from -1 up to 5, but decisions can only come to -1 to 7: this outcome "
            "or the next would never come.");
        checkFault(
            "case", [](Json& step) { step["outcomes"][2]["from"] = -5; }, "/outcomes/2/from",
            "The last outcome takes whatever is left. Take its \"from\" out.");
        checkFault(
            "case", [](Json& step) { step["decisions"][1]["choose"] = 2; }, "/decisions/1/choose",
            "All options would be chosen. There must be more of them than \"choose\" says.");
        checkFault(
            "case", [](Json& step) { step["budgetShows"] = "£"; }, "/budgetShows",
            "{n} must stand where the number goes, as in \"£{n}\".");
    }

    TEST_CASE("dialogue: it leads somewhere, and something can always be said") {
        checkFault(
            "dialogue", [](Json& step) { step["nodes"][0]["options"][0]["to"] = "nowhere"; }, "/nodes/0/options/0/to",
            "\"nowhere\" is none of the nodes. Name one of them, or \"end\".");
        checkFault(
            "dialogue", [](Json& step) { step["endings"][1].erase("when"); }, "/endings/1/when",
            "Without \"when\" this ending always comes, and those after it never. Add it.");
        checkFault(
            "dialogue",
            [](Json& step) {
                step["endings"][2]["when"] = {{"moodUpTo", 10}};
            },
            "/endings/2/when", "The last ending is for whatever is left. Take its \"when\" out.");
        checkFault(
            "dialogue", [](Json& step) { step["nodes"][0]["options"][1]["mood"] = -20; }, "/nodes/0/options/1/mood",
            "A red line always costs 12, whatever else is said. Take \"mood\" out.");
        checkFault(
            "dialogue", [](Json& step) { step["nodes"][1]["when"] = Json::object(); }, "/nodes/1/when",
            "\"when\" says nothing. Use moodFrom, moodUpTo, from, upTo, totalFrom, totalUpTo, flags or notFlags, or "
            "take it out.");
        const std::string stops =
            "Every option has a \"when\" or a cost: the talk could come to a stop here. Leave one "
            "without.";
        checkFault(
            "dialogue",
            [](Json& step) {
                for (Json& option : step["nodes"][1]["options"]) option["when"] = {{"moodFrom", 10}};
            },
            "/nodes/1/options", stops);
        checkFault(
            "recovery",
            [](Json& step) {
                for (Json& option : step["nodes"][0]["options"]) option["cost"] = 10;
            },
            "/nodes/0/options", stops);
    }

    TEST_CASE("dialogue: meters, money and a list of things to do") {
        const auto friendly = std::get<course::Dialogue>(sample::exercise("friendly").activity);
        REQUIRE(friendly.meters.size() == 2);
        CHECK(friendly.hasMood());
        CHECK(friendly.meters[1].label == "Patience of the queue");
        CHECK(friendly.nodes[0].options[0].moves == std::vector<int>{6, -5});
        CHECK(friendly.checklist[1].label == "A date given");
        const auto recovery = std::get<course::Dialogue>(sample::exercise("recovery").activity);
        REQUIRE(recovery.meters.size() == 4);
        CHECK_FALSE(recovery.hasMood());
        CHECK(recovery.meters[3].shows == "¥{n}");
        CHECK(recovery.nodes[0].options[0].moves == std::vector<int>{0, 1, 3, -300});
        CHECK(recovery.endings[0].when.asksForTotal());

        checkFault(
            "friendly",
            [](Json& step) {
                step["meters"][0]["id"] = "budget";
                step["nodes"].erase(1);
                step["nodes"][0]["options"][0].erase("moves");
                step["nodes"][0]["options"][1].erase("moves");
                step["endings"][0]["when"].erase("from");
            },
            "/meters/0/id", "\"mood\" and \"budget\" are meters of their own. Give this one another id.");
        checkFault(
            "friendly", [](Json& step) { step["meters"][0]["start"] = 101; }, "/meters/0/start",
            "\"start\" must not be greater than \"most\".");
        checkFault(
            "friendly",
            [](Json& step) {
                step["nodes"][0]["options"][0]["moves"] = {{"queeu", 1}};
            },
            "/nodes/0/options/0/moves", "\"queeu\" is none of the meters.");
        checkFault(
            "friendly", [](Json& step) { step["nodes"][0]["options"][0]["moves"]["queue"] = 0.5; },
            "/nodes/0/options/0/moves", "Meters move by whole numbers.");
        checkFault(
            "friendly", [](Json& step) { step["nodes"][0]["options"][0]["moves"]["mood"] = 3; },
            "/nodes/0/options/0/moves",
            "The mood is moved by \"mood\", the budget by \"cost\". Only meters stand here.");
        checkFault(
            "friendly", [](Json& step) { step["nodes"][0]["options"][0]["cost"] = 3; }, "/nodes/0/options/0/cost",
            "There is no \"budget\" that could pay for it. Add one.");
        const std::string noMood = "This talk has no mood. Give it a \"mood\", or take this out.";
        checkFault(
            "recovery", [](Json& step) { step["nodes"][0]["options"][1]["redLine"] = true; },
            "/nodes/0/options/1/redLine", noMood);
        checkFault(
            "recovery", [](Json& step) { step["nodes"][0]["options"][1]["mood"] = 1; }, "/nodes/0/options/1/mood",
            noMood);
        checkFault(
            "recovery", [](Json& step) { step["endings"][0]["when"]["moodFrom"] = 50; }, "/endings/0/when", noMood);
        checkFault(
            "recovery", [](Json& step) { step["budgetShows"] = "¥"; }, "/budgetShows",
            "{n} must stand where the number goes, as in \"£{n}\".");
    }

    TEST_CASE("simulator") {
        checkFault(
            "simulator", [](Json& step) { step["tasks"][1]["reach"] = "luck"; }, "/tasks/1/reach",
            "\"luck\" is none of the outputs.");
        checkFault(
            "simulator", [](Json& step) { step["tasks"][1]["guess"] = "value"; }, "/tasks/1",
            "A task has either \"guess\" or \"reach\", which names one of the outputs.");
        checkFault(
            "simulator", [](Json& step) { step["inputs"][0]["start"] = 50; }, "/inputs/0/start",
            "\"start\" lies outside \"least\" and \"most\".");
        checkFault(
            "simulator", [](Json& step) { step["inputs"][0]["shows"] = "%"; }, "/inputs/0/shows",
            "{n} must stand where the number goes, as in \"{n}%\".");
        checkFault(
            "simulator", [](Json& step) { step["examples"] = Json::array(); }, "/examples",
            "A simulator needs a worked example, so that its formula can be checked.");
        checkFault(
            "simulator", [](Json& step) { step["inputs"][0]["step"] = 1e-5; }, "/inputs/0/step",
            "\"step\" is too small for this range: the slider would have too many stops.");
        for (const double number : {std::numeric_limits<double>::quiet_NaN(), 1e308}) {
            CHECK_FALSE(sample::faultsOfExercise("simulator", [number](Json& step) {
                            step["tasks"][0]["set"]["defection"] = number;
                        }).empty());
            CHECK_FALSE(sample::faultsOfExercise("simulator", [number](Json& step) {
                            step["examples"][0]["gives"]["profit"] = number;
                        }).empty());
            CHECK_FALSE(sample::faultsOfExercise("case", [number](Json& step) { step["budget"] = number; }).empty());
            CHECK_FALSE(sample::faultsOfExercise("dialogue", [number](Json& step) { step["mood"] = number; }).empty());
            CHECK_FALSE(sample::faultsOfExercise("recovery", [number](Json& step) {
                            step["nodes"][0]["options"][0]["moves"]["care"] = number;
                        }).empty());
            CHECK_FALSE(sample::faultsOfExercise("recovery", [number](Json& step) {
                            step["endings"][0]["when"]["from"]["process"] = number;
                        }).empty());
        }
    }

    TEST_CASE("gauge has eight turns") {
        checkFault(
            "gauge", [](Json& step) { step["turns"].erase(7); }, "/turns",
            "\"turns\" has 7 entries. This kind of step takes exactly 8.");
    }
}
