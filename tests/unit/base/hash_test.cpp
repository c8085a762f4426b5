#include "base/hash.h"
#include "base/percent.h"

#include <doctest/doctest.h>

TEST_SUITE("hash") {
    TEST_CASE("it is FNV-1a: the values that its authors publish") {
        CHECK(base::fnv1a("") == 0xcbf29ce484222325u);
        CHECK(base::fnv1a("a") == 0xaf63dc4c8601ec8cu);
        CHECK(base::fnv1a("foobar") == 0x85944171f73967e8u);
        CHECK(base::fnv1a("bar", base::fnv1a("foo")) == base::fnv1a("foobar"));
        CHECK(base::fnv1a("\xFF") == 0xaf64724c8602eb6eu); // a byte above 127 is a byte, also where char is signed
    }
}

TEST_SUITE("percent") {
    TEST_CASE("a share of one and a share of a hundred are the same share") {
        CHECK(base::Percent::ofOne(0.8) == base::Percent(80));
        CHECK(base::Percent(79.5).rounded() == 80);
        CHECK(base::Percent(79.4).rounded() == 79);
        CHECK_FALSE(base::Percent(79.999) >= base::Percent(80));
    }
}
