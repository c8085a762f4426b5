// SHA-256 (FIPS 180-4), for the chain of the journal. Here and not from the browser, whose own is missing on plain http
// and answers only later.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace base {

using Digest = std::array<std::uint8_t, 32>;

/// The digest of these bytes.
[[nodiscard]] Digest sha256(std::string_view bytes);
/// As base64url without padding (RFC 4648, section 5): 43 characters, each safe in JSON, URLs and file names.
[[nodiscard]] std::string base64Url(const Digest& digest);

} // namespace base
