// The vectors are NIST's: the examples "SHA-256 (One Block)" and "(Multi-Block)" of the Cryptographic Standards and
// Guidelines, and the byte-oriented SHA256ShortMsg of the Cryptographic Algorithm Validation Program (lengths 0, 8 and
// 24 bits), with the million of "a" of FIPS 180-2, appendix B.3.
#include "base/sha256.h"

#include <doctest/doctest.h>

#include <string>

namespace {

std::string hex(const base::Digest& digest) {
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : digest) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

} // namespace

TEST_SUITE("SHA-256") {
    TEST_CASE("the published vectors come out") {
        using base::sha256;
        CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        CHECK(hex(sha256("\xd3")) == "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1");
        CHECK(hex(sha256("\xb4\x19\x0e")) == "dff2e73091f6c05e528896c4c831b9448653dc2ff043528f6769437bc7b975c2");
        CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        CHECK(hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        CHECK(hex(sha256(std::string(1'000'000, 'a'))) ==
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    TEST_CASE("base64url has its 43 characters and no padding") {
        CHECK(base::base64Url(base::sha256("abc")) == "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }
}
