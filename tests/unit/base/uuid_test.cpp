#include "base/uuid.h"

#include <doctest/doctest.h>

#include <string>

TEST_SUITE("UUIDs of names") {
    TEST_CASE("are those that RFC 9562 gives") {
        constexpr base::UuidBytes dns = {0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1,
                                         0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};
        CHECK(base::nameUuid(dns, "www.example.com") == "2ed6657d-e927-568b-95e1-2665a8aea6a2"); // appendix A.4
    }

    TEST_CASE("and Python's uuid5, also where the padding of SHA-1 takes a block of its own") {
        CHECK(base::nameUuid(base::uuidNamespaceUrl, "") == "1b4db7eb-4057-5ddf-91e0-36dec72071f5");
        CHECK(base::nameUuid(base::uuidNamespaceUrl, std::string(39, 'a')) == "615eac0e-03db-567b-8580-916c1aca1cc2");
        CHECK(base::nameUuid(base::uuidNamespaceUrl, std::string(40, 'a')) == "c5c985c8-6875-5a42-b6e3-2872703afed4");
        CHECK(base::nameUuid(base::uuidNamespaceUrl, std::string(48, 'a')) == "aa33c522-9edc-58a5-b5af-e2a12995886e");
        CHECK(base::nameUuid(base::uuidNamespaceUrl, std::string(1000, 'a')) == "7f46a8f9-f8ba-5a67-983a-ffc2101475df");
    }
}
