// A hash that is the same on every machine and in every year: for serial numbers and seeds, never against attackers.
#pragma once

#include <cstdint>
#include <string_view>

namespace base {

/// 64-bit FNV-1a (Fowler, Noll & Vo): xor each byte in, multiply by the prime. `start` lets several texts run into one
/// hash.
[[nodiscard]] constexpr std::uint64_t fnv1a(std::string_view text, std::uint64_t start = 0xcbf29ce484222325u) {
    std::uint64_t hash = start;
    for (const char byte : text) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 0x100000001b3u;
    }
    return hash;
}

} // namespace base
