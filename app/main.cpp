// Wiring only: the parts are made once and live as long as the page; the browser's events drive everything after this.
#include "host/browser/bridge.h"
#include "screens/program.h"

int main() {
    static host::BrowserClock clock;
    static host::BrowserStore store;
    static host::BrowserPage page;
    static host::BrowserPeople people;
    static host::BrowserGlyphs glyphs;
    static host::BrowserMirror mirror;
    static screens::Program program({clock, store, page, people}, glyphs, mirror);
    host::connect(program, page);
    return 0;
}
