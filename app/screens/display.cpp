// How a person wants to see the portal: language, appearance, size of words. The same choices stand on "Me" and in the
// dialog that every screen can open.
#include "screens/display.h"

#include "ui/dialog.h"
#include "ui/rows.h"

#include <array>
#include <string>

namespace screens {

namespace {

constexpr std::array<int, 5> textSizes = {80, 100, 125, 150, 200};

/// A wish beyond what the system asks for, on or off.
void drawWish(portal::Portal& portal, ui::Column& column, const char* name, const char* on, const char* words,
              bool isOn) {
    if (ui::choice(column, {.key = name,
                            .label = portal.words()(words),
                            .mark = isOn ? ui::Mark::chosen : ui::Mark::none,
                            .multiple = true})) {
        portal.prefer(name, isOn ? "system" : on);
    }
}

} // namespace

void drawDisplayChoices(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    const portal::Display& display = portal.display();
    const bool chinese = portal.language().substr(0, 2) == "zh";
    const int language = ui::segments(column, "languages", words("me.language"), {"中文", "English"}, chinese ? 0 : 1);
    column.gap(ui::space::m);
    const int theme =
        ui::segments(column, "themes", words("me.theme"), {words("me.system"), words("me.light"), words("me.dark")},
                     static_cast<int>(display.theme));
    column.gap(ui::space::m);
    std::array<std::string, textSizes.size()> sizes;
    std::vector<std::string_view> names;
    int chosen = -1;
    for (std::size_t i = 0; i < textSizes.size(); ++i) {
        sizes[i] = std::to_string(textSizes[i]) + "%";
        names.push_back(sizes[i]);
        if (textSizes[i] == display.textPercent) {
            chosen = static_cast<int>(i);
        }
    }
    const int size = ui::segments(column, "sizes", words("me.textSize"), names, chosen);
    column.gap(ui::space::m);
    drawWish(portal, column, "contrast", "more", "me.contrast", display.moreContrast);
    column.gap(ui::space::s);
    drawWish(portal, column, "motion", "less", "me.motion", display.reducedMotion);
    column.gap(ui::space::s);
    drawWish(portal, column, "page", "plain", "me.plain", display.plain);

    if (language >= 0) {
        portal.setLanguage(language == 0 ? "zh-CN" : "en");
    }
    if (theme >= 0) {
        portal.prefer("theme", theme == 0 ? "system" : theme == 1 ? "light" : "dark");
    }
    if (size >= 0) {
        portal.prefer("text", std::to_string(textSizes[static_cast<std::size_t>(size)]));
    }
}

void drawDisplayDialog(portal::Portal& portal, ui::Frame& frame) {
    const auto& words = portal.words();
    ui::Dialog dialog(frame, "display-dialog", words("me.looks"));
    ui::Column& in = dialog.inside();
    in.heading("display-title", words("me.looks"), 2, ui::Size::lead);
    in.gap(ui::space::m);
    drawDisplayChoices(portal, in);
    in.gap(ui::space::l);
    const bool done = ui::button(in, {.key = "display-done", .label = words("display.done")});
    if (done || dialog.dismissed()) {
        portal.displayOpen() = false;
    }
}

} // namespace screens
