#include "learning/shuffled.h"

#include "base/hash.h"

#include <algorithm>
#include <variant>

namespace learning {

using course::Item;
using course::OptionId;

namespace {

std::vector<OptionId> optionsOf(const course::SingleChoice& question) {
    std::vector<OptionId> ids;
    for (const course::Option& option : question.options) ids.push_back(option.id);
    return ids;
}

std::vector<OptionId> optionsOf(const course::MultipleChoice& question) {
    return optionsOf(course::SingleChoice{question.options});
}

std::vector<OptionId> optionsOf(const course::Ordering& question) {
    std::vector<OptionId> ids;
    for (const course::Ordering::Entry& entry : question.entries) ids.push_back(entry.id);
    return ids;
}

std::vector<OptionId> optionsOf(const course::Estimate&) { return {}; }

} // namespace

std::uint64_t Seeded::next() {
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
    return mixed ^ (mixed >> 31);
}

std::uint64_t Seeded::below(std::uint64_t bound) {
    const std::uint64_t uneven = (0 - bound) % bound; // 2^64 mod bound
    std::uint64_t number = next();
    while (number < uneven) number = next();
    return number % bound;
}

std::vector<OptionId> shuffled(std::vector<OptionId> ids, std::uint64_t seed) {
    Seeded random(seed);
    shuffle(ids, random);
    return ids;
}

std::vector<OptionId> shuffledOptions(const Item& item, std::uint64_t seed) {
    // The item's id goes into the seed, so that the order of one item does not hang on what else is on the paper.
    Seeded random(base::fnv1a(item.id.text(), seed ^ base::fnv1a("options")));
    std::vector<OptionId> order = std::visit([](const auto& question) { return optionsOf(question); }, item.question);
    const std::vector<OptionId> asStored = order;
    shuffle(order, random);
    const bool ordering = std::holds_alternative<course::Ordering>(item.question);
    if (ordering && order == asStored && order.size() > 1) std::rotate(order.begin(), order.begin() + 1, order.end());
    return order;
}

} // namespace learning
