#include "course/lesson_reader.h"

#include "course/item_reader.h"
#include "course/pack_parts.h"
#include "course/step_readers.h"

#include <string>
#include <utility>

namespace course {

using base::Fault;
using base::JsonReader;

namespace {

Reading readReading(const JsonReader& place) {
    return {place.texts("paragraphs"), place.textIfAny("figure"), place.textIfAny("figureCaption")};
}

GuessChart readGuessChart(const JsonReader& place) {
    GuessChart chart;
    chart.addUp = !place.has("most");
    if (!chart.addUp && place.has("total"))
        place.complainAt("most", Fault::contradiction,
                         "Bars share a \"total\", or each goes up to \"most\". Take one of the two out.");
    chart.total = place.integer(chart.addUp ? "total" : "most", 1, 1000);
    chart.goodWithin = place.integer("goodWithin", 0, 2 * 1000);
    chart.fairWithin = place.integer("fairWithin", 0, 2 * 1000);
    int sum = 0;
    IdList ids;
    for (const JsonReader& each : place.items("bars")) {
        chart.bars.push_back({OptionId(ids.read(each)), each.text("label"), each.integer("truth", 0, 1000)});
        sum += chart.bars.back().truth;
    }
    chart.goodFeedback = place.text("goodFeedback");
    chart.fairFeedback = place.text("fairFeedback");
    chart.farFeedback = place.text("farFeedback");
    chart.insight = place.text("insight");
    if (chart.bars.size() < 2 && place.has("bars"))
        place.complainAt("bars", Fault::outOfRange, "There must be two bars at least to compare.");
    for (const GuessChart::Bar& bar : chart.bars)
        if (!chart.addUp && bar.truth > chart.total)
            place.complainAt("bars", Fault::contradiction,
                             "The truth of \"" + bar.id.text() + "\" is greater than \"most\".");
    if (chart.addUp && sum != chart.total)
        place.complainAt("bars", Fault::contradiction,
                         "The truths add up to " + std::to_string(sum) + ", not to the total " +
                             std::to_string(chart.total) + ".");
    if (chart.goodWithin > chart.fairWithin)
        place.complainAt("goodWithin", Fault::contradiction, "\"goodWithin\" must not be greater than \"fairWithin\".");
    return chart;
}

Sort readSortStep(const JsonReader& place) {
    Sort sort = readSort(place, "bins", "bin");
    if (sort.bins.size() < 2 && place.has("bins"))
        place.complainAt("bins", Fault::outOfRange, "There must be two bins at least to choose from.");
    if (sort.cards.empty() && place.has("cards"))
        place.complainAt("cards", Fault::outOfRange, "There must be a card at least to sort.");
    return sort;
}

Rewrite readRewrite(const JsonReader& place) {
    Rewrite rewrite;
    IdList ids;
    for (const JsonReader& each : place.items("prompts")) {
        Rewrite::Prompt prompt;
        prompt.id = OptionId(ids.read(each));
        const std::string target = each.text("target");
        if (target == "closed") {
            prompt.target = Rewrite::Target::closed;
        } else if (!target.empty() && target != "open") {
            each.complainAt("target", Fault::unknownId, "\"target\" must be \"open\" or \"closed\".");
        }
        prompt.original = each.text("original");
        prompt.model = each.text("model");
        prompt.hint = each.textIfAny("hint");
        rewrite.prompts.push_back(std::move(prompt));
    }
    rewrite.insight = place.text("insight");
    if (rewrite.prompts.empty() && place.has("prompts"))
        place.complainAt("prompts", Fault::outOfRange, "There must be a sentence at least to rewrite.");
    return rewrite;
}

Closing readClosing(const JsonReader& place) {
    return {place.texts("canDo"), place.textIfAny("figure"), place.textIfAny("figureCaption")};
}

Activity readActivity(const JsonReader& place) {
    const std::string kind = place.text("kind");
    if (kind == "reading") return readReading(place);
    if (kind == "guess-chart") return readGuessChart(place);
    if (kind == "sort") return readSortStep(place);
    if (kind == "rewrite") return readRewrite(place);
    if (kind == "check") return Check{readItem(place.at("item"))};
    if (kind == "closing") return readClosing(place);
    if (kind == "match") return readMatch(place);
    if (kind == "matrix") return readMatrix(place);
    if (kind == "cloze") return readCloze(place);
    if (kind == "spot") return readSpot(place);
    if (kind == "likert") return readLikert(place);
    if (kind == "cards") return readCards(place);
    if (kind == "reflect") return readReflect(place);
    if (kind == "case") return readCase(place);
    if (kind == "dialogue") return readDialogue(place);
    if (kind == "simulator") return readSimulator(place);
    if (kind == "gauge") return readGauge(place);
    if (!kind.empty())
        place.complainAt("kind", Fault::unknownId,
                         "\"" + kind +
                             "\" is no kind of step. Use reading, guess-chart, sort, rewrite, check, closing, match, "
                             "matrix, cloze, spot, likert, cards, reflect, case, dialogue, simulator or gauge.");
    return Reading{};
}

/// These tell what to do by themselves: there is nothing to do, or the item's stem says it.
bool needsPrompt(const Activity& activity) {
    return !std::holds_alternative<Reading>(activity) && !std::holds_alternative<Closing>(activity) &&
           !std::holds_alternative<Check>(activity);
}

} // namespace

Lesson readLesson(const JsonReader& place) {
    Lesson lesson;
    lesson.id = LessonId(place.text("id"));
    lesson.title = place.text("title");
    lesson.objectives = place.texts("objectives");
    lesson.minutes = place.integer("minutes", 1, 120);
    lesson.covers = readInventory(place, "covers");
    IdList ids;
    for (const JsonReader& each : place.items("steps")) {
        Step step;
        step.id = StepId(ids.read(each));
        step.title = each.text("title");
        step.activity = readActivity(each);
        step.prompt = needsPrompt(step.activity) ? each.text("prompt") : each.textIfAny("prompt");
        step.hint = each.textIfAny("hint");
        step.note = each.textIfAny("note");
        IdList lines;
        for (const JsonReader& line : each.itemsIfAny("listen")) {
            (void)lines.read(line);
            step.listen.push_back({line.textIfAny("speaker"), line.text("text")});
        }
        checkCount(each, "listen", step.listen.size(), 1, 20);
        for (const JsonReader& term : each.itemsIfAny("terms"))
            step.terms.push_back({TermId(term.text("id")), term.text("term")});
        lesson.steps.push_back(std::move(step));
    }
    if (lesson.steps.empty() && place.has("steps"))
        place.complainAt("steps", Fault::outOfRange, "A lesson needs a step at least.");
    return lesson;
}

} // namespace course
