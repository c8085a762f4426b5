#include "portal/reference_packs.h"

#include "base/utf8.h"

#include <memory>
#include <utility>

namespace portal {

namespace {

/// `language` is what the pack itself says: it may be another pack under this name.
template <class Thing>
bool take(LanguagePacks<Thing>& packs, const std::string& pack, const std::string& language,
          std::unique_ptr<Thing> thing) {
    const bool right = thing && packs.packOf(language) == pack;
    packs.arrived(pack, right ? std::move(thing) : nullptr);
    return right;
}

} // namespace

bool takeLab(Labs& labs, const std::string& pack, std::string_view bytes) {
    auto read = course::readLexiconPack(bytes);
    if (!read.ok()) {
        return take<learning::SentenceLab>(labs, pack, {}, nullptr);
    }
    const std::string language = read.value().language;
    return take(labs, pack, language, std::make_unique<learning::SentenceLab>(std::move(read.value())));
}

bool takeGlossary(Glossaries& glossaries, const std::string& pack, std::string_view bytes) {
    auto read = course::readGlossaryPack(bytes);
    if (!read.ok()) {
        return take<course::Glossary>(glossaries, pack, {}, nullptr);
    }
    const std::string language = read.value().language;
    return take(glossaries, pack, language, std::make_unique<course::Glossary>(std::move(read.value())));
}

std::string languageOf(std::string_view typed, const std::string& otherwise) {
    bool letters = false;
    for (std::size_t at = 0; at < typed.size();) {
        const char32_t codePoint = base::nextCodePoint(typed, at);
        if (base::isHan(codePoint)) {
            return "zh-CN";
        }
        letters = letters || (codePoint >= U'A' && codePoint <= U'Z') || (codePoint >= U'a' && codePoint <= U'z');
    }
    return letters ? "en" : otherwise;
}

} // namespace portal
