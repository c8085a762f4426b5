// What the records that are looked at say of the course itself: questions that few get right, and objectives that few
// people hold.
#include "screens/records.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

namespace screens {

namespace {

constexpr std::size_t mostShown = 8;

std::string percent(double share) { return std::to_string(std::lround(share * 100)) + "%"; }

std::string signedFigure(double figure) {
    char text[16];
    std::snprintf(text, sizeof text, "%.2f", figure);
    return text;
}

/// Questions and objectives carry their module's id in front: "M2-07", "M2.o1".
course::ModuleId moduleOf(const std::string& id) { return course::ModuleId(id.substr(0, id.find_first_of("-."))); }

/// The question itself, once its module is here; until then, or when this content knows it no more, its id.
std::string questionOf(portal::Portal& portal, const std::string& id) {
    const course::Course* course = portal.course();
    if (course == nullptr || course->module(moduleOf(id)) == nullptr) return id;
    const course::Module* module = portal.module(moduleOf(id));
    const course::Item* item = module == nullptr ? nullptr : module->item(course::ItemId(id));
    return item == nullptr ? id : item->stem;
}

std::string objectiveOf(const portal::Portal& portal, const std::string& id) {
    const course::ModuleOutline* module = portal.course() == nullptr ? nullptr : portal.course()->module(moduleOf(id));
    if (module == nullptr) return id;
    const auto found = std::find_if(module->objectives.begin(), module->objectives.end(),
                                    [&id](const course::Objective& each) { return each.id == id; });
    return found == module->objectives.end() ? id : found->text;
}

void drawQuestions(portal::Portal& portal, portal::Console& console, ui::Column& in) {
    const auto& words = portal.words();
    const auto& items = console.difficulties().items;
    in.heading("hard-questions", words("hard.questions"), 3, ui::Size::body);
    in.gap(ui::space::xs);
    in.soft(words(items.empty() ? "chart.noScores" : "hard.questionsAbout"));
    for (std::size_t i = 0; i < std::min(items.size(), mostShown); ++i) {
        const records::ItemFigures& figures = items[i];
        in.gap(ui::space::m);
        in.body(questionOf(portal, console.table().items[figures.item]));
        std::string said =
            words("hard.question", {{"percent", percent(figures.difficulty)}, {"count", grouped(figures.asked)}});
        said += figures.discrimination ? words("hard.tells", {{"figure", signedFigure(*figures.discrimination)}})
                                       : std::string(words("hard.tellsNothing"));
        in.soft(said);
    }
}

void drawObjectives(portal::Portal& portal, portal::Console& console, ui::Column& in) {
    const auto& words = portal.words();
    const auto& objectives = console.difficulties().objectives;
    in.heading("hard-objectives", words("hard.objectives"), 3, ui::Size::body);
    in.gap(ui::space::xs);
    in.soft(words(objectives.empty() ? "hard.noObjectives" : "hard.objectivesAbout"));
    for (std::size_t i = 0; i < std::min(objectives.size(), mostShown); ++i) {
        const records::ObjectiveFigures& figures = objectives[i];
        in.gap(ui::space::m);
        in.body(objectiveOf(portal, console.table().objectives[figures.objective]));
        in.soft(figures.secure == 0
                    ? words("hard.nobody", {{"count", grouped(figures.asked)}})
                    : words("hard.objective", {{"secure", grouped(figures.secure)},
                                               {"count", grouped(figures.asked)},
                                               {"percent", percent(static_cast<double>(figures.secure) /
                                                                   static_cast<double>(figures.asked))}}));
    }
}

} // namespace

void drawDifficulties(portal::Portal& portal, portal::Console& console, ui::Column& column) {
    if (console.selected().rows.empty()) return;
    ui::Card card(column, ui::Ground::surface);
    ui::Column& in = card.inner;
    in.heading("hard-title", portal.words()("hard.title"), 2, ui::Size::body);
    in.gap(ui::space::s);
    // Pressed first: the questions' words are in the modules' packs, which nobody else here needs.
    ui::disclosure(in, "hard", portal.words()("hard.show"), console.look.difficulties);
    if (!console.look.difficulties) return;
    in.gap(ui::space::m);
    drawQuestions(portal, console, in);
    in.gap(ui::space::xl);
    drawObjectives(portal, console, in);
}

} // namespace screens
