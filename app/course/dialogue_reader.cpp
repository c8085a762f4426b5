// Reads a dialogue, and makes sure that it can be played: every line can come up, and from every line there is a way to
// an ending that depends on nothing.
#include "course/step_readers.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace course {

using base::Fault;
using base::JsonReader;

namespace {

constexpr std::string_view toTheEnd = "end";

Condition readCondition(const JsonReader& place) {
    Condition condition;
    if (!place.has("when")) return condition;
    const JsonReader when = place.at("when");
    condition.moodFrom = when.integerIfAny("moodFrom", 0, Dialogue::mostMood);
    condition.moodUpTo = when.integerIfAny("moodUpTo", 0, Dialogue::mostMood);
    condition.flags = when.textsIfAny("flags");
    condition.notFlags = when.textsIfAny("notFlags");
    if (condition.empty())
        place.complainAt("when", Fault::missing,
                         "\"when\" says nothing. Use moodFrom, moodUpTo, flags or notFlags, or take it out.");
    if (condition.moodFrom && condition.moodUpTo && *condition.moodFrom > *condition.moodUpTo)
        place.complainAt("when", Fault::contradiction, "\"moodFrom\" must not be greater than \"moodUpTo\".");
    return condition;
}

class Reader {
public:
    explicit Reader(const JsonReader& place) : place_(place) {}

    Dialogue read() {
        talk_.mood = place_.integer("mood", 0, Dialogue::mostMood);
        talk_.who = place_.text("who");
        talk_.scene = place_.texts("scene");
        nodes_ = place_.items("nodes");
        for (const JsonReader& each : nodes_) readNode(each);
        for (std::size_t at = 0; at < nodes_.size(); ++at) linkNode(at);
        readEndings();
        talk_.insight = place_.text("insight");
        checkCount(place_, "nodes", talk_.nodes.size(), 1, 40);
        checkFlags();
        if (playable_) checkWays();
        return std::move(talk_);
    }

private:
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
            if (option.redLine && each.has("mood"))
                each.complainAt("mood", Fault::contradiction,
                                "A red line always costs 12, whatever else is said. Take \"mood\" out.");
            option.mood =
                option.redLine ? Dialogue::redLineMood : each.integer("mood", -Dialogue::mostMood, Dialogue::mostMood);
            option.sets = each.textsIfAny("sets");
            flags_.insert(option.sets.begin(), option.sets.end());
            option.when = readCondition(each);
            option.text = each.text("text");
            option.why = each.text("why");
            option.reply = each.textIfAny("reply");
            if (each.has("inventory")) (void)readInventory(each, "inventory"); // for the author; not shown
            node.options.push_back(std::move(option));
        }
        checkCount(place, "options", node.options.size(), 1, 6);
        const bool always = std::any_of(node.options.begin(), node.options.end(),
                                        [](const Dialogue::Option& each) { return each.when.empty(); });
        playable_ = playable_ && always;
        if (!always && !node.options.empty())
            place.complainAt("options", Fault::contradiction,
                             "Every option has a \"when\": the talk could come to a stop here. Leave one without.");
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
            playable_ = false;
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

    // ---- what holds of the whole

    void checkFlags(const Condition& condition, const JsonReader& place) const {
        for (const auto* list : {&condition.flags, &condition.notFlags})
            for (const std::string& flag : *list)
                if (!flag.empty() && flags_.find(flag) == flags_.end())
                    place.complainAt("when", Fault::unknownId, "No option sets the flag \"" + flag + "\".");
    }

    void checkFlags() const {
        for (std::size_t at = 0; at < nodes_.size(); ++at) {
            checkFlags(talk_.nodes[at].when, nodes_[at]);
            const std::vector<JsonReader> options = nodes_[at].items("options");
            for (std::size_t index = 0; index < options.size(); ++index)
                checkFlags(talk_.nodes[at].options[index].when, options[index]);
        }
        const std::vector<JsonReader> endings = place_.items("endings");
        for (std::size_t at = 0; at < endings.size(); ++at) checkFlags(talk_.endings[at].when, endings[at]);
    }

    void reach(std::size_t at, std::vector<bool>& reached) const {
        for (; at < talk_.nodes.size() && !reached[at]; ++at) {
            reached[at] = true;
            for (const Dialogue::Option& option : talk_.nodes[at].options) reach(option.to, reached);
            if (talk_.nodes[at].when.empty()) return; // only a node with a condition may be passed over
        }
    }

    /// Is coming to this node sure to lead on to the end, whether it is passed over or not?
    [[nodiscard]] bool leadsOn(std::size_t at, const std::vector<bool>& ends) const {
        for (; at < talk_.nodes.size(); ++at) {
            if (!ends[at]) return false;
            if (talk_.nodes[at].when.empty()) return true;
        }
        return true;
    }

    void checkWays() const {
        std::vector<bool> reached(talk_.nodes.size(), false), ends(talk_.nodes.size(), false);
        reach(0, reached);
        for (bool found = true; found;) {
            found = false;
            for (std::size_t at = talk_.nodes.size(); at-- > 0;) {
                if (ends[at]) continue;
                for (const Dialogue::Option& option : talk_.nodes[at].options)
                    ends[at] = ends[at] || (option.when.empty() && leadsOn(option.to, ends));
                found = found || ends[at];
            }
        }
        for (std::size_t at = 0; at < talk_.nodes.size(); ++at) {
            const std::string name = "\"" + talk_.nodes[at].id.text() + "\"";
            if (!reached[at])
                nodes_[at].complain(Fault::contradiction,
                                    "No way leads to the node " + name + ". Let an option lead here, or take it out.");
            else if (!ends[at] && !talk_.nodes[at].options.empty())
                nodes_[at].complain(Fault::contradiction, "From the node " + name +
                                                              " no ending can be reached without a condition: the "
                                                              "talk could go round for ever. Lead an option out.");
        }
    }

    const JsonReader& place_;
    std::vector<JsonReader> nodes_;
    IdList ids_;
    std::set<std::string> flags_;
    Dialogue talk_;
    bool playable_ = true; ///< every option leads somewhere, and every node has one that is always offered
};

} // namespace

Dialogue readDialogue(const JsonReader& place) { return Reader(place).read(); }

} // namespace course
