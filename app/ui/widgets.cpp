#include "ui/widgets.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ui {

namespace {

constexpr float thumb = 28; // the mirror's stylesheet gives its range inputs a thumb of the same width

Node nodeOf(const Frame& frame, Role role, std::string_view name, const Box& place) {
    Node node;
    node.role = role;
    node.name = name;
    node.place = place;
    node.fixed = frame.fixed;
    return node;
}

struct ToneLook {
    Colour ink;
    Ground ground;
    Icon icon;
};

ToneLook lookOf(const Theme& theme, Tone tone) {
    switch (tone) {
    case Tone::right: return {theme.right, Ground::right, Icon::tick};
    case Tone::careful: return {theme.careful, Ground::careful, Icon::warning};
    case Tone::wrong: return {theme.wrong, Ground::wrong, Icon::cross};
    case Tone::info: break;
    }
    return {theme.primary, Ground::primary, Icon::info};
}

bool drawnButton(Column& column, const Button& what, Role role, std::string_view target) {
    Frame& frame = *column.frame;
    const Theme& theme = frame.theme;
    const Style style{Size::body, Weight::bold};
    const float iconRoom = what.icon ? 28.0F : 0.0F;
    const float padding = what.look == ButtonLook::quiet ? space::m : space::l;
    const float wanted = std::ceil(frame.type.measure(what.label, style)) + 1 + iconRoom + 2 * padding;
    const float width = what.fitted ? std::min(wanted, column.width + padding) : column.width;
    const TextBlock& label = frame.type.layout(what.label, style, width - iconRoom - 2 * padding);
    const float height = std::max(48.0F, label.height() + 2 * space::m);
    // A quiet button has no edge that is seen: its words stand where words stand, its ground reaches out to the left.
    const float start = what.look == ButtonLook::quiet && what.fitted ? column.x - padding : column.x;
    const Box box{start, column.y, width, height};

    Node node = nodeOf(frame, role, what.label, box);
    node.disabled = what.disabled;
    node.language = what.language;
    node.target = target;
    const Touch touch = interact(frame, what.key, std::move(node));

    const float lift = what.disabled ? 0.0F : touch.held ? 0.16F : touch.hovered ? 0.08F : 0.0F;
    Colour ink = theme.primary;
    if (what.look == ButtonLook::primary) {
        if (what.disabled && theme.outlined) {
            strokeBox(frame, box, theme.line, radius::control + 4, 1.5F);
        } else {
            fillBox(frame, box, what.disabled ? theme.line : blend(theme.primary, theme.ink, lift),
                    radius::control + 4);
        }
        ink = what.disabled ? theme.softInk : theme.onPrimary;
    } else if (what.look == ButtonLook::secondary) {
        fillBox(frame, box, blend(theme.surface, theme.primary, lift), radius::control + 4);
        strokeBox(frame, box, what.disabled ? theme.line : theme.control, radius::control + 4, 1.5F);
        ink = what.disabled ? theme.softInk : theme.primary;
    } else if (lift > 0) {
        fillBox(frame, box, theme.primary, radius::control + 4, lift);
    }
    const float content = std::min(label.width, width) + iconRoom;
    const float left = what.look == ButtonLook::quiet && !what.fitted ? box.x + padding : box.x + (width - content) / 2;
    if (what.icon) {
        drawIcon(frame, *what.icon, left, box.y + (height - 20) / 2, 20, ink);
    }
    frame.type.draw(frame.draw, label, left + iconRoom, frame.onScreen(box.y + (height - label.height()) / 2), ink,
                    label.width);
    column.y += height;
    return touch.pressed && !what.disabled;
}

} // namespace

Touch interact(Frame& frame, std::string_view key, Node node) {
    Touch touch;
    const Box place = node.place;
    const bool disabled = node.disabled;
    const NodeId id = frame.said.add(key, std::move(node));
    if (!frame.inert && frame.visible(place) && place.width > 0 && place.height > 0) {
        ImGui::PushID(static_cast<int>(id));
        ImGui::SetCursorScreenPos({place.x, frame.onScreen(place.y)});
        ImGui::InvisibleButton("", {place.width, place.height});
        touch.hovered = !frame.view.touch && ImGui::IsItemHovered();
        touch.held = ImGui::IsItemActive();
        ImGui::PopID();
    }
    touch.pressed = frame.said.takePress(id) && !disabled;
    return touch;
}

bool button(Column& column, const Button& what) { return drawnButton(column, what, Role::button, {}); }

bool linkButton(Column& column, const Button& what, std::string_view target) {
    return drawnButton(column, what, Role::link, target);
}

