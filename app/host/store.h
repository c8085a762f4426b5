// Where events are kept. Writing is asynchronous: the portal is told later that an event is durable, or why it is not.
#pragma once

#include <string>

namespace host {

/// Why the store cannot keep anything at the moment.
enum class StoreTrouble {
    none,
    unavailable, ///< switched off, blocked or private mode: nothing is kept beyond this tab
    full,        ///< no room left
    failing,     ///< any other failure of a write
};

class Store {
public:
    virtual ~Store() = default;
    /// Asks to keep one event. The outcome comes as Portal::storeConfirmed(id) or Portal::storeRefused(id, why).
    virtual void append(const std::string& eventId, const std::string& jsonLine) = 0;
};

} // namespace host
