#include "host/headless_portal.h"

#include <algorithm>
#include <utility>

namespace host {

Headless::Headless(std::map<std::string, std::string> packs)
    : program_({clock, store, page, people}, glyphs, mirror), portal(program_.portal), window(program_.window) {
    page.packs = std::move(packs);
    page.guest = &program_;
    store.guest = &program_;
    view.wishes.reducedMotion = true;
}

void Headless::start(std::string language, std::vector<std::string> journal, StoreTrouble trouble,
                     const std::vector<std::string>& settings) {
    start(std::move(language), Kept{.lines = std::move(journal), .device = "this-browser", .trouble = trouble},
          settings);
}

void Headless::start(std::string language, const Kept& kept, const std::vector<std::string>& settings) {
    store.lines = kept.lines;
    for (const auto& [learner, draft] : kept.drafts) {
        store.drafts[learner] = draft;
    }
    portal.start(kept, std::move(language), settings);
    settle();
}

void Headless::settle() {
    // Far more rounds than any chain of answers needs; a frame that never rests is a fault that tests look for.
    for (int round = 0; round < 20; ++round) {
        page.deliver();
        store.deliver();
        view.seconds += 0.016;
        if (!window.drawFrame(portal, view, {}) && round > 1) {
            break;
        }
    }
    page.deliver();
    store.deliver();
    view.seconds += 0.016;
    (void)window.drawFrame(portal, view, {});
}

void Headless::go(std::string_view hash) {
    page.navigate(std::string(hash), false);
    settle();
}

const ui::Node* Headless::find(ui::Role role, std::string_view name) {
    constexpr std::string_view more = "…";
    const bool open = name.size() > more.size() && name.substr(name.size() - more.size()) == more;
    const std::string_view start = open ? name.substr(0, name.size() - more.size()) : name;
    for (const ui::Node& node : window.semantics().nodes()) {
        if (node.role == role && (open ? node.name.rfind(start, 0) == 0 : node.name == name)) {
            return &node;
        }
    }
    return nullptr;
}

bool Headless::press(ui::Role role, std::string_view name) {
    const ui::Node* node = find(role, name);
    if (node == nullptr || node->disabled) {
        return false;
    }
    if (role == ui::Role::link) {
        go(std::string(node->target));
        return true;
    }
    window.semantics().pressed(node->id);
    settle();
    return true;
}

bool Headless::type(std::string_view name, std::string_view text) {
    const ui::Node* node = find(ui::Role::textField, name);
    if (node == nullptr) {
        return false;
    }
    window.semantics().typed(node->id, std::string(text));
    settle();
    return true;
}

bool Headless::slide(std::string_view name, float value) {
    const ui::Node* node = find(ui::Role::slider, name);
    if (node == nullptr || node->disabled) {
        return false;
    }
    window.semantics().valued(node->id, value);
    settle();
    return true;
}

bool Headless::choose(std::string_view name, std::string_view option) {
    const ui::Node* node = find(ui::Role::select, name);
    if (node == nullptr) {
        return false;
    }
    std::string_view options = node->options;
    for (float place = 0; !options.empty(); ++place) {
        const std::size_t end = std::min(options.find('\n'), options.size());
        if (options.substr(0, end) == option) {
            window.semantics().valued(node->id, place);
            settle();
            return true;
        }
        options.remove_prefix(std::min(end + 1, options.size()));
    }
    return false;
}

bool Headless::key(std::string_view grid, std::string_view key) {
    const ui::Node* node = find(ui::Role::grid, grid);
    if (node == nullptr) {
        return false;
    }
    window.semantics().keyed(node->id, std::string(key));
    settle();
    return true;
}

std::vector<std::string> Headless::gridRows(std::string_view grid) {
    std::vector<std::string> rows;
    const ui::Node* node = find(ui::Role::grid, grid);
    ui::NodeId row = 0;
    for (const ui::Node& each : window.semantics().nodes()) {
        if (node != nullptr && each.role == ui::Role::gridRow && each.parent == node->id) {
            row = each.id;
            rows.emplace_back();
        } else if (row != 0 && each.parent == row) {
            rows.back() += (rows.back().empty() ? "" : " | ") + each.name;
        }
    }
    return rows;
}

bool Headless::shows(std::string_view words) {
    for (const ui::Node& node : window.semantics().nodes()) {
        if (node.name.find(words) != std::string::npos || node.description.find(words) != std::string::npos) {
            return true;
        }
    }
    return false;
}

} // namespace host
