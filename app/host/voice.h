// Words that are spoken aloud, and how that stands.
#pragma once

#include <string>

namespace host {

struct Utterance {
    std::string words;
    int speaker = 0; ///< 0 or 1: told apart by pitch
};

enum class Voice {
    unknown, ///< the host is still looking for one
    none,    ///< for this language, or at all
    silent,
    speaking
};

} // namespace host
