#include "course/glossary.h"

#include "base/utf8.h"
#include "course/pack_parts.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace course {

using base::JsonReader;

namespace {

constexpr std::size_t longestQuery = 100; // characters

std::string small(std::string_view text) {
    std::string lower(text);
    for (char& each : lower)
        if (each >= 'A' && each <= 'Z') each = static_cast<char>(each + 32);
    return lower;
}

bool holds(std::string_view text, const std::string& words) { return small(text).find(words) != std::string::npos; }

bool isChinese(std::string_view language) { return language.substr(0, 2) == "zh"; }

} // namespace

const Term* Glossary::term(const TermId& id) const {
    const auto found = std::find_if(terms.begin(), terms.end(), [&id](const Term& each) { return each.id == id; });
    return found == terms.end() ? nullptr : &*found;
}

std::vector<const Term*> Glossary::find(std::string_view words) const {
    const std::string wanted = small(base::tidyName(words, longestQuery));
    std::vector<const Term*> named, within, meant;
    for (const Term& each : terms) {
        const std::size_t initials = each.initials.find(wanted);
        if (holds(each.term, wanted) || holds(each.counterpart, wanted) || initials == 0)
            named.push_back(&each);
        else if (isChinese(language) && initials != std::string::npos)
            within.push_back(&each);
        else if (holds(each.meaning, wanted))
            meant.push_back(&each);
    }
    named.insert(named.end(), within.begin(), within.end());
    named.insert(named.end(), meant.begin(), meant.end());
    return named;
}

Glossary readGlossary(const base::Json& pack, std::string_view where, std::vector<base::Error>& faults,
                      std::vector<base::Asked>* asked) {
    Glossary glossary;
    const JsonReader place(pack, where, faults, asked);
    if (!readPackHeader(place, "glossary")) return glossary;
    glossary.language = place.text("language");
    IdList ids;
    for (const JsonReader& each : place.items("terms")) {
        Term term;
        term.id = TermId(ids.read(each));
        term.term = each.text("term");
        term.counterpart = each.text("counterpart");
        term.initials = each.text("initials");
        term.meaning = each.text("meaning");
        term.lesson = LessonId(each.text("lesson"));
        term.step = StepId(each.text("step"));
        glossary.terms.push_back(std::move(term));
    }
    const auto key = [chinese = isChinese(glossary.language)](const Term& term) {
        return chinese ? term.initials : small(term.term);
    };
    std::stable_sort(glossary.terms.begin(), glossary.terms.end(),
                     [&key](const Term& one, const Term& other) { return key(one) < key(other); });
    return glossary;
}

base::Result<Glossary> readGlossaryPack(std::string_view cbor) {
    const base::Result<base::Json> tree = base::parseCbor(cbor, "glossary pack");
    if (!tree) return tree.error();
    std::vector<base::Error> faults;
    Glossary glossary = readGlossary(tree.value(), "glossary pack", faults);
    return packOrFirstFault(std::move(glossary), faults);
}

} // namespace course
