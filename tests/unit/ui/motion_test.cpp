// Things glide to where they belong, arrive, and then rest.
#include "ui/motion.h"

#include <doctest/doctest.h>

TEST_CASE("a value that is seen first stands where it belongs, and nothing moves") {
    ui::Motion motion;
    motion.beginFrame(10, false);
    CHECK(motion.towards(1, 0.6F) == 0.6F);
    CHECK_FALSE(motion.moving());
}

TEST_CASE("a value glides: fast first, then slower, and arrives exactly and in time") {
    ui::Motion motion;
    motion.beginFrame(10, false);
    CHECK(motion.towards(1, 1.0F, 0.0F, 200) == 0.0F);
    CHECK(motion.moving());
    motion.beginFrame(10.05, false);
    const float quarter = motion.towards(1, 1.0F, 0.0F, 200);
    motion.beginFrame(10.1, false);
    const float half = motion.towards(1, 1.0F, 0.0F, 200);
    CHECK(quarter > 0.25F);
    CHECK(half > quarter);
    CHECK(half - quarter < quarter); // eased out
    CHECK(motion.moving());
    motion.beginFrame(10.2001, false);
    CHECK(motion.towards(1, 1.0F, 0.0F, 200) == 1.0F);
    CHECK_FALSE(motion.moving());
    motion.beginFrame(60, false);
    CHECK(motion.towards(1, 1.0F, 0.0F, 200) == 1.0F);
    CHECK_FALSE(motion.moving());
}

TEST_CASE("a new target in mid-flight goes on from where the value is, without a jump") {
    ui::Motion motion;
    motion.beginFrame(0, false);
    (void)motion.towards(1, 100, 0, 200);
    motion.beginFrame(0.1, false);
    const float under = motion.towards(1, 100, 0, 200);
    CHECK(motion.towards(1, 0, 0, 200) == doctest::Approx(under));
    motion.beginFrame(0.4, false);
    CHECK(motion.towards(1, 0, 0, 200) == 0.0F);
}

TEST_CASE("with reduced motion everything is there at once") {
    ui::Motion motion;
    motion.beginFrame(0, true);
    CHECK(motion.towards(1, 1.0F, 0.0F, 200) == 1.0F);
    CHECK_FALSE(motion.moving());
    motion.beginFrame(0.01, true);
    CHECK(motion.towards(1, 0.2F, 0.0F, 200) == 0.2F);
    CHECK_FALSE(motion.moving());
}

TEST_CASE("a clock that stands still or goes back neither jumps nor divides by zero") {
    ui::Motion motion;
    motion.beginFrame(5, false);
    (void)motion.towards(1, 1.0F, 0.0F, 200);
    motion.beginFrame(4, false);
    CHECK(motion.towards(1, 1.0F, 0.0F, 200) == 0.0F);
    CHECK(motion.towards(2, 1.0F, 0.0F, 0) == 1.0F);
}

TEST_CASE("many values that come and go are forgotten again, those in use are not") {
    ui::Motion motion;
    motion.beginFrame(0, false);
    for (std::uint32_t id = 0; id < 5000; ++id) (void)motion.towards(id, 1, 1);
    motion.beginFrame(100, false);
    CHECK(motion.towards(7, 1.0F, 0.0F, 200) == 0.0F); // forgotten: it starts anew
}
