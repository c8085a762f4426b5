// What one frame costs this machine's processor natively, without a graphics card or a browser: frame_bench <folder of
// packs> Prints JSON: for each screen the median of many frames, in microseconds, unchanged, while it scrolls and while
// every line is laid out anew. Knows nothing of how the figures are shown.

#include "base/json_writer.h"
#include "host/headless_portal.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

namespace {

constexpr int warmUp = 60;
constexpr int measured = 600;
constexpr int learnersInTable = 200;

std::map<std::string, std::string> readPacks(const std::filesystem::path& folder) {
    std::map<std::string, std::string> packs;
    std::error_code trouble;
    for (const auto& entry : std::filesystem::directory_iterator(folder, trouble)) {
        if (entry.path().extension() != ".pack") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        packs[entry.path().stem().string()] = {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    }
    return packs;
}

/// Median of what a frame takes, in microseconds; `change` comes before each frame and is not measured.
double medianFrame(host::Headless& host, const std::function<void(int)>& change) {
    std::vector<double> times;
    for (int frame = 0; frame < warmUp + measured; ++frame) {
        change(frame);
        host.view.seconds += 1.0 / 60;
        const auto begin = std::chrono::steady_clock::now();
        (void)host.window.drawFrame(host.portal, host.view, {});
        const std::chrono::duration<double, std::micro> taken = std::chrono::steady_clock::now() - begin;
        if (frame >= warmUp) times.push_back(taken.count());
    }
    std::nth_element(times.begin(), times.begin() + measured / 2, times.end());
    return times[measured / 2];
}

std::string measure(host::Headless& host) {
    const float width = host.view.width;
    base::JsonObject figures;
    figures.integer("nodes", static_cast<std::int64_t>(host.window.semantics().nodes().size()));
    figures.number("unchanged", medianFrame(host, [](int) {}));
    figures.number("scrolled",
                   medianFrame(host, [&](int frame) { host.view.scroll = static_cast<float>(frame % 200); }));
    host.view.scroll = 0;
    // A window that is dragged wider, px by px: every paragraph is broken into lines anew, every place is said anew.
    figures.number("resized",
                   medianFrame(host, [&](int frame) { host.view.width = width - static_cast<float>(frame); }));
    host.view.width = width;
    return figures.text();
}

} // namespace

int main(int argumentCount, char** arguments) {
    const auto packs = readPacks(argumentCount == 2 ? arguments[1] : "build/packs");
    if (packs.empty()) {
        std::fputs("usage: frame_bench <folder with the compiled course>\n", stderr);
        return 2;
    }
    base::JsonObject screens;
    struct Screen {
        const char *name, *hash;
        float width, height;
        int learners;
    };
    for (const Screen& screen : {Screen{"home, phone", "#/", 390, 844, 0}, Screen{"home, desktop", "#/", 1440, 900, 0},
                                 Screen{"lesson step, phone", "#/lesson/L4.1", 390, 844, 1},
                                 Screen{"records of 200, desktop", "#/records", 1440, 900, learnersInTable}}) {
        host::Headless host(packs);
        host.view.width = screen.width;
        host.view.height = screen.height;
        host.start();
        for (int i = 0; i < screen.learners; ++i) host.portal.addLearner("王小明 " + std::to_string(i));
        host.go(screen.hash);
        screens.raw(screen.name, measure(host));
    }
    std::printf("%s\n", screens.text().c_str());
    return 0;
}
