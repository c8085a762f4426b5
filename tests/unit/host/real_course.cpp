#include "host/real_course.h"

#include "base/json_reader.h"
#include "tools/coursec/compile.h"
#include "tools/coursec/report.h"
#include "tools/coursec/sources.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

namespace walk {

namespace {

const coursec::Sources& sources() {
    static const coursec::Sources all = [] {
        auto read = coursec::readSources(PORTAL_CONTENT_DIR);
        REQUIRE_MESSAGE(read.ok(), (read.ok() ? "" : read.error().what));
        return read.value();
    }();
    return all;
}

base::Json parsed(const std::string& path) {
    auto tree = base::parseJson(sources().at(path), path);
    REQUIRE_MESSAGE(tree.ok(), path);
    return tree.value();
}

void collect(const base::Json& value, std::vector<std::string>& texts) {
    if (value.is_string()) {
        texts.push_back(value.get<std::string>());
    } else if (value.is_structured()) {
        for (const base::Json& part : value) collect(part, texts);
    }
}

std::map<std::string, std::string> wordsIn(const std::string& path) {
    std::map<std::string, std::string> words;
    const base::Json tree = parsed(path);
    for (const auto& [key, text] : tree.items()) words[key] = text.get<std::string>();
    return words;
}

} // namespace

const coursec::Compiled& compiled() {
    static const coursec::Compiled all = [] {
        coursec::Faults faults;
        coursec::Compiled made = coursec::compile(sources(), faults);
        REQUIRE_MESSAGE(faults.empty(), (faults.empty() ? "" : coursec::faultLine(faults.front(), sources())));
        return made;
    }();
    return all;
}

const std::map<std::string, std::string>& packs() {
    static const std::map<std::string, std::string> all = [] {
        std::map<std::string, std::string> byName;
        constexpr std::string_view ending = ".pack";
        for (const auto& [file, bytes] : compiled().packs) {
            if (file.size() > ending.size() && file.substr(file.size() - ending.size()) == ending)
                byName[file.substr(0, file.size() - ending.size())] = bytes;
        }
        return byName;
    }();
    return all;
}

const std::map<std::string, std::string>& firstWords(const std::string& language) {
    static std::map<std::string, std::map<std::string, std::string>> known;
    return known.try_emplace(language, wordsIn("interface/" + language + ".json")).first->second;
}

const std::map<std::string, std::string>& interfaceWords(const std::string& language) {
    static std::map<std::string, std::map<std::string, std::string>> known;
    auto [found, isNew] = known.try_emplace(language, firstWords(language));
    if (isNew) found->second.merge(wordsIn("interface/rest." + language + ".json"));
    return found->second;
}

std::vector<std::string> everyText(const std::string& language) {
    std::vector<std::string> texts;
    for (const auto& [path, text] : sources()) {
        if (path.find(language + ".json") != std::string::npos) collect(parsed(path), texts);
    }
    REQUIRE(texts.size() > 300);
    return texts;
}

std::string fileText(const std::string& path) {
    std::ifstream file(std::string(PORTAL_CONTENT_DIR) + "/../" + path, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), path);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace walk
