#include "tools/coursec/leftovers.h"

#include "tools/coursec/suggestions.h"

#include <algorithm>
#include <functional>
#include <set>

namespace coursec {

using base::Asked;
using base::Json;

namespace {

class Search {
public:
    Search(std::vector<Asked> asked, Faults& faults) : asked_(std::move(asked)), faults_(faults) {
        for (const Asked& each : asked_)
            if (each.found) found_.push_back(each.found);
        std::sort(found_.begin(), found_.end(), std::less<>());
        for (const base::Error& fault : faults) blamed_.insert(fault.where);
    }

    void below(const Json& value, const std::string& where) {
        // Of a step or item of no known kind nothing else was looked at: the kind is what is wrong.
        if (blamed_.count(where) > 0 || blamed_.count(where + "/kind") > 0) return;
        if (const auto* object = value.get_ptr<const Json::object_t*>()) {
            for (const auto& [name, child] : *object) {
                const std::string place = where + base::pointerStep(name);
                if (std::binary_search(found_.begin(), found_.end(), &child, std::less<>()))
                    below(child, place);
                else
                    faults_.push_back(leftover(name, place, notThere(value)));
            }
        } else if (const auto* array = value.get_ptr<const Json::array_t*>()) {
            for (std::size_t index = 0; index < array->size(); ++index)
                below((*array)[index], where + base::pointerStep(std::to_string(index)));
        }
    }

private:
    /// What the reader looked for in this object and did not find.
    [[nodiscard]] std::vector<std::string> notThere(const Json& object) const {
        std::vector<std::string> names;
        for (const Asked& each : asked_)
            if (each.place == &object && !each.found) names.emplace_back(each.name);
        return names;
    }

    std::vector<Asked> asked_;
    std::vector<const Json*> found_;
    std::set<std::string> blamed_;
    Faults& faults_;
};

} // namespace

base::Error leftover(const std::string& name, std::string where, const std::vector<std::string>& known) {
    return {base::Fault::unknownId,
            "\"" + name + "\" is not part of the format. Correct the name, or take it out." + didYouMean(name, known),
            std::move(where)};
}

void noteLeftovers(const Json& value, const std::string& where, std::vector<Asked> asked, Faults& faults) {
    Search(std::move(asked), faults).below(value, where);
}

} // namespace coursec
