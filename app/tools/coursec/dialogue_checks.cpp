#include "tools/coursec/dialogue_checks.h"

#include "learning/dialogue_play.h"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace coursec {

using base::Fault;
using course::Dialogue;
using learning::DialoguePlay;

namespace {

/// Beyond so many the talk is only looked at as a map of ways, and what depends on meters is let pass.
constexpr std::size_t mostStates = 20'000;

/// Everything that a talk can come to, found by saying everything that can be said.
class Exploration {
public:
    explicit Exploration(const Dialogue& talk) {
        enter(DialoguePlay(talk), 0);
        for (std::size_t at = 0; at < open_.size() && complete_; ++at) {
            const DialoguePlay play = open_[at];
            for (const Dialogue::Option* option : play.offered()) {
                options.insert(option);
                DialoguePlay next = play;
                (void)next.say(option->id);
                complete_ = complete_ && next.moves().size() < DialoguePlay::mostTurns;
                enter(std::move(next), at);
            }
        }
        if (complete_) findWaysOut();
    }

    std::set<const Dialogue::Node*> nodes;
    std::set<const Dialogue::Option*> options;
    std::set<const Dialogue::Ending*> endings;
    std::set<const Dialogue::Node*> caught; ///< where a talk can come to from which no ending can be reached

    /// False when there was too much to explore.
    [[nodiscard]] bool complete() const { return complete_; }

private:
    using State = std::tuple<const Dialogue::Node*, std::vector<int>, std::set<std::string, std::less<>>>;

    void enter(DialoguePlay play, std::size_t from) {
        const auto [known, isNew] = states_.emplace(State{play.node(), play.values(), play.flags()}, open_.size());
        const std::size_t at = known->second;
        if (isNew) {
            if (play.node())
                nodes.insert(play.node());
            else
                endings.insert(play.ending());
            open_.push_back(std::move(play));
            cameFrom_.emplace_back();
            complete_ = complete_ && open_.size() <= mostStates;
        }
        cameFrom_[at].push_back(from);
    }

    void findWaysOut() {
        std::vector<bool> leadsOut(open_.size(), false);
        std::vector<std::size_t> found;
        for (std::size_t at = 0; at < open_.size(); ++at)
            if (!open_[at].node()) found.push_back(at);
        while (!found.empty()) {
            const std::size_t at = found.back();
            found.pop_back();
            if (leadsOut[at]) continue;
            leadsOut[at] = true;
            found.insert(found.end(), cameFrom_[at].begin(), cameFrom_[at].end());
        }
        for (std::size_t at = 0; at < open_.size(); ++at)
            if (!leadsOut[at]) caught.insert(open_[at].node());
    }

    std::map<State, std::size_t> states_; ///< → index in open_
    std::deque<DialoguePlay> open_;
    std::vector<std::vector<std::size_t>> cameFrom_;
    bool complete_ = true;
};

/// The nodes to which a way leads when every condition may hold or not.
void walk(const Dialogue& talk, std::size_t at, std::set<const Dialogue::Node*>& reached) {
    for (; at < talk.nodes.size() && reached.insert(&talk.nodes[at]).second; ++at) {
        for (const Dialogue::Option& option : talk.nodes[at].options) walk(talk, option.to, reached);
        if (talk.nodes[at].when.empty()) return; // only a node with a condition may be passed over
    }
}

class Checker {
public:
    Checker(const Dialogue& talk, std::string where, Faults& faults)
        : talk_(talk), where_(std::move(where)), faults_(faults) {}

    void check() {
        const std::size_t before = faults_.size();
        checkFlags();
        if (faults_.size() != before) return; // what hangs on such a flag follows from it
        const Exploration all(talk_);
        std::set<const Dialogue::Node*> reached = all.nodes;
        if (!all.complete()) walk(talk_, 0, reached);
        for (std::size_t at = 0; at < talk_.nodes.size(); ++at) {
            const Dialogue::Node& node = talk_.nodes[at];
            if (reached.count(&node) == 0)
                complain(nodePlace(at), "No way leads to the node \"" + node.id.text() +
                                            "\". Let an option lead here, change its \"when\", or take it out.");
            else if (all.caught.count(&node) > 0)
                complain(nodePlace(at), "From the node \"" + node.id.text() +
                                            "\" no ending can be reached: the talk could go round for ever. Lead an "
                                            "option out.");
            else if (all.complete())
                checkOptions(node, nodePlace(at), all);
        }
        for (std::size_t at = 0; at < talk_.endings.size() && all.complete() && all.caught.empty(); ++at)
            if (all.endings.count(&talk_.endings[at]) == 0)
                complain(where_ + "/endings/" + std::to_string(at),
                         "Nobody can come to the ending \"" + talk_.endings[at].id.text() +
                             "\", whatever is said: change its \"when\" or those before it, or take it out.");
    }

private:
    [[nodiscard]] std::string nodePlace(std::size_t at) const { return where_ + "/nodes/" + std::to_string(at); }

    void complain(std::string where, std::string what, Fault fault = Fault::contradiction) {
        faults_.push_back({fault, std::move(what), std::move(where)});
    }

    void checkOptions(const Dialogue::Node& node, const std::string& where, const Exploration& all) {
        for (std::size_t at = 0; at < node.options.size(); ++at)
            if (all.options.count(&node.options[at]) == 0)
                complain(where + "/options/" + std::to_string(at),
                         "Nobody can ever say this: its \"when\" does not hold here, or it costs more than is left.");
    }

    void checkSet(const std::string& flag, const std::set<std::string>& set, const std::string& where) {
        if (!flag.empty() && set.count(flag) == 0)
            complain(where, "No option sets the flag \"" + flag + "\".", Fault::unknownId);
    }

    void checkCondition(const course::Condition& when, const std::set<std::string>& set, const std::string& where) {
        for (const auto* list : {&when.flags, &when.notFlags})
            for (const std::string& flag : *list) checkSet(flag, set, where + "/when");
    }

    void checkFlags() {
        std::set<std::string> set;
        for (const Dialogue::Node& node : talk_.nodes)
            for (const Dialogue::Option& option : node.options) set.insert(option.sets.begin(), option.sets.end());
        for (std::size_t at = 0; at < talk_.nodes.size(); ++at) {
            checkCondition(talk_.nodes[at].when, set, nodePlace(at));
            for (std::size_t index = 0; index < talk_.nodes[at].options.size(); ++index)
                checkCondition(talk_.nodes[at].options[index].when, set,
                               nodePlace(at) + "/options/" + std::to_string(index));
        }
        for (std::size_t at = 0; at < talk_.endings.size(); ++at)
            checkCondition(talk_.endings[at].when, set, where_ + "/endings/" + std::to_string(at));
        for (std::size_t at = 0; at < talk_.checklist.size(); ++at)
            checkSet(talk_.checklist[at].id.text(), set, where_ + "/checklist/" + std::to_string(at) + "/id");
    }

    const Dialogue& talk_;
    std::string where_;
    Faults& faults_;
};

} // namespace

void checkDialogue(const Dialogue& talk, const std::string& where, Faults& faults) {
    Checker(talk, where, faults).check();
}

} // namespace coursec
