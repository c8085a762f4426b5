#include "learning/exam.h"

#include "base/hash.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace learning {

using course::Item;
using course::OptionId;

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

namespace {

/// Fisher and Yates, from the end.
template <class Thing>
void shuffle(std::vector<Thing>& things, Seeded& random) {
    for (std::size_t left = things.size(); left > 1; --left)
        std::swap(things[left - 1], things[static_cast<std::size_t>(random.below(left))]);
}

/// The items of one draw, shuffled: those not seen yet first. The first `count` are on the paper.
struct Pool {
    const course::Module* module = nullptr;
    std::vector<const Item*> items;
    std::size_t fresh = 0; ///< how many of the items were not shown before
    std::size_t count = 0;
};

std::size_t kindOf(const Item& item) { return item.question.index(); }
constexpr std::size_t kinds = std::variant_size_v<course::Question>;

base::Result<Pool> makePool(const course::ExamBlueprint::Draw& draw, const std::vector<const course::Module*>& modules,
                            const std::vector<course::ItemId>& avoid, Seeded& random) {
    Pool pool;
    for (const course::Module* module : modules)
        if (module && module->id == draw.module) pool.module = module;
    if (!pool.module)
        return base::Error{base::Fault::missing,
                           "The exam draws from the module " + draw.module.text() + ", which is not loaded.", ""};
    pool.count = static_cast<std::size_t>(std::max(draw.count, 0));
    if (pool.module->items.size() < pool.count)
        return base::Error{base::Fault::missing,
                           "The exam draws " + std::to_string(pool.count) + " items from the module " +
                               draw.module.text() + ", whose bank holds " + std::to_string(pool.module->items.size()) +
                               ".",
                           ""};
    for (const Item& item : pool.module->items) pool.items.push_back(&item);
    shuffle(pool.items, random);
    const auto seen = std::stable_partition(pool.items.begin(), pool.items.end(), [&avoid](const Item* item) {
        return std::find(avoid.begin(), avoid.end(), item->id) == avoid.end();
    });
    pool.fresh = static_cast<std::size_t>(seen - pool.items.begin());
    return pool;
}

/// Puts an item of `kind` on the paper in place of one whose kind is there more than once, if that can be done with a
/// fresh item.
void bringIn(std::size_t kind, std::vector<Pool>& pools, std::vector<std::size_t>& onPaper) {
    for (Pool& pool : pools) {
        for (std::size_t spare = pool.count; spare < pool.fresh; ++spare) {
            if (kindOf(*pool.items[spare]) != kind) continue;
            for (std::size_t place = pool.count; place > 0; --place) {
                const std::size_t there = kindOf(*pool.items[place - 1]);
                if (onPaper[there] < 2) continue;
                std::swap(pool.items[place - 1], pool.items[spare]);
                --onPaper[there];
                ++onPaper[kind];
                return;
            }
        }
    }
}

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

base::Result<ExamPaper> drawExam(const course::ExamBlueprint& blueprint,
                                 const std::vector<const course::Module*>& modules,
                                 const std::vector<course::ItemId>& avoid, std::uint64_t seed) {
    Seeded random(seed);
    std::vector<Pool> pools;
    for (const course::ExamBlueprint::Draw& draw : blueprint.draws) {
        base::Result<Pool> pool = makePool(draw, modules, avoid, random);
        if (!pool) return pool.error();
        pools.push_back(std::move(pool.value()));
    }

    std::vector<std::size_t> onPaper(kinds, 0);
    for (const Pool& pool : pools)
        for (std::size_t place = 0; place < pool.count; ++place) ++onPaper[kindOf(*pool.items[place])];
    for (std::size_t kind = 0; kind < kinds; ++kind)
        if (onPaper[kind] == 0) bringIn(kind, pools, onPaper);

    ExamPaper paper;
    paper.exam = blueprint.id;
    for (const Pool& pool : pools)
        for (std::size_t place = 0; place < pool.count; ++place)
            paper.items.push_back({pool.items[place]->id, pool.module->id, shuffledOptions(*pool.items[place], seed)});
    shuffle(paper.items, random);
    return paper;
}

} // namespace learning
