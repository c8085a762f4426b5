// The controls. Each draws itself, leaves an ImGui item (for hover and press) and a semantic node, and answers what the
// person did. What counts as pressing is the mirror's word alone, so that pointer, keyboard and screen reader go one
// way and never fire twice.
#pragma once

#include "ui/column.h"
#include "ui/shapes.h"

#include <optional>
#include <string>
#include <string_view>

namespace ui {

/// What the pointer does to an item at this moment.
struct Touch {
    bool hovered = false, held = false, pressed = false;
};

/// An interactive place: the ImGui item, the node, and what happened to them.
Touch interact(Frame& frame, std::string_view key, Node node);

enum class ButtonLook { primary, secondary, quiet };

struct Button {
    std::string_view key;
    std::string_view label;
    ButtonLook look = ButtonLook::primary;
    std::optional<Icon> icon{};
    bool disabled = false;
    bool fitted = false;         ///< as wide as its label; otherwise as its column
    std::string_view language{}; ///< of the label, where it is not the page's
};
/// True in the frame after it was pressed.
bool button(Column& column, const Button& what);

/// A button that leads to a route; a real link in the mirror, so that it can be opened in another tab.
bool linkButton(Column& column, const Button& what, std::string_view target);

/// A button of nothing but an icon, with a name; 48 px square. True in the frame after it was pressed.
bool iconButton(Column& column, std::string_view key, Icon icon, std::string_view name);

/// Text that leads somewhere, underlined.
void link(Column& column, std::string_view key, std::string_view label, std::string_view target);

/// How an option of a choice stands at the moment.
enum class Mark { none, chosen, right, wrong, missed };

struct Choice {
    std::string_view key;
    std::string_view label;
    Mark mark = Mark::none;
    std::string_view markWord{}; ///< "right", "wrong", "missed", in words: colour never says it alone
    bool multiple = false;       ///< a box rather than a circle
    bool disabled = false;
    int position = 0;     ///< for "put in order": 1.. when taken, 0 when not; drawn instead of a tick
    bool ordered = false; ///< is one of an ordering
    bool commits = false; ///< pressing it is the answer: a button, since arrow keys would answer in passing
};
/// `said` names it in the mirror when that is not what is drawn (a person's name, which the browser draws).
bool choice(Column& column, const Choice& what, std::string_view said = {});

/// Progress as one segment a step; said in words.
void progressSegments(Column& column, std::string_view key, int done, int current, int count, std::string_view words);
/// Progress as one bar, 0..1; said in words.
void progressBar(Column& column, std::string_view key, float share, std::string_view words, float height = 8);

struct TextField {
    std::string_view key;
    std::string_view label;
    std::string_view text;      ///< what it holds
    std::string_view hint{};    ///< what it asks for
    std::string_view trouble{}; ///< what is wrong with it, "" when nothing is
    int longest = 200;
    bool multiline = false;
    int secret = 0;          ///< 1: shown as dots; 2: that, and a keyboard of digits
    bool* entered = nullptr; ///< of a secret one: set when Enter was pressed in it
};
/// A field that is a real DOM input, drawn by the browser over the place that is kept for it. The new text when it
/// changed.
std::optional<std::string> textField(Column& column, const TextField& what);

struct Slider {
    std::string_view key;
    std::string_view label;
    float value = 0, least = 0, most = 100, step = 1;
    std::string_view valueText;
    std::optional<float> truth{}; ///< marked when it is known
    bool disabled = false;
};
/// A slider over the whole column; the new value when it was moved.
std::optional<float> slider(Column& column, const Slider& what);

/// "▸ more": true while it is open. `open` is kept by the caller.
void disclosure(Column& column, std::string_view key, std::string_view label, bool& open);

/// A verdict or message: icon, bold title, words, on a quiet ground.
enum class Tone { right, careful, wrong, info };
/// With `landing`, the focus goes to it when it is what an answer brings.
void message(Column& column, Tone tone, std::string_view title, std::string_view words, bool landing = true);

/// A big figure and what it is.
void figure(Column& column, std::string_view value, std::string_view caption);

/// A short word on a ground: a status.
void badge(Column& column, Tone tone, std::string_view word);

/// Words a person typed: drawn by the browser itself (every script, emoji, right-to-left), on one line, cut with an
/// ellipsis.
void personText(Column& column, std::string_view key, std::string_view words, Size size,
                Weight weight = Weight::regular, Align align = Align::left);

} // namespace ui
