// The host's interfaces, each a thin call into the page's module of the same name.
#include "host/browser/bridge.h"

#include <emscripten.h>

#include <array>
#include <cstdio>

// clang-format off
EM_JS(double, js_now, (), { return Date.now(); });
EM_JS(int, js_offset, (double at), { return -new Date(at).getTimezoneOffset(); });
EM_JS(void, js_random, (unsigned char* out, int count), { crypto.getRandomValues(HEAPU8.subarray(out, out + count)); });
EM_JS(void, js_store_append, (const char* id, const char* learner, const char* line), { Module["host"]["store"]["append"](UTF8ToString(id), UTF8ToString(learner), UTF8ToString(line)); });
EM_JS(void, js_store_forget_waiting, (), { Module["host"]["store"]["forgetWaiting"](); });
EM_JS(void, js_store_hurry, (), { Module["host"]["store"]["hurry"](); });
EM_JS(void, js_store_persist, (), { Module["host"]["store"]["askToPersist"](); });
EM_JS(void, js_store_draft, (const char* learner, const char* draft), { Module["host"]["store"]["keepDraft"](UTF8ToString(learner), UTF8ToString(draft)); });
EM_JS(void, js_people, (int wish, const char* learner, const char* first, const char* second), {
    Module["host"]["people"](wish, UTF8ToString(learner), UTF8ToString(first), UTF8ToString(second));
});
EM_JS(void, js_wake, (), { Module["host"]["wake"](); });
EM_JS(void, js_wake_in, (int milliseconds), { setTimeout(Module["host"]["wake"], milliseconds); });
EM_JS(void, js_navigate, (const char* hash, int replace), { Module["host"]["navigate"](UTF8ToString(hash), !!replace); });
EM_JS(void, js_describe, (const char* title, const char* language), { Module["host"]["describe"](UTF8ToString(title), UTF8ToString(language)); });
EM_JS(void, js_looks, (const char* theme, float textScale, int plain), { Module["host"]["showLooks"](UTF8ToString(theme), textScale, !!plain); });
EM_JS(void, js_height, (float height), { Module["host"]["setContentHeight"](height); });
EM_JS(void, js_scroll, (float y), { Module["host"]["scrollTo"](y); });
EM_JS(void, js_fetch_pack, (const char* name), { Module["host"]["fetchPack"](UTF8ToString(name)); });
EM_JS(void, js_fetch_rest, (), { Module["host"]["fetchRest"](); });
EM_JS(void, js_download, (const char* name, const char* type, const char* bytes, int length), {
    Module["host"]["download"](UTF8ToString(name), UTF8ToString(type), HEAPU8.slice(bytes, bytes + length));
});
EM_JS(void, js_records, (int wish, const char* name, const char* type), { Module["host"]["records"](wish, UTF8ToString(name), UTF8ToString(type)); });
EM_JS(void, js_document, (const char* json, const char* name), { Module["host"]["makeDocument"](UTF8ToString(json), UTF8ToString(name)); });
EM_JS(void, js_verify, (int wish, const char* text), { Module["host"]["verify"](wish, UTF8ToString(text)); });
EM_JS(void, js_speak, (const char* language, const char* lines, int slowly), { Module["host"]["speak"](UTF8ToString(language), UTF8ToString(lines), !!slowly); });
EM_JS(void, js_remember, (const char* name, const char* value), { Module["host"]["remember"](UTF8ToString(name), UTF8ToString(value)); });
EM_JS(void, js_update, (), { Module["host"]["update"](); });
EM_JS(void, js_mirror, (const char* changes), { Module["host"]["mirror"]["apply"](UTF8ToString(changes)); });
EM_JS(void, js_announce, (const char* words), { Module["host"]["mirror"]["announce"](UTF8ToString(words)); });
EM_JS(void, js_glyph_metrics, (float px, int face, float* out), {
    var m = Module["host"]["glyphs"]["metrics"](px, face);
    HEAPF32[out >> 2] = m[0]; HEAPF32[(out >> 2) + 1] = m[1];
});
EM_JS(double, js_glyph_advance, (int codePoint, float px, int face), { return Module["host"]["glyphs"]["advance"](codePoint, px, face); });
EM_JS(void, js_glyph_draw, (int codePoint, float px, int face, float* out), {
    var g = Module["host"]["glyphs"]["draw"](codePoint, px, face);
    for (var i = 0; i < 6; i++) HEAPF32[(out >> 2) + i] = g[i];
});
EM_JS(void, js_glyph_pixels, (unsigned char* out), { HEAPU8.set(Module["host"]["glyphs"]["pixels"](), out); });
EM_JS(void, js_glyph_warm, (const char32_t* codePoints, int count, float px, int face), {
    Module["host"]["glyphs"]["warm"](HEAPU32.slice(codePoints >> 2, (codePoints >> 2) + count), px, face);
});
// clang-format on

namespace host {

namespace {
/// As web/glyphs.js reads it.
int bits(Face face) { return (face.weight == Weight::bold ? 1 : 0) + (face.chinese ? 2 : 0); }
} // namespace

base::Instant BrowserClock::now() { return base::Instant(base::Milliseconds(static_cast<std::int64_t>(js_now()))); }

base::UtcOffset BrowserClock::offsetAt(base::Instant at) {
    return base::UtcOffset(js_offset(static_cast<double>(at.time_since_epoch().count())));
}

std::string BrowserClock::uuid() {
    // crypto.randomUUID exists only on https and localhost; a training room's server may be neither.
    std::array<unsigned char, 16> bytes{};
    js_random(bytes.data(), static_cast<int>(bytes.size()));
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0FU) | 0x40U); // version 4
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3FU) | 0x80U); // variant of RFC 9562
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::array<char, 3> hex{};
        std::snprintf(hex.data(), hex.size(), "%02x", bytes[i]);
        text += hex.data();
        if (i == 3 || i == 5 || i == 7 || i == 9) {
            text += '-';
        }
    }
    return text;
}

