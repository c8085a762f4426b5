// What JavaScript calls. Texts come as UTF-8 that lives for the call; ids are the mirror's node ids.
#include "host/browser/bridge.h"

#include "host/browser/screen.h"

#include <emscripten.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace host {

namespace {

struct Connected {
    Guest* guest = nullptr;
    BrowserPage* page = nullptr;
    Screen screen;
    bool drawable = false; ///< there is a canvas to draw on
    Wishes wishes;
    Looks looks;       ///< as the page knows them
    float height = -1; ///< of the content, as the page knows it
};
Connected connected;

std::vector<std::string> linesOf(const char* joined) {
    std::vector<std::string> lines;
    const std::string_view all(joined);
    std::size_t at = 0;
    while (at < all.size()) {
        const std::size_t end = std::min(all.find('\n', at), all.size());
        lines.emplace_back(all.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

} // namespace

void connect(Guest& guest, BrowserPage& page) {
    connected.guest = &guest;
    connected.page = &page;
}

} // namespace host

using host::connected;
using host::Drawn;
using host::View;

extern "C" {

/// Opens the canvas; 0 when there is no WebGL 2.
EMSCRIPTEN_KEEPALIVE int portal_open() {
    connected.drawable = connected.screen.open();
    return connected.drawable ? 1 : 0;
}

/// As host::Kept, one line each; `drafts`: a learner and their draft in turns, `withPin`: a
/// learner and their name. `settings`: one "name=value" per line. 0 when the snapshot does not fit: nothing has
/// happened then.
EMSCRIPTEN_KEEPALIVE int portal_start(const char* snapshot, int snapshotLength, int trouble, int persistence,
                                      int sealing, const char* journal, const char* earlier, const char* copies,
                                      const char* drafts, const char* withPin, const char* device, const char* language,
                                      const char* settings, const char* hash) {
    host::Kept kept{.lines = host::linesOf(journal),
                    .snapshot = std::string(snapshot, static_cast<std::size_t>(snapshotLength)),
                    .earlier = host::linesOf(earlier),
                    .copies = host::linesOf(copies),
                    .device = device,
                    .sealing = sealing != 0,
                    .trouble = static_cast<host::StoreTrouble>(trouble),
                    .persistence = static_cast<host::Persistence>(persistence)};
    const std::vector<std::string> pairs = host::linesOf(drafts);
    for (std::size_t at = 0; at + 1 < pairs.size(); at += 2) {
        kept.drafts.emplace_back(pairs[at], pairs[at + 1]);
    }
    const std::vector<std::string> people = host::linesOf(withPin);
    for (std::size_t at = 0; at + 1 < people.size(); at += 2) {
        kept.withPin.push_back({people[at], people[at + 1]});
    }
    if (!connected.guest->start(kept, language, host::linesOf(settings))) {
        return 0;
    }
    connected.guest->goTo(hash);
    return 1;
}

/// What the system says of the person's wishes; colours as 0xRRGGBB, of use only when they are forced.
EMSCRIPTEN_KEEPALIVE void portal_wishes(int dark, int moreContrast, int reducedMotion, int forcedColours, int plain,
                                        std::uint32_t ground, std::uint32_t ink, std::uint32_t link,
                                        std::uint32_t control) {
    connected.wishes = {dark != 0,          moreContrast != 0, reducedMotion != 0,
                        forcedColours != 0, plain != 0,        {ground, ink, link, control}};
}

/// One frame; 1 when another one is due. Sizes in CSS px, but `deviceWidth` and `deviceHeight`.
EMSCRIPTEN_KEEPALIVE int portal_frame(float viewWidth, float viewHeight, int deviceWidth, int deviceHeight,
                                      float density, float scroll, float safeTop, float safeBottom, int touch,
                                      double seconds, float pointerX, float pointerY, int pointerDown) {
    View view{viewWidth, viewHeight, density, scroll, safeTop, safeBottom, touch != 0, seconds, connected.wishes};
    view.wishes.plain = view.wishes.plain || !connected.drawable;
    const Drawn drawn = connected.guest->drawFrame(view, {pointerX, pointerY, pointerDown != 0});
    if (!(drawn.looks == connected.looks)) {
        connected.looks = drawn.looks;
        connected.page->showLooks(drawn.looks);
    }
    if (!drawn.looks.plain) {
        connected.screen.resize(deviceWidth, deviceHeight);
        connected.screen.present(drawn.ground);
    }
    if (const float height = std::ceil(drawn.height); height != connected.height) {
        connected.height = height;
        connected.page->setContentHeight(height);
    }
    if (drawn.newPlace) {
        connected.page->scrollTo(0);
    }
    return drawn.again ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void portal_go(const char* hash) { connected.guest->goTo(hash); }
/// 0 when the pack cannot be read.
EMSCRIPTEN_KEEPALIVE int portal_pack_arrived(const char* name, const char* bytes, int length) {
    return connected.guest->packArrived(name, std::string_view(bytes, static_cast<std::size_t>(length))) ? 1 : 0;
}
EMSCRIPTEN_KEEPALIVE void portal_pack_failed(const char* name) { connected.guest->packFailed(name); }
EMSCRIPTEN_KEEPALIVE void portal_rest_arrived(int here) { connected.guest->restArrived(here != 0); }
EMSCRIPTEN_KEEPALIVE void portal_store_confirmed(const char* id) { connected.guest->storeConfirmed(id); }
EMSCRIPTEN_KEEPALIVE void portal_store_refused(const char* id, int why) {
    connected.guest->storeRefused(id, static_cast<host::StoreTrouble>(why));
}
EMSCRIPTEN_KEEPALIVE void portal_store_took(const char* lines) { connected.guest->storeTook(host::linesOf(lines)); }
EMSCRIPTEN_KEEPALIVE void portal_store_reads(const char* lines, int first) {
    connected.guest->storeReads(host::linesOf(lines), first != 0);
}
EMSCRIPTEN_KEEPALIVE void portal_store_read() { connected.guest->storeRead(); }
/// As bytes that live until the next call; their length is at `length`.
EMSCRIPTEN_KEEPALIVE const char* portal_snapshot(const char* sealed, int* length) {
    static std::string snapshot;
    snapshot = connected.guest->snapshot(host::linesOf(sealed));
    *length = static_cast<int>(snapshot.size());
    return snapshot.data();
}
EMSCRIPTEN_KEEPALIVE void portal_store_persists(int answer) {
    connected.guest->storePersists(static_cast<host::Persistence>(answer));
}
EMSCRIPTEN_KEEPALIVE void portal_store_restored() { connected.guest->storeRestored(); }
EMSCRIPTEN_KEEPALIVE void portal_certificate_made(const char* trouble, const char* detail) {
    connected.guest->certificateMade(trouble, detail);
}
/// As host::Verification; of the rows each field, what is signed and what is claimed, one line each.
EMSCRIPTEN_KEEPALIVE void portal_verified(const char* verdict, const char* reason, const char* by, const char* file,
                                          const char* keys, const char* rows) {
    host::Verification found{verdict, reason, by, file, keys, {}};
    const std::vector<std::string> lines = host::linesOf(rows);
    for (std::size_t at = 0; at + 2 < lines.size(); at += 3) {
        found.rows.push_back({lines[at], lines[at + 1], lines[at + 2]});
    }
    connected.guest->verified(std::move(found));
}
/// As host::PeopleWish and host::PeopleOutcome.
EMSCRIPTEN_KEEPALIVE void portal_people_answered(int wish, int outcome, const char* detail) {
    connected.guest->peopleAnswered(static_cast<host::PeopleWish>(wish), static_cast<host::PeopleOutcome>(outcome),
                                    detail);
}
EMSCRIPTEN_KEEPALIVE void portal_resting(int seconds) { connected.guest->resting(seconds); }
/// `voice`: host::Voice.
EMSCRIPTEN_KEEPALIVE void portal_voiced(int voice, int utterance) {
    connected.guest->voiced(static_cast<host::Voice>(voice), utterance);
}
/// `standing`: host::Offline.
EMSCRIPTEN_KEEPALIVE void portal_offline(int standing) {
    connected.guest->offlineStands(static_cast<host::Offline>(standing));
}
EMSCRIPTEN_KEEPALIVE void portal_newer() { connected.guest->newerFound(); }
EMSCRIPTEN_KEEPALIVE void portal_pressed(unsigned id) { connected.guest->pressed(id); }
EMSCRIPTEN_KEEPALIVE void portal_valued(unsigned id, float value) { connected.guest->valued(id, value); }
EMSCRIPTEN_KEEPALIVE void portal_scrolled(unsigned id, float y) { connected.guest->scrolled(id, y); }
EMSCRIPTEN_KEEPALIVE void portal_typed(unsigned id, const char* text) { connected.guest->typed(id, text); }
EMSCRIPTEN_KEEPALIVE void portal_keyed(unsigned id, const char* key) { connected.guest->keyed(id, key); }

// ---- record files (host::RecordReader) ----

EMSCRIPTEN_KEEPALIVE void portal_records_opened(const char* home, const char* columns) {
    connected.guest->recordReader()->opened(home, columns);
}
EMSCRIPTEN_KEEPALIVE void portal_records_begins(int files, double bytes, int again) {
    connected.guest->recordReader()->begins(files, bytes, again != 0);
}
/// `note`: host::HandOverNote.
EMSCRIPTEN_KEEPALIVE void portal_records_noted(const char* name, int note) {
    connected.guest->recordReader()->fileNoted(name, static_cast<host::HandOverNote>(note));
}
EMSCRIPTEN_KEEPALIVE void portal_records_file(const char* name, int known) {
    connected.guest->recordReader()->fileBegins(name, known != 0);
}
EMSCRIPTEN_KEEPALIVE void portal_records_piece(const char* bytes, int length) {
    connected.guest->recordReader()->filePiece(std::string_view(bytes, static_cast<std::size_t>(length)));
}
/// 0 when nothing of the file counts.
EMSCRIPTEN_KEEPALIVE int portal_records_file_ends() { return connected.guest->recordReader()->fileEnds() ? 1 : 0; }
/// `outcome`: host::FilesOutcome.
EMSCRIPTEN_KEEPALIVE void portal_records_ends(int outcome) {
    connected.guest->recordReader()->ends(static_cast<host::FilesOutcome>(outcome));
}
/// The next piece of what is saved, as UTF-8 that lives until the next call; its length is at `length`.
EMSCRIPTEN_KEEPALIVE const char* portal_records_more(int* length) {
    static std::string piece;
    piece = connected.guest->recordReader()->more();
    *length = static_cast<int>(piece.size());
    return piece.data();
}
EMSCRIPTEN_KEEPALIVE void portal_records_saved(int outcome) {
    connected.guest->recordReader()->saved(static_cast<host::FilesOutcome>(outcome));
}
/// As host::RecordReader::issuerTold.
EMSCRIPTEN_KEEPALIVE void portal_records_told(const char* text) { connected.guest->recordReader()->issuerTold(text); }
EMSCRIPTEN_KEEPALIVE void portal_context_lost() { connected.screen.contextLost(); }
EMSCRIPTEN_KEEPALIVE void portal_context_restored() { connected.screen.contextRestored(); }
}
