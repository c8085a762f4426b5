#include "host/browser/screen.h"

#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include <emscripten/html5.h>
#include <GLES3/gl3.h>
#include <SDL.h>

namespace host {

namespace {
constexpr const char* shaderVersion = "#version 300 es";
} // namespace

bool Screen::open() {
    // Keys, text and pointers are the DOM's. SDL listens to an element that never has the focus.
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return false;
    }
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
    SDL_Window* window = SDL_CreateWindow("portal", 0, 0, 16, 16, SDL_WINDOW_OPENGL);
    if (window == nullptr || SDL_GL_CreateContext(window) == nullptr) {
        return false;
    }
    return ImGui_ImplOpenGL3_Init(shaderVersion);
}

void Screen::resize(int width, int height) {
    if (width != width_ || height != height_) {
        width_ = width;
        height_ = height;
        emscripten_set_canvas_element_size("#canvas", width, height);
    }
}

void Screen::present(std::uint32_t ground) {
    if (lost_) {
        return;
    }
    ImGui_ImplOpenGL3_NewFrame(); // makes the device objects when they are missing
    glViewport(0, 0, width_, height_);
    const auto part = [&](unsigned shift) { return static_cast<float>((ground >> shift) & 0xFFU) / 255.0F; };
    glClearColor(part(16), part(8), part(0), 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Screen::contextLost() {
    lost_ = true;
    // The names mean nothing any more; forgetting them marks every texture to be made and filled again. Now, while the
    // context is away, rather than after its return: the new one would complain of objects that it does not know.
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
}

void Screen::contextRestored() {
    ImGui_ImplOpenGL3_Shutdown();
    lost_ = !ImGui_ImplOpenGL3_Init(shaderVersion);
}

} // namespace host