bool iconButton(Column& column, std::string_view key, Icon icon, std::string_view name) {
    Frame& frame = *column.frame;
    constexpr float side = 48;
    const Box box{column.x, column.y, side, side};
    const Touch touch = interact(frame, key, nodeOf(frame, Role::button, name, box));
    if (touch.hovered || touch.held) {
        fillBox(frame, box, frame.theme.primary, radius::control + 4, touch.held ? 0.16F : 0.08F);
    }
    drawIcon(frame, icon, box.x + 12, box.y + 12, 24, frame.theme.primary);
    column.y += side;
    return touch.pressed;
}

void link(Column& column, std::string_view key, std::string_view label, std::string_view target) {
    Frame& frame = *column.frame;
    const TextBlock& words = frame.type.layout(label, {Size::body, Weight::regular}, column.width);
    const float height = std::max(touchTarget, words.height());
    Node node = nodeOf(frame, Role::link, label, {column.x, column.y, std::max(touchTarget, words.width), height});
    node.target = target;
    const Touch touch = interact(frame, key, std::move(node));
    const float top = column.y + (height - words.height()) / 2;
    frame.type.draw(frame.draw, words, column.x, frame.onScreen(top), frame.theme.primary, words.width);
    const float underline = frame.onScreen(top + words.height() - 4);
    frame.draw.AddLine({column.x, underline}, {column.x + words.width, underline},
                       packed(frame.theme.primary, touch.hovered ? 1.0F : 0.5F));
    column.y += height;
}

bool choice(Column& column, const Choice& what, std::string_view said) {
    Frame& frame = *column.frame;
    const Theme& theme = frame.theme;
    constexpr float markSize = 24;
    const float textLeft = space::l + markSize + space::m;
    const float wordRoom =
        what.markWord.empty() ? 0.0F : frame.type.measure(what.markWord, {Size::small, Weight::bold}) + space::m;
    const TextBlock& label =
        frame.type.layout(what.label, {Size::body, Weight::regular}, column.width - textLeft - space::l - wordRoom);
    const float height = std::max(56.0F, label.height() + 2 * space::m);
    const Box box{column.x, column.y, column.width, height};

    Node node = nodeOf(frame,
                       what.commits    ? Role::button
                       : what.ordered  ? Role::toggle
                       : what.multiple ? Role::checkbox
                                       : Role::radio,
                       said.empty() ? what.label : said, box);
    node.checked =
        what.mark == Mark::chosen || what.mark == Mark::wrong || what.mark == Mark::right || what.position > 0;
    node.disabled = what.disabled;
    node.description = what.markWord;
    if (what.position > 0) {
        node.description =
            std::to_string(what.position) + (what.markWord.empty() ? "" : " ") + std::string(what.markWord);
    }
    const Touch touch = interact(frame, what.key, std::move(node));

    Colour edge = theme.control;
    Colour ground = theme.surface;
    float thickness = 1.0F;
    switch (what.mark) {
    case Mark::none: break;
    case Mark::chosen:
        edge = theme.primary;
        ground = theme.primaryTint;
        thickness = 2.0F;
        break;
    case Mark::right:
        edge = theme.right;
        ground = theme.rightTint;
        thickness = 2.0F;
        break;
    case Mark::wrong:
        edge = theme.wrong;
        ground = theme.wrongTint;
        thickness = 2.0F;
        break;
    case Mark::missed:
        edge = theme.right;
        thickness = 2.0F;
        break;
    }
    if (!what.disabled && (touch.hovered || touch.held)) {
        ground = blend(ground, theme.primary, touch.held ? 0.12F : 0.06F);
    }
    fillBox(frame, box, ground, radius::control + 2);
    strokeBox(frame, box, what.mark == Mark::none && !theme.outlined ? theme.line : edge, radius::control + 2,
              thickness);

    const float markTop = box.y + (height - markSize) / 2;
    const Box mark{box.x + space::l, markTop, markSize, markSize};
    const float rounding = what.multiple ? 6.0F : markSize / 2;
    if (what.position > 0) {
        fillBox(frame, mark, edge, markSize / 2);
        const TextBlock& number =
            frame.type.layout(std::to_string(what.position), {Size::small, Weight::bold}, markSize);
        frame.type.draw(frame.draw, number, mark.x, frame.onScreen(mark.y + (markSize - number.height()) / 2),
                        theme.surface, markSize, Align::centre);
    } else if (what.mark == Mark::none || what.mark == Mark::missed) {
        strokeBox(frame, mark, edge, rounding, 2.0F);
        if (what.mark == Mark::missed) {
            drawIcon(frame, Icon::tick, mark.x + 3, mark.y + 3, 18, theme.right);
        }
    } else {
        fillBox(frame, mark, edge, rounding);
        drawIcon(frame, what.mark == Mark::wrong ? Icon::cross : Icon::tick, mark.x + 3, mark.y + 3, 18, theme.surface);
    }
    frame.type.draw(frame.draw, label, box.x + textLeft, frame.onScreen(box.y + (height - label.height()) / 2),
                    theme.ink, label.width);
    if (!what.markWord.empty()) {
        const TextBlock& word = frame.type.layout(what.markWord, {Size::small, Weight::bold}, column.width);
        frame.type.draw(frame.draw, word, box.x + box.width - space::l - word.width,
                        frame.onScreen(box.y + (height - word.height()) / 2),
                        what.mark == Mark::wrong  ? theme.wrong
                        : what.mark == Mark::none ? theme.softInk
                                                  : theme.right,
                        word.width);
    }
    column.y += height;
    return touch.pressed && !what.disabled;
}

