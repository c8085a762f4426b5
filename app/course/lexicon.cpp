// Reads the question lab's pack.

#include "course/lexicon.h"

#include "course/pack_parts.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace course {

using base::Fault;
using base::JsonReader;

namespace {

/// Every member of an object, by its name.
std::vector<std::string> namesIn(const JsonReader& place) {
    std::vector<std::string> names;
    if (const auto* members = place.json().get_ptr<const base::Json::object_t*>())
        for (const auto& [name, value] : *members) names.push_back(name);
    return names;
}

LexiconForm readForm(const JsonReader& place) {
    LexiconForm form;
    const std::string order = place.text("order");
    if (order == "last-clause")
        form.order = QuestionOrder::lastClause;
    else if (order != "clause-start")
        place.complainAt("order", Fault::unknownId, "\"order\" must be \"last-clause\" or \"clause-start\".");
    form.leads = place.texts("leads");
    form.tails = place.texts("tails");
    form.open = place.texts("open");
    form.closed = place.texts("closed");
    form.invites = place.texts("invites");
    form.always = place.texts("always");
    form.statement = place.texts("statement");
    form.notRepeats = place.texts("not-repeats");
    return form;
}

LexiconRule readRule(const JsonReader& place, const std::string& id) {
    LexiconRule rule;
    rule.id = id;
    rule.name = place.text("name");
    rule.signs = place.textsIfAny("signs");
    rule.weakSigns = place.textsIfAny("weakSigns");
    rule.unless = place.textsIfAny("unless");
    rule.unlessAnywhere = place.textsIfAny("unlessAnywhere");
    rule.why = place.text("why");
    rule.better = place.text("better");
    return rule;
}

} // namespace

const LexiconRule* Lexicon::rule(std::string_view id) const {
    for (const LexiconRule& each : rules)
        if (each.id == id) return &each;
    return nullptr;
}

Lexicon readLexicon(const base::Json& pack, std::string_view where, std::vector<base::Error>& faults,
                    std::vector<base::Asked>* asked) {
    Lexicon lexicon;
    const JsonReader place(pack, where, faults, asked);
    if (!readPackHeader(place, "lab")) return lexicon;
    lexicon.language = place.text("language");
    const JsonReader classes = place.at("classes");
    for (const std::string& name : namesIn(classes)) lexicon.classes[name] = classes.texts(name);
    lexicon.form = readForm(place.at("form"));
    const JsonReader rules = place.at("rules");
    for (const std::string& id : namesIn(rules)) lexicon.rules.push_back(readRule(rules.at(id), id));
    lexicon.examples = place.texts("examples");
    return lexicon;
}

base::Result<Lexicon> readLexiconPack(std::string_view cbor) {
    const base::Result<base::Json> tree = base::parseCbor(cbor, "lab pack");
    if (!tree) return tree.error();
    std::vector<base::Error> faults;
    Lexicon lexicon = readLexicon(tree.value(), "lab pack", faults);
    return packOrFirstFault(std::move(lexicon), faults);
}

} // namespace course
