// What coursec says of faults in the kinds of step that ask for more than an item: the exact line, once, at its place.
#include "course/sample_steps.h"
#include "tools/coursec/compile.h"
#include "tools/sample_content.h"

#include <doctest/doctest.h>

#include <string>

namespace {

coursec::Sources content() {
    coursec::Sources sources = sample::content();
    sources["M2/L2.1.json"] = sample::exerciseStructure();
    for (const char* language : {"en", "zh-CN"})
        sources["M2/L2.1." + std::string(language) + ".json"] = sample::exerciseWords();
    std::string& items = sources["M2/items.json"];
    const std::string taught = R"("taughtBy": "sort")";
    for (std::size_t at = items.find(taught); at != std::string::npos; at = items.find(taught))
        items.replace(at, taught.size(), R"("taughtBy": "match")");
    return sources;
}

std::string linesOf(const coursec::Sources& sources) {
    coursec::Faults faults;
    (void)coursec::compile(sources, faults);
    std::string lines;
    for (const base::Error& fault : faults) lines += sample::lineOf(fault) + '\n';
    return lines;
}

/// What coursec says after one text in one file was put in place of another.
std::string after(const std::string& path, const std::string& from, const std::string& to) {
    coursec::Sources sources = content();
    std::string& text = sources[path];
    const std::size_t at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    text.replace(at, from.size(), to);
    return linesOf(sources);
}

const std::string structure = "M2/L2.1.json";
const std::string english = "M2/L2.1.en.json";

} // namespace

