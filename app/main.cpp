// Wiring only: the parts are made once and live as long as the page; the browser's events drive everything after this.
#include "host/browser/bridge.h"

int main() {
    static host::BrowserClock clock;
    static host::BrowserStore store;
    static host::BrowserPage page;
    static host::BrowserGlyphs glyphs;
    static host::BrowserMirror mirror;
    static portal::Portal portal({clock, store, page});
    static screens::Window window(glyphs, mirror);
    host::connect(portal, window, page);
    return 0;
}
