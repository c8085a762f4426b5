#include "screens/mastery.h"

#include "ui/widgets.h"

#include <string>

namespace screens {

namespace {

learning::Mastery masteryOf(const portal::Portal& portal, const course::Objective& objective) {
    const learning::Learner* person = portal.learner();
    if (person == nullptr) {
        return learning::Mastery::unasked;
    }
    const auto found = person->objectives.find(objective.id);
    return found == person->objectives.end() ? learning::Mastery::unasked : found->second.mastery();
}

struct Say {
    const char* words;
    ui::Icon icon;
    ui::Tone tone;
};

Say sayOf(learning::Mastery mastery) {
    switch (mastery) {
    case learning::Mastery::secure: return {"mastery.secure", ui::Icon::tick, ui::Tone::right};
    case learning::Mastery::growing: return {"mastery.growing", ui::Icon::dot, ui::Tone::info};
    case learning::Mastery::again: return {"mastery.again", ui::Icon::book, ui::Tone::careful};
    case learning::Mastery::unasked: break;
    }
    return {"mastery.unasked", ui::Icon::question, ui::Tone::info};
}

} // namespace

void drawMastery(portal::Portal& portal, ui::Column& column, const course::Objective& objective) {
    const Say say = sayOf(masteryOf(portal, objective));
    const ui::Theme& theme = column.frame->theme;
    const ui::Colour colour = say.tone == ui::Tone::right     ? theme.right
                              : say.tone == ui::Tone::careful ? theme.careful
                                                              : theme.softInk;
    ui::drawIcon(*column.frame, say.icon, column.x, column.y + 4, 18, colour);
    ui::Column indented(*column.frame, column.x + 28, column.y, column.width - 28);
    indented.body(objective.text);
    indented.text(portal.words()(say.words), {ui::Size::small, ui::Weight::bold}, colour);
    column.y = indented.y + ui::space::s;
}

std::string masteryLine(const portal::Portal& portal, const course::ModuleOutline& module) {
    std::size_t secure = 0;
    bool asked = false;
    for (const course::Objective& objective : module.objectives) {
        const learning::Mastery mastery = masteryOf(portal, objective);
        secure += mastery == learning::Mastery::secure ? 1 : 0;
        asked = asked || mastery != learning::Mastery::unasked;
    }
    return asked ? portal.words()("mastery.line", {{"secure", std::to_string(secure)},
                                                   {"count", std::to_string(module.objectives.size())}})
                 : std::string{};
}

} // namespace screens
