// Buttons side by side where they fit, else one below the other.
#pragma once

#include "ui/widgets.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace screens {

class ButtonRow {
public:
    ButtonRow(ui::Column& column, bool disabled)
        : column_(column), disabled_(disabled), x_(column.x), top_(column.y), bottom_(column.y) {}
    ~ButtonRow() { column_.y = bottom_; }
    ButtonRow(const ButtonRow&) = delete;
    ButtonRow& operator=(const ButtonRow&) = delete;

    bool button(std::string_view key, std::string_view label, ui::ButtonLook look, std::optional<ui::Icon> icon,
                bool disabled = false) {
        ui::Frame& frame = *column_.frame;
        const float width = frame.type.measure(label, {ui::Size::body, ui::Weight::bold}) + 2 * ui::space::l +
                            (icon ? 28.0F : 0.0F) + 2;
        if (x_ > column_.x && x_ + width > column_.x + column_.width) {
            x_ = column_.x;
            top_ = bottom_ + ui::space::s;
        }
        ui::Column place(frame, x_, top_, std::min(width, column_.width));
        const bool pressed = ui::button(
            place, {.key = key, .label = label, .look = look, .icon = icon, .disabled = disabled_ || disabled});
        x_ += width + ui::space::s;
        bottom_ = std::max(bottom_, place.y);
        return pressed;
    }

private:
    ui::Column& column_;
    bool disabled_;
    float x_, top_, bottom_;
};

} // namespace screens
