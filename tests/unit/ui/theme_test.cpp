// Everyone can read it: WCAG contrast of every pair of colours that meet, computed from the tokens, in both themes.
#include "ui/theme.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace {

using Named = std::pair<const char*, ui::Colour>;

void eachTheme(void (*check)(const ui::Theme&)) {
    SUBCASE("light") { check(ui::lightTheme()); }
    SUBCASE("dark") { check(ui::darkTheme()); }
    SUBCASE("light, more contrast") { check(ui::lightContrastTheme()); }
    SUBCASE("dark, more contrast") { check(ui::darkContrastTheme()); }
}

void meets(const Named& words, const Named& ground, double least) {
    CHECK_MESSAGE(ui::contrast(words.second, ground.second) >= least, std::string(words.first), " on ",
                  std::string(ground.first), ": ", ui::contrast(words.second, ground.second));
}

} // namespace

TEST_CASE("contrast is WCAG's: black on white is 21, a colour on itself 1") {
    CHECK(ui::contrast({0x000000}, {0xFFFFFF}) == doctest::Approx(21.0));
    CHECK(ui::contrast({0xFFFFFF}, {0x000000}) == doctest::Approx(21.0));
    CHECK(ui::contrast({0x767676}, {0xFFFFFF}) == doctest::Approx(4.54).epsilon(0.002));
    CHECK(ui::contrast({0x123456}, {0x123456}) == doctest::Approx(1.0));
}

TEST_CASE("words are readable on every ground they stand on") {
    eachTheme([](const ui::Theme& t) {
        const std::vector<Named> grounds = {{"background", t.background}, {"surface", t.surface}, {"raised", t.raised}};
        const std::vector<Named> words = {{"ink", t.ink},     {"softInk", t.softInk}, {"primary", t.primary},
                                          {"right", t.right}, {"careful", t.careful}, {"wrong", t.wrong}};
        for (const Named& ground : grounds)
            for (const Named& colour : words) meets(colour, ground, 4.5);
        const std::vector<Named> tints = {{"primaryTint", t.primaryTint},
                                          {"rightTint", t.rightTint},
                                          {"carefulTint", t.carefulTint},
                                          {"wrongTint", t.wrongTint}};
        for (const Named& tint : tints) {
            meets({"ink", t.ink}, tint, 4.5);
            meets({"softInk", t.softInk}, tint, 4.5);
        }
        meets({"primary", t.primary}, {"primaryTint", t.primaryTint}, 4.5);
        meets({"right", t.right}, {"rightTint", t.rightTint}, 4.5);
        meets({"careful", t.careful}, {"carefulTint", t.carefulTint}, 4.5);
        meets({"wrong", t.wrong}, {"wrongTint", t.wrongTint}, 4.5);
        meets({"onPrimary", t.onPrimary}, {"primary", t.primary}, 4.5);
        meets({"softInk", t.softInk}, {"line", t.line},
              4.5); // a button that cannot be pressed yet says what it would do
    });
}

TEST_CASE("words stay readable on grounds that a pointer has changed") {
    eachTheme([](const ui::Theme& t) {
        for (const float lift : {0.08F, 0.16F}) { // hovered and held, as in widgets.cpp
            meets({"onPrimary", t.onPrimary}, {"primary, lifted", ui::blend(t.primary, t.ink, lift)}, 4.5);
            meets({"primary", t.primary}, {"secondary, lifted", ui::blend(t.surface, t.primary, lift)}, 4.5);
        }
        for (const auto& [name, colour] : {Named{"primary", t.primary}, Named{"right", t.right},
                                           Named{"careful", t.careful}, Named{"wrong", t.wrong}})
            meets({name, colour}, {"its badge", ui::blend(t.surface, colour, 0.09F)}, 4.5);
        meets({"primary", t.primary}, {"the place one is at", ui::blend(t.surface, t.primary, 0.12F)}, 4.5);
    });
}

TEST_CASE("controls and what is drawn stand out from their ground") {
    eachTheme([](const ui::Theme& t) {
        for (const Named& ground : {Named{"background", t.background}, Named{"surface", t.surface}}) {
            for (const Named& drawn : {Named{"control", t.control}, Named{"primary", t.primary},
                                       Named{"accent", t.accent}, Named{"right", t.right}, Named{"wrong", t.wrong}})
                meets(drawn, ground, 3.0);
        }
    });
}

TEST_CASE("who asks for more contrast gets 7:1 for words and 4.5:1 for controls") {
    for (const ui::Theme* t : {&ui::lightContrastTheme(), &ui::darkContrastTheme()}) {
        for (const Named& colour : {Named{"ink", t->ink}, Named{"softInk", t->softInk}, Named{"primary", t->primary},
                                    Named{"right", t->right}, Named{"careful", t->careful}, Named{"wrong", t->wrong}})
            meets(colour, {"surface", t->surface}, 7.0);
        meets({"onPrimary", t->onPrimary}, {"primary", t->primary}, 7.0);
        meets({"control", t->control}, {"surface", t->surface}, 4.5);
        CHECK(t->outlined);
    }
}

TEST_CASE("where the system prescribes colours, nothing has any other") {
    const ui::Theme t = ui::forcedTheme({0x000000}, {0xFFFF00}, {0x00FFFF}, {0xFF00FF});
    for (const ui::Colour colour :
         {t.background, t.surface, t.raised, t.ink, t.softInk, t.line, t.primary, t.onPrimary, t.accent, t.right,
          t.careful, t.wrong, t.primaryTint, t.rightTint, t.carefulTint, t.wrongTint, t.control}) {
        const bool prescribed =
            colour.rgb == 0x000000 || colour.rgb == 0xFFFF00 || colour.rgb == 0x00FFFF || colour.rgb == 0xFF00FF;
        CHECK(prescribed);
    }
    CHECK(t.outlined);
}

TEST_CASE("colours mix and pack as ImGui wants them") {
    CHECK(ui::blend({0x000000}, {0xFFFFFF}, 0.0F).rgb == 0x000000);
    CHECK(ui::blend({0x000000}, {0xFFFFFF}, 1.0F).rgb == 0xFFFFFF);
    CHECK(ui::blend({0x102030}, {0x304050}, 0.5F).rgb == 0x203040);
    CHECK(ui::packed({0x112233}) == 0xFF332211U);
    CHECK(ui::packed({0x112233}, 0.0F) == 0x00332211U);
    CHECK(ui::packed({0x112233}, 7.0F) == 0xFF332211U);
}