std::uint64_t BrowserClock::entropy() {
    std::array<unsigned char, 8> bytes{};
    js_random(bytes.data(), static_cast<int>(bytes.size()));
    std::uint64_t value = 0;
    for (const unsigned char byte : bytes) {
        value = (value << 8U) | byte;
    }
    return value;
}

void BrowserStore::append(const records::Line& line) {
    js_store_append(line.id.c_str(), line.learner.c_str(), line.text.c_str());
}
void BrowserStore::forgetWaiting() { js_store_forget_waiting(); }
void BrowserStore::hurry() { js_store_hurry(); }
void BrowserStore::askToPersist() { js_store_persist(); }
void BrowserStore::keepDraft(const std::string& learner, const std::string& draft) {
    js_store_draft(learner.c_str(), draft.c_str());
}

void BrowserPeople::ask(PeopleWish wish, const std::string& learner, const std::string& first,
                        const std::string& second) {
    js_people(static_cast<int>(wish), learner.c_str(), first.c_str(), second.c_str());
}

void BrowserPage::wakeUp() { js_wake(); }
void BrowserPage::wakeUpIn(int milliseconds) { js_wake_in(milliseconds); }
void BrowserPage::navigate(const std::string& hash, bool replace) { js_navigate(hash.c_str(), replace ? 1 : 0); }
void BrowserPage::describe(const std::string& title, const std::string& language) {
    js_describe(title.c_str(), language.c_str());
}
void BrowserPage::showLooks(const Looks& looks) {
    js_looks(std::string(looks.theme).c_str(), looks.textScale, looks.plain ? 1 : 0);
}
void BrowserPage::setContentHeight(float height) { js_height(height); }
void BrowserPage::scrollTo(float y) { js_scroll(y); }
void BrowserPage::fetchPack(const std::string& name) { js_fetch_pack(name.c_str()); }
void BrowserPage::fetchRest() { js_fetch_rest(); }
void BrowserPage::download(const std::string& fileName, const std::string& mediaType, const std::string& bytes) {
    js_download(fileName.c_str(), mediaType.c_str(), bytes.data(), static_cast<int>(bytes.size()));
}
namespace {
/// As web/records.js numbers them.
enum RecordWish { open, choose, stop, forget, save, issuer };
} // namespace

void BrowserRecordFiles::open() { js_records(RecordWish::open, "", ""); }
void BrowserRecordFiles::choose() { js_records(RecordWish::choose, "", ""); }
void BrowserRecordFiles::stop() { js_records(RecordWish::stop, "", ""); }
void BrowserRecordFiles::forget() { js_records(RecordWish::forget, "", ""); }
void BrowserRecordFiles::save(const std::string& fileName, const std::string& mediaType) {
    js_records(RecordWish::save, fileName.c_str(), mediaType.c_str());
}
void BrowserRecordFiles::issue(IssuerWish wish, const std::string& first, const std::string& second) {
    js_records(RecordWish::issuer + static_cast<int>(wish), first.c_str(), second.c_str());
}

void BrowserPage::makeDocument(const std::string& json, const std::string& fileName) {
    js_document(json.c_str(), fileName.c_str());
}
void BrowserPage::verify(VerifyWish wish, const std::string& text) { js_verify(static_cast<int>(wish), text.c_str()); }
void BrowserPage::speak(const std::string& language, const std::vector<Utterance>& utterances, bool slowly) {
    std::string lines; // one a line, each behind the digit of its speaker
    for (const Utterance& each : utterances) {
        lines += lines.empty() ? "" : "\n";
        lines += each.speaker == 0 ? '0' : '1';
        lines += each.words;
    }
    js_speak(language.c_str(), lines.c_str(), slowly ? 1 : 0);
}
void BrowserPage::takeNewer() { js_update(); }
void BrowserPage::remember(const std::string& name, const std::string& value) {
    js_remember(name.c_str(), value.c_str());
}

FontMetrics BrowserGlyphs::metrics(float px, Face face) {
    std::array<float, 2> out{};
    js_glyph_metrics(px, bits(face), out.data());
    return {out[0], out[1]};
}

float BrowserGlyphs::advance(char32_t codePoint, float px, Face face) {
    return static_cast<float>(js_glyph_advance(static_cast<int>(codePoint), px, bits(face)));
}

GlyphBitmap BrowserGlyphs::draw(char32_t codePoint, float px, Face face) {
    std::array<float, 6> out{}; // advance, left, top, width, height, coloured
    js_glyph_draw(static_cast<int>(codePoint), px, bits(face), out.data());
    GlyphBitmap bitmap;
    bitmap.advance = out[0];
    bitmap.left = static_cast<int>(out[1]);
    bitmap.top = static_cast<int>(out[2]);
    bitmap.width = static_cast<int>(out[3]);
    bitmap.height = static_cast<int>(out[4]);
    bitmap.coloured = out[5] != 0;
    if (bitmap.width > 0 && bitmap.height > 0) {
        bitmap.pixels.resize(static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height) *
                             (bitmap.coloured ? 4 : 1));
        js_glyph_pixels(bitmap.pixels.data());
    }
    return bitmap;
}

void BrowserGlyphs::warm(std::span<const char32_t> codePoints, float px, Face face) {
    js_glyph_warm(codePoints.data(), static_cast<int>(codePoints.size()), px, bits(face));
}

void BrowserMirror::apply(const std::string& changes) { js_mirror(changes.c_str()); }
void BrowserMirror::announce(const std::string& words) { js_announce(words.c_str()); }

} // namespace host
