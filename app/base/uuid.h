// Names that anybody makes alike from the same words: UUIDs of version 5.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace base {

using UuidBytes = std::array<std::uint8_t, 16>;

/// Of URLs and IRIs (RFC 9562, 6.6).
inline constexpr UuidBytes uuidNamespaceUrl = {0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
                                               0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};

/// "2ed6657d-e927-568b-95e1-2665a8aea6a2": RFC 9562, 5.5. The same name in the same namespace always gives the same.
[[nodiscard]] std::string nameUuid(const UuidBytes& nameSpace, std::string_view name);

} // namespace base
