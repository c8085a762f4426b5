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

/* Surfaces are pictures that the CPU draws: window icons, cursors made of pixels, windows without GL. There are none. */
SDL_Surface* SDL_CreateRGBSurface(Uint32 flags, int width, int height, int depth, Uint32 red, Uint32 green, Uint32 blue, Uint32 alpha) {
    (void)flags, (void)width, (void)height, (void)depth, (void)red, (void)green, (void)blue, (void)alpha;
    SDL_Unsupported();
    return NULL;
}
SDL_Surface* SDL_CreateRGBSurfaceFrom(void* pixels, int width, int height, int depth, int pitch, Uint32 red, Uint32 green, Uint32 blue,
                                      Uint32 alpha) {
    (void)pixels, (void)pitch;
    return SDL_CreateRGBSurface(0, width, height, depth, red, green, blue, alpha);
}
SDL_Surface* SDL_ConvertSurfaceFormat(SDL_Surface* source, Uint32 format, Uint32 flags) {
    (void)source, (void)format, (void)flags;
    SDL_Unsupported();
    return NULL;
}
void SDL_FreeSurface(SDL_Surface* surface) { (void)surface; }
int SDL_CalculateBlit(SDL_Surface* surface) {
    (void)surface;
    return SDL_Unsupported();
}
void SDL_UnRLESurface(SDL_Surface* surface, int recode) { (void)surface, (void)recode; }
