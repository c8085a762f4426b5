// What JavaScript calls. Texts come as UTF-8 that lives for the call; ids are the mirror's node ids.
#include "host/browser/bridge.h"

#include "host/browser/screen.h"

#include <emscripten.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace host {

namespace {

struct Connected {
    portal::Portal* portal = nullptr;
    screens::Window* window = nullptr;
    Page* page = nullptr;
    Screen screen;
    float height = -1; ///< of the content, as the page knows it
};
Connected connected;

std::vector<std::string> linesOf(const char* joined) {
    std::vector<std::string> lines;
    const std::string_view all(joined);
    std::size_t at = 0;
    while (at < all.size()) {
        const std::size_t end = std::min(all.find('\n', at), all.size());
        lines.emplace_back(all.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

} // namespace

void connect(portal::Portal& portal, screens::Window& window, Page& page) {
    connected.portal = &portal;
    connected.window = &window;
    connected.page = &page;
}

} // namespace host

using host::connected;

extern "C" {

/// Opens the canvas; 0 when there is no WebGL 2.
EMSCRIPTEN_KEEPALIVE int portal_open() { return connected.screen.open() ? 1 : 0; }

/// `journal`: one JSON line per event. `trouble`: host::StoreTrouble.
EMSCRIPTEN_KEEPALIVE void portal_start(const char* journal, int trouble, const char* language, const char* theme, const char* hash) {
    connected.portal->start(host::linesOf(journal), static_cast<host::StoreTrouble>(trouble), language, theme);
    connected.portal->goTo(hash);
}

/// One frame; 1 when another one is due. Sizes in CSS px, but `deviceWidth` and `deviceHeight`.
EMSCRIPTEN_KEEPALIVE int portal_frame(float width, float height, int deviceWidth, int deviceHeight, float density, float scroll, float safeTop,
                                      float safeBottom, int touch, int reducedMotion, double seconds, float pointerX, float pointerY,
                                      int pointerDown) {
    const ui::View view{width, height, density, scroll, safeTop, safeBottom, touch != 0, reducedMotion != 0, seconds};
    connected.screen.resize(deviceWidth, deviceHeight);
    const bool again = connected.window->drawFrame(*connected.portal, view, {pointerX, pointerY, pointerDown != 0});
    connected.screen.present(connected.window->ground());
    if (const float drawn = std::ceil(connected.window->contentHeight()); drawn != connected.height) {
        connected.height = drawn;
        connected.page->setContentHeight(drawn);
    }
    if (connected.window->takeNewPlace()) {
        connected.page->scrollTo(0);
    }
    return again ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void portal_go(const char* hash) { connected.portal->goTo(hash); }
/// 0 when the pack cannot be read.
EMSCRIPTEN_KEEPALIVE int portal_pack_arrived(const char* name, const char* bytes, int length) {
    return connected.portal->packArrived(name, std::string_view(bytes, static_cast<std::size_t>(length))) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE void portal_pack_failed(const char* name) { connected.portal->packFailed(name); }
EMSCRIPTEN_KEEPALIVE void portal_store_confirmed(const char* id) { connected.portal->storeConfirmed(id); }
EMSCRIPTEN_KEEPALIVE void portal_store_refused(const char* id, int why) {
    connected.portal->storeRefused(id, static_cast<host::StoreTrouble>(why));
}
EMSCRIPTEN_KEEPALIVE void portal_certificate_made(const char* trouble, const char* detail) { connected.portal->certificateMade(trouble, detail); }
EMSCRIPTEN_KEEPALIVE void portal_pressed(unsigned id) { connected.window->semantics().pressed(id); }
EMSCRIPTEN_KEEPALIVE void portal_valued(unsigned id, float value) { connected.window->semantics().valued(id, value); }
EMSCRIPTEN_KEEPALIVE void portal_typed(unsigned id, const char* text) { connected.window->semantics().typed(id, text); }
EMSCRIPTEN_KEEPALIVE void portal_context_lost() { connected.screen.contextLost(); }
EMSCRIPTEN_KEEPALIVE void portal_context_restored() { connected.screen.contextRestored(); }
}
