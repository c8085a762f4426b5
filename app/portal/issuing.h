// The organisation that countersigns, as far as HR's console needs to know: how its key stands, what came of what was
// asked of it, what is typed, and which rows would get a certificate. Nothing of it is kept here.
#pragma once

#include "records/table.h"

#include <cstddef>
#include <string>
#include <vector>

namespace portal {

/// Somebody's countersigned certificate, as it was looked up.
struct IssuedEntry {
    std::string place, name, number, course, serial;
    std::string issued, revoked; ///< ISO times; revoked: "" as long as it counts
    std::string reason;
};

/// For no more people a run draws certificates as PDF too; each takes the browser about half a second.
inline constexpr std::size_t mostDocuments = 40;

struct Issuing {
    enum class State { unknown, insecure, none, locked, open };
    State state = State::unknown;
    std::string name, kid;  ///< of the organisation, of its key
    std::string home;       ///< the portal's address, under which the list of revoked ones is looked for
    std::size_t issued = 0; ///< certificates that were countersigned here
    std::size_t revoked = 0;
    std::vector<IssuedEntry> found; ///< the first of them
    std::size_t foundInAll = 0;

    bool working = false;        ///< asked for, not answered
    std::string outcome;         ///< what came of what was asked last: "made", "wrong-passphrase" …; "" for nothing
    std::size_t figures[3] = {}; ///< about it
    std::string organisation, passphrase, again, query, reason; ///< typed
    bool repeats = false; ///< whoever has a certificate that holds gets another one
    IssuedEntry asked;    ///< which one to revoke
};

/// Which of the selected rows get a certificate, and why the others do not.
struct Countersigning {
    std::vector<records::Row> rows;
    std::size_t modules = 0;    ///< rows of single modules
    std::size_t unfinished = 0; ///< not completed, or without a score
    std::size_t unnamed = 0;
    std::size_t expired = 0; ///< completed too long ago
};

} // namespace portal
