#include "learning/review.h"

#include "base/hash.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace learning {

namespace {

constexpr base::Percent whole{100}, nearlyWhole{80};
// Seconds, to read the question, think, answer and read what is said to it.
constexpr int secondsForItem = 20, secondsInParts = 45, secondsOfSitting = 240;
constexpr std::size_t mostCards = 12, mostInParts = 3;

int secondsFor(const Scheduled& card) { return card.inParts ? secondsInParts : secondsForItem; }

/// The module that a card belongs to; empty when the course does not have its step or objective any more.
course::ModuleId moduleOf(const CardId& id, const Card& card, const course::Course& course) {
    if (const std::optional<StepOfLesson> place = stepOf(id)) {
        const course::LessonOutline* lesson = course.lesson(place->lesson);
        const bool there =
            lesson && std::find(lesson->steps.begin(), lesson->steps.end(), place->step) != lesson->steps.end();
        return there ? course.moduleOf(place->lesson)->id : course::ModuleId{};
    }
    for (const course::ModuleOutline& module : course.modules)
        for (const course::Objective& objective : module.objectives)
            if (objective.id == card.objective) return module.id;
    return {};
}

/// Runs through what was answered, day by day.
void schedule(Scheduled& scheduled, const Card& card, const OffsetAt& offsetAt, Day today) {
    bool first = true;
    Day failed = 0;
    for (const Recall& recall : card.recalls) {
        const Day dated = dayOf(recall.at, offsetAt(recall.at));
        if (dated > today + 1) break; // and so are all after it
        const Day day = std::min(dated, today);
        const fsrs::Grade grade = gradeOf(recall, card.inParts, !first && failed == day);
        scheduled.memory =
            first ? fsrs::firstSeen(grade) : fsrs::reviewed(scheduled.memory, day - scheduled.last, grade);
        if (grade == fsrs::Grade::again) failed = day;
        scheduled.last = day;
        first = false;
    }
    if (first) {
        scheduled.memory = fsrs::firstSeen(fsrs::Grade::again);
        scheduled.last = scheduled.due = today;
    } else {
        scheduled.due = scheduled.last + fsrs::interval(scheduled.memory);
    }
}

/// Takes the next card of another module than the one before, as long as there is one.
std::vector<Scheduled> mixed(std::vector<Scheduled> cards) {
    for (std::size_t place = 1; place < cards.size(); ++place) {
        const auto here = cards.begin() + static_cast<std::ptrdiff_t>(place);
        const auto other = std::find_if(
            here, cards.end(), [&](const Scheduled& card) { return !(card.module == cards[place - 1].module); });
        if (other != cards.end()) std::rotate(here, other, other + 1);
    }
    return cards;
}

} // namespace

Day dayOf(base::Instant at, base::UtcOffset offset) {
    return static_cast<Day>(std::chrono::floor<std::chrono::days>(at + offset).time_since_epoch().count());
}

double Scheduled::retrievability(Day day) const { return fsrs::retrievability(memory, std::max(day - last, 0)); }

std::size_t Schedule::dueBy(Day day) const {
    return static_cast<std::size_t>(
        std::count_if(cards.begin(), cards.end(), [day](const Scheduled& card) { return card.due <= day; }));
}

std::optional<Day> Schedule::next() const {
    std::optional<Day> first;
    for (const Scheduled& card : cards)
        if (card.due > today && (!first || card.due < *first)) first = card.due;
    return first;
}

std::optional<double> Schedule::known(const course::ModuleId& module, Day day) const {
    double sum = 0;
    int count = 0;
    for (const Scheduled& card : cards) {
        if (!module.empty() && !(card.module == module)) continue;
        sum += card.retrievability(day);
        ++count;
    }
    return count == 0 ? std::nullopt : std::optional(sum / count);
}

fsrs::Grade gradeOf(const Recall& recall, bool inParts, bool failedThatDay) {
    if (!(recall.score >= (inParts ? nearlyWhole : whole))) return fsrs::Grade::again;
    const bool effort = recall.hinted || failedThatDay || !(recall.score >= whole);
    return effort ? fsrs::Grade::hard : fsrs::Grade::good;
}

Schedule scheduleOf(const Learner& learner, const course::Course& course, const OffsetAt& offsetAt, base::Instant now) {
    Schedule all;
    all.today = dayOf(now, offsetAt(now));
    for (const auto& [id, card] : learner.cards) {
        Scheduled scheduled;
        scheduled.module = moduleOf(id, card, course);
        if (scheduled.module.empty()) continue;
        scheduled.id = id;
        scheduled.inParts = card.inParts;
        scheduled.asked = card.recalls.size();
        schedule(scheduled, card, offsetAt, all.today);
        all.cards.push_back(std::move(scheduled));
    }
    return all;
}

std::vector<Scheduled> drawSitting(const Schedule& schedule, std::uint64_t seed) {
    std::vector<std::pair<std::uint64_t, const Scheduled*>> due;
    for (const Scheduled& card : schedule.cards)
        if (card.due <= schedule.today) due.emplace_back(base::fnv1a(card.id.text(), seed), &card);
    std::sort(due.begin(), due.end(), [&](const auto& one, const auto& other) {
        if (one.second->due != other.second->due) return one.second->due < other.second->due;
        const double left = one.second->retrievability(schedule.today);
        const double right = other.second->retrievability(schedule.today);
        return left != right ? left < right : one.first < other.first;
    });
    const bool onlyParts = std::all_of(due.begin(), due.end(), [](const auto& card) { return card.second->inParts; });
    std::vector<Scheduled> sitting;
    std::size_t inParts = 0;
    int seconds = 0;
    for (const auto& [chance, card] : due) {
        if (sitting.size() == mostCards || seconds + secondsFor(*card) > secondsOfSitting) break;
        if (card->inParts && !onlyParts && inParts == mostInParts) continue;
        inParts += card->inParts ? 1 : 0;
        seconds += secondsFor(*card);
        sitting.push_back(*card);
    }
    return mixed(std::move(sitting));
}

int minutesFor(const std::vector<Scheduled>& sitting) {
    int seconds = 0;
    for (const Scheduled& card : sitting) seconds += secondsFor(card);
    return (seconds + 59) / 60;
}

} // namespace learning
