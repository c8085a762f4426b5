// The interface's words: placeholders are filled, nothing that the program asks for is missing, and nothing is left
// over.
#include "host/real_course.h"
#include "portal/words.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <regex>
#include <set>
#include <string>

namespace {

using Table = portal::Words::Table;

/// Every key-like literal of the sources: "family.member" where the family is one of the interface's.
std::set<std::string> keysInSources() {
    std::set<std::string> families;
    for (const auto& [key, text] : walk::interfaceWords("en")) families.insert(key.substr(0, key.find('.')));
    std::set<std::string> keys;
    const std::filesystem::path root = std::filesystem::path(PORTAL_CONTENT_DIR).parent_path();
    const std::regex literal("[\"']([a-z]+)\\.([A-Za-z0-9]+)[\"']");
    for (const char* folder : {"app", "web"}) {
        auto walker = std::filesystem::recursive_directory_iterator(root / folder);
        for (const auto& entry : walker) {
            const std::string name = entry.path().filename().string();
            if (name == "node_modules" || name == "tools") {
                walker.disable_recursion_pending();
                continue;
            }
            const std::string extension = entry.path().extension().string();
            if (extension != ".cpp" && extension != ".h" && extension != ".js") continue;
            const std::string text = walk::fileText(std::filesystem::relative(entry.path(), root).string());
            for (std::sregex_iterator at(text.begin(), text.end(), literal), end; at != end; ++at)
                if (families.count((*at)[1].str()) > 0) keys.insert((*at)[1].str() + "." + (*at)[2].str());
        }
    }
    REQUIRE(keys.size() > 80);
    return keys;
}

std::set<std::string> placeholdersOf(const std::string& text) {
    std::set<std::string> names;
    const std::regex placeholder("\\{([^}]*)\\}");
    for (std::sregex_iterator at(text.begin(), text.end(), placeholder), end; at != end; ++at)
        names.insert((*at)[1].str());
    return names;
}

} // namespace

TEST_CASE("words are found by their key, and a gap is seen and not silent") {
    const Table table = {{"a.b", "hello"}, {"month.1", "January"}};
    const portal::Words words(table);
    CHECK(words("a.b") == "hello");
    CHECK(words("a.c") == "a.c");
    CHECK(words.of("month.", "1") == "January");
    CHECK(words.of("month.", "13") == "13");
    CHECK(portal::Words()("a.b") == "a.b");
}

TEST_CASE("placeholders are filled wherever they stand, and what a person typed is not read as one") {
    const Table table = {{"k", "{a} and {b}, {a}"}, {"odd", "{ {a} {unknown} }{"}, {"none", ""}};
    const portal::Words words(table);
    CHECK(words("k", {{"a", "1"}, {"b", "2"}}) == "1 and 2, 1");
    CHECK(words("k", {{"a", "{b}"}, {"b", "{a}"}}) == "{b} and {a}, {b}");
    CHECK(words("none", {{"a", "1"}}) == "");
    CHECK(words("odd", {{"a", "1"}}).find("{unknown}") != std::string::npos);
    CHECK(words("missing.key", {{"a", "1"}}) == "missing.key");
}

TEST_CASE("both languages have the same words with the same placeholders") {
    const auto& chinese = walk::interfaceWords("zh-CN");
    const auto& english = walk::interfaceWords("en");
    for (const auto& [key, text] : chinese) {
        REQUIRE_MESSAGE(english.count(key) == 1, key);
        if (key != "date.long") // a month is a name in one language and a number in the other
            CHECK_MESSAGE(placeholdersOf(text) == placeholdersOf(english.at(key)), key);
        CHECK_MESSAGE(!text.empty(), key);
    }
    for (const auto& [key, text] : english) CHECK_MESSAGE(chinese.count(key) == 1, key);
}

TEST_CASE("every word that the program asks for is there, in both languages") {
    for (const std::string& key : keysInSources())
        for (const char* language : walk::languages)
            CHECK_MESSAGE(walk::interfaceWords(language).count(key) == 1, key, " in ", language);
}

TEST_CASE("no word is left over that nothing asks for") {
    const std::set<std::string> asked = keysInSources();
    // Keys that are put together when they are asked for: month. + number, and the members of these two families.
    const std::regex puttogether("(month|csv|certificate)\\..*");
    for (const auto& [key, text] : walk::interfaceWords("en"))
        if (!std::regex_match(key, puttogether)) CHECK_MESSAGE(asked.count(key) == 1, key);
}