TEST_SUITE("coursec on kinds of step") {
    TEST_CASE("a lesson with one of each has no fault") { CHECK(linesOf(content()) == ""); }

    TEST_CASE("a formula or an input, output or example that does not hold") {
        CHECK(after(structure, "SIM-1", "SIM-77") ==
              "M2/L2.1.json#/steps/10/formula: \"SIM-77\" is no formula. Use SIM-1 to SIM-6, SIM-8 or SIM-9.\n");
        CHECK(after(structure, R"("value": 2733)", R"("value": 2734)") ==
              "M2/L2.1.json#/steps/10/examples/1/gives/value: The worked example does not come out: SIM-1 gives 2,733, "
              "not 2,734.\n");
        CHECK(after(structure, R"("value-change": 43.9)", R"("value-change": 44.1)") ==
              "M2/L2.1.json#/steps/10/examples/1/gives/value-change: The worked example does not come out: SIM-1 gives "
              "43.9, not 44.1.\n");
        CHECK(after(structure, R"("gives": {"profit": 400000)", R"("gives": {"luck": 400000)") ==
              "M2/L2.1.json#/steps/10/examples/0/gives/luck: \"luck\" is no output of SIM-1. It gives acquisition, "
              "profit, life, value, win-cost, save-cost, and each of them with -change.\n");
        CHECK(
            after(structure, R"("set": {"defection": 15}, "gives")", R"("set": {"price": 15}, "gives")")
                .find("M2/L2.1.json#/steps/10/examples/1/set/price: \"price\" is no input of SIM-1. It has customers, "
                      "revenue, margin, defection, keeping, multiple.\n") == 0);
        CHECK(
            after(structure, R"("least": 5, "most": 40)", R"("least": 25, "most": 40)")
                .find("M2/L2.1.json#/steps/10/inputs/0: The slider leaves out 20, where the formula starts. Widen it, "
                      "or say where to start with \"start\".\n") == 0);
        CHECK(after(structure, R"("least": 5, "most": 40)", R"("least": 0, "most": 40)") ==
              "M2/L2.1.json#/steps/10/inputs/0: \"defection\" makes sense from 1.0 to 100 only. Let the slider stay "
              "within.\n");
        CHECK(after(structure, R"("least": -20, "most": 100)", R"("least": -20, "most": 40)") ==
              "M2/L2.1.json#/steps/10/tasks/0/most: What comes out is 43.86, outside \"least\" and \"most\": nobody "
              "could guess it.\n");
        CHECK(after(structure, R"("set": {"defection": 15}, "least")", R"("set": {"margin": 50}, "least")")
                  .find("M2/L2.1.json#/steps/10/tasks/0/set/margin: There is no slider \"margin\" that could go there. "
                        "Add it to the inputs.\n") == 0);
        CHECK(after(structure, R"("set": {"defection": 15}, "least")", R"("set": {"defection": 45}, "least")")
                  .find("M2/L2.1.json#/steps/10/tasks/0/set/defection: The slider does not go there. Widen it.\n") ==
              0);
    }

    TEST_CASE("a dialogue that leads nowhere or goes round") {
        CHECK(after(structure, R"("to": "first"})", R"("to": "fist"})") ==
              "M2/L2.1.json#/steps/9/nodes/0/options/2/to: \"fist\" is none of the nodes. Name one of them, or "
              "\"end\". Did you mean \"first\"?\n");
        CHECK(after(structure, R"({"id": "cooler", "when": {"moodUpTo": 30},)", R"({"id": "cooler",)") == "");
        CHECK(after(structure, R"("sets": ["dated"], "to": "end")", R"("sets": ["dated"], "to": "promise")") == "");
        CHECK(after(structure, R"("flags": ["dated"])", R"("flags": ["daited"])") ==
              "M2/L2.1.json#/steps/9/endings/0/when: No option sets the flag \"daited\". Did you mean \"dated\"?\n");
        CHECK(after(structure, R"({"id": "busy", "redLine": true})",
                    R"({"id": "busy", "redLine": true, "to": "wishes"})") == "");
        const std::string round = R"({"id": "soon", "mood": 0, "to": "promise"})";
        CHECK(after(structure, R"({"id": "soon", "mood": 0})", round) == ""); // a date leads out
    }

    TEST_CASE("what no talk can come to, with all its moods, meters, money and flags") {
        // "again" lowers the mood by five each time: enough of it brings the cooler line.
        CHECK(after(structure, R"({"moodUpTo": 30})", R"({"moodUpTo": 20})") == "");
        CHECK(after(structure, R"("upTo": {"queue": 60})", R"("upTo": {"queue": 50})") ==
              "M2/L2.1.json#/steps/12/nodes/1: No way leads to the node \"grumble\". Let an option lead here, change "
              "its \"when\", or take it out.\n");
        CHECK(after(structure, R"("totalFrom": 18)", R"("totalFrom": 21)") ==
              "M2/L2.1.json#/steps/14/endings/0: Nobody can come to the ending \"again\", whatever is said: change its "
              "\"when\" or those before it, or take it out.\n");
        CHECK(after(structure, R"("cost": 5800)", R"("cost": 6100)") ==
              "M2/L2.1.json#/steps/14/nodes/1/options/1: Nobody can ever say this: its \"when\" does not hold here, or "
              "it costs more than is left.\n");
        CHECK(after(structure, R"("checklist": [{"id": "listed"})", R"("checklist": [{"id": "dated"})")
                  .find("M2/L2.1.json#/steps/12/checklist/1/id: The id \"dated\" stands here twice.") !=
              std::string::npos);
        CHECK(after(structure, R"("sets": ["listed"])", R"("sets": ["asked"])") ==
              "M2/L2.1.json#/steps/12/checklist/0/id: No option sets the flag \"listed\".\n");
        // Whoever lets the queue wait once is asked about it for ever.
        CHECK(
            after(
                structure,
                R"({"id": "minute", "mood": 4, "moves": {"queue": 10}}, {"id": "ignore", "mood": 0, "moves")",
                R"({"id": "minute", "mood": 4, "to": "grumble"}, {"id": "ignore", "mood": 0, "to": "grumble", "moves")") ==
            "M2/L2.1.json#/steps/12/nodes/1: From the node \"grumble\" no ending can be reached: the talk could go "
            "round for ever. Lead an option out.\n");
    }

    TEST_CASE("a self-rating that leads to a lesson that is not there") {
        CHECK(after(structure, R"("lesson": "L1.2")", R"("lesson": "L9.3")") == ""); // a module still to be written
        const std::string what = " is no lesson of this course. Use the id of one that is in course.json.\n";
        CHECK(after(structure, R"("lesson": "L1.2")", R"("lesson": "L2.9")") ==
              "M2/L2.1.json#/steps/13/statements/0/lesson: \"L2.9\"" + what);
        CHECK(after(structure, R"("lesson": "L1.2")", R"("lesson": "names")") ==
              "M2/L2.1.json#/steps/13/statements/0/lesson: \"names\"" + what);
    }

    TEST_CASE("words: missing, too many, of the wrong name") {
        CHECK(
            after(english, R"("reply": "He breathes out")", R"("replie": "He breathes out")") ==
            "M2/L2.1.en.json#/steps/dialogue/nodes/first/options/listen/reply: \"reply\" is there in zh-CN (“He "
            "breathes out”), but not "
            "here. Translate it, or take it out of both.\n"
            "M2/L2.1.en.json#/steps/dialogue/nodes/first/options/listen/replie: \"replie\" is not part of the format. "
            "Correct the name, or take it out. Did you mean \"reply\"?\n"
            "M2/L2.1.zh-CN.json#/steps/dialogue/nodes/first/options/listen/replie: \"replie\" is there in en (“He "
            "breathes out”), but not "
            "here. Translate it, or take it out of both.\n");
        CHECK(after(english, R"({they} on us)", R"({them} on us)") ==
              "M2/L2.1.en.json#/steps/cloze/sentences/reliance/text: {them} is none of the gaps of this sentence. Did "
              "you mean \"they\"?\n"
              "M2/L2.1.en.json#/steps/cloze/sentences/reliance/text: The gap {they} must stand in the text once.\n");
        CHECK(after(english, R"("wonFeedback": "You know it all", )", "") ==
              "M2/L2.1.en.json#/steps/gauge/wonFeedback: \"wonFeedback\" is there in zh-CN (“You know it all”), but "
              "not here. Translate it, "
              "or take it out of both.\n");
        CHECK(after(english, R"("across": "Easy to copy?")", R"("across": "")") ==
              "M2/L2.1.en.json#/steps/matrix/across: \"across\" is empty. Write something, or leave the member out if "
              "it may be absent.\n");
    }

    TEST_CASE("structure that is not there is asked for in the structure's file") {
        CHECK(after(structure, R"("mood": 40,)", "") == "M2/L2.1.json#/steps/9/mood: \"mood\" is missing. Add it.\n");
        CHECK(after(structure, R"("good", "upTo": 4})", R"("good"})") ==
              "M2/L2.1.json#/steps/5/bands/0/upTo: \"upTo\" is missing. Add it.\n");
        CHECK(
            after(structure, R"("score": 100)", R"("points": 100)") ==
            "M2/L2.1.json#/steps/8/outcomes/0/score: \"score\" is missing. Add it.\n"
            "M2/L2.1.json#/steps/8/outcomes/0/points: \"points\" is not part of the format. Correct the name, or take "
            "it out.\n");
        CHECK(
            after(structure, R"("kind": "gauge")", R"("kind": "guage")")
                .find(
                    "M2/L2.1.json#/steps/11/kind: \"guage\" is no kind of step. Use reading, guess-chart, sort, "
                    "rewrite, "
                    "check, closing, match, matrix, cloze, spot, likert, cards, reflect, case, dialogue, simulator or "
                    "gauge. Did you mean \"gauge\"?\n") == 0);
    }
}
