#include "learning/guess.h"

#include <doctest/doctest.h>

#include <numeric>

using learning::setShare;

namespace {

int sum(const std::vector<int>& shares) { return std::accumulate(shares.begin(), shares.end(), 0); }

} // namespace

TEST_SUITE("shares that are drawn") {
    TEST_CASE("an even start adds up, the rest going to the first") {
        CHECK(learning::evenShares(7, 100) == std::vector<int>{15, 15, 14, 14, 14, 14, 14});
        CHECK(learning::evenShares(4, 100) == std::vector<int>{25, 25, 25, 25});
        CHECK(learning::evenShares(1, 100) == std::vector<int>{100});
        CHECK(learning::evenShares(0, 100).empty());
    }

    TEST_CASE("the sum stays the total, whatever is drawn") {
        std::vector<int> shares = learning::evenShares(7, 100);
        std::size_t index = 3;
        for (const int value : {0, 100, 50, -20, 250, 1, 99, 33, 67, 0, 0, 13}) {
            index = (index * 5 + 2) % shares.size();
            setShare(shares, index, value, 100);
            CHECK(sum(shares) == 100);
            CHECK(shares[index] == (value < 0 ? 0 : value > 100 ? 100 : value));
            for (const int share : shares) CHECK((share >= 0 && share <= 100));
        }
    }

    TEST_CASE("the others keep their proportions") {
        std::vector<int> shares = {40, 20, 40};
        setShare(shares, 0, 70, 100);
        CHECK(shares == std::vector<int>{70, 10, 20});
    }

    TEST_CASE("when all others are nothing, the rest is spread evenly") {
        std::vector<int> shares = {100, 0, 0, 0};
        setShare(shares, 0, 0, 100);
        CHECK(shares == std::vector<int>{0, 34, 33, 33});
    }

    TEST_CASE("one bar alone is always the whole; an unknown bar changes nothing") {
        std::vector<int> one = {100};
        setShare(one, 0, 5, 100);
        CHECK(one == std::vector<int>{100});
        std::vector<int> two = {50, 50};
        setShare(two, 2, 5, 100);
        CHECK(two == std::vector<int>{50, 50});
        std::vector<int> none;
        setShare(none, 0, 5, 100);
        CHECK(none.empty());
    }

    TEST_CASE("distance counts the points that are off") {
        CHECK(learning::distance({1, 31, 68}, {1, 31, 68}) == 0);
        CHECK(learning::distance({100, 0}, {0, 100}) == 200);
        CHECK(learning::distance({50, 50}, {40, 60}) == 20);
        CHECK(learning::distance({50}, {40, 60}) == 70);
    }
}
