#include "learning/real_lab.h"

#include "base/json_reader.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <map>
#include <memory>

namespace sample {

namespace {

std::string fileText(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), path);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

course::Lexicon lexicon(const std::string& language) {
    const std::string path = std::string(PORTAL_CONTENT_DIR) + "/lab/" + language + ".json";
    auto tree = base::parseJson(fileText(path), path);
    REQUIRE_MESSAGE(tree.ok(), (tree.ok() ? "" : tree.error().what));
    base::Json pack = tree.value();
    pack["format"] = "service-academy-pack";
    pack["formatVersion"] = 1;
    pack["kind"] = "lab";
    pack["language"] = language;
    std::vector<base::Error> faults;
    course::Lexicon read = course::readLexicon(pack, path, faults);
    REQUIRE_MESSAGE(faults.empty(), (faults.empty() ? "" : faults.front().where + ' ' + faults.front().what));
    return read;
}

} // namespace

const learning::SentenceLab& lab(const std::string& language) {
    static std::map<std::string, std::unique_ptr<learning::SentenceLab>> known;
    std::unique_ptr<learning::SentenceLab>& found = known[language];
    if (!found) found = std::make_unique<learning::SentenceLab>(lexicon(language));
    return *found;
}

std::string testFile(const std::string& path) { return fileText(std::string(PORTAL_TESTS_DIR) + "/" + path); }

} // namespace sample
