// Where the meaning of what is drawn goes: the page's DOM, a test, or nowhere.
#pragma once

#include <string>

namespace host {

class Mirror {
public:
    virtual ~Mirror() = default;
    /// What changed since the last frame, as JSON (see ui/semantics.h). Never called when nothing changed.
    virtual void apply(const std::string& changes) = 0;
    /// Say this once, politely. Saying the same again is heard again.
    virtual void announce(const std::string& words) = 0;
};

} // namespace host
