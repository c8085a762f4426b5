// Whether a content pack is here.
#pragma once

namespace portal {

enum class Loading { waiting, ready, failed };

} // namespace portal
