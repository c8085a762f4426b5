// Estimate a number on a slider; the truth is marked afterwards.
#include "activities/activity.h"
#include "ui/widgets.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <string>

namespace activities {

namespace {

std::string withUnit(double number, const std::string& unit) {
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%.6g", number);
    return digits.data() + unit;
}

} // namespace

void drawEstimate(ui::Column& column, const course::Item& item, const course::Estimate& estimate,
                  portal::Stage& stage) {
    const auto& words = stage.words;
    const auto* answered = stage.answered == nullptr ? nullptr : std::get_if<learning::Estimated>(stage.answered);
    const double middle =
        estimate.least + std::round((estimate.most - estimate.least) / 2 / estimate.step) * estimate.step;
    const double number = answered != nullptr ? answered->number : stage.state.number.value_or(middle);
    {
        ui::Card card(column, ui::Ground::surface);
        card.inner.silent(withUnit(number, estimate.unit), {ui::Size::display, ui::Weight::bold},
                          column.frame->theme.primary, ui::Align::centre);
        ui::Slider what;
        const std::string valueText = withUnit(number, estimate.unit);
        what.key = "estimate";
        what.label = item.stem;
        what.value = static_cast<float>(number);
        what.least = static_cast<float>(estimate.least);
        what.most = static_cast<float>(estimate.most);
        what.step = static_cast<float>(estimate.step);
        what.valueText = valueText;
        what.disabled = answered != nullptr;
        if (answered != nullptr) {
            what.truth = static_cast<float>(estimate.truth);
        }
        if (const auto moved = ui::slider(card.inner, what)) {
            stage.state.number = static_cast<double>(*moved);
        }
        const float top = card.inner.y;
        card.inner.silent(withUnit(estimate.least, estimate.unit), {ui::Size::small, ui::Weight::regular},
                          column.frame->theme.softInk);
        card.inner.y = top;
        card.inner.silent(withUnit(estimate.most, estimate.unit), {ui::Size::small, ui::Weight::regular},
                          column.frame->theme.softInk, ui::Align::right);
        if (answered != nullptr) {
            card.inner.gap(ui::space::s);
            card.inner.text(words("estimate.truth", {{"truth", withUnit(estimate.truth, estimate.unit)}}),
                            {ui::Size::body, ui::Weight::bold}, column.frame->theme.right);
        }
    }
    const bool untouched = stage.sober && answered == nullptr && !stage.state.number;
    if (untouched) {
        column.gap(ui::space::s);
        column.soft(words("estimate.untouched"));
    }
    column.gap(ui::space::m);
    if (answered != nullptr) {
        drawFeedback(column, item, learning::grade(item, *answered), stage);
    } else if (untouched) { // where the slider happens to stand is nobody's answer
        drawSubmit(column, std::nullopt, stage);
    } else {
        drawSubmit(column, learning::Estimated{number}, stage);
    }
}

} // namespace activities
