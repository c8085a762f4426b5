#include "host/desktop/headless.h"

#include "base/utf8.h"

#include <array>
#include <cstdio>
#include <utility>

namespace host {

std::string HeadlessClock::uuid() {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "00000000-0000-4000-8000-%012llx",
                  static_cast<unsigned long long>(++given));
    return text.data();
}

void MemoryStore::append(const records::Line& line) {
    if (outcome == StoreTrouble::none) {
        lines.push_back(line.text);
    }
    undelivered.push_back(line.id);
}

void MemoryStore::askToPersist() {
    ++asked;
    persistDue_ = true;
}

void MemoryStore::keepDraft(const std::string& learner, const std::string& draft) {
    if (draft.empty()) {
        drafts.erase(learner);
    } else {
        drafts[learner] = draft;
    }
}

void MemoryStore::deliver() {
    if (std::exchange(persistDue_, false)) {
        guest->storePersists(answer);
    }
    for (const std::string& id : std::exchange(undelivered, {})) {
        if (outcome == StoreTrouble::none) {
            guest->storeConfirmed(id);
        } else {
            guest->storeRefused(id, outcome);
        }
    }
}

void HeadlessPage::navigate(const std::string& where, bool) {
    hash = where;
    guest->goTo(where);
}

void HeadlessPage::describe(const std::string& newTitle, const std::string& newLanguage) {
    title = newTitle;
    language = newLanguage;
}

void HeadlessPage::download(const std::string& fileName, const std::string&, const std::string& bytes) {
    downloadName = fileName;
    download_ = bytes;
}

void HeadlessPage::makeDocument(const std::string& json, const std::string& fileName) {
    certificate = json;
    downloadName = fileName;
}

void HeadlessPage::speak(const std::string& asked, const std::vector<Utterance>& utterances, bool slowly) {
    voiceLanguage_ = asked;
    voiceDue_ = utterances.empty();
    speaking = !utterances.empty();
    if (speaking) {
        ++speeches;
        spokenSlowly = slowly;
        spoken.clear();
        for (const Utterance& each : utterances) {
            spoken.push_back(std::to_string(each.speaker) + each.words);
        }
    }
}

void HeadlessPage::speakOn(int utterance) {
    speaking = utterance >= 0;
    guest->voiced(speaking ? Voice::speaking : Voice::silent, utterance);
}

void HeadlessPage::deliver() {
    if (std::exchange(voiceDue_, false)) {
        guest->voiced(voices.count(voiceLanguage_) > 0 ? Voice::silent : Voice::none, -1);
    }
    if (std::exchange(restDue_, false)) {
        guest->restArrived(restThere);
    }
    for (const std::string& name : std::exchange(wanted_, {})) {
        if (const auto found = packs.find(name); found != packs.end()) {
            guest->packArrived(name, found->second);
        } else {
            guest->packFailed(name);
        }
    }
}

void MemoryRecordFiles::read(std::vector<File> added) {
    RecordReader* reader = guest->recordReader();
    if (reader == nullptr) {
        return; // asked while it is being made: nothing is kept yet
    }
    reader->opened("https://academy.example/", "");
    for (bool again = false;; again = true) {
        double bytes = 0;
        for (const auto* files : {&kept, &added}) {
            for (const File& file : *files) {
                bytes += static_cast<double>(file.text.size());
            }
        }
        reader->begins(static_cast<int>(kept.size() + added.size()), bytes, again);
        const auto goesIn = [&](const File& file, bool known) {
            reader->fileBegins(file.name, known);
            constexpr std::size_t piece = 1000;
            for (std::size_t at = 0; at < file.text.size(); at += piece) {
                reader->filePiece(std::string_view(file.text).substr(at, piece));
            }
            return reader->fileEnds();
        };
        for (const File& file : kept) {
            (void)goesIn(file, true);
        }
        std::vector<File> good;
        for (const File& file : added) {
            if (goesIn(file, false)) {
                good.push_back(file);
            }
        }
        if (good.size() == added.size()) {
            if (keeps) {
                kept.insert(kept.end(), added.begin(), added.end());
            }
            reader->ends(keeps || added.empty() ? FilesOutcome::done : FilesOutcome::unkept);
            return;
        }
        added = std::move(good);
    }
}

void MemoryRecordFiles::forget() {
    kept.clear();
    read({});
}

void MemoryRecordFiles::save(const std::string& fileName, const std::string&) {
    savedName = fileName;
    saved.clear();
    pieces = 0;
    RecordReader* reader = guest->recordReader();
    for (std::string piece = reader->more(); !piece.empty(); piece = reader->more()) {
        saved += piece;
        ++pieces;
    }
    reader->saved(FilesOutcome::done);
}

void MemoryRecordFiles::issue(IssuerWish wish, const std::string& first, const std::string& second) {
    wishes.push_back({wish, first, second});
}

FontMetrics EvenGlyphs::metrics(float px, Face) { return {px * 0.88F, px * 0.24F}; }

float EvenGlyphs::advance(char32_t codePoint, float px, Face) {
    const bool wide = base::isHan(codePoint) || (codePoint >= 0x3000 && codePoint <= 0x303F) ||
                      (codePoint >= 0xFF00 && codePoint <= 0xFFEF);
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
    constexpr std::string_view member = "\"focus\":";
    if (const std::size_t at = changes.rfind(member); at != std::string::npos) {
        const std::size_t begin = at + member.size();
        focus = changes.substr(begin, changes.find_first_not_of("0123456789", begin) - begin);
    }
}

} // namespace host
