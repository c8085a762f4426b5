#include "records/names.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using records::Initials;
using records::NameIndex;

namespace {

/// As web/tools/initials.mjs writes it, with the few characters that these tests need.
std::string initialsText() {
    std::string block(0xA000 - 0x4E00, '-');
    const std::pair<char32_t, char> single[] = {{U'王', 'w'}, {U'小', 'x'}, {U'明', 'm'}, {U'李', 'l'}, {U'雄', 'x'}};
    for (const auto& [character, letter] : single) block[character - 0x4E00] = letter;
    block[U'单' - 0x4E00] = '*';
    return "service-academy/initials 1\n" + block + "\n单dsc\n〇l\n𬱖d\n";
}

Initials initials() {
    const auto read = Initials::read(initialsText());
    REQUIRE(read.ok());
    return read.value();
}

NameIndex index() {
    NameIndex names(initials());
    names.add("王小明", "A-0042");
    names.add("单雄", "A-0043");
    names.add("李𬱖", "B-1");
    names.add("Anna María Weiß", "B-2");
    names.add("", "");
    return names;
}

std::string found(std::string_view typed) {
    std::string who;
    for (const std::uint8_t mark : index().find(typed)) who.push_back(mark ? '1' : '0');
    return who;
}

} // namespace

TEST_SUITE("finding people") {
    TEST_CASE("by any piece of a name in Han characters") {
        CHECK(found("小明") == "10000");
        CHECK(found("王") == "10000");
        CHECK(found("明小") == "00000");
        CHECK(found("𬱖") == "00100");
    }

    TEST_CASE("by the initials of its pinyin, from any place on, small or capital, with spaces or without") {
        CHECK(found("wxm") == "10000");
        CHECK(found("XM") == "10000");
        CHECK(found("w x m") == "10000");
        CHECK(found("wm") == "00000");
        CHECK(found("ld") == "00100");
    }

    TEST_CASE("a character with several readings is found by each") {
        for (const char* typed : {"sx", "dx", "cx"}) CHECK_MESSAGE(found(typed) == "01000", typed);
        CHECK(found("zx") == "00000");
    }

    TEST_CASE("a Latin name by a piece of it or by its words' initials") {
        CHECK(found("anna") == "00010");
        CHECK(found("maría") == "00010");
        CHECK(found("amw") == "00010");
        CHECK(found("na m") == "00010");
    }

    TEST_CASE("by employee number, and nobody's name runs into the next") {
        CHECK(found("0042") == "10000");
        CHECK(found("a-00") == "11000");
        CHECK(found("b-1") == "00100");
        CHECK(found("明a") == "00000");
    }

    TEST_CASE("nothing typed finds everybody; what nobody is called finds nobody") {
        CHECK(found("") == "11111");
        CHECK(found("  ") == "11111");
        CHECK(found("赵") == "00000");
        CHECK(found("?!") == "00000");
    }

    TEST_CASE("without the table of initials names are found by their pieces all the same") {
        NameIndex names;
        names.add("王小明", "");
        CHECK(names.find("小") == std::vector<std::uint8_t>{1});
        CHECK(names.find("wxm") == std::vector<std::uint8_t>{0});
    }

    TEST_CASE("names stand under their letter: Chinese and Latin ones together") {
        // Nobody, Anna, 单 (its first letter here: c), 李, 王
        CHECK(index().places() == std::vector<std::uint32_t>{4, 2, 3, 1, 0});
    }
}

TEST_SUITE("the table of initials") {
    TEST_CASE("what is no such table, or a later one, is refused") {
        CHECK(Initials::read("").error().fault == base::Fault::unreadable);
        CHECK(Initials::read("service-academy/initials 2\n").error().fault == base::Fault::wrongVersion);
        CHECK(Initials::read("service-academy/initials 1\nabc\n").error().fault == base::Fault::unreadable);
        CHECK(Initials::read(initialsText() + "王9\n").error().fault == base::Fault::unreadable);
    }
}
