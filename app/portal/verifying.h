// How it stands with what somebody wants verified.
#pragma once

#include "host/verifier.h"

#include <string>

namespace portal {

struct Verifying {
    bool working = false;
    host::Verification found; ///< of the last thing that was verified
    std::string pasted;       ///< into the field, and not verified yet
    int visit = -1;           ///< Portal::visits for which the host was asked
    int answers = 0, announced = 0;
};

} // namespace portal
