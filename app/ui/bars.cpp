#include "ui/bars.h"

#include "ui/charts.h"
#include "ui/shapes.h"

#include <algorithm>

namespace ui {

void bars(Column& column, std::string_view key, std::string_view name, std::string_view labelHead,
          std::string_view countHead, const std::vector<Bar>& all, float height) {
    Frame& frame = *column.frame;
    const Theme& theme = frame.theme;
    const Style small{Size::small, Weight::regular};
    const float line = frame.type.lineHeight(Size::small);
    const Box box = column.take(line + height + line);
    const float base = box.y + line + height;
    std::size_t most = 1;
    for (const Bar& each : all) most = std::max(most, each.count);

    frame.said.open(key, chartNode(Role::table, name, box));
    frame.said.open("head", chartNode(Role::row, {}, box));
    frame.said.add("label", chartNode(Role::columnHeader, labelHead, box));
    frame.said.add("count", chartNode(Role::columnHeader, countHead, box));
    frame.said.close();
    const float step = box.width / static_cast<float>(std::max<std::size_t>(all.size(), 1));
    const float gap = std::min(4.0F, step * 0.2F);
    bool greatest = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Bar& each = all[i];
        const float left = box.x + static_cast<float>(i) * step + gap / 2, wide = std::max(1.0F, step - gap);
        const float tall =
            each.count == 0 ? 0.0F : std::max(2.0F, height * static_cast<float>(each.count) / static_cast<float>(most));
        fillBox(frame, {left, base - tall, wide, tall}, each.marked ? theme.accent : theme.primary,
                std::min(3.0F, wide / 2));
        const std::string count = std::to_string(each.count);
        const bool label =
            each.count > 0 && (step > frame.type.measure("000", small) || (each.count == most && !greatest));
        if (label) {
            greatest = greatest || each.count == most;
            const TextBlock& words = frame.type.layout(count, small, 200);
            const float at = std::clamp(left + (wide - words.width) / 2, box.x, box.x + box.width - words.width);
            frame.type.draw(frame.draw, words, at, frame.onScreen(base - tall - line), theme.softInk, words.width);
        }
        if (!each.tick.empty()) {
            const TextBlock& words = frame.type.layout(each.tick, small, 200);
            const float at = std::clamp(left + (wide - words.width) / 2, box.x, box.x + box.width - words.width);
            frame.type.draw(frame.draw, words, at, frame.onScreen(base), theme.softInk, words.width);
        }
        frame.said.open("bar-" + std::to_string(i), chartNode(Role::row, {}, box));
        const Box place{left, base - tall, wide, std::max(tall, 1.0F)};
        frame.said.add("label", chartNode(Role::rowHeader, each.label, place));
        frame.said.add("count", chartNode(Role::cell, count, place));
        frame.said.close();
    }
    fillBox(frame, {box.x, base, box.width, 1}, theme.line, 0);
    frame.said.close();
}

} // namespace ui
