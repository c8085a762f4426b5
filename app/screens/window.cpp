#include "screens/window.h"

#include "screens/screens.h"

#include "imgui.h"

#include <algorithm>

namespace screens {

Window::Context::Context() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures; // glyphs come on demand
    io.ConfigFlags |= ImGuiConfigFlags_NoKeyboard;            // keys are the DOM's
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.AntiAliasedLinesUseTex = false; // line textures do not scale with the density
}

Window::Context::~Context() { ImGui::DestroyContext(); }

Window::Window(host::Glyphs& glyphs, host::Mirror& mirror) : type_(glyphs), said_(mirror), theme_(&ui::lightTheme()) {}

Window::~Window() = default;

bool Window::takeNewPlace() {
    const bool was = newPlace_;
    newPlace_ = false;
    return was;
}

void Window::chooseLooks(const portal::Display& wanted, const host::Wishes& wishes) {
    if (wishes.forcedColours) {
        if (theme_ != &forced_ || !(forcedFrom_ == wishes.colours)) {
            forcedFrom_ = wishes.colours;
            forced_ = ui::forcedTheme({wishes.colours.ground}, {wishes.colours.ink}, {wishes.colours.link},
                                      {wishes.colours.control});
        }
        theme_ = &forced_;
    } else {
        const bool dark =
            wanted.theme == portal::Display::Theme::system ? wishes.dark : wanted.theme == portal::Display::Theme::dark;
        const bool contrast = wanted.moreContrast || wishes.moreContrast;
        theme_ = contrast ? (dark ? &ui::darkContrastTheme() : &ui::lightContrastTheme())
                          : (dark ? &ui::darkTheme() : &ui::lightTheme());
    }
    looks_ = {theme_->name, static_cast<float>(wanted.textPercent) / 100.0F, wanted.plain || wishes.plain};
}

bool Window::drawFrame(portal::Portal& portal, const ui::View& view, const host::Pointer& pointer) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {view.width, view.height};
    io.DisplayFramebufferScale = {view.density, view.density};
    io.DeltaTime = std::clamp(static_cast<float>(view.seconds - lastSeconds_), 1.0e-4F, 0.1F);
    lastSeconds_ = view.seconds;
    io.AddMousePosEvent(pointer.x < 0 ? -FLT_MAX : pointer.x, pointer.y < 0 ? -FLT_MAX : pointer.y);
    io.AddMouseButtonEvent(0, pointer.down);
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({view.width, view.height});
    ImGui::Begin("portal", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
                     ImGuiWindowFlags_NoBringToFrontOnFocus);

    chooseLooks(portal.display(), view.wishes);
    type_.setScale(looks_.textScale);
    type_.setSilent(looks_.plain);
    type_.setLanguage(portal.course() != nullptr ? portal.course()->language : portal.language());
    type_.setDensity(view.density);
    motion_.beginFrame(view.seconds, view.wishes.reducedMotion || portal.display().reducedMotion || looks_.plain);
    said_.beginFrame();
    ui::Frame frame{.view = view,
                    .theme = *theme_,
                    .type = type_,
                    .said = said_,
                    .motion = motion_,
                    .draw = *ImGui::GetWindowDrawList(),
                    .textScale = looks_.textScale,
                    .plain = looks_.plain,
                    .scroll = view.scroll};
    const int drawn =
        portal.visits(); // drawing may itself lead to another place; this frame still shows the one before
    contentHeight_ = draw(portal, frame);
    portal.listening().endFrame();
    portal.keepDrafts();
    if (portal.visits() != visit_) {
        focusDue_ = visit_ >= 0; // not at the first screen: nobody has asked to be moved yet
        newPlace_ = focusDue_;
        visit_ = portal.visits();
    }
    if (focusDue_ && drawn == visit_) {
        for (const ui::Node& node : said_.nodes()) {
            if (node.role == ui::Role::heading && node.level == 1) {
                said_.focus(node.id);
                focusDue_ = false;
                answers_ = portal.answers(); // the answer led on at once
                break;
            }
        }
    }
    if (portal.answers() != answers_ && !focusDue_) {
        for (const ui::Node& node : said_.nodes()) {
            if (node.landing) {
                said_.focus(node.id);
                answers_ = portal.answers();
                break;
            }
        }
    }
    const bool taken = said_.endFrame();
    ImGui::SetCursorPos({0, 0}); // leave the window's cursor where ImGui expects one
    ImGui::End();
    ImGui::Render();
    return taken || motion_.moving(); // a heading that is still being loaded wakes us when it comes
}

} // namespace screens
