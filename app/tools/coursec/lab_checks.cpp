#include "tools/coursec/lab_checks.h"

#include "learning/phrase.h"
#include "learning/sentence_lab.h"
#include "tools/coursec/suggestions.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>
#include <vector>

namespace coursec {

using base::Fault;
using course::LexiconRule;

namespace {

class Checker {
public:
    Checker(const course::Lexicon& lexicon, std::string where, Faults& faults)
        : lexicon_(lexicon), where_(std::move(where)), faults_(faults),
          book_(lexicon.classes, lexicon.form.leads, lexicon.form.tails) {}

    void check() {
        checkRules();
        const course::LexiconForm& form = lexicon_.form;
        checkPhrases(form.open, "/form/open");
        checkPhrases(form.closed, "/form/closed");
        checkPhrases(form.invites, "/form/invites");
        checkPhrases(form.always, "/form/always");
        checkPhrases(form.statement, "/form/statement");
        checkClasses();
        checkExamples();
    }

private:
    void complain(Fault fault, const std::string& place, std::string what) {
        faults_.push_back({fault, std::move(what), where_ + '#' + place});
    }

    void checkRules() {
        const std::vector<std::string_view> due = learning::SentenceLab::ruleIds();
        for (const std::string_view id : due)
            if (!lexicon_.rule(id))
                complain(Fault::missing, "/rules/" + std::string(id),
                         "The rule \"" + std::string(id) + "\" has no words in " + lexicon_.language +
                             ". Copy it from another language and write them.");
        for (const LexiconRule& rule : lexicon_.rules) {
            const std::string place = "/rules/" + rule.id;
            if (std::find(due.begin(), due.end(), rule.id) == due.end()) {
                complain(Fault::unknownId, place,
                         "The portal has no rule \"" + rule.id + "\". Correct the name, or take it out." +
                             didYouMean(rule.id, {due.begin(), due.end()}));
                continue;
            }
            const bool isForm = rule.id.compare(0, 5, "form.") == 0;
            if (isForm && !rule.signs.empty())
                complain(Fault::contradiction, place + "/signs",
                         "What tells the form of a question stands in \"form\". Move these signs there.");
            if (!isForm && rule.signs.empty())
                complain(Fault::missing, place + "/signs", "Without signs the rule never finds anything. Add some.");
            checkPhrases(rule.signs, place + "/signs");
            checkPhrases(rule.weakSigns, place + "/weakSigns");
            checkPhrases(rule.unless, place + "/unless");
            checkPhrases(rule.unlessAnywhere, place + "/unlessAnywhere");
        }
    }

    void checkPhrases(const std::vector<std::string>& phrases, const std::string& place) {
        std::set<std::string> seen;
        for (std::size_t at = 0; at < phrases.size(); ++at) {
            const std::string here = place + '/' + std::to_string(at);
            std::string fault;
            (void)book_.add(phrases[at], fault);
            if (!fault.empty()) complain(Fault::unknownId, here, fault + likeClass(fault));
            if (!seen.insert(phrases[at]).second)
                complain(Fault::duplicateId, here,
                         "\"" + phrases[at] + "\" stands in this list twice. Take one of the two out.");
            noteClasses(phrases[at]);
        }
    }

    /// The class that was meant where a phrase names one that is not there.
    [[nodiscard]] std::string likeClass(const std::string& fault) const {
        const std::size_t begin = fault.find('"') + 1;
        std::vector<std::string> names;
        for (const auto& [name, words] : lexicon_.classes) names.push_back(name);
        return begin > 0 ? didYouMean(fault.substr(begin, fault.find('"', begin) - begin), names) : "";
    }

    void noteClasses(const std::string& phrase) {
        for (std::size_t begin = 0; (begin = phrase.find('{', begin)) != std::string::npos; ++begin)
            used_.insert(phrase.substr(begin + 1, phrase.find('}', begin) - begin - 1));
    }

    void checkClasses() {
        for (const auto& [name, words] : lexicon_.classes)
            if (used_.count(name) == 0)
                complain(Fault::unknownId, "/classes" + base::pointerStep(name),
                         "No phrase uses the class \"" + name + "\". Take it out, or use it.");
    }

    void checkExamples() {
        const learning::SentenceLab lab(lexicon_);
        for (std::size_t at = 0; at < lexicon_.examples.size(); ++at)
            if (lab.read(lexicon_.examples[at]).findings.empty())
                complain(Fault::contradiction, "/examples/" + std::to_string(at),
                         "The lab finds nothing in this example. Add the words that it lacks, or choose another.");
    }

    const course::Lexicon& lexicon_;
    std::string where_;
    Faults& faults_;
    learning::PhraseBook book_;
    std::set<std::string> used_;
};

} // namespace

void checkLexicon(const course::Lexicon& lexicon, const std::string& where, Faults& faults) {
    Checker(lexicon, where, faults).check();
}

} // namespace coursec
