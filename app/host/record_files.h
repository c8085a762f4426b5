// What the HR console asks of its host: files that come in, files that are kept between visits, and files that go out.
// The host reads and writes; what is in them is the console's business, which the host drives piece by piece, so that
// the page goes on answering meanwhile.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace host {

/// What is asked about the organisation's key, as web/records/issuing.js numbers it. What `first` and `second` are.
enum class IssuerWish {
    look,         ///< how it stands
    make,         ///< name of the organisation, passphrase
    bring,        ///< the person is asked for a key file
    unlock,       ///< passphrase
    lock,         ///< needs its passphrase from now on
    saveKey,      ///< the key file is handed over
    saveSettings, ///< the portal's settings with this key in them are handed over
    find,         ///< what was countersigned, by a piece of a name, number or serial; "": nobody
    revoke,       ///< place as it was told, reason
    saveList,     ///< the list of what was revoked is handed over
    remove,       ///< the key goes from this browser
};

class RecordFiles {
public:
    virtual ~RecordFiles() = default;
    /// From now on files may be dropped on the page. What is kept is read again: RecordReader::begins and so on, also
    /// when nothing is.
    virtual void open() = 0;
    /// Ask the person for files, and read them beside what is kept.
    virtual void choose() = 0;
    /// Break off what is being read or written; nothing of it counts.
    virtual void stop() = 0;
    /// Delete all files that are kept.
    virtual void forget() = 0;
    /// Write a file for the person out of RecordReader::more.
    virtual void save(const std::string& fileName, const std::string& mediaType) = 0;
    /// Answered by RecordReader::issuerTold.
    virtual void issue(IssuerWish wish, const std::string& first, const std::string& second) = 0;
};

/// Why reading or writing ended.
enum class FilesOutcome {
    done,
    stopped,    ///< by the person
    unreadable, ///< a file could not be read to its end (moved, a stick was pulled out)
    unkept,     ///< all is read, but cannot be kept for the next visit (no room, private mode)
};

/// What is worth telling about a file that a learner handed over.
enum class HandOverNote {
    broken,       ///< cut short, or no such file; nothing of it counts, as with all but the last
    changed,      ///< signature or seal do not hold
    later,        ///< by a later version of the portal
    sealed,       ///< the organisation's key is closed; it is read once that is open
    sealedOther,  ///< for another organisation's key
    otherBrowser, ///< this learner's record came from another browser before
};

/// What the host tells the console.
class RecordReader {
public:
    virtual ~RecordReader() = default;

    /// The portal's address, and what was last remembered under "console" in this browser.
    virtual void opened(const std::string& home, const std::string& settings) = 0;
    /// All files are read from the first on: those that are kept and those that are new. `again`: without those that
    /// were refused a moment ago.
    virtual void begins(int files, double bytes, bool again) = 0;
    /// Before the files are read: of those that learners handed over.
    virtual void fileNoted(const std::string& name, HandOverNote note) = 0;
    virtual void fileBegins(const std::string& name, bool known) = 0;
    virtual void filePiece(std::string_view bytes) = 0;
    /// False when nothing of the file counts.
    virtual bool fileEnds() = 0;
    virtual void ends(FilesOutcome outcome) = 0;

    /// The next piece of the file that is being saved; "" at its end. Of records as JSON: lines, each either a record
    /// or "file offset length", which says where among the files that were read it stands.
    virtual std::string more() = 0;
    virtual void saved(FilesOutcome outcome) = 0;
    /// How the organisation's key stands, a value a line: state ("insecure", "none", "locked", "open"), name, key id,
    /// how many certificates were countersigned, how many of them revoked, the portal's address; then what came of the
    /// wish (portal::Issuing::outcome) and three figures about it; then how many were found, and of the first of them
    /// each place, name, number, course, serial, when countersigned, when revoked or "", and why.
    virtual void issuerTold(std::string_view text) = 0;
};

} // namespace host
