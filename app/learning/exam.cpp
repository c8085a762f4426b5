#include "learning/exam.h"

#include "learning/shuffled.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace learning {

using course::Item;
using course::OptionId;

namespace {

struct Candidate {
    const Item* item = nullptr;
    bool fresh = true; ///< not shown before
};

/// The bank of one draw. The first `count` candidates are on the paper.
struct Pool {
    const course::Module* module = nullptr;
    std::vector<Candidate> candidates;
    std::size_t count = 0;

    [[nodiscard]] std::size_t onPaperFor(const std::string& objective) const {
        std::size_t number = 0;
        for (std::size_t place = 0; place < count; ++place)
            if (candidates[place].item->objective == objective) ++number;
        return number;
    }
};

std::size_t kindOf(const Item& item) { return item.question.index(); }
constexpr std::size_t kinds = std::variant_size_v<course::Question>;

/// Brings the first candidate of each objective to the front, so that a paper long enough asks for every objective
/// once before it asks for any a second time. Otherwise the order stays.
void oneOfEachObjectiveFirst(std::vector<Candidate>& candidates) {
    std::vector<std::string_view> met;
    std::stable_partition(candidates.begin(), candidates.end(), [&met](const Candidate& candidate) {
        const std::string_view objective = candidate.item->objective;
        if (std::find(met.begin(), met.end(), objective) != met.end()) return false;
        met.push_back(objective);
        return true;
    });
}

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
    for (const Item& item : pool.module->items)
        pool.candidates.push_back({&item, std::find(avoid.begin(), avoid.end(), item.id) == avoid.end()});
    shuffle(pool.candidates, random);
    std::stable_partition(pool.candidates.begin(), pool.candidates.end(),
                          [](const Candidate& candidate) { return candidate.fresh; });
    oneOfEachObjectiveFirst(pool.candidates);
    return pool;
}

/// Puts an item of `kind` on the paper in place of one whose kind is there more than once, if that can be done with a
/// fresh item and without losing an objective.
void bringIn(std::size_t kind, std::vector<Pool>& pools, std::vector<std::size_t>& onPaper) {
    for (Pool& pool : pools) {
        for (std::size_t spare = pool.count; spare < pool.candidates.size(); ++spare) {
            const Candidate& other = pool.candidates[spare];
            if (!other.fresh || kindOf(*other.item) != kind) continue;
            for (std::size_t place = pool.count; place > 0; --place) {
                const Item& there = *pool.candidates[place - 1].item;
                const bool keepsObjective =
                    there.objective == other.item->objective || pool.onPaperFor(there.objective) > 1;
                if (onPaper[kindOf(there)] < 2 || !keepsObjective) continue;
                --onPaper[kindOf(there)];
                ++onPaper[kind];
                std::swap(pool.candidates[place - 1], pool.candidates[spare]);
                return;
            }
        }
    }
}

std::string_view preferenceOf(const Learner* person, const char* name) {
    if (person == nullptr) return {};
    const auto found = person->preferences.find(name);
    return found == person->preferences.end() ? std::string_view{} : std::string_view(found->second);
}

} // namespace

int minutesFor(const course::ExamBlueprint& exam, const Learner* person) {
    const std::string_view wanted = preferenceOf(person, "examTime");
    if (wanted == "none") return 0;
    const int percent = wanted == "150" ? 150 : wanted == "200" ? 200 : 100;
    return (exam.minutes * percent + 99) / 100;
}

std::optional<int> attemptsLeft(const course::ExamBlueprint& exam, const Learner* person) {
    if (exam.attempts == 0 || preferenceOf(person, "examAttempts") == "any") return std::nullopt;
    int taken = 0;
    if (person != nullptr)
        for (const Attempt& attempt : person->attempts) taken += attempt.exam == exam.id ? 1 : 0;
    return std::max(exam.attempts - taken, 0);
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
        for (std::size_t place = 0; place < pool.count; ++place) ++onPaper[kindOf(*pool.candidates[place].item)];
    for (std::size_t kind = 0; kind < kinds; ++kind)
        if (onPaper[kind] == 0) bringIn(kind, pools, onPaper);

    ExamPaper paper;
    paper.exam = blueprint.id;
    for (const Pool& pool : pools)
        for (std::size_t place = 0; place < pool.count; ++place) {
            const Item& item = *pool.candidates[place].item;
            paper.items.push_back({item.id, pool.module->id, shuffledOptions(item, seed)});
        }
    shuffle(paper.items, random);
    return paper;
}

} // namespace learning
