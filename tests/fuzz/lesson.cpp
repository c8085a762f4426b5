// Any bytes as a lesson: refused in words, or one whose every step can be played to its end with any choices. The first
// byte says whether the rest is a lesson as it is written, or the stuff to build a dialogue from: far more of those are
// sound, so that playing is reached.

#include "course/lesson_reader.h"
#include "fuzz/must_hold.h"
#include "learning/case_play.h"
#include "learning/dialogue_play.h"
#include "learning/grading.h"
#include "learning/question_gauge.h"
#include "learning/simulators.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using base::Json;
using course::OptionId;
using fuzz::mustHold;

namespace {

/// Small numbers, one byte each; zeros when the bytes are used up.
class Choices {
public:
    explicit Choices(std::string_view bytes) : bytes_(bytes) {}
    std::size_t below(std::size_t bound) {
        if (bound == 0 || at_ >= bytes_.size()) return 0;
        return static_cast<unsigned char>(bytes_[at_++]) % bound;
    }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

// ---- a dialogue from any bytes

Json condition(Choices& choices) {
    Json when = Json::object();
    const std::size_t kind = choices.below(12);
    if (kind == 0) when["moodFrom"] = choices.below(101);
    if (kind == 1) when["moodUpTo"] = choices.below(101);
    if (kind == 2) when["flags"] = Json::array({"f" + std::to_string(choices.below(3))});
    if (kind == 3) when["notFlags"] = Json::array({"f" + std::to_string(choices.below(3))});
    if (kind == 4) when["from"] = {{"b0", choices.below(12)}};
    if (kind == 5) when["upTo"] = {{"b1", choices.below(12)}};
    if (kind == 6) when["totalFrom"] = choices.below(25);
    if (kind == 7) when["from"] = {{"budget", choices.below(101)}};
    return when;
}

Json builtLesson(Choices& choices) {
    Json talk = {{"id", "talk"},
                 {"kind", "dialogue"},
                 {"title", "t"},
                 {"prompt", "p"},
                 {"who", "w"},
                 {"insight", "i"},
                 {"mood", choices.below(101)},
                 {"scene", {"s"}},
                 {"nodes", Json::array()},
                 {"endings", Json::array()}};
    const bool meters = choices.below(2) == 1;
    if (meters) {
        for (const char* id : {"b0", "b1"})
            talk["meters"].push_back({{"id", id}, {"label", "l"}, {"start", choices.below(11)}, {"most", 10}});
        talk["budget"] = 1 + choices.below(100);
        talk["budgetShows"] = "{n}";
        talk["checklist"] = Json::array({Json{{"id", "f0"}, {"label", "l"}}});
    }
    const bool mood = !meters || choices.below(2) == 1;
    if (!mood) talk.erase("mood");
    const std::size_t nodes = 1 + choices.below(6);
    for (std::size_t at = 0; at < nodes; ++at) {
        Json node = {{"id", "n" + std::to_string(at)}, {"line", "l"}, {"options", Json::array()}};
        if (Json when = condition(choices); !when.empty()) node["when"] = when;
        const std::size_t options = 1 + choices.below(4);
        for (std::size_t each = 0; each < options; ++each) {
            Json option = {{"id", "o" + std::to_string(each)}, {"text", "t"}, {"why", "w"}};
            if (mood && choices.below(5) == 0) {
                option["redLine"] = true;
            } else if (mood) {
                option["mood"] = static_cast<int>(choices.below(61)) - 30;
            }
            if (meters) {
                for (const char* id : {"b0", "b1"}) option["moves"][id] = static_cast<int>(choices.below(13)) - 6;
                if (choices.below(2) == 0) option["cost"] = choices.below(60);
            }
            const std::size_t to = choices.below(nodes + 4);
            if (to < nodes) option["to"] = "n" + std::to_string(to);
            if (to == nodes) option["to"] = "end";
            if (choices.below(3) == 0) option["sets"] = Json::array({"f" + std::to_string(choices.below(3))});
            if (Json when = condition(choices); !when.empty()) option["when"] = when;
            node["options"].push_back(option);
        }
        talk["nodes"].push_back(node);
    }
    for (int at = 0; at < 2; ++at) {
        Json ending = {{"id", "e" + std::to_string(at)}, {"label", "l"}, {"text", "t"}, {"score", choices.below(101)}};
        if (at == 0) ending["when"] = {{mood ? "moodFrom" : "totalFrom", choices.below(101)}};
        talk["endings"].push_back(ending);
    }
    return {{"id", "L1.1"}, {"title", "t"},        {"objectives", {"o"}},
            {"minutes", 5}, {"covers", {"S0-01"}}, {"steps", Json::array({talk})}};
}

// ---- playing, each with what must hold

learning::Answer play(const course::Dialogue& talk, Choices& choices) {
    learning::DialoguePlay play(talk);
    learning::Said said;
    while (play.node() != nullptr) {
        const auto offered = play.offered();
        mustHold(!offered.empty(), "something can always be said");
        const OptionId option = offered[choices.below(offered.size())]->id;
        mustHold(play.say(option), "what is offered can be said");
        said.options.push_back(option);
        for (std::size_t at = 0; at < talk.meters.size(); ++at)
            mustHold(play.values()[at] >= 0 && play.values()[at] <= talk.meters[at].most, "a meter stays within");
        mustHold(said.options.size() <= learning::DialoguePlay::mostTurns, "a talk comes to its end");
    }
    mustHold(play.ending() != nullptr, "a talk that ended has an ending");
    mustHold(learning::replay(talk, said.options).ending() == play.ending(), "a talk can be told again");
    return said;
}

learning::Answer play(const course::Case& story, Choices& choices) {
    learning::Decided decided;
    for (const course::Case::Decision& decision : story.decisions) {
        for (std::size_t tries = 0; !learning::isDecided(story, decided, decision); ++tries) {
            mustHold(tries < 10'000, "a decision comes to its end");
            const std::size_t first = choices.below(decision.options.size());
            for (std::size_t step = 0; step < decision.options.size(); ++step) {
                const auto& option = decision.options[(first + step) % decision.options.size()];
                if (!learning::canChoose(story, decided, decision, option)) continue;
                decided.decisions[decision.id].push_back(option.id);
                break;
            }
        }
    }
    const auto left = learning::budgetLeft(story, decided);
    mustHold(!left || *left >= 0, "nobody spends more than there is");
    mustHold(learning::outcomeOf(story, decided) != nullptr, "every case has an outcome");
    return decided;
}

learning::Answer play(const course::Gauge&, Choices& choices) {
    learning::QuestionGauge gauge;
    learning::Said said;
    bool open = choices.below(2) == 0;
    while (gauge.ask(open)) {
        said.options.push_back(open ? learning::openQuestion() : learning::closedQuestion());
        open = choices.below(2) == 0;
    }
    mustHold(gauge.asked() <= learning::QuestionGauge::turns, "a talk has eight turns");
    return said;
}

learning::Answer play(const course::Simulator& simulator, Choices& choices) {
    learning::Simulated answer;
    course::Simulator::Settings settings = learning::startSettings(simulator);
    for (const course::Simulator::Input& input : simulator.inputs)
        settings[input.id] = input.least + (input.most - input.least) * static_cast<double>(choices.below(256)) / 255.0;
    for (const course::Simulator::Output& output : simulator.outputs) {
        const double number = learning::outputOf(simulator, settings, output.id);
        mustHold(std::isfinite(number), "a figure is finite");
        mustHold(!learning::figureText(number, output.decimals).empty(), "a figure can be written");
    }
    for (const course::Simulator::Task& task : simulator.tasks)
        answer.numbers[task.id] = learning::outputOf(simulator, settings, task.output);
    return answer;
}

learning::Answer playAny(const course::Step& step, Choices& choices) {
    if (const auto* talk = std::get_if<course::Dialogue>(&step.activity)) return play(*talk, choices);
    if (const auto* story = std::get_if<course::Case>(&step.activity)) return play(*story, choices);
    if (const auto* gauge = std::get_if<course::Gauge>(&step.activity)) return play(*gauge, choices);
    if (const auto* simulator = std::get_if<course::Simulator>(&step.activity)) return play(*simulator, choices);
    return learning::Seen{};
}

void check(const course::Step& step, const learning::Answer& answer) {
    const learning::Verdict verdict = learning::grade(step, answer);
    mustHold(verdict.score.outOfHundred() >= 0 && verdict.score.outOfHundred() <= 100, "a score is between 0 and 100");
    mustHold(!verdict.right || verdict.score == base::Percent(100), "what is right scores 100");
    std::vector<base::Error> faults;
    const auto tree = base::parseJson(learning::toJson(answer), "answer");
    mustHold(tree.ok(), "an answer can be kept");
    const learning::Answer again = learning::readAnswer(base::JsonReader(tree.value(), "answer", faults));
    mustHold(learning::grade(step, again).score == verdict.score, "an answer that was kept is marked the same");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const bool built = data[0] % 2 == 1;
    Choices choices(built ? bytes : bytes.substr(bytes.size() / 2));
    Json lesson;
    if (built) {
        lesson = builtLesson(choices);
    } else {
        auto tree = base::parseJson(bytes, "fuzz");
        if (!tree) return 0;
        lesson = std::move(tree.value());
    }
    std::vector<base::Error> faults;
    const course::Lesson read = course::readLesson(base::JsonReader(lesson, "fuzz", faults));
    for (const base::Error& fault : faults) mustHold(!fault.what.empty(), "a refusal gives its reason");
    if (!faults.empty()) return 0;
    for (const course::Step& step : read.steps) {
        check(step, playAny(step, choices));
        for (const learning::Answer& odd :
             {learning::Answer(learning::Said{{OptionId("o0"), OptionId("open"), OptionId()}}),
              learning::Answer(learning::Placed{{{OptionId("a"), OptionId("b")}}}),
              learning::Answer(learning::Spotted{{OptionId("a"), OptionId("a")}, {}}),
              learning::Answer(learning::Simulated{{{OptionId("a"), 1e12}}}), learning::Answer(learning::Noted{})})
            check(step, odd);
    }
    return 0;
}
