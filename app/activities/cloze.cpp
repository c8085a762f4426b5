// Cloze: a text with gaps and a bank of words. A word that is pressed goes into the gap that is picked; a gap that is
// pressed can be filled anew. Handed in when all are filled.
#include "activities/activity.h"
#include "learning/shuffled.h"
#include "ui/chips.h"
#include "ui/marked_text.h"

#include <string>

namespace activities {

namespace {

using course::Cloze;
using course::OptionId;

using Words = std::map<OptionId, OptionId>; ///< gap → word

std::string_view textAt(const Cloze& cloze, const Words& placed, const OptionId& gap) {
    const auto found = placed.find(gap);
    const Cloze::Word* word = found == placed.end() ? nullptr : cloze.word(found->second);
    return word == nullptr ? std::string_view{} : std::string_view(word->text);
}

/// One sentence with what stands in its gaps; `number` counts gaps over the whole text.
void drawSentence(ui::Column& column, const Cloze& cloze, const Cloze::Sentence& sentence, const Words& placed,
                  const OptionId& picked, bool answered, std::size_t number) {
    std::string words;
    std::vector<ui::Marked> marks;
    for (const Cloze::Piece& piece : sentence.pieces) {
        if (!piece.gap) {
            words += piece.text;
            continue;
        }
        const Cloze::Gap& gap = sentence.gaps[*piece.gap];
        const std::string_view given = textAt(cloze, placed, gap.id);
        const Cloze::Word* due = cloze.word(gap.word);
        const auto found = placed.find(gap.id);
        const bool right = found != placed.end() && gap.takes(found->second);
        const std::size_t begin = words.size();
        if (answered) {
            words += right || due == nullptr ? std::string(given) : due->text;
        } else {
            words += given.empty() ? "__" + std::to_string(number + *piece.gap + 1) + "__" : std::string(given);
        }
        ui::Mark mark = given.empty() ? ui::Mark::none : ui::Mark::chosen;
        if (answered) {
            mark = right ? ui::Mark::right : ui::Mark::wrong;
        } else if (gap.id == picked) {
            mark = ui::Mark::chosen;
        }
        marks.push_back({begin, words.size(), mark});
    }
    ui::markedText(column, "sentence-" + sentence.id.text(), words, marks, words);
}

std::vector<const Cloze::Gap*> gapsOf(const Cloze& cloze) {
    std::vector<const Cloze::Gap*> gaps;
    for (const Cloze::Sentence& sentence : cloze.sentences) {
        for (const Cloze::Gap& gap : sentence.gaps) {
            gaps.push_back(&gap);
        }
    }
    return gaps;
}

/// The gap that the next word goes into: the one that was picked, else the first empty one; null when all are filled.
const Cloze::Gap* nextGap(const std::vector<const Cloze::Gap*>& gaps, const portal::ActivityState& state) {
    for (const Cloze::Gap* gap : gaps) {
        if (gap->id == state.picked) {
            return gap;
        }
    }
    for (const Cloze::Gap* gap : gaps) {
        if (state.placed.find(gap->id) == state.placed.end()) {
            return gap;
        }
    }
    return nullptr;
}

void drawGaps(ui::Column& column, const Cloze& cloze, const std::vector<const Cloze::Gap*>& gaps,
              const Cloze::Gap* next, portal::Stage& stage) {
    std::vector<std::string> labels, keys;
    for (std::size_t at = 0; at < gaps.size(); ++at) {
        const std::string_view given = textAt(cloze, stage.state.placed, gaps[at]->id);
        labels.push_back(std::to_string(at + 1) + " " + (given.empty() ? "…" : std::string(given)));
        keys.push_back("gap-" + gaps[at]->id.text());
    }
    std::vector<ui::Chip> chips;
    for (std::size_t at = 0; at < gaps.size(); ++at) {
        chips.push_back({keys[at], labels[at], gaps[at] == next ? ui::Mark::chosen : ui::Mark::none});
    }
    column.soft(stage.words("cloze.gaps"));
    column.gap(ui::space::xs);
    const int pressed = ui::chips(column, "gaps", stage.words("cloze.gaps"), chips);
    if (pressed >= 0) {
        stage.state.picked = gaps[static_cast<std::size_t>(pressed)]->id;
    }
}

void drawBank(ui::Column& column, const Cloze& cloze, const Cloze::Gap* next, portal::Stage& stage) {
    std::vector<OptionId> order;
    for (const Cloze::Word& word : cloze.bank) {
        order.push_back(word.id);
    }
    order = learning::shuffled(std::move(order), stage.seed);
    std::vector<std::string> keys;
    for (const OptionId& id : order) {
        keys.push_back("word-" + id.text());
    }
    std::vector<ui::Chip> chips;
    for (std::size_t at = 0; at < order.size(); ++at) {
        chips.push_back({keys[at], cloze.word(order[at])->text});
        chips.back().disabled = next == nullptr;
    }
    column.soft(stage.words("cloze.bank"));
    column.gap(ui::space::xs);
    const int pressed = ui::chips(column, "bank", stage.words("cloze.bank"), chips, ui::Role::button);
    if (pressed >= 0 && next != nullptr) {
        stage.state.placed[next->id] = order[static_cast<std::size_t>(pressed)];
        stage.state.picked = OptionId();
    }
}

void drawResult(ui::Column& column, const Cloze& cloze, const learning::Placed& answer, portal::Stage& stage) {
    std::size_t right = 0, number = 0;
    for (const Cloze::Sentence& sentence : cloze.sentences) {
        ui::Card ground(column, ui::Ground::surface);
        drawSentence(ground.inner, cloze, sentence, answer.bins, OptionId(), true, number);
        number += sentence.gaps.size();
        for (const Cloze::Gap& gap : sentence.gaps) {
            const auto placed = answer.bins.find(gap.id);
            const Cloze::Word* given = placed == answer.bins.end() ? nullptr : cloze.word(placed->second);
            if (given != nullptr && gap.takes(given->id)) {
                ++right;
                continue;
            }
            ground.inner.gap(ui::space::s);
            const std::string yours = stage.words("cloze.yours", {{"word", given == nullptr ? "…" : given->text}});
            drawTicked(ground.inner, false, yours, given == nullptr ? std::string_view{} : given->why);
        }
        ground.inner.gap(ui::space::xs);
        ground.inner.soft(sentence.why);
        ground.end();
        column.gap(ui::space::s);
    }
    drawScore(column, right, number, cloze.insight, stage);
}

} // namespace

void drawCloze(ui::Column& column, const Cloze& cloze, portal::Stage& stage) {
    if (stage.answered != nullptr) {
        if (const auto* placed = std::get_if<learning::Placed>(stage.answered)) {
            drawResult(column, cloze, *placed, stage);
        }
        return;
    }
    const std::vector<const Cloze::Gap*> gaps = gapsOf(cloze);
    const Cloze::Gap* next = nextGap(gaps, stage.state);
    std::size_t number = 0;
    {
        ui::Card ground(column, ui::Ground::surface);
        for (const Cloze::Sentence& sentence : cloze.sentences) {
            drawSentence(ground.inner, cloze, sentence, stage.state.placed, next == nullptr ? OptionId() : next->id,
                         false, number);
            number += sentence.gaps.size();
            ground.inner.gap(ui::space::s);
        }
    }
    column.gap(ui::space::m);
    drawGaps(column, cloze, gaps, next, stage);
    column.gap(ui::space::m);
    drawBank(column, cloze, next, stage);
    column.gap(ui::space::l);
    const bool full = stage.state.placed.size() == gaps.size();
    if (ui::button(column, {.key = "submit", .label = stage.words("answer.submit"), .disabled = !full})) {
        stage.submitted = learning::Placed{stage.state.placed};
    }
}

} // namespace activities
