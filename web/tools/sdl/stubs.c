/* Answers "not here" for entry points that SDL or its users name but that this build has no use for. */
#include <SDL.h>

/* SDL's video core drops a window's renderer when the window goes; without the render module there is none. */
SDL_Renderer* SDL_GetRenderer(SDL_Window* window) {
    (void)window;
    return NULL;
}
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer) { (void)renderer; }

/* Emscripten's own version looks functions up by name, which links every WebGL entry point into page and wasm
   (JavaScript 126 becomes 183 KB). Everything here calls GLES3 directly. */
void (*eglGetProcAddress(const char* name))(void) {
    (void)name;
    return NULL;
}
