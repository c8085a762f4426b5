// What of a line is said aloud.
#include "learning/spoken_words.h"

#include <doctest/doctest.h>

using learning::spokenWords;

TEST_CASE("what stands in brackets is done, not said") {
    CHECK(spokenWords("Please go on.") == "Please go on.");
    CHECK(spokenWords("(turns to him) Please go on.") == " Please go on.");
    CHECK(spokenWords("您接着说。（等他讲完）") == "您接着说。");
    CHECK(spokenWords("（转过头，去看另一块屏幕）") == "");
    CHECK(spokenWords("(looks (away) again).") == "");
    CHECK(spokenWords("15:40") == "15:40");
    CHECK(spokenWords("so :) far") == "so :) far"); // a bracket without its other half
    CHECK(learning::unspokenWords("He is four, and I… (she cannot go on)") == "(she cannot go on)");
    CHECK(learning::unspokenWords("（点头）好的。") == "（点头）");
    CHECK(learning::unspokenWords("Nothing else.").empty());
    CHECK(spokenWords("").empty());
}
