#include "base/uuid.h"

#include <bit>
#include <cstddef>
#include <utility>

namespace base {

namespace {

using Sha1 = std::array<std::uint32_t, 5>;

void addBlock(Sha1& state, const std::uint8_t* block) {
    std::array<std::uint32_t, 80> words;
    for (std::size_t i = 0; i < 16; ++i)
        words[i] = std::uint32_t{block[4 * i]} << 24 | std::uint32_t{block[4 * i + 1]} << 16 |
                   std::uint32_t{block[4 * i + 2]} << 8 | block[4 * i + 3];
    for (std::size_t i = 16; i < 80; ++i)
        words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    auto [a, b, c, d, e] = state;
    for (std::size_t i = 0; i < 80; ++i) {
        const std::uint32_t mixed = i < 20   ? ((b & c) | (~b & d)) + 0x5a827999u
                                    : i < 40 ? (b ^ c ^ d) + 0x6ed9eba1u
                                    : i < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdcu
                                             : (b ^ c ^ d) + 0xca62c1d6u;
        const std::uint32_t next = std::rotl(a, 5) + mixed + e + words[i];
        e = d;
        d = c;
        c = std::rotl(b, 30);
        b = a;
        a = next;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
}

/// SHA-1 (FIPS 180-4), which version 5 prescribes. It names things and protects nothing.
Sha1 sha1(std::string bytes) {
    const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
    bytes.push_back('\x80');
    bytes.append((120 - bytes.size() % 64) % 64, '\0');
    for (int shift = 56; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(bits >> shift & 0xff));
    Sha1 state = {0x67452301u, 0xefcdab89u, 0x98badcfeu, 0x10325476u, 0xc3d2e1f0u};
    for (std::size_t at = 0; at < bytes.size(); at += 64)
        addBlock(state, reinterpret_cast<const std::uint8_t*>(bytes.data()) + at);
    return state;
}

} // namespace

std::string nameUuid(const UuidBytes& nameSpace, std::string_view name) {
    std::string bytes(nameSpace.begin(), nameSpace.end());
    bytes += name;
    const Sha1 hash = sha1(std::move(bytes));
    constexpr char hex[] = "0123456789abcdef";
    std::string uuid;
    for (std::size_t i = 0; i < 16; ++i) {
        std::uint32_t byte = hash[i / 4] >> (24 - 8 * (i % 4)) & 0xff;
        if (i == 6) byte = (byte & 0x0f) | 0x50; // version 5
        if (i == 8) byte = (byte & 0x3f) | 0x80; // the variant of RFC 9562
        if (i == 4 || i == 6 || i == 8 || i == 10) uuid.push_back('-');
        uuid.push_back(hex[byte >> 4]);
        uuid.push_back(hex[byte & 15]);
    }
    return uuid;
}

} // namespace base
