#include "base/json_reader.h"
#include "base/json_writer.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <limits>
#include <string>

using base::Error;
using base::Fault;
using base::Json;
using base::JsonReader;
using base::parseCbor;
using base::parseJson;

namespace {

Json parsed(const std::string& text) {
    auto tree = parseJson(text, "test");
    REQUIRE(tree.ok());
    return tree.value();
}

std::string repeated(const std::string& part, std::size_t times) {
    std::string text;
    for (std::size_t each = 0; each < times; ++each) text += part;
    return text;
}

/// CBOR bytes of an array of one element, whose bytes are given.
Error cborFault(const std::string& bytes) {
    const auto tree = parseCbor(bytes, "test");
    REQUIRE_FALSE(tree.ok());
    return tree.error();
}

} // namespace

TEST_SUITE("JSON text") {
    TEST_CASE("a mistake is reported with its line and column, counted in characters") {
        const auto tree = parseJson("{\n  \"名字\": 王\n}", "M2/L2.1.json");
        REQUIRE_FALSE(tree.ok());
        CHECK(tree.error().fault == Fault::unreadable);
        CHECK(tree.error().where == "M2/L2.1.json:2:9");
    }

    TEST_CASE("broken text is refused, whatever is broken") {
        for (const char* text : {"", "{", "[1,]", "{\"a\":}", "nul", "{\"a\":1}}", "\"\xFF\"", "[1e999]", "'a'",
                                 "{\"a\" 1}", "// no\n1", "NaN"}) {
            CAPTURE(text);
            const auto tree = parseJson(text, "test");
            REQUIRE_FALSE(tree.ok());
            CHECK(tree.error().fault == Fault::unreadable);
            CHECK_FALSE(tree.error().what.empty());
        }
    }

    TEST_CASE("numbers are what they say, and no others are taken") {
        CHECK(parsed("18446744073709551615").get<std::uint64_t>() == std::numeric_limits<std::uint64_t>::max());
        CHECK(parsed("-9223372036854775808").get<std::int64_t>() == std::numeric_limits<std::int64_t>::min());
        CHECK(parsed("18446744073709551616").get<double>() == 18446744073709551616.0);
        CHECK(parsed("-0.5e+2").get<double>() == -50.0);
        CHECK(parsed("62.5").get<double>() == 62.5);
        CHECK(parsed("1E-2").get<double>() == 0.01);
        CHECK(parsed("-0").get<int>() == 0);
        CHECK(parsed("1.0").is_number_float());
        for (const char* text : {"01", "-", "+1", ".5", "1.", "1e", "1e+", "0x1", "-01", "1e400", "Infinity"}) {
            CAPTURE(text);
            CHECK_FALSE(parseJson(text, "test").ok());
        }
    }

    TEST_CASE("texts come with their escapes, in every writing, and no half of a pair") {
        CHECK(parsed(R"("\"\\\/\b\f\n\r\t\u0041\u738B\uD842\uDFB7")").get<std::string>() == "\"\\/\b\f\n\r\tA王𠮷");
        CHECK(parsed(R"("\u0000")").get<std::string>() == std::string(1, '\0'));
        CHECK(parsed("\"王𠮷 é\x7F\"").get<std::string>() == "王𠮷 é\x7F");
        for (const char* text :
             {R"("\uD842")", R"("\uDFB7")", R"("\uD842\u0041")", R"("\uD842\n")", R"("\u12G4")", R"("\x")", "\"\n\"",
              "\"", "\"\\", "\"\xE7\x8E\"", "\"\xED\xA0\x80\"", "\"\xF4\x90\x80\x80\""}) {
            CAPTURE(text);
            CHECK_FALSE(parseJson(text, "test").ok());
        }
        CHECK_FALSE(parseJson(std::string_view("\"\\\0\"", 4), "test").ok());
        CHECK_FALSE(parseJson(std::string_view("\0", 1), "test").ok());
        CHECK_FALSE(parseJson(std::string_view("1\0", 2), "test").ok());
    }

    TEST_CASE("white space goes anywhere between, and a byte order mark before all of it") {
        CHECK(parsed(" \r\n\t{ \"a\" : [ 1 , 2 ] , \"b\" : { } , \"c\" : [ ] } ").size() == 3);
        CHECK(parsed("\xEF\xBB\xBF[]").is_array());
        CHECK_FALSE(parseJson("[]\xEF\xBB\xBF", "test").ok());
    }

    TEST_CASE("64 levels are read, 65 are not, a hundred thousand neither") {
        CHECK(parseJson(repeated("[", 64) + repeated("]", 64), "test").ok());
        CHECK(parseJson(repeated("[", 65) + repeated("]", 65), "test").error().fault == Fault::outOfRange);
        CHECK(parseJson(repeated("[", 100'000), "test").error().fault == Fault::outOfRange);
        CHECK(parseJson(repeated("{\"a\":", 100'000), "test").error().fault == Fault::outOfRange);
    }

    TEST_CASE("two members of one name are a mistake, not a choice") {
        CHECK(parseJson(R"({"a":1,"b":2,"a":3})", "test").error().fault == Fault::duplicateId);
        CHECK(parseJson(R"({"a":{"a":1},"b":{"a":1}})", "test").ok());
    }
}

TEST_SUITE("CBOR") {
    TEST_CASE("what is written is read back") {
        for (const char* text :
             {R"({})", R"([])",
              R"({"a":[1,-1,255,256,65536,4294967296,-4294967297,0.5,1e300,true,false,null,"王𠮷",""]})"}) {
            const Json tree = parsed(text);
            const auto back = parseCbor(base::toCbor(tree), "test");
            REQUIRE(back.ok());
            CHECK(back.value() == tree);
        }
    }

    TEST_CASE("cut anywhere, it is refused") {
        const std::string whole = base::toCbor(parsed(R"({"a":[1,2.5,"王小明",{"b":null}],"c":4294967296})"));
        for (std::size_t size = 0; size < whole.size(); ++size) {
            CAPTURE(size);
            CHECK(cborFault(whole.substr(0, size)).fault == Fault::unreadable);
        }
        CHECK(cborFault(whole + '\0').fault == Fault::unreadable);
    }

    TEST_CASE("what coursec never writes is refused") {
        CHECK(cborFault("\x42"
                        "ab")
                  .fault == Fault::unreadable);                      // bytes
        CHECK(cborFault("\x9F\x01\xFF").fault == Fault::unreadable); // indefinite length
        CHECK(cborFault("\xC0\x61"
                        "a")
                  .fault == Fault::unreadable);                      // tag
        CHECK(cborFault("\xF9\x3C\x01").fault == Fault::unreadable); // half a float
        CHECK(cborFault("\x61\xFF").fault == Fault::unreadable);     // not UTF-8
        CHECK(cborFault("\xA1\x01\x02").fault == Fault::unreadable); // a number for a name
        CHECK(cborFault("\xA2\x61"
                        "a\x01\x61"
                        "a\x02")
                  .fault == Fault::duplicateId);
        CHECK(cborFault("\x3B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF").fault ==
              Fault::unreadable); // below every number there is
    }

    TEST_CASE("counts that no file could hold and nesting without end cost nothing") {
        CHECK(cborFault("\x9B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF").fault == Fault::unreadable);
        CHECK(cborFault("\x7B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF").fault == Fault::unreadable);
        CHECK(cborFault(repeated("\x81", 100'000)).fault == Fault::outOfRange);
        CHECK(cborFault(repeated("\x7F", 100'000)).fault == Fault::unreadable);
    }
}

TEST_SUITE("reading a document") {
    TEST_CASE("every fault is noted in one pass, each with its place") {
        const Json tree = parsed(R"({"name":7,"list":[{"id":"a"},{"id":""},3],"number":"x","a/b~c":null})");
        std::vector<Error> faults;
        const JsonReader reader(tree, "file.json", faults);
        CHECK(reader.text("name").empty());
        for (const JsonReader& each : reader.items("list")) (void)each.text("id");
        (void)reader.number("number", 0, 1);
        (void)reader.text("a/b~c");
        (void)reader.text("absent");
        REQUIRE(faults.size() == 6);
        CHECK(faults[0].where == "file.json#/name");
        CHECK(faults[0].fault == Fault::wrongType);
        CHECK(faults[1].where == "file.json#/list/2");
        CHECK(faults[2].where == "file.json#/list/1/id");
        CHECK(faults[2].fault == Fault::missing);
        CHECK(faults[3].where == "file.json#/number");
        CHECK(faults[4].where == "file.json#/a~1b~0c");
        CHECK(faults[5].where == "file.json#/absent");
        CHECK(faults[5].fault == Fault::missing);
    }

    TEST_CASE("no fault follows from another") {
        const Json tree = parsed(R"({"wrong":[1]})");
        std::vector<Error> faults;
        const JsonReader reader(tree, "file", faults);
        CHECK(reader.at("absent").at("deeper").text("name").empty());
        CHECK(reader.at("wrong").number("x", 3, 4) == 3);
        CHECK(faults.size() == 2);
    }

    TEST_CASE("a document that is no object is one fault") {
        const Json tree = parsed("[1]");
        std::vector<Error> faults;
        const JsonReader reader(tree, "file", faults);
        CHECK(reader.text("name").empty());
        CHECK(faults.size() == 1);
    }

    TEST_CASE("numbers must be finite, within bounds, and whole where they count something") {
        Json tree = parsed(R"({"big":1e308,"half":2.5,"huge":18446744073709551615,"below":-1,"fine":3})");
        tree["nan"] = std::numeric_limits<double>::quiet_NaN();
        tree["infinite"] = std::numeric_limits<double>::infinity();
        std::vector<Error> faults;
        const JsonReader reader(tree, "file", faults);
        for (const char* name : {"big", "half", "huge", "below", "nan", "infinite"}) {
            CAPTURE(name);
            const std::size_t before = faults.size();
            CHECK(reader.integer(name, 0, 100) == 0);
            CHECK(faults.size() == before + 1);
        }
        CHECK(reader.integer("fine", 0, 100) == 3);
        CHECK(reader.number("half", 0, 100) == 2.5);
    }

    TEST_CASE("what was asked for can be told, found or not") {
        const Json tree = parsed(R"({"read":"a","promt":"b"})");
        std::vector<Error> faults;
        std::vector<base::Asked> asked;
        const JsonReader reader(tree, "file", faults, &asked);
        (void)reader.text("read");
        (void)reader.textIfAny("prompt");
        REQUIRE(asked.size() == 2);
        CHECK(asked[0].found == &tree["read"]);
        CHECK(asked[1].place == &tree);
        CHECK(asked[1].name == "prompt");
        CHECK(asked[1].found == nullptr);
    }
}

TEST_SUITE("writing JSON") {
    TEST_CASE("every string comes back as it was, and broken bytes come back repaired") {
        std::string all;
        for (char32_t each = 0; each < 0x300; ++each) all.push_back(static_cast<char>(each & 0x7F));
        for (const std::string& text : {all, std::string("王\"小\\明\n\t\x01𠮷"), std::string("a\0b", 3)}) {
            const Json tree = parsed("[" + base::jsonString(text) + "]");
            CHECK(tree[0].get<std::string>() == text);
        }
        CHECK(base::jsonString("\xFF") == "\"\xEF\xBF\xBD\"");
    }

    TEST_CASE("every number comes back as it was") {
        for (const double number :
             {0.0, 1.0, -1.0, 0.1, 200.0 / 3.0, 1e21, 5e-324, 1.7976931348623157e308, 83.33333333333333}) {
            const Json tree = parsed("[" + base::jsonNumber(number) + "]");
            CHECK(tree[0].get<double>() == number);
        }
        CHECK(base::jsonNumber(0.1) == "0.1");
        CHECK(base::jsonNumber(80) == "80");
        CHECK(base::jsonNumber(std::nan("")) == "0");
    }

    TEST_CASE("objects and arrays are put together as JSON") {
        base::JsonArray list;
        list.integer(1);
        list.text("a");
        base::JsonObject object;
        object.text("t", "x");
        object.number("n", 2.5);
        object.integer("i", -3);
        object.flag("f", true);
        object.raw("l", list.text());
        CHECK(object.text() == R"({"t":"x","n":2.5,"i":-3,"f":true,"l":[1,"a"]})");
        CHECK(base::JsonObject().text() == "{}");
        CHECK(base::JsonArray().text() == "[]");
    }
}
