#include "activities/findings.h"

#include "ui/widgets.h"

namespace activities {

using learning::SentenceKind;

std::string shownBy(const std::vector<learning::TextRange>& places, std::string_view typed) {
    std::string shown;
    for (const learning::TextRange& place : places) {
        shown += shown.empty() ? "" : "…";
        shown += typed.substr(place.begin, place.end - place.begin);
    }
    return shown;
}

std::string shownBy(const learning::Finding& finding, std::string_view typed) { return shownBy(finding.places, typed); }

std::string titleOf(const learning::Finding& finding, const portal::Words& words) {
    const std::string name(words.of("finding.", learning::nameOf(finding.kind)));
    return finding.sure ? name : words("lab.perhaps", {{"kind", name}});
}

void drawFinding(ui::Column& column, const learning::Finding& finding, std::string_view typed,
                 const portal::Words& words) {
    const bool form = finding.kind == SentenceKind::open || finding.kind == SentenceKind::closed;
    const std::string shown = shownBy(finding, typed);
    const std::string why = shown.empty() ? words("lab.byMark", {{"why", finding.rule->why}})
                                          : words("lab.byWords", {{"sign", shown}, {"why", finding.rule->why}});
    ui::message(column, form ? ui::Tone::info : ui::Tone::careful, titleOf(finding, words), why);
    column.gap(ui::space::xs);
    column.body(words(form ? "lab.use" : "lab.better", {{"better", finding.rule->better}}));
    column.gap(ui::space::xs);
    column.soft(words("lab.rule", {{"rule", finding.rule->name}}));
}

} // namespace activities
