#include "screens/chrome.h"

#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <string>

namespace screens {

namespace {

constexpr float lowWindow = 400; // below this, a bar that stays would take too much of the window

/// The bar grows with the words in it.
float barHeight(const ui::Frame& frame) { return 40 + frame.type.lineHeight(ui::Size::small); }
float railWidth(const ui::Frame& frame) { return 232 * std::max(1.0F, frame.textScale); }
float topBarHeight(const ui::Frame& frame) { return std::max(60.0F, frame.type.lineHeight(ui::Size::body) + 24); }
/// On a phone lying on its side, or zoomed far in, the places one can go stand at the page's end.
bool barStays(const ui::Frame& frame) { return frame.view.height >= lowWindow && !frame.plain; }

struct Place {
    const char* key;
    ui::Icon icon;
    portal::Route route;
};

std::array<Place, 3> places() {
    return {{{"nav.learn", ui::Icon::book, portal::HomeRoute{}},
             {"nav.records", ui::Icon::table, portal::RecordsRoute{}},
             {"nav.me", ui::Icon::person, portal::MeRoute{}}}};
}

/// Lessons, exams and the certificate belong to "Learn".
bool standsFor(std::size_t place, const portal::Route& route) {
    const bool records = std::holds_alternative<portal::RecordsRoute>(route);
    const bool me =
        std::holds_alternative<portal::MeRoute>(route) || std::holds_alternative<portal::PeopleRoute>(route);
    return place == 1   ? records
           : place == 2 ? me
                        : !records && !me && !std::holds_alternative<portal::UnknownRoute>(route);
}

/// The mark: a speech bubble with a mortar board, as in the icon.
void drawBrand(ui::Frame& frame, float x, float y, float size) {
    ui::fillBox(frame, {x, y, size, size}, frame.theme.primary, size * 0.28F);
    const float top = frame.onScreen(y);
    const auto at = [&](float fx, float fy) { return ImVec2(x + fx * size, top + fy * size); };
    const ImU32 paper = ui::packed(frame.theme.onPrimary);
    frame.draw.AddQuadFilled(at(0.5F, 0.22F), at(0.84F, 0.40F), at(0.5F, 0.58F), at(0.16F, 0.40F), paper);
    frame.draw.PathLineTo(at(0.30F, 0.52F));
    frame.draw.PathLineTo(at(0.30F, 0.66F));
    frame.draw.PathBezierCubicCurveTo(at(0.38F, 0.78F), at(0.62F, 0.78F), at(0.70F, 0.66F));
    frame.draw.PathLineTo(at(0.70F, 0.52F));
    frame.draw.PathLineTo(at(0.5F, 0.63F));
    frame.draw.PathFillConvex(paper);
}

/// Named in the language it leads to, so that whoever needs it can read it.
std::string_view otherLanguage(const portal::Portal& portal) {
    return portal.language().substr(0, 2) == "zh" ? "English" : "中文";
}

/// The language, and the dialog for everything else about the display; ends at `right`, or starts at `left`.
void drawSwitches(portal::Portal& portal, ui::Frame& frame, float left, float top) {
    const float height = std::max(48.0F, frame.type.lineHeight(ui::Size::body) + 2 * ui::space::m); // of the button
    ui::Column display(frame, left - ui::space::m, top + (height - 48) / 2, 48);
    if (ui::iconButton(display, "display", ui::Icon::sliders, portal.words()("me.looks"))) {
        portal.displayOpen() = true;
    }
    const bool chinese = portal.language().substr(0, 2) == "zh";
    ui::Column language(frame, left + 48, top, frame.view.width - left - 48);
    if (ui::button(language, {.key = "language",
                              .label = otherLanguage(portal),
                              .look = ui::ButtonLook::quiet,
                              .fitted = true,
                              .language = chinese ? "en" : "zh-CN"})) {
        portal.setLanguage(chinese ? "en" : "zh-CN");
    }
}

void drawPlace(portal::Portal& portal, ui::Frame& frame, std::size_t index, const Place& place, const ui::Box& box,
               bool rail) {
    const bool here = standsFor(index, portal.route());
    const std::string_view label = portal.words()(place.key);
    ui::Node node;
    node.role = ui::Role::link;
    node.name = label;
    node.place = box;
    node.fixed = frame.fixed;
    node.current = here;
    node.target = portal::hashOf(place.route);
    const ui::Touch touch = ui::interact(frame, place.key, std::move(node));
    const ui::Colour ink = here ? frame.theme.primary : frame.theme.softInk;
    const ui::Weight weight = here ? ui::Weight::bold : ui::Weight::regular;
    if (rail) {
        if (here || touch.hovered) {
            ui::fillBox(frame, box, frame.theme.primary, ui::radius::control + 2, here ? 0.10F : 0.05F);
        }
        ui::drawIcon(frame, place.icon, box.x + ui::space::m, box.y + (box.height - 22) / 2, 22, ink);
        const ui::TextBlock& words = frame.type.layout(label, {ui::Size::body, weight}, box.width);
        frame.type.draw(frame.draw, words, box.x + 46, frame.onScreen(box.y + (box.height - words.height()) / 2), ink,
                        words.width);
    } else {
        if (here) {
            ui::fillBox(frame, {box.x + box.width / 2 - 28, box.y + 6, 56, 28}, frame.theme.primary, 14, 0.12F);
        }
        ui::drawIcon(frame, place.icon, box.x + (box.width - 22) / 2, box.y + 9, 22, ink);
        const ui::TextBlock& words = frame.type.layout(label, {ui::Size::small, weight}, box.width);
        frame.type.draw(frame.draw, words, box.x, frame.onScreen(box.y + 35), ink, box.width, ui::Align::centre);
    }
}

} // namespace

Margins margins(const ui::Frame& frame) {
    if (frame.room() == ui::Room::desktop) {
        return {railWidth(frame), ui::space::xxl, ui::space::huge};
    }
    return {0, topBarHeight(frame) + frame.view.safeTop, barHeight(frame) + frame.view.safeBottom + ui::space::xl};
}

void drawTopBar(portal::Portal& portal, ui::Frame& frame) {
    if (frame.room() == ui::Room::desktop) {
        return;
    }
    const float top = frame.view.safeTop;
    const float side = frame.room() == ui::Room::phone ? ui::space::l : ui::space::xxl;
    const float height = topBarHeight(frame);
    drawBrand(frame, side, top + (height - 32) / 2, 32);
    const float switches = 48 + frame.type.measure(otherLanguage(portal), {ui::Size::body, ui::Weight::bold});
    const float room = frame.view.width - 2 * side - 42 - switches - ui::space::m;
    const ui::TextBlock& name = frame.type.layout(portal.words()("app.name"), {ui::Size::body, ui::Weight::bold}, 1e4F);
    if (name.width <= room) { // else the mark alone stands for it
        frame.type.draw(frame.draw, name, side + 42, frame.onScreen(top + (height - name.height()) / 2),
                        frame.theme.ink, name.width);
    }
    const float button = std::max(48.0F, frame.type.lineHeight(ui::Size::body) + 2 * ui::space::m);
    drawSwitches(portal, frame, frame.view.width - side - switches, top + (height - button) / 2);
}

float drawNavigation(portal::Portal& portal, ui::Frame& frame, float pageEnd) {
    const bool rail = frame.room() == ui::Room::desktop;
    const bool stays = rail || barStays(frame);
    const float wide = railWidth(frame);
    const float bar = barHeight(frame);
    const float height = bar + frame.view.safeBottom;
    frame.fixed = stays;
    const float top = stays ? frame.view.height - height : std::max(pageEnd - height, frame.view.height - height);
    const ui::Box ground = rail ? ui::Box{0, 0, wide, frame.view.height} : ui::Box{0, top, frame.view.width, height};
    ui::Node landmark;
    landmark.role = ui::Role::navigation;
    landmark.name = portal.words()("nav.label");
    landmark.place = ground;
    landmark.fixed = stays;
    frame.said.open("navigation", landmark);
    ui::fillBox(frame, ground, frame.theme.surface, 0);
    if (rail) {
        ui::fillBox(frame, {wide - 1, 0, 1, frame.view.height}, frame.theme.line, 0);
        drawBrand(frame, ui::space::xl, ui::space::xl, 40);
        const ui::TextBlock& name =
            frame.type.layout(portal.words()("app.name"), {ui::Size::body, ui::Weight::bold}, wide - 84);
        frame.type.draw(frame.draw, name, ui::space::xl + 52, ui::space::xl + (40 - name.height()) / 2, frame.theme.ink,
                        name.width);
    } else {
        ui::fillBox(frame, {0, ground.y, frame.view.width, 1}, frame.theme.line, 0);
    }
    const auto all = places();
    const float step = std::max(52.0F, frame.type.lineHeight(ui::Size::body) + 24);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const float n = static_cast<float>(i);
        const float each = frame.view.width / static_cast<float>(all.size());
        const ui::Box box = rail ? ui::Box{ui::space::m, 96 + n * step, wide - 2 * ui::space::m, step - 4}
                                 : ui::Box{n * each, ground.y, each, bar};
        drawPlace(portal, frame, i, all[i], box, rail);
    }
    if (rail) {
        drawSwitches(portal, frame, ui::space::xl, frame.view.height - 72);
    }
    frame.said.close();
    frame.fixed = false;
    return stays ? pageEnd : std::max(pageEnd, top + height);
}

} // namespace screens
