// What a host tells the program that it carries. The program answers through the host's own interfaces (store.h,
// page.h, mirror.h …).
#pragma once

#include "host/offline.h"
#include "host/people.h"
#include "host/record_files.h"
#include "host/store.h"
#include "host/verifier.h"
#include "host/view.h"
#include "host/voice.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace host {

/// How the page has to look so that it agrees with what is drawn.
struct Looks {
    std::string_view theme = "light"; ///< name of the theme
    float textScale = 1;
    bool plain = false; ///< show the mirror instead of the drawing
    friend bool operator==(const Looks&, const Looks&) = default;
};

/// What came of one frame.
struct Drawn {
    bool again = false;       ///< another frame is due
    bool newPlace = false;    ///< another place is shown: scroll up
    float height = 0;         ///< of the page, CSS px
    std::uint32_t ground = 0; ///< colour behind everything, 0xRRGGBB
    Looks looks{};            ///< for what the browser draws itself
};

class Guest {
public:
    virtual ~Guest() = default;

    /// `language` is what this browser was last set to, or what the system prefers; `settings` what else it was set to,
    /// as "name=value".
    /// False when what is kept has a snapshot that does not fit: then it wants to be started with all lines.
    virtual bool start(const Kept& kept, std::string language, const std::vector<std::string>& settings) = 0;
    virtual void goTo(std::string_view hash) = 0;
    /// False when it cannot be read: a damaged pack is not to be kept for the next time.
    virtual bool packArrived(const std::string& name, std::string_view bytes) = 0;
    virtual void packFailed(const std::string& name) = 0;
    /// The rest of the program is here, or cannot be had.
    virtual void restArrived(bool here) = 0;
    virtual void storeConfirmed(const std::string& eventId) = 0;
    virtual void storeRefused(const std::string& eventId, StoreTrouble why) = 0;
    /// These lines came into the store by another tab, or became readable; as records::Journal::take takes them.
    virtual void storeTook(const std::vector<std::string>& lines) = 0;
    /// A start from a snapshot is followed by the whole journal, piece by piece, `first` from its beginning; `storeRead`
    /// says that this was all of it.
    virtual void storeReads(const std::vector<std::string>& lines, bool first) = 0;
    virtual void storeRead() = 0;
    /// What the journal comes to, for the next start; "" when it cannot be said just now. `sealed` are those whose lines
    /// are sealed: nothing of theirs is in it.
    virtual std::string snapshot(const std::vector<std::string>& sealed) = 0;
    virtual void storePersists(Persistence answer) = 0;
    /// The store was deleted under the page, and all that the page knew has been written again.
    virtual void storeRestored() = 0;
    /// `trouble` is "" when it was made, else the key of the words to show; `detail` is what they are about.
    virtual void certificateMade(const std::string& trouble, const std::string& detail) = 0;
    /// What came of Page::verify; without a verdict when it only tells which keys count.
    virtual void verified(Verification found) = 0;
    /// What came of a wish about people (host::People).
    virtual void peopleAnswered(PeopleWish wish, PeopleOutcome outcome, const std::string& detail) = 0;
    /// Nobody has touched anything for a while: so many seconds until the portal locks itself; 0: now. −1: somebody
    /// has. Or shutElsewhere.
    virtual void resting(int seconds) = 0;
    /// Which of the utterances is being spoken, −1 when none is.
    virtual void voiced(Voice voice, int utterance) = 0;
    virtual void offlineStands(Offline standing) = 0;
    /// There is a newer version than the one that runs: Page::takeNewer goes over to it.
    virtual void newerFound() = 0;

    // What a person did in the mirror; `node` is the id that the mirror was told.
    virtual void pressed(std::uint32_t node) = 0;
    virtual void valued(std::uint32_t node, float value) = 0;
    virtual void typed(std::uint32_t node, std::string text) = 0;
    virtual void scrolled(std::uint32_t node, float y) = 0;
    /// A key that a table is moved in with: as KeyboardEvent.key names it, behind "Control+" when that is held.
    virtual void keyed(std::uint32_t node, std::string key) = 0;
    /// Whom the host tells about record files; null as long as nobody asked it for any.
    [[nodiscard]] virtual RecordReader* recordReader() = 0;

    /// Builds one frame; ImGui::GetDrawData() holds it afterwards.
    virtual Drawn drawFrame(const View& view, const Pointer& pointer) = 0;
};

} // namespace host
