#include "ui/semantics.h"

#include "base/hash.h"
#include "base/json_writer.h"

#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr std::array<std::string_view, 33> roleNames = {
    "main",     "navigation", "complementary", "dialog",        "group",      "heading", "text",
    "list",     "listItem",   "button",        "toggle",        "disclosure", "link",    "radioGroup",
    "radio",    "checkbox",   "slider",        "textField",     "progress",   "image",   "table",
    "row",      "cell",       "columnHeader",  "rowHeader",     "personText", "select",  "grid",
    "gridHead", "gridHeader", "gridRow",       "gridRowHeader", "gridCell"};

/// Hundredths of a px are finer than any screen.
double tidy(float value) { return std::round(static_cast<double>(value) * 100.0) / 100.0; }

std::string written(const Node& node) {
    base::JsonObject out;
    const auto text = [&out](std::string_view name, const std::string& value) {
        if (!value.empty()) {
            out.text(name, value);
        }
    };
    const auto flag = [&out](std::string_view name, bool value) {
        if (value) {
            out.flag(name, true);
        }
    };
    out.integer("id", node.id);
    out.integer("parent", node.parent);
    out.text("role", roleNames[static_cast<std::size_t>(node.role)]);
    text("name", node.name);
    text("description", node.description);
    text("language", node.language);
    out.number("x", tidy(node.place.x));
    out.number("y", tidy(node.place.y));
    out.number("width", tidy(node.place.width));
    out.number("height", tidy(node.place.height));
    flag("fixed", node.fixed);
    if (node.level > 0) {
        out.integer("level", node.level);
    }
    flag("disabled", node.disabled);
    flag("checked", node.checked);
    flag("expanded", node.expanded);
    flag("current", node.current);
    flag("invalid", node.invalid);
    if (node.role == Role::slider || node.role == Role::progress) {
        out.number("value", tidy(node.value));
        out.number("least", tidy(node.least));
        out.number("most", tidy(node.most));
        out.number("step", tidy(node.step));
        text("valueText", node.valueText);
    }
    if (node.role == Role::textField) {
        text("text", node.text);
        text("hint", node.hint);
        out.integer("longest", node.longest);
        flag("multiline", node.multiline);
        if (node.secret > 0) out.integer("secret", node.secret);
    }
    if (node.role == Role::select) {
        out.number("value", tidy(node.value));
        text("options", node.options);
    }
    if (node.role == Role::grid) {
        out.number("inside", tidy(node.inside));
        if (node.scrollTo >= 0) {
            out.number("scrollTo", tidy(node.scrollTo));
        }
        if (node.active != 0) {
            out.integer("active", node.active);
        }
    }
    if (node.rows > 0) {
        out.integer("rows", node.rows);
    }
    if (node.sorted != 0) {
        out.integer("sorted", node.sorted);
    }
    text("target", node.target);
    text("look", node.look);
    return out.text();
}

using Children = std::unordered_map<NodeId, std::vector<NodeId>>;

Children childrenOf(const std::vector<Node>& nodes) {
    Children children;
    for (const Node& node : nodes) {
        children[node.parent].push_back(node.id);
    }
    return children;
}

} // namespace

void Semantics::beginFrame() {
    nodes_.clear();
    used_.clear();
    parents_.assign(1, 0);
    taken_ = false;
}

NodeId Semantics::idFor(std::string_view key) const {
    const std::uint64_t hash = base::fnv1a(key, base::fnv1a("node") ^ parents_.back());
    const auto folded = static_cast<NodeId>(hash ^ (hash >> 32U));
    return folded == 0 ? 1 : folded; // 0 is the root
}

NodeId Semantics::add(std::string_view key, Node node) {
    node.id = idFor(key);
    while (!used_.insert(node.id).second) {
        node.id = node.id * 16777619U + 1;
    }
    node.parent = parents_.back();
    nodes_.push_back(std::move(node));
    return nodes_.back().id;
}

NodeId Semantics::open(std::string_view key, Node node) {
    const NodeId id = add(key, std::move(node));
    parents_.push_back(id);
    return id;
}

void Semantics::close() { parents_.pop_back(); }

bool Semantics::takePress(NodeId id) {
    const bool was = presses_.erase(id) > 0;
    taken_ = taken_ || was;
    return was;
}

std::optional<float> Semantics::takeValue(NodeId id) {
    const auto found = values_.find(id);
    if (found == values_.end()) {
        return std::nullopt;
    }
    const float value = found->second;
    values_.erase(found);
    taken_ = true;
    return value;
}

std::optional<std::string> Semantics::takeText(NodeId id) {
    const auto found = texts_.find(id);
    if (found == texts_.end()) {
        return std::nullopt;
    }
    std::string text = std::move(found->second);
    texts_.erase(found);
    taken_ = true;
    return text;
}

std::vector<std::string> Semantics::takeKeys(NodeId id) {
    const auto found = keys_.find(id);
    if (found == keys_.end()) {
        return {};
    }
    std::vector<std::string> keys = std::move(found->second);
    keys_.erase(found);
    taken_ = true;
    return keys;
}

void Semantics::activate(NodeId grid, NodeId cell) {
    for (Node& node : nodes_) {
        if (node.id == grid) {
            node.active = cell;
        }
    }
}

void Semantics::scrollGrid(NodeId grid, float y) {
    scrolls_[grid] = y;
    for (Node& node : nodes_) {
        if (node.id == grid) {
            node.scrollTo = y;
        }
    }
}

float Semantics::scrollOf(NodeId id) const {
    const auto found = scrolls_.find(id);
    return found == scrolls_.end() ? 0.0F : found->second;
}

bool Semantics::endFrame() {
    std::unordered_map<NodeId, const Node*> known;
    for (const Node& node : before_) {
        known[node.id] = &node;
    }
    base::JsonArray set;
    bool changed = false;
    for (const Node& node : nodes_) {
        const auto found = known.find(node.id);
        if (found == known.end() || !(*found->second == node)) {
            set.raw(written(node));
            changed = true;
        }
        if (found != known.end()) {
            known.erase(found);
        }
    }
    base::JsonArray gone;
    for (const Node& node : before_) {
        if (known.count(node.id) > 0) {
            gone.integer(node.id);
            scrolls_.erase(node.id);
            changed = true;
        }
    }
    base::JsonObject order;
    Children was = childrenOf(before_);
    for (const auto& [parent, ids] : childrenOf(nodes_)) {
        if (was[parent] != ids) {
            base::JsonArray children;
            for (const NodeId id : ids) {
                children.integer(id);
            }
            order.raw(std::to_string(parent), children.text());
            changed = true;
        }
    }
    if (changed || focus_ != 0) {
        base::JsonObject changes;
        changes.raw("set", set.text());
        changes.raw("gone", gone.text());
        changes.raw("order", order.text());
        if (focus_ != 0) {
            changes.integer("focus", focus_);
            focus_ = 0;
        }
        mirror_->apply(changes.text());
    }
    before_ = nodes_;
    presses_.clear();
    values_.clear();
    texts_.clear();
    keys_.clear();
    return taken_;
}

} // namespace ui
