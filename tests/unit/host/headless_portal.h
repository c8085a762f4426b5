// The whole portal on a host without a browser, used by role and name as a screen reader would.
#pragma once

#include "host/desktop/headless.h"
#include "screens/program.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace host {

/// The whole portal on such a host.
class Headless {
public:
    explicit Headless(std::map<std::string, std::string> packs);

    HeadlessClock clock;
    MemoryStore store;
    HeadlessPage page;
    RecordedPeople people;
    EvenGlyphs glyphs;
    RecordedMirror mirror;
    View view;

private:
    screens::Program program_;

public:
    portal::Portal& portal;
    screens::Window& window;

    void start(std::string language = "zh-CN", std::vector<std::string> journal = {},
               StoreTrouble trouble = StoreTrouble::none, const std::vector<std::string>& settings = {});
    void start(std::string language, const Kept& kept, const std::vector<std::string>& settings = {});
    /// Draws frames until nothing is due any more.
    void settle();
    void go(std::string_view hash);

    /// The node with this role and name (or whose name begins with it, when `name` ends with "…"); null when there is
    /// none.
    [[nodiscard]] const ui::Node* find(ui::Role role, std::string_view name);
    /// Presses it; false when it is not there or disabled.
    bool press(ui::Role role, std::string_view name);
    bool type(std::string_view name, std::string_view text);
    bool slide(std::string_view name, float value);
    /// Takes this option of a select; false when there is no such select or option.
    bool choose(std::string_view name, std::string_view option);
    /// Presses a key in the grid of this name.
    bool key(std::string_view grid, std::string_view key);
    /// The words of a grid's rows that are there, cells parted by " | ".
    [[nodiscard]] std::vector<std::string> gridRows(std::string_view grid);
    /// Is there a node whose name holds these words?
    [[nodiscard]] bool shows(std::string_view words);
};

} // namespace host