void progressSegments(Column& column, std::string_view key, int done, int current, int count, std::string_view words) {
    Frame& frame = *column.frame;
    const Box box = column.take(6);
    const float gap = count > 20 ? 2.0F : 4.0F;
    const float each = (box.width - gap * static_cast<float>(count - 1)) / static_cast<float>(std::max(count, 1));
    for (int i = 0; i < count; ++i) {
        const Box segment{box.x + static_cast<float>(i) * (each + gap), box.y, each, box.height};
        fillBox(frame, segment,
                i < done       ? frame.theme.primary
                : i == current ? blend(frame.theme.line, frame.theme.primary, 0.45F)
                               : frame.theme.line,
                3);
    }
    Node node = nodeOf(frame, Role::progress, words, box);
    node.value = static_cast<float>(done);
    node.most = static_cast<float>(count);
    node.valueText = words;
    frame.said.add(key, std::move(node));
}

void progressBar(Column& column, std::string_view key, float share, std::string_view words, float height) {
    Frame& frame = *column.frame;
    const Box box = column.take(height);
    Node node = nodeOf(frame, Role::progress, words, box);
    node.value = std::round(share * 100.0F);
    node.most = 100;
    node.valueText = words;
    const NodeId id = frame.said.add(key, std::move(node));
    fillBox(frame, box, frame.theme.line, height / 2);
    const float shown = frame.motion.towards(id, share);
    if (shown > 0) {
        fillBox(frame, {box.x, box.y, std::max(height, box.width * shown), height}, frame.theme.primary, height / 2);
    }
}

std::optional<std::string> textField(Column& column, const TextField& what) {
    Frame& frame = *column.frame;
    const Theme& theme = frame.theme;
    if (!what.label.empty()) {
        column.silent(what.label, {Size::small, Weight::bold}, theme.softInk);
        column.gap(space::xs);
    }
    const float line = frame.type.lineHeight(Size::body);
    const Box box = column.take(what.multiline ? std::max(96.0F, 3 * line + 24) : std::max(52.0F, line + 24));
    Node node = nodeOf(frame, Role::textField, what.label, box);
    node.text = what.text;
    node.hint = what.hint;
    node.longest = what.longest;
    node.multiline = what.multiline;
    node.secret = what.secret;
    node.invalid = !what.trouble.empty();
    node.description = what.trouble;
    node.look = "body";
    const NodeId id = frame.said.add(what.key, std::move(node));
    fillBox(frame, box, theme.surface, radius::control + 2);
    strokeBox(frame, box, what.trouble.empty() ? theme.control : theme.wrong, radius::control + 2,
              what.trouble.empty() ? 1.5F : 2.0F);
    if (!what.trouble.empty()) {
        column.gap(space::xs);
        column.silent(what.trouble, {Size::small, Weight::regular}, theme.wrong); // said as the field's description
    }
    if (what.entered != nullptr) {
        *what.entered = frame.said.takePress(id);
    }
    return frame.said.takeText(id);
}

