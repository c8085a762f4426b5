// The interface's words: placeholders are filled, nothing that the program asks for is missing, and nothing is left
// over.
#include "base/json_reader.h"
#include "host/real_course.h"
#include "portal/words.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace {

using Table = portal::Words::Table;

bool isLetterOrDigit(char letter) { return std::isalnum(static_cast<unsigned char>(letter)) != 0; }

/// Every key-like literal of the sources: "family.member" where the family is one of the interface's; with their files.
std::map<std::string, std::set<std::string>> filesByKey() {
    std::set<std::string> families;
    for (const auto& [key, text] : walk::interfaceWords("en")) families.insert(key.substr(0, key.find('.')));
    std::map<std::string, std::set<std::string>> keys;
    const std::filesystem::path root = std::filesystem::path(PORTAL_CONTENT_DIR).parent_path();
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
            const std::string file = std::filesystem::relative(entry.path(), root).generic_string();
            const std::string text = walk::fileText(file);
            for (std::size_t dot = text.find('.'); dot != std::string::npos; dot = text.find('.', dot + 1)) {
                std::size_t begin = dot, end = dot + 1;
                while (begin > 0 && isLetterOrDigit(text[begin - 1])) --begin;
                while (end < text.size() && isLetterOrDigit(text[end])) ++end;
                const bool quoted = begin > 0 && end > dot + 1 && end < text.size() && text[begin - 1] == text[end] &&
                                    (text[end] == '"' || text[end] == '\'');
                if (quoted && families.count(text.substr(begin, dot - begin)) > 0)
                    keys[text.substr(begin, end - begin)].insert(file);
            }
        }
    }
    REQUIRE(keys.size() > 80);
    return keys;
}

std::set<std::string> keysInSources() {
    std::set<std::string> keys;
    for (const auto& each : filesByKey()) keys.insert(each.first);
    return keys;
}

/// Keys that are put together when they are asked for: month. + number, and the members of these families.
const std::set<std::string> putTogether = {"month",   "csv",        "certificate",   "finding",
                                           "verdict", "verdictWhy", "verdictReason", "signedField"};

std::string familyOf(const std::string& key) { return key.substr(0, key.find('.')); }

std::set<std::string> placeholdersOf(const std::string& text) {
    std::set<std::string> names;
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1))
        names.insert(text.substr(open + 1, text.find('}', open) - open - 1));
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
    for (const auto& word : chinese) {
        REQUIRE_MESSAGE(english.count(word.first) == 1, word.first);
        if (word.first != "date.long") // a month is a name in one language and a number in the other
            CHECK_MESSAGE(placeholdersOf(word.second) == placeholdersOf(english.at(word.first)), word.first);
        CHECK_MESSAGE(!word.second.empty(), word.first);
    }
    for (const auto& word : english) CHECK_MESSAGE(chinese.count(word.first) == 1, word.first);
}

TEST_CASE("every word that the program asks for is there, in both languages") {
    for (const std::string& key : keysInSources())
        for (const char* language : walk::languages)
            CHECK_MESSAGE(walk::interfaceWords(language).count(key) == 1, key, " in ", language);
}

TEST_CASE("no word is left over that nothing asks for") {
    const std::set<std::string> asked = keysInSources();
    for (const auto& word : walk::interfaceWords("en"))
        if (putTogether.count(familyOf(word.first)) == 0) CHECK_MESSAGE(asked.count(word.first) == 1, word.first);
}

TEST_CASE("a first visit carries the words that it may need, and no others") {
    std::set<std::string> rest;
    const auto parts = base::parseJson(walk::fileText("web/tools/parts.json"), "parts.json");
    REQUIRE(parts.ok());
    for (const base::Json& file : parts.value().at("rest")) rest.insert(file.get<std::string>());
    const auto& first = walk::firstWords("en");
    for (const auto& each : filesByKey()) {
        const bool needed = std::any_of(each.second.begin(), each.second.end(), [&rest](const std::string& file) {
            return file.compare(0, 4, "app/") == 0 && rest.count(file) == 0;
        });
        CHECK_MESSAGE((first.count(each.first) == 1) == needed, each.first,
                      needed ? " is not there" : " belongs to the rest");
    }
    for (const auto& word : first)
        if (putTogether.count(familyOf(word.first)) > 0) CHECK_MESSAGE(familyOf(word.first) == "month", word.first);
}
