// What every fuzz target uses to say what must hold for whatever bytes come in.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace fuzz {

/// Ends the run with the sentence when it is not so; the fuzzer then keeps the input.
inline void mustHold(bool holds, const char* sentence) {
    if (holds) return;
    std::fprintf(stderr, "Does not hold: %s\n", sentence);
    std::abort();
}

} // namespace fuzz
