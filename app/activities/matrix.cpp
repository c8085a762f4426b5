// Two-by-two placement: one card at a time is put into one of four cells between two axes. The first choice counts.
#include "activities/activity.h"
#include "ui/matrix_grid.h"

#include <array>
#include <string>

namespace activities {

namespace {

using course::Sort;

void drawOneCard(ui::Column& column, const course::Matrix& matrix, std::size_t index, portal::Stage& stage) {
    const Sort& sort = matrix.sort;
    const Sort::Card& card = sort.cards[index];
    auto& state = stage.state;
    drawPlace(column, index, sort.cards.size(), stage);
    {
        ui::Card ground(column, ui::Ground::surface, ui::space::l);
        ground.inner.heading("card-" + card.id.text(), card.text, 2, ui::Size::lead);
    }
    column.gap(ui::space::m);
    const auto placed = state.placed.find(card.id);
    const bool done = placed != state.placed.end();
    const auto end = [&](const std::string& axis, const std::string& value) {
        return stage.words("step.pair", {{"name", axis}, {"value", value}});
    };
    const std::string left = end(matrix.across, matrix.left), right = end(matrix.across, matrix.right);
    const std::string top = end(matrix.down, matrix.top), bottom = end(matrix.down, matrix.bottom);
    ui::MatrixGrid grid{.name = card.text, .columns = {left, right}, .rows = {top, bottom}, .cells = {}};
    std::array<std::string, 4> keys;
    for (std::size_t at = 0; at < grid.cells.size() && at < sort.bins.size(); ++at) {
        keys[at] = "cell-" + sort.bins[at].id.text();
        ui::MatrixCell& cell = grid.cells[at];
        cell.key = keys[at];
        cell.label = sort.bins[at].label;
        cell.disabled = done;
        if (done) {
            const bool belongs = card.takes(sort.bins[at].id);
            const bool taken = placed->second == sort.bins[at].id;
            cell.mark = taken                          ? (belongs ? ui::Mark::right : ui::Mark::wrong)
                        : sort.bins[at].id == card.bin ? ui::Mark::missed
                                                       : ui::Mark::none;
            cell.markWord = cell.mark == ui::Mark::wrong  ? stage.words("mark.wrong")
                            : cell.mark == ui::Mark::none ? std::string_view{}
                                                          : stage.words("mark.right");
        }
    }
    const int pressed = ui::matrixGrid(column, "grid", grid);
    if (pressed >= 0 && !done) {
        const course::OptionId& cell = sort.bins[static_cast<std::size_t>(pressed)].id;
        state.placed[card.id] = cell;
        column.frame->said.announce(std::string(stage.words(card.takes(cell) ? "answer.right" : "answer.notQuite")) +
                                    " " + card.why);
    }
    if (done) {
        drawReasonAndNext(column, sort, index, stage);
    }
}

} // namespace

void drawMatrix(ui::Column& column, const course::Matrix& matrix, portal::Stage& stage) {
    if (stage.answered != nullptr) {
        if (const auto* placed = std::get_if<learning::Placed>(stage.answered)) {
            drawSorted(column, matrix.sort, *placed, stage);
        }
        return;
    }
    for (std::size_t at = 0; at < matrix.sort.cards.size(); ++at) {
        if (!stage.state.shown[matrix.sort.cards[at].id]) {
            drawOneCard(column, matrix, at, stage);
            return;
        }
    }
}

} // namespace activities
