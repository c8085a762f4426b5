// Reads a dialogue, and makes sure that it can be played: something can always be said, and it leads somewhere. Whether
// everything in it can come up is for the course compiler to find out.
#include "course/step_readers.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace course {

using base::Fault;
using base::JsonReader;

namespace {

constexpr std::string_view toTheEnd = "end";
constexpr const char* noMood = "This talk has no mood. Give it a \"mood\", or take this out.";
constexpr int mostMove = 1000;
constexpr int mostTotal = 4 * mostMove; ///< of four meters

class Reader {
public:
    explicit Reader(const JsonReader& place) : place_(place) {}

    Dialogue read() {
        talk_.heard = place_.flagIfAny("heard");
        readMeters();
        talk_.who = place_.text("who");
        talk_.scene = place_.texts("scene");
        nodes_ = place_.items("nodes");
        for (const JsonReader& each : nodes_) readNode(each);
        for (std::size_t at = 0; at < nodes_.size(); ++at) linkNode(at);
        readEndings();
        talk_.insight = place_.text("insight");
        checkCount(place_, "nodes", talk_.nodes.size(), 1, 40);
        return std::move(talk_);
    }

private:
    using Kind = Dialogue::Meter::Kind;

    // ---- what moves

    void readMeters() {
        const std::vector<JsonReader> bars = place_.itemsIfAny("meters");
        if (place_.has("mood") || bars.empty())
            talk_.meters.push_back({Kind::mood,
                                    OptionId("mood"),
                                    place_.integer("mood", 0, Dialogue::mostMood),
                                    Dialogue::mostMood,
                                    {},
                                    {}});
        IdList ids;
        for (const JsonReader& each : bars) {
            Dialogue::Meter bar;
            bar.id = OptionId(ids.read(each));
            if (bar.id.text() == "mood" || bar.id.text() == "budget")
                each.complainAt("id", Fault::duplicateId,
                                "\"mood\" and \"budget\" are meters of their own. Give this one another id.");
            bar.most = each.integer("most", 1, 1000);
            bar.start = each.integer("start", 0, 1000);
            if (bar.start > bar.most)
                each.complainAt("start", Fault::contradiction, "\"start\" must not be greater than \"most\".");
            bar.label = each.text("label");
            talk_.meters.push_back(std::move(bar));
        }
        checkCount(place_, "meters", bars.size(), 0, 4);
        if (const auto budget = place_.integerIfAny("budget", 1, mostMoney)) {
            talk_.meters.push_back({Kind::budget, OptionId("budget"), *budget, *budget, {}, readBudgetShows(place_)});
        }
        IdList flags;
        for (const JsonReader& each : place_.itemsIfAny("checklist"))
            talk_.checklist.push_back({OptionId(flags.read(each)), each.text("label")});
        checkCount(place_, "checklist", talk_.checklist.size(), 0, 10);
    }

    struct Number {
        std::size_t meter;
        int number;
    };
    /// What the member `name`, which may be absent, says of which meters.
    [[nodiscard]] std::vector<Number> readNumbers(const JsonReader& place, std::string_view name, int most) const {
        std::vector<Number> numbers;
        if (!place.has(name)) return numbers;
        for (const auto& [id, number] : place.numberMap(name, -most, most)) {
            std::size_t meter = 0;
            while (meter < talk_.meters.size() && talk_.meters[meter].id.text() != id) ++meter;
            if (meter == talk_.meters.size())
                place.complainAt(name, Fault::unknownId, "\"" + id + "\" is none of the meters.");
            else if (number != std::floor(number))
                place.complainAt(name, Fault::wrongType, "Meters move by whole numbers.");
            else
                numbers.push_back({meter, static_cast<int>(number)});
        }
        return numbers;
    }

    Condition readCondition(const JsonReader& place) const {
        constexpr int least = std::numeric_limits<int>::min(), most = std::numeric_limits<int>::max();
        Condition condition;
        if (!place.has("when")) return condition;
        const JsonReader when = place.at("when");
        const auto add = [&condition](std::size_t meter, int from, int upTo) {
            condition.bounds.push_back({meter, from, upTo});
        };
        const auto moodFrom = when.integerIfAny("moodFrom", 0, Dialogue::mostMood);
        const auto moodUpTo = when.integerIfAny("moodUpTo", 0, Dialogue::mostMood);
        if (moodFrom || moodUpTo) {
            if (!talk_.hasMood())
                place.complainAt("when", Fault::contradiction, noMood);
            else if (moodFrom > moodUpTo && moodUpTo)
                place.complainAt("when", Fault::contradiction, "\"moodFrom\" must not be greater than \"moodUpTo\".");
            add(0, moodFrom.value_or(least), moodUpTo.value_or(most));
        }
        for (const Number& each : readNumbers(when, "from", mostMoney)) add(each.meter, each.number, most);
        for (const Number& each : readNumbers(when, "upTo", mostMoney)) add(each.meter, least, each.number);
        if (const auto from = when.integerIfAny("totalFrom", 0, mostTotal)) add(Condition::total, *from, most);
        if (const auto upTo = when.integerIfAny("totalUpTo", 0, mostTotal)) add(Condition::total, least, *upTo);
        condition.flags = when.textsIfAny("flags");
        condition.notFlags = when.textsIfAny("notFlags");
        if (condition.empty())
            place.complainAt("when", Fault::missing,
                             "\"when\" says nothing. Use moodFrom, moodUpTo, from, upTo, totalFrom, totalUpTo, flags "
                             "or notFlags, or take it out.");
        return condition;
    }

