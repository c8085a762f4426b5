// The portal and its window as one thing that a host can carry.
#pragma once

#include "host/glyphs.h"
#include "host/guest.h"
#include "host/mirror.h"
#include "portal/portal.h"
#include "screens/window.h"

namespace screens {

class Program final : public host::Guest {
public:
    Program(portal::Host host, host::Glyphs& glyphs, host::Mirror& mirror) : portal(host), window(glyphs, mirror) {}

    portal::Portal portal;
    Window window;

    bool start(const host::Kept& kept, std::string language, const std::vector<std::string>& settings) override {
        return portal.start(kept, std::move(language), settings);
    }
    void goTo(std::string_view hash) override { portal.goTo(hash); }
    bool packArrived(const std::string& name, std::string_view bytes) override {
        return portal.packArrived(name, bytes);
    }
    void packFailed(const std::string& name) override { portal.packFailed(name); }
    void restArrived(bool here) override { portal.restArrived(here); }
    void storeConfirmed(const std::string& eventId) override { portal.storeConfirmed(eventId); }
    void storeRefused(const std::string& eventId, host::StoreTrouble why) override {
        portal.storeRefused(eventId, why);
    }
    void storeTook(const std::vector<std::string>& lines) override { portal.storeTook(lines); }
    void storeReads(const std::vector<std::string>& lines, bool first) override { portal.storeReads(lines, first); }
    void storeRead() override { portal.storeRead(); }
    std::string snapshot(const std::vector<std::string>& sealed) override { return portal.snapshot(sealed); }
    void storePersists(host::Persistence answer) override { portal.storePersists(answer); }
    void storeRestored() override { portal.storeRestored(); }
    void certificateMade(const std::string& trouble, const std::string& detail) override {
        portal.certificateMade(trouble, detail);
    }
    void verified(host::Verification found) override { portal.verified(std::move(found)); }
    void peopleAnswered(host::PeopleWish wish, host::PeopleOutcome outcome, const std::string& detail) override {
        portal.peopleAnswered(wish, outcome, detail);
    }
    void resting(int seconds) override { portal.resting(seconds); }
    void voiced(host::Voice voice, int utterance) override { portal.listening().voiced(voice, utterance); }
    void offlineStands(host::Offline standing) override { portal.offlineStands(standing); }
    void newerFound() override { portal.newerFound(); }
    void pressed(std::uint32_t node) override { window.semantics().pressed(node); }
    void valued(std::uint32_t node, float value) override { window.semantics().valued(node, value); }
    void typed(std::uint32_t node, std::string text) override { window.semantics().typed(node, std::move(text)); }
    void scrolled(std::uint32_t node, float y) override { window.semantics().scrolled(node, y); }
    void keyed(std::uint32_t node, std::string key) override { window.semantics().keyed(node, std::move(key)); }
    host::RecordReader* recordReader() override { return portal.recordReader(); }
    host::Drawn drawFrame(const host::View& view, const host::Pointer& pointer) override {
        const bool again = window.drawFrame(portal, view, pointer);
        return {again, window.takeNewPlace(), window.contentHeight(), window.ground().rgb, window.looks()};
    }
};

} // namespace screens
