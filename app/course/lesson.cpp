// What fits where, for the kinds of step that accept more than one answer.
#include "course/lesson.h"

#include <algorithm>

namespace course {

namespace {

bool isEither(const OptionId& id, const OptionId& due, const std::vector<OptionId>& also) {
    return id == due || std::find(also.begin(), also.end(), id) != also.end();
}

template <class Thing>
const Thing* withId(const std::vector<Thing>& things, const OptionId& id) {
    const auto found = std::find_if(things.begin(), things.end(), [&id](const Thing& each) { return each.id == id; });
    return found == things.end() ? nullptr : &*found;
}

} // namespace

bool Sort::Card::takes(const OptionId& placed) const { return isEither(placed, bin, also); }
bool Cloze::Gap::takes(const OptionId& given) const { return isEither(given, word, also); }
bool Cards::Card::takes(const OptionId& given) const { return label.empty() || isEither(given, label, also); }

const Cloze::Word* Cloze::word(const OptionId& id) const { return withId(bank, id); }
const Simulator::Output* Simulator::output(const OptionId& id) const { return withId(outputs, id); }

} // namespace course
