#include "tools/coursec/course_checks.h"

#include "tools/coursec/dialogue_checks.h"
#include "tools/coursec/simulator_checks.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <type_traits>
#include <variant>

namespace coursec {

using base::Fault;
using course::Course;
using course::Item;
using course::Module;

namespace {

bool isDigits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char each) { return each >= '0' && each <= '9'; });
}

/// "L2.3" in the module "M2".
bool looksLikeLessonOf(std::string_view lesson, std::string_view module) {
    if (module.size() < 2 || lesson.size() < module.size() + 2 || lesson.front() != 'L') return false;
    const std::size_t dot = module.size();
    return lesson.substr(1, dot - 1) == module.substr(1) && lesson[dot] == '.' && isDigits(lesson.substr(dot + 1));
}

/// "M2.o1, M2.o2": the ids of these things.
template <class Things>
std::string idsOf(const Things& things) {
    std::string list;
    for (const auto& each : things) {
        if (!list.empty()) list += ", ";
        if constexpr (std::is_same_v<decltype(each.id), std::string>)
            list += each.id;
        else
            list += each.id.text();
    }
    return list.empty() ? "none" : list;
}

class Checker {
public:
    Checker(const Course& course, const std::vector<Module>& modules, bool sound, std::set<std::string>& explored,
            Faults& faults)
        : course_(course), modules_(modules), faults_(faults), explored_(explored), sound_(sound) {}

    void check() {
        for (std::size_t index = 0; index < modules_.size(); ++index)
            checkModule(modules_[index], course_.modules[index], index);
        for (std::size_t index = 0; index < course_.exams.size(); ++index) checkExam(course_.exams[index], index);
    }

private:
    void complain(Fault fault, std::string where, std::string what) {
        faults_.push_back({fault, std::move(what), std::move(where)});
    }

    /// A lesson that a step leads to. Its module may still have to be written; once it is there, so is the lesson.
    void checkLesson(const course::LessonId& id, const std::string& where) {
        const std::string module = 'M' + id.text().substr(0, id.text().find('.')).erase(0, 1);
        if (id.empty() || course_.lesson(id)) return;
        if (looksLikeLessonOf(id.text(), module) && !course_.module(course::ModuleId(module))) return;
        complain(Fault::unknownId, where,
                 "\"" + id.text() + "\" is no lesson of this course. Use the id of one that is in course.json.");
    }

    /// Without a fault below this place so far.
    [[nodiscard]] bool wasRead(const std::string& place) const {
        return std::none_of(faults_.begin(), faults_.end(), [&place](const base::Error& each) {
            return each.where == place || each.where.compare(0, place.size() + 1, place + '/') == 0;
        });
    }

    void checkItem(const Item& item, const course::ModuleOutline& outline, const std::string& where) {
        if (!item.id.empty()) {
            const auto [known, isNew] = items_.emplace(item.id.text(), where);
            if (!isNew && known->second != where)
                complain(Fault::duplicateId, where + "/id",
                         "The id \"" + item.id.text() + "\" stands at " + known->second +
                             " too. Ids of items are unique in the course.");
        }
        const bool knownObjective =
            std::any_of(outline.objectives.begin(), outline.objectives.end(),
                        [&item](const course::Objective& each) { return each.id == item.objective; });
        if (!knownObjective && !item.objective.empty())
            complain(Fault::unknownId, where + "/objective",
                     "The module " + outline.id.text() + " has no objective \"" + item.objective + "\". It has " +
                         idsOf(outline.objectives) + '.');
        if (!item.lesson.empty() && !looksLikeLessonOf(item.lesson.text(), outline.id.text()))
            complain(Fault::unknownId, where + "/lesson",
                     "\"" + item.lesson.text() + "\" cannot be a lesson of the module " + outline.id.text() +
                         ". Its lessons are called L" + outline.id.text().substr(1) + ".1, L" +
                         outline.id.text().substr(1) + ".2 and so on.");
    }

    /// Whoever answers an item of the bank wrongly is led to the step that teaches it. A lesson that cannot be read has
    /// been complained of already.
    void checkTaught(const Item& item, const Module& module, const std::string& where) {
        const course::Lesson* lesson = module.lesson(item.lesson);
        if (!sound_ || item.lesson.empty() || !looksLikeLessonOf(item.lesson.text(), module.id.text())) return;
        if (lesson == nullptr) {
            complain(Fault::unknownId, where + "/lesson",
                     "The module " + module.id.text() + " has no lesson \"" + item.lesson.text() +
                         "\". Name the one that teaches this item.");
            return;
        }
        const bool known = std::any_of(lesson->steps.begin(), lesson->steps.end(),
                                       [&item](const course::Step& step) { return step.id == item.taughtBy; });
        if (item.taughtBy.empty())
            complain(Fault::missing, where + "/taughtBy",
                     "Name the step of " + item.lesson.text() + " that teaches this item, as \"taughtBy\".");
        else if (!known)
            complain(Fault::unknownId, where + "/taughtBy",
                     "The lesson " + item.lesson.text() + " has no step \"" + item.taughtBy.text() + "\". It has " +
                         idsOf(lesson->steps) + '.');
    }

