#include "host/screen_checks.h"

#include "host/imgui_items.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <set>

namespace walk {

using ui::Node;
using ui::Role;

namespace {

constexpr Look looks[] = {{320, "100"}, {390, "100"}, {820, "100"}, {1440, "100"}, {320, "200"}, {1440, "200"}};

/// Holds others together and may go without a name of its own.
bool isHolder(Role role) {
    return role == Role::main || role == Role::row || role == Role::cell || role == Role::list ||
           role == Role::listItem || role == Role::rowHeader || role == Role::gridHead || role == Role::gridRow ||
           role == Role::gridHeader || role == Role::gridCell;
}

/// Nodes whose places are those in the content of a grid, which scrolls by itself.
std::set<ui::NodeId> insideGrids(const std::vector<Node>& nodes) {
    std::set<ui::NodeId> grids, inside;
    for (const Node& node : nodes) {
        if (node.role == Role::grid) grids.insert(node.id);
        if (grids.count(node.parent) > 0 || inside.count(node.parent) > 0) inside.insert(node.id);
    }
    return inside;
}

/// The page has more than one screenful: everything is drawn when the window is as high as the page.
void showAll(Visitor& visitor) {
    visitor.host().view.height = 12000;
    visitor.host().settle();
}

void checkNodes(Visitor& visitor, const std::string& where) {
    std::set<unsigned> ids;
    std::set<unsigned> parents;
    int titles = 0;
    const float width = visitor.host().view.width;
    const std::set<ui::NodeId> scrolled = insideGrids(visitor.host().window.semantics().nodes());
    for (const Node& node : visitor.host().window.semantics().nodes()) {
        INFO(where, " at ", width, ": ", static_cast<int>(node.role), " \"", node.name, "\" ", node.place.x, "+",
             node.place.width, " × ", node.place.height);
        CHECK(ids.insert(node.id).second);
        CHECK((node.parent == 0 || ids.count(node.parent) > 0)); // a parent comes before its children
        if (!isHolder(node.role)) CHECK_FALSE(node.name.empty());
        if (node.role == Role::heading && node.level == 1) ++titles;
        if (node.role == Role::heading) CHECK((node.level >= 1 && node.level <= 6));
        if (node.role == Role::link) CHECK_FALSE(node.target.empty());
        CHECK(node.place.x >= 0);
        if (scrolled.count(node.id) == 0) CHECK(node.place.x + node.place.width <= width + 0.5F);
        CHECK(node.place.height > 0);
        if (lint::isInteractive(node.role)) {
            CHECK(node.place.height >= ui::touchTarget);
            CHECK(node.place.width >= ui::touchTarget);
        }
    }
    CHECK_MESSAGE(titles == 1, where, " at ", width, ": ", titles, " headings of level 1");
}

/// Nothing that is pressed lies over something else that is pressed.
void checkOverlaps(Visitor& visitor, const std::string& where) {
    std::vector<const Node*> pressed;
    const std::set<ui::NodeId> scrolled = insideGrids(visitor.host().window.semantics().nodes());
    for (const Node& node : visitor.host().window.semantics().nodes())
        if (lint::isInteractive(node.role) && scrolled.count(node.id) == 0) pressed.push_back(&node);
    for (std::size_t i = 0; i < pressed.size(); ++i) {
        for (std::size_t j = i + 1; j < pressed.size(); ++j) {
            if (pressed[i]->fixed != pressed[j]->fixed) continue; // the bar floats over the page by design
            const ui::Box a = pressed[i]->place;
            const ui::Box b = pressed[j]->place;
            const bool apart = a.x + a.width <= b.x + 0.5F || b.x + b.width <= a.x + 0.5F ||
                               a.y + a.height <= b.y + 0.5F || b.y + b.height <= a.y + 0.5F;
            CHECK_MESSAGE(apart, where, " at ", visitor.host().view.width, ": \"", pressed[i]->name, "\" and \"",
                          pressed[j]->name, "\"");
        }
    }
}

/// Whatever ImGui reacts to has been said.
void checkItems(Visitor& visitor, const std::string& where) {
    lint::watchItems(true);
    visitor.host().settle();
    lint::forgetItems();
    (void)visitor.host().window.drawFrame(visitor.portal(), visitor.host().view, {});
    const auto& nodes = visitor.host().window.semantics().nodes();
    CHECK_MESSAGE(!lint::items().empty(), where, " has ", lint::items().size(), " items");
    for (const ui::Box& item : lint::unsaid(lint::items(), nodes, visitor.host().view.scroll))
        FAIL_CHECK(where, ": ImGui reacts at ", item.x, ", ", item.y, ", ", item.width, " × ", item.height,
                   ", and nothing was said");
    lint::watchItems(false);
}

} // namespace

/// Letters are the triangles that do not use the atlas's white pixel; all of them are within the window.
void checkLetters(Visitor& visitor, const std::string& where) {
    const ImDrawData* drawn = ImGui::GetDrawData();
    const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
    int letters = 0;
    for (const ImDrawList* list : drawn->CmdLists) {
        for (const ImDrawVert& vertex : list->VtxBuffer) {
            if (vertex.uv.x == white.x && vertex.uv.y == white.y) continue;
            ++letters;
            if (vertex.pos.x < -0.5F || vertex.pos.x > visitor.host().view.width + 0.5F) {
                FAIL_CHECK(where, " at ", visitor.host().view.width, ": letters at ", vertex.pos.x, ", ", vertex.pos.y);
                return;
            }
        }
    }
    CHECK_MESSAGE(letters > 50, where);
}

/// With full motion: comes to rest within two seconds, and says nothing more to the mirror once it rests.
void checkRest(Visitor& visitor, const std::string& where) {
    host::Headless& host = visitor.host();
    host.view.wishes.reducedMotion = false;
    int frames = 0;
    do {
        host.view.seconds += 1.0 / 60;
    } while (host.window.drawFrame(visitor.portal(), host.view, {}) && ++frames < 120);
    CHECK_MESSAGE(frames < 120, where, " at ", host.view.width, " does not come to rest");
    const int updates = host.mirror.updates;
    for (int i = 0; i < 5; ++i) {
        host.view.seconds += 1.0 / 60;
        CHECK_FALSE(host.window.drawFrame(visitor.portal(), host.view, {}));
    }
    CHECK_MESSAGE(host.mirror.updates == updates, where, " at ", host.view.width, " talks at rest");
    host.view.wishes.reducedMotion = true;
}

void checkScreen(Visitor& visitor, const std::string& where) {
    showAll(visitor);
    checkNodes(visitor, where);
    checkOverlaps(visitor, where);
    checkLetters(visitor, where);
    checkItems(visitor, where);
    checkRest(visitor, where);
}

void onEveryLook(const std::function<void(const char* language, const Look& look)>& walk) {
    for (const char* language : languages)
        for (const Look& look : looks) walk(language, look);
}

} // namespace walk
