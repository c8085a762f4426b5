// A host without a browser: everything stays in memory, glyphs have the sizes of a typical CJK font and no ink. For
// tests, and for timing frames.
#pragma once

#include "host/clock.h"
#include "host/glyphs.h"
#include "host/guest.h"
#include "host/mirror.h"
#include "host/page.h"
#include "host/people.h"
#include "host/record_files.h"

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace host {

class HeadlessClock : public Clock {
public:
    base::Instant time{std::chrono::milliseconds(1'795'312'800'000)}; ///< 2026-11-22T02:00:00Z; moves only when told to
    base::UtcOffset offset{480};
    std::uint64_t given = 0; ///< how many ids and seeds were given; the next ones follow from it

    [[nodiscard]] base::Instant now() override { return time; }
    [[nodiscard]] base::UtcOffset offsetAt(base::Instant) override { return offset; }
    [[nodiscard]] std::string uuid() override;
    [[nodiscard]] std::uint64_t entropy() override { return ++given * 0x9E3779B97F4A7C15ULL; }
};

/// Remembers what it was given. Confirms at once, or not at all, as `outcome` says.
class MemoryStore : public Store {
public:
    std::vector<std::string> lines;
    StoreTrouble outcome = StoreTrouble::none; ///< anything but none: refuse
    Guest* guest = nullptr;
    std::vector<std::string> undelivered;      ///< ids whose outcome the portal has not heard yet
    std::map<std::string, std::string> drafts; ///< by learner
    Persistence answer = Persistence::granted; ///< of the browser that is asked to keep the store
    int asked = 0;                             ///< how often it was
    int hurried = 0;                           ///< how often somebody waited for the whole journal

    void append(const records::Line& line) override;
    void forgetWaiting() override { undelivered.clear(); }
    void hurry() override { ++hurried; }
    void askToPersist() override;
    void keepDraft(const std::string& learner, const std::string& draft) override;
    void deliver();

private:
    bool persistDue_ = false;
};

/// Remembers what it was asked; a test says what comes of it.
class RecordedPeople : public People {
public:
    struct Asked {
        PeopleWish wish;
        std::string learner, first, second;
    };
    std::vector<Asked> asked;

    void ask(PeopleWish wish, const std::string& learner, const std::string& first,
             const std::string& second) override {
        asked.push_back({wish, learner, first, second});
    }
};

/// Reads and saves at once; `offered` are the files that a person chooses.
class MemoryRecordFiles : public RecordFiles {
public:
    struct File {
        std::string name, text;
    };
    std::vector<File> offered, kept;
    Guest* guest = nullptr;
    bool keeps = true; ///< whether there is room
    std::string savedName, saved;
    std::size_t pieces = 0; ///< of what was saved

    void open() override { read({}); }
    void choose() override { read(offered); }
    void stop() override {}
    void forget() override;
    void save(const std::string& fileName, const std::string& mediaType) override;
    void issue(IssuerWish wish, const std::string& first, const std::string& second) override;
    struct Wish {
        IssuerWish wish;
        std::string first, second;
    };
    std::vector<Wish> wishes; ///< about the organisation's key; a test answers them

private:
    void read(std::vector<File> added);
};

class HeadlessPage : public Page {
public:
    std::map<std::string, std::string> packs; ///< what a server would have, by name
    bool restThere = true;                    ///< whether it has the rest of the program
    Guest* guest = nullptr;
    std::string title, language, hash = "#/";
    std::map<std::string, std::string> remembered;
    std::string downloadName, download_;
    MemoryRecordFiles files;
    std::vector<int> waits;       ///< milliseconds, as frames were asked for later
    std::set<std::string> voices; ///< languages that it can speak
    /// What was spoken last: the words, each behind its speaker's number; and how often anything was.
    std::vector<std::string> spoken;
    bool spokenSlowly = false, speaking = false;
    int speeches = 0;
    int newerTaken = 0;      ///< how often a newer version was asked for
    std::string certificate; ///< the description that a certificate or a plan was asked for with
    /// What was to be verified, in order; a test says what comes of it.
    std::vector<std::pair<VerifyWish, std::string>> toVerify;

    void wakeUp() override {}
    void wakeUpIn(int milliseconds) override { waits.push_back(milliseconds); }
    void navigate(const std::string& where, bool replace) override;
    void describe(const std::string& newTitle, const std::string& newLanguage) override;
    void setContentHeight(float) override {}
    void scrollTo(float) override {}
    void fetchPack(const std::string& name) override { wanted_.push_back(name); }
    void fetchRest() override { restDue_ = true; }
    void download(const std::string& fileName, const std::string& mediaType, const std::string& bytes) override;
    [[nodiscard]] RecordFiles& recordFiles() override {
        files.guest = guest;
        return files;
    }
    void makeDocument(const std::string& json, const std::string& fileName) override;
    void verify(VerifyWish wish, const std::string& text) override { toVerify.emplace_back(wish, text); }
    void speak(const std::string& language, const std::vector<Utterance>& utterances, bool slowly) override;
    void takeNewer() override { ++newerTaken; }
    void remember(const std::string& name, const std::string& value) override { remembered[name] = value; }

    /// Goes on to this one of the utterances; −1: has spoken them all.
    void speakOn(int utterance);

    /// Brings the packs that were asked for.
    void deliver();

private:
    std::vector<std::string> wanted_;
    bool restDue_ = false;
    bool voiceDue_ = false; ///< the program has not heard yet whether there is a voice
    std::string voiceLanguage_;
};

/// Sizes of a CJK font: a Han character is one em, others about half; no ink.
class EvenGlyphs : public Glyphs {
public:
    [[nodiscard]] FontMetrics metrics(float px, Face face) override;
    [[nodiscard]] float advance(char32_t codePoint, float px, Face face) override;
    [[nodiscard]] GlyphBitmap draw(char32_t codePoint, float px, Face face) override;
    void warm(std::span<const char32_t>, float, Face) override {}
};

class RecordedMirror : public Mirror {
public:
    int updates = 0;
    std::string last;
    std::string focus; ///< id of the node that was last given the focus
    std::vector<std::string> announced;

    void apply(const std::string& changes) override;
    void announce(const std::string& words) override { announced.push_back(words); }
};

} // namespace host
