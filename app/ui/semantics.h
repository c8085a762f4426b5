// What is drawn is also said: every widget leaves one node per frame, and only the changes go to the mirror
// (host::Mirror). What people do in the mirror (press, type, move a slider) comes back here and reaches the widget in
// the next frame. Knows no widget and no course.
#pragma once

#include "host/mirror.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace ui {

using NodeId = std::uint32_t; ///< 0: the root

enum class Role {
    main,          ///< landmark: the screen
    navigation,    ///< landmark: where else one can go
    complementary, ///< landmark: what stands beside the screen
    dialog,        ///< stands before everything else until it is answered; pressed when a person dismisses it (Escape)
    group,         ///< things that belong together, above all the boxes of one question; named
    heading,       ///< with a level 1..6
    text,
    list,
    listItem,
    button,
    toggle,     ///< a button that stays pressed
    disclosure, ///< a button that shows or hides what follows
    link,       ///< goes to `target`
    radioGroup,
    radio,
    checkbox,
    slider,
    textField,
    progress,
    image, ///< a drawing; its name says what it shows
    table,
    row,
    cell,
    columnHeader,
    rowHeader,
    personText, ///< words a person typed: drawn by the browser, which knows every script, emoji and writing direction
    select,     ///< one of many, which the browser shows when asked; value: which of `options`
    // A table of any length, of which only the part that shows is there. It scrolls by itself, and its words are drawn
    // by the browser. Places inside of it are those in its own content; those of cells, in their row.
    grid,
    gridHead,      ///< the row of headers; stays while the rest scrolls
    gridHeader,    ///< holds a button when the column can be sorted by
    gridRow,       ///< can be pressed
    gridRowHeader, ///< the cell that names its row
    gridCell,
};

struct Box {
    float x = 0, y = 0, width = 0, height = 0; ///< CSS px; from the page's top, or the window's when fixed
    friend bool operator==(const Box&, const Box&) = default;
};

struct Node {
    NodeId id = 0, parent = 0;
    Role role = Role::text;
    std::string name;
    std::string description;
    std::string language; ///< of the name, where it is not the page's
    Box place;
    bool fixed = false; ///< stays while the page scrolls
    int level = 0;      ///< of a heading
    bool disabled = false, checked = false, expanded = false, current = false, invalid = false;
    float value = 0, least = 0, most = 0, step = 1; ///< of a slider or progress
    std::string valueText;                          ///< the value in words
    std::string text, hint;                         ///< of a text field: what it holds, what it asks for
    int longest = 0;                                ///< of a text field: characters it takes
    bool multiline = false;
    int secret = 0;       ///< of a text field: 1: shown as dots; 2: that, and digits
    std::string target;   ///< of a link
    bool landing = false; ///< what an answer brings: the focus goes here when it comes (never sent)
    std::string options;  ///< of a select: one a line
    int rows = 0;         ///< of a grid: how many there are in all; of its rows: which one it is, from 1 with the head
    int sorted = 0;       ///< of a grid's header: 1 ascending, -1 descending
    float inside = 0;     ///< of a grid: height of its whole content
    float scrollTo = -1;  ///< of a grid: where to scroll to; -1: stay
    NodeId active = 0;    ///< of a grid: the cell that the keyboard is at
    std::string look; ///< size and weight of its words ("body", "title bold"), as the mirror's stylesheet names them
    friend bool operator==(const Node&, const Node&) = default;
};

class Semantics {
public:
    explicit Semantics(host::Mirror& mirror) : mirror_(&mirror) {}

    void beginFrame();
    /// Sends what changed, and drops input that no widget took. Returns true when something was taken, so that the
    /// caller draws once more: what was drawn before the widget saw it is out of date.
    bool endFrame();

    /// Leaves a node; its id is made from its parent and `key`, so it stays the same from frame to frame. A key that
    /// was used before under this parent counts on (texts that stand twice on a screen).
    NodeId add(std::string_view key, Node node);
    /// The same, and what is added until close() are its children.
    NodeId open(std::string_view key, Node node);
    void close();
    /// Says of the node that was added last whether an answer's focus lands on it.
    void mark(bool landing) { nodes_.back().landing = landing; }

    /// The id that `key` would get here.
    [[nodiscard]] NodeId idFor(std::string_view key) const;

    [[nodiscard]] bool takePress(NodeId id);
    [[nodiscard]] std::optional<float> takeValue(NodeId id);
    [[nodiscard]] std::optional<std::string> takeText(NodeId id);
    /// Keys pressed in a grid since the last frame, in their order.
    [[nodiscard]] std::vector<std::string> takeKeys(NodeId id);

    /// Says of a grid that was opened which of its cells the keyboard is at.
    void activate(NodeId grid, NodeId cell);
    /// Scrolls a grid, which shows it from this frame on.
    void scrollGrid(NodeId grid, float y);

    /// From the mirror.
    void pressed(NodeId id) { presses_.insert(id); }
    void valued(NodeId id, float value) { values_[id] = value; }
    void typed(NodeId id, std::string text) { texts_[id] = std::move(text); }
    void scrolled(NodeId id, float y) { scrolls_[id] = y; }
    void keyed(NodeId id, std::string key) { keys_[id].push_back(std::move(key)); }

    /// How far a dialog or grid of its own height is scrolled, CSS px.
    [[nodiscard]] float scrollOf(NodeId id) const;

    /// Move the focus to this node once it is in the mirror.
    void focus(NodeId id) { focus_ = id; }
    void announce(const std::string& words) { mirror_->announce(words); }

    /// This frame's nodes, in reading order (for tests and the lint).
    [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }

private:
    host::Mirror* mirror_;
    std::vector<Node> nodes_, before_;
    std::vector<NodeId> parents_;
    std::unordered_set<NodeId> used_; ///< ids of this frame
    std::unordered_set<NodeId> presses_;
    std::unordered_map<NodeId, float> values_;
    std::unordered_map<NodeId, std::string> texts_;
    std::unordered_map<NodeId, float> scrolls_; ///< of the dialogs and grids that are there
    std::unordered_map<NodeId, std::vector<std::string>> keys_;
    NodeId focus_ = 0;
    bool taken_ = false;
};

} // namespace ui
