// Something that has to be answered or dismissed before anything else: a card over a darkened page. The mirror makes it
// a real modal dialog, which keeps the focus inside, scrolls it when it is higher than the window, and gives the focus
// back.
#pragma once

#include "ui/column.h"

#include <string_view>

namespace ui {

class Dialog {
public:
    /// Drawn after everything else of the frame, which has been drawn with `frame.inert` set.
    Dialog(Frame& frame, std::string_view key, std::string_view name);
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;
    ~Dialog();

    /// Where its content goes.
    [[nodiscard]] Column& inside() { return card_.inner; }
    /// True once, when the person wants it away (Escape).
    [[nodiscard]] bool dismissed() const { return dismissed_; }

private:
    Frame& frame_;
    float pageScroll_;
    bool dismissed_ = false;
    Column around_;
    Card card_;
};

} // namespace ui
