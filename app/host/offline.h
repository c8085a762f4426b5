// How use without network stands, as the host sees it.
#pragma once

namespace host {

enum class Offline {
    preparing, ///< not everything is kept yet
    ready,     ///< all of the course can be had without network, in the language in use
    insecure,  ///< the site was not opened over https, and browsers keep nothing for such a one
    refused,   ///< the browser does not allow it (a private window, a rule of its owner)
};

} // namespace host
