// Connects the page's JavaScript with the program it carries: what JavaScript calls into (bridge.cpp), and the host's
// interfaces as the page implements them. JavaScript keeps its side in `Module.host`, one small module per capability
// (web/*.js).
#pragma once

#include "host/clock.h"
#include "host/glyphs.h"
#include "host/guest.h"
#include "host/mirror.h"
#include "host/page.h"
#include "host/people.h"
#include "host/record_files.h"
#include "host/store.h"

namespace host {

class BrowserClock : public Clock {
public:
    [[nodiscard]] base::Instant now() override;
    [[nodiscard]] base::UtcOffset offsetAt(base::Instant at) override;
    [[nodiscard]] std::string uuid() override;
    [[nodiscard]] std::uint64_t entropy() override;
};

class BrowserStore : public Store {
public:
    void append(const records::Line& line) override;
    void forgetWaiting() override;
    void hurry() override;
    void askToPersist() override;
    void keepDraft(const std::string& learner, const std::string& draft) override;
};

class BrowserPeople : public People {
public:
    void ask(PeopleWish wish, const std::string& learner, const std::string& first, const std::string& second) override;
};

class BrowserRecordFiles : public RecordFiles {
public:
    void open() override;
    void choose() override;
    void stop() override;
    void forget() override;
    void save(const std::string& fileName, const std::string& mediaType) override;
    void issue(IssuerWish wish, const std::string& first, const std::string& second) override;
};

class BrowserPage : public Page {
public:
    void wakeUp() override;
    void wakeUpIn(int milliseconds) override;
    void navigate(const std::string& hash, bool replace) override;
    void describe(const std::string& title, const std::string& language) override;
    /// So that what the browser draws itself (text fields, scrollbar, the plain page) agrees with what is drawn.
    void showLooks(const Looks& looks);
    void setContentHeight(float height) override;
    void scrollTo(float y) override;
    void fetchPack(const std::string& name) override;
    void fetchRest() override;
    void download(const std::string& fileName, const std::string& mediaType, const std::string& bytes) override;
    [[nodiscard]] RecordFiles& recordFiles() override { return recordFiles_; }
    void makeDocument(const std::string& json, const std::string& fileName) override;
    void verify(VerifyWish wish, const std::string& text) override;
    void speak(const std::string& language, const std::vector<Utterance>& utterances, bool slowly) override;
    void takeNewer() override;
    void remember(const std::string& name, const std::string& value) override;

private:
    BrowserRecordFiles recordFiles_;
};

class BrowserGlyphs : public Glyphs {
public:
    [[nodiscard]] FontMetrics metrics(float px, Face face) override;
    [[nodiscard]] float advance(char32_t codePoint, float px, Face face) override;
    [[nodiscard]] GlyphBitmap draw(char32_t codePoint, float px, Face face) override;
    void warm(std::span<const char32_t> codePoints, float px, Face face) override;
};

class BrowserMirror : public Mirror {
public:
    void apply(const std::string& changes) override;
    void announce(const std::string& words) override;
};

/// From now on JavaScript's calls go to these. They must live as long as the page.
void connect(Guest& guest, BrowserPage& page);

} // namespace host
