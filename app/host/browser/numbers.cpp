// Reads decimal numbers with the browser's own reader, which rounds as exactly as the C library's. That one calculates
// with 128 bits to do so, and would be ten kilobytes of the first visit. For the two callers that there are (JSON's
// reader and writer), which hand over a whole number and nothing else.
#include <emscripten.h>

#include <cstdlib>
#include <cstring>

EM_JS(double, js_number, (const char* text), { return Number(UTF8ToString(text)); });

extern "C" {

double strtod(const char* text, char** end) {
    if (end != nullptr) {
        *end = const_cast<char*>(text) + std::strlen(text);
    }
    return js_number(text);
}

// Nobody calls these; without them the linker takes the C library's file, which holds all three.
float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }
}