    // ---- what can be said

    void readMoves(const JsonReader& place, Dialogue::Option& option) const {
        option.moves.assign(talk_.meters.size(), 0);
        if (!talk_.hasMood() && (option.redLine || place.has("mood")))
            place.complainAt(option.redLine ? "redLine" : "mood", Fault::contradiction, noMood);
        else if (option.redLine && place.has("mood"))
            place.complainAt("mood", Fault::contradiction,
                             "A red line always costs 12, whatever else is said. Take \"mood\" out.");
        else if (option.redLine)
            option.moves[0] = Dialogue::redLineMood;
        else if (talk_.hasMood())
            option.moves[0] = place.integer("mood", -Dialogue::mostMood, Dialogue::mostMood);
        for (const Number& each : readNumbers(place, "moves", mostMove)) {
            if (talk_.meters[each.meter].kind != Kind::bar)
                place.complainAt("moves", Fault::contradiction,
                                 "The mood is moved by \"mood\", the budget by \"cost\". Only meters stand here.");
            option.moves[each.meter] = each.number;
        }
        const int cost = place.integerIfAny("cost", 0, mostMoney).value_or(0);
        if (talk_.meters.back().kind == Kind::budget)
            option.moves.back() = -cost;
        else if (place.has("cost"))
            place.complainAt("cost", Fault::contradiction, "There is no \"budget\" that could pay for it. Add one.");
    }

    void readNode(const JsonReader& place) {
        Dialogue::Node node;
        node.id = OptionId(ids_.read(place));
        node.when = readCondition(place);
        node.line = place.text("line");
        IdList options;
        for (const JsonReader& each : place.items("options")) {
            Dialogue::Option option;
            option.id = OptionId(options.read(each));
            option.redLine = each.flagIfAny("redLine");
            readMoves(each, option);
            option.sets = each.textsIfAny("sets");
            option.when = readCondition(each);
            option.text = each.text("text");
            option.why = each.text("why");
            option.reply = each.textIfAny("reply");
            if (each.has("inventory")) (void)readInventory(each, "inventory"); // for the author; not shown
            node.options.push_back(std::move(option));
        }
        checkCount(place, "options", node.options.size(), 1, 6);
        const bool always = std::any_of(node.options.begin(), node.options.end(), [this](const auto& each) {
            return each.when.empty() && (talk_.meters.back().kind != Kind::budget || each.moves.back() == 0);
        });
        if (!always && !node.options.empty())
            place.complainAt("options", Fault::contradiction,
                             "Every option has a \"when\" or a cost: the talk could come to a stop here. Leave one "
                             "without.");
        talk_.nodes.push_back(std::move(node));
    }

    /// Where the options lead, once all nodes are known.
    void linkNode(std::size_t at) {
        const std::vector<JsonReader> options = nodes_[at].items("options");
        for (std::size_t index = 0; index < talk_.nodes[at].options.size(); ++index) {
            std::size_t& to = talk_.nodes[at].options[index].to;
            to = at + 1;
            if (!options[index].has("to")) continue;
            const std::string name = options[index].text("to");
            to = talk_.nodes.size();
            if (name == toTheEnd) continue;
            const auto node = std::find_if(talk_.nodes.begin(), talk_.nodes.end(),
                                           [&name](const Dialogue::Node& each) { return each.id.text() == name; });
            to = static_cast<std::size_t>(node - talk_.nodes.begin());
            if (node != talk_.nodes.end()) continue;
            options[index].complainAt("to", Fault::unknownId,
                                      "\"" + name + "\" is none of the nodes. Name one of them, or \"end\".");
        }
    }

    void readEndings() {
        const std::vector<JsonReader> places = place_.items("endings");
        IdList ids;
        for (const JsonReader& each : places) {
            Dialogue::Ending ending;
            ending.id = OptionId(ids.read(each));
            ending.when = readCondition(each);
            const bool last = &each == &places.back();
            if (last && !ending.when.empty())
                each.complainAt("when", Fault::contradiction,
                                "The last ending is for whatever is left. Take its \"when\" out.");
            if (!last && !each.has("when"))
                each.complainAt("when", Fault::missing,
                                "Without \"when\" this ending always comes, and those after it never. Add it.");
            ending.score = each.integer("score", 0, 100);
            ending.label = each.text("label");
            ending.text = each.text("text");
            talk_.endings.push_back(std::move(ending));
        }
        checkCount(place_, "endings", talk_.endings.size(), 1, 6);
    }

    const JsonReader& place_;
    std::vector<JsonReader> nodes_;
    IdList ids_;
    Dialogue talk_;
};

} // namespace

Dialogue readDialogue(const JsonReader& place) { return Reader(place).read(); }

} // namespace course
