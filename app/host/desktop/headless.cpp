#include "host/desktop/headless.h"

#include "base/utf8.h"

#include <array>
#include <cstdio>
#include <utility>

namespace host {

std::string HeadlessClock::uuid() {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "00000000-0000-4000-8000-%012llx", static_cast<unsigned long long>(++counter_));
    return text.data();
}

void MemoryStore::append(const std::string& eventId, const std::string& jsonLine) {
    if (outcome == StoreTrouble::none) {
        lines.push_back(jsonLine);
    }
    undelivered.push_back(eventId);
}

void MemoryStore::deliver() {
    for (const std::string& id : std::exchange(undelivered, {})) {
        if (outcome == StoreTrouble::none) {
            portal->storeConfirmed(id);
        } else {
            portal->storeRefused(id, outcome);
        }
    }
}

void HeadlessPage::navigate(const std::string& where, bool) {
    hash = where;
    portal->goTo(where);
}

void HeadlessPage::describe(const std::string& newTitle, const std::string& newLanguage) {
    title = newTitle;
    language = newLanguage;
}

void HeadlessPage::download(const std::string& fileName, const std::string&, const std::string& bytes) {
    downloadName = fileName;
    download_ = bytes;
}

void HeadlessPage::makeCertificate(const std::string& json, const std::string& fileName) {
    certificate = json;
    downloadName = fileName;
}

void HeadlessPage::deliver() {
    for (const std::string& name : std::exchange(wanted_, {})) {
        if (const auto found = packs.find(name); found != packs.end()) {
            portal->packArrived(name, found->second);
        } else {
            portal->packFailed(name);
        }
    }
}

FontMetrics EvenGlyphs::metrics(float px, Face) { return {px * 0.88F, px * 0.24F}; }

float EvenGlyphs::advance(char32_t codePoint, float px, Face) {
    const bool wide = base::isHan(codePoint) || (codePoint >= 0x3000 && codePoint <= 0x303F) || (codePoint >= 0xFF00 && codePoint <= 0xFFEF);
    return wide ? px : codePoint == U' ' ? px * 0.27F : px * 0.55F;
}

GlyphBitmap EvenGlyphs::draw(char32_t codePoint, float px, Face face) {
    GlyphBitmap bitmap;
    bitmap.advance = advance(codePoint, px, face);
    if (codePoint != U' ') {
        bitmap.width = static_cast<int>(bitmap.advance);
        bitmap.height = static_cast<int>(px);
        bitmap.top = -bitmap.height;
        bitmap.pixels.assign(static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height), 0x80);
    }
    return bitmap;
}

void RecordedMirror::apply(const std::string& changes) {
    ++updates;
    last = changes;
}

Headless::Headless(std::map<std::string, std::string> packs) : portal({clock, store, page}), window(glyphs, mirror) {
    page.packs = std::move(packs);
    page.portal = &portal;
    store.portal = &portal;
    view.reducedMotion = true;
}

void Headless::start(std::string language, std::vector<std::string> journal, StoreTrouble trouble) {
    store.lines = journal;
    portal.start(journal, trouble, std::move(language), "light");
    settle();
}

void Headless::settle() {
    // Far more rounds than any chain of answers needs; a frame that never rests is a fault that tests look for.
    for (int round = 0; round < 20; ++round) {
        page.deliver();
        store.deliver();
        view.seconds += 0.016;
        if (!window.drawFrame(portal, view, {}) && round > 1) {
            break;
        }
    }
    page.deliver();
    store.deliver();
    view.seconds += 0.016;
    (void)window.drawFrame(portal, view, {});
}

void Headless::go(std::string_view hash) {
    page.navigate(std::string(hash), false);
    settle();
}

const ui::Node* Headless::find(ui::Role role, std::string_view name) {
    constexpr std::string_view more = "…";
    const bool open = name.size() > more.size() && name.substr(name.size() - more.size()) == more;
    const std::string_view start = open ? name.substr(0, name.size() - more.size()) : name;
    for (const ui::Node& node : window.semantics().nodes()) {
        if (node.role == role && (open ? node.name.rfind(start, 0) == 0 : node.name == name)) {
            return &node;
        }
    }
    return nullptr;
}

bool Headless::press(ui::Role role, std::string_view name) {
    const ui::Node* node = find(role, name);
    if (node == nullptr || node->disabled) {
        return false;
    }
    if (role == ui::Role::link) {
        go(std::string(node->target));
        return true;
    }
    window.semantics().pressed(node->id);
    settle();
    return true;
}

bool Headless::type(std::string_view name, std::string_view text) {
    const ui::Node* node = find(ui::Role::textField, name);
    if (node == nullptr) {
        return false;
    }
    window.semantics().typed(node->id, std::string(text));
    settle();
    return true;
}

bool Headless::slide(std::string_view name, float value) {
    const ui::Node* node = find(ui::Role::slider, name);
    if (node == nullptr || node->disabled) {
        return false;
    }
    window.semantics().valued(node->id, value);
    settle();
    return true;
}

bool Headless::shows(std::string_view words) {
    for (const ui::Node& node : window.semantics().nodes()) {
        if (node.name.find(words) != std::string::npos || node.description.find(words) != std::string::npos) {
            return true;
        }
    }
    return false;
}

} // namespace host