std::optional<float> slider(Column& column, const Slider& what) {
    Frame& frame = *column.frame;
    const Theme& theme = frame.theme;
    const Box box = column.take(touchTarget);
    Node node = nodeOf(frame, Role::slider, what.label, box);
    node.value = what.value;
    node.least = what.least;
    node.most = what.most;
    node.step = what.step;
    node.valueText = what.valueText;
    node.disabled = what.disabled;
    const NodeId id = frame.said.add(what.key, std::move(node));
    const auto moved = frame.said.takeValue(id);

    const auto xOf = [&](float value) {
        const float share = what.most > what.least ? (value - what.least) / (what.most - what.least) : 0.0F;
        return box.x + thumb / 2 + share * (box.width - thumb);
    };
    const float middle = box.y + box.height / 2;
    const float pen = xOf(what.value);
    fillBox(frame, {box.x, middle - 4, box.width, 8}, theme.line, 4);
    fillBox(frame, {box.x, middle - 4, pen - box.x, 8}, theme.primary, 4, what.disabled ? 0.5F : 1.0F);
    if (what.truth) {
        const float x = xOf(*what.truth);
        fillBox(frame, {x - 2, middle - 16, 4, 32}, theme.right, 2);
    }
    const Box knob{pen - thumb / 2, middle - thumb / 2, thumb, thumb};
    shadow(frame, knob, thumb / 2);
    fillBox(frame, knob, theme.surface, thumb / 2);
    strokeBox(frame, knob, what.disabled ? theme.control : theme.primary, thumb / 2, 3);
    return what.disabled ? std::nullopt : moved;
}

void disclosure(Column& column, std::string_view key, std::string_view label, bool& open) {
    Frame& frame = *column.frame;
    const TextBlock& words = frame.type.layout(label, {Size::small, Weight::bold}, column.width - 28);
    const float height = std::max(touchTarget, words.height());
    const Box box{column.x, column.y, std::min(column.width, words.width + 36), height};
    Node node = nodeOf(frame, Role::disclosure, label, box);
    node.expanded = open;
    const Touch touch = interact(frame, key, std::move(node));
    if (touch.pressed) {
        open = !open;
    }
    if (touch.hovered || touch.held) {
        fillBox(frame, {box.x - 8, box.y, box.width + 8, box.height}, frame.theme.primary, radius::control, 0.06F);
    }
    drawIcon(frame, open ? Icon::up : Icon::down, box.x, box.y + (height - 18) / 2, 18, frame.theme.primary);
    frame.type.draw(frame.draw, words, box.x + 26, frame.onScreen(box.y + (height - words.height()) / 2),
                    frame.theme.primary, words.width);
    column.y += height;
}

void message(Column& column, Tone tone, std::string_view title, std::string_view words, bool landing) {
    const ToneLook look = lookOf(column.frame->theme, tone);
    Card card(column, look.ground, space::l);
    Column& in = card.inner;
    Frame& frame = *in.frame;
    constexpr float iconSize = 22;
    Column text(frame, in.x + iconSize + space::m, in.y, in.width - iconSize - space::m);
    const float lead = frame.type.lineHeight(Size::body);
    drawIcon(frame, look.icon, in.x, in.y + (lead - iconSize) / 2, iconSize, look.ink);
    for (const bool heads : {true, false}) {
        if (const std::string_view part = heads ? title : words; !part.empty()) {
            text.text(part, {Size::body, heads ? Weight::bold : Weight::regular}, heads ? look.ink : frame.theme.ink);
            frame.said.mark(landing);
            landing = false;
        }
    }
    in.y = text.y;
}

void figure(Column& column, std::string_view value, std::string_view caption) {
    Frame& frame = *column.frame;
    const float top = column.y;
    column.silent(value, {Size::display, Weight::bold}, frame.theme.primary);
    column.silent(caption, {Size::small, Weight::regular}, frame.theme.softInk);
    Node node = nodeOf(frame, Role::text, std::string(value) + " " + std::string(caption),
                       {column.x, top, column.width, column.y - top});
    frame.said.add(value, std::move(node));
}

void badge(Column& column, Tone tone, std::string_view word) {
    Frame& frame = *column.frame;
    const ToneLook look = lookOf(frame.theme, tone);
    const TextBlock& label = frame.type.layout(word, {Size::small, Weight::bold}, column.width);
    const float height = label.height() + space::xs;
    const Box box{column.x, column.y, label.width + 2 * space::s + 20, height};
    fillBox(frame, box, blend(frame.theme.surface, look.ink, 0.09F),
            height / 2); // more of it, and the word drops below 4.5:1
    drawIcon(frame, look.icon, box.x + space::s, box.y + (height - 14) / 2, 14, look.ink);
    frame.type.draw(frame.draw, label, box.x + space::s + 20 - 2, frame.onScreen(box.y + (height - label.height()) / 2),
                    look.ink, label.width);
    Node node = nodeOf(frame, Role::text, word, box);
    frame.said.add(word, std::move(node));
    column.y += height;
}

void personText(Column& column, std::string_view key, std::string_view words, Size size, Weight weight, Align align) {
    Frame& frame = *column.frame;
    const Box box = column.take(frame.type.lineHeight(size));
    Node node = nodeOf(frame, Role::personText, words, box);
    node.look = lookOf({size, weight}, align);
    frame.said.add(key, std::move(node));
}

} // namespace ui
