// A table of any length: only what shows is there, and the first and the last row can be come to, however many there
// are.
#include "host/desktop/headless.h"
#include "ui/grid.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <string>
#include <vector>

namespace {

using ui::Node;
using ui::Role;

/// A grid of two columns in a window of its own, drawn frame by frame.
class Shown {
public:
    explicit Shown(std::size_t rows) : rows_(rows) {
        ImGuiIO& io = ImGui::GetIO();
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        io.IniFilename = nullptr;
        io.DisplaySize = {800, 600};
        io.DeltaTime = 0.016F;
        draw();
    }

    ui::GridDone draw() {
        ImGui::NewFrame();
        ImGui::Begin("grid");
        said.beginFrame();
        const host::View view{.width = 800, .height = 600};
        ui::Frame frame{.view = view,
                        .theme = ui::lightTheme(),
                        .type = type_,
                        .said = said,
                        .motion = motion_,
                        .draw = *ImGui::GetWindowDrawList()};
        ui::Column column(frame, 0, 0, 600);
        const std::vector<ui::GridColumn> columns = {{"Name", {0, 0, 300, 40}, true, 0}, {"Score", {300, 0, 300, 40}}};
        const ui::GridDone done = ui::grid(
            column,
            {.key = "grid",
             .name = "People",
             .columns = columns,
             .rows = rows_,
             .rowHeight = 40,
             .rowWidth = 600,
             .height = 440,
             .words = [](std::size_t row, std::size_t at) { return std::to_string(row) + (at == 0 ? "" : "%"); }},
            place);
        for (const Node& node : said.nodes())
            if (node.role == Role::grid) grid = node;
        nodes = said.nodes();
        (void)said.endFrame();
        ImGui::End();
        ImGui::EndFrame();
        return done;
    }
    ui::GridDone press(const char* key) {
        said.keyed(grid.id, key);
        return draw();
    }
    void scroll(float y) {
        said.scrolled(grid.id, y);
        draw();
    }
    /// First cells of the rows that are there.
    std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (const Node& node : nodes)
            if (node.role == Role::gridRowHeader) all.push_back(node.name);
        return all;
    }
    std::string active() const {
        for (const Node& node : nodes)
            if (node.id == grid.active) return node.name;
        return "";
    }
    /// Where the row of the active cell stands below the headers, while it is scrolled so.
    float activeTop() const {
        for (const Node& node : nodes) {
            if (node.id != grid.active) continue;
            for (const Node& row : nodes)
                if (row.id == node.parent) return row.place.y - said.scrollOf(grid.id);
        }
        return -1;
    }

private:
    struct Context {
        Context() { ImGui::CreateContext(); }
        ~Context() { ImGui::DestroyContext(); }
    };
    Context context_;
    host::EvenGlyphs glyphs_;
    host::RecordedMirror mirror_;
    ui::Type type_{glyphs_};
    ui::Motion motion_;
    std::size_t rows_;

public:
    ui::Semantics said{mirror_};
    ui::GridPlace place;
    Node grid;
    std::vector<Node> nodes;
};

} // namespace

TEST_CASE("a grid says how many rows there are, and makes those that show") {
    Shown shown(1000);
    CHECK(shown.grid.rows == 1001);
    CHECK(shown.grid.inside == doctest::Approx(44 + 40'000));
    CHECK(shown.names().front() == "0");
    CHECK(shown.names().size() < 25);
    shown.scroll(20'000);
    CHECK(shown.names().front() == "0"); // where the keyboard is
    CHECK(shown.names()[1] == "492");
    CHECK(shown.names().size() < 35);
}

TEST_CASE("a grid of nothing is there all the same") {
    Shown none(0);
    CHECK(none.names().empty());
    CHECK_FALSE(none.press("ArrowDown").pressed);
}

TEST_CASE("the keys move in it and bring what they come to into sight") {
    Shown shown(1000);
    shown.press("ArrowDown");
    shown.press("ArrowRight");
    CHECK(shown.active() == "1%");
    shown.press("End");
    CHECK(shown.active() == "1%");
    shown.press("Home");
    shown.press("ArrowUp");
    shown.press("ArrowUp");
    CHECK(shown.active() == "0");
    shown.press("PageDown");
    CHECK(shown.active() == "8");
    shown.press("Control+End");
    CHECK(shown.active() == "999");
    CHECK(shown.activeTop() == doctest::Approx(440 - 40));
    CHECK(shown.press("Enter").pressed == 999);
    shown.press("Control+Home");
    CHECK(shown.activeTop() == doctest::Approx(44));
}

TEST_CASE("of two million rows the first and the last can be come to, though no element may be that high") {
    Shown shown(2'000'000);
    CHECK(shown.grid.inside < 17'000'000);
    shown.press("Control+End");
    CHECK(shown.active() == "1999999");
    CHECK(shown.activeTop() == doctest::Approx(440 - 40).epsilon(0.01));
    shown.press("ArrowUp");
    CHECK(shown.active() == "1999998");
    shown.scroll(shown.grid.inside / 2);
    bool middle = false;
    for (const std::string& name : shown.names())
        middle = middle || name.substr(0, 2) == "10" || name.substr(0, 3) == "999";
    CHECK(middle);
    shown.press("Control+Home");
    CHECK(shown.active() == "0");
}

TEST_CASE("other rows than before begin at the top again") {
    Shown shown(1000);
    shown.press("Control+End");
    shown.place.toTop = true;
    shown.draw();
    CHECK(shown.active() == "0");
    CHECK(shown.said.scrollOf(shown.grid.id) == 0);
}