    /// One exam draws from many banks: whoever meets the same question twice in it takes it for a fault.
    void checkStem(const Item& item, const std::string& where) {
        const auto [known, isNew] = stems_.emplace(item.stem, item.id.text());
        if (!isNew && !item.stem.empty() && known->second != item.id.text())
            complain(Fault::contradiction, where + "/stem",
                     "The item " + known->second + " asks this in the same words, and one exam may draw both. " +
                         "Let the question say what is different.");
    }

    /// Whoever rates their own plan has written it before.
    void checkPlan(const course::Likert& likert, const course::Lesson& lesson, std::size_t at,
                   const std::string& where) {
        if (likert.plan.empty()) return;
        const auto end = lesson.steps.begin() + static_cast<std::ptrdiff_t>(at);
        const bool written = std::any_of(lesson.steps.begin(), end, [&likert](const course::Step& step) {
            return step.id == likert.plan && std::holds_alternative<course::Reflect>(step.activity);
        });
        if (!written)
            complain(Fault::unknownId, where,
                     "\"" + likert.plan.text() +
                         "\" is no reflect step before this one. Name the step in which the plan is written.");
    }

    void checkModule(const Module& module, const course::ModuleOutline& outline, std::size_t index) {
        // Places are those in the packs; the caller turns them into the author's files.
        const std::string pack = module.id.text() + '#';
        for (std::size_t at = 0; at < module.lessons.size(); ++at) {
            const course::Lesson& lesson = module.lessons[at];
            const std::string where = pack + "/lessons/" + std::to_string(at);
            for (std::size_t step = 0; step < lesson.steps.size(); ++step) {
                const std::string place = where + "/steps/" + std::to_string(step);
                const course::Activity& activity = lesson.steps[step].activity;
                if (const auto* check = std::get_if<course::Check>(&activity))
                    checkItem(check->item, outline, place + "/item");
                if (const auto* simulator = std::get_if<course::Simulator>(&activity))
                    checkSimulator(*simulator, place, faults_);
                if (const auto* talk = std::get_if<course::Dialogue>(&activity))
                    if (wasRead(place) && explored_.insert(place).second) checkDialogue(*talk, place, faults_);
                if (const auto* likert = std::get_if<course::Likert>(&activity))
                    checkPlan(*likert, lesson, step, place + "/plan");
                if (const auto* likert = std::get_if<course::Likert>(&activity))
                    for (std::size_t each = 0; each < likert->statements.size(); ++each)
                        checkLesson(likert->statements[each].lesson,
                                    place + "/statements/" + std::to_string(each) + "/lesson");
                if (std::holds_alternative<course::Rewrite>(activity) && !course_.hasLab)
                    complain(Fault::missing, place + "/kind",
                             "A rewrite is read by the question lab, and there is none. Write lab/<language>.json.");
            }
        }
        for (std::size_t at = 0; at < module.items.size(); ++at) {
            checkItem(module.items[at], outline, pack + "/items/" + std::to_string(at));
            checkTaught(module.items[at], module, pack + "/items/" + std::to_string(at));
            checkStem(module.items[at], pack + "/items/" + std::to_string(at));
        }

        for (std::size_t at = 0; at < outline.objectives.size(); ++at) {
            const std::string& id = outline.objectives[at].id;
            const bool measured = std::any_of(module.items.begin(), module.items.end(),
                                              [&id](const Item& item) { return item.objective == id; });
            if (!measured)
                complain(Fault::missing,
                         "course#/modules/" + std::to_string(index) + "/objectives/" + std::to_string(at),
                         "No item measures the objective \"" + id + "\". Write one, or take the objective out.");
        }
    }

    void checkExam(const course::ExamBlueprint& exam, std::size_t index) {
        if (course::isEntryTest(exam.id))
            complain(
                Fault::contradiction, "course#/exams/" + std::to_string(index) + "/id",
                "\"entry-…\" is the id of an entry test, which every module has by itself. Give this exam another.");
        std::map<std::string, std::size_t> drawn;
        for (std::size_t at = 0; at < exam.draws.size(); ++at) {
            const course::ExamBlueprint::Draw& draw = exam.draws[at];
            const std::size_t wanted = drawn[draw.module.text()] += static_cast<std::size_t>(draw.count);
            for (const Module& module : modules_)
                if (module.id == draw.module && module.items.size() < wanted)
                    complain(Fault::contradiction,
                             "course#/exams/" + std::to_string(index) + "/draws/" + std::to_string(at) + "/count",
                             "The exam draws " + std::to_string(wanted) + " items from the module " +
                                 draw.module.text() + ", whose bank holds " + std::to_string(module.items.size()) +
                                 ". Write more items, or draw fewer.");
        }
    }

    const Course& course_;
    const std::vector<Module>& modules_;
    Faults& faults_;
    std::set<std::string>& explored_;
    const bool sound_;                         ///< nothing was wrong before these checks
    std::map<std::string, std::string> items_; ///< id → where it stands
    std::map<std::string, std::string> stems_; ///< of items in banks → id
};

} // namespace

void checkCourse(const Course& course, const std::vector<Module>& modules, bool sound, std::set<std::string>& explored,
                 Faults& faults) {
    Checker(course, modules, sound, explored, faults).check();
}

} // namespace coursec
