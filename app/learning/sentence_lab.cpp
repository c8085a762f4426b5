#include "learning/sentence_lab.h"

#include <algorithm>
#include <array>
#include <utility>

namespace learning {

namespace {

/// In which sentences a rule may find anything.
enum class Scope {
    questions,  ///< only what is asked
    statements, ///< only what is stated: a "must" in a question orders nobody about
    friendly,   ///< anything but a hostile question: what exposes a fault is not also said to blame
    anywhere,
};

struct Rule {
    std::string_view id;
    SentenceKind kind;
    Scope scope;
};

/// All rules. Of the hostile ones the first that is met names the sentence: the ones that hang on a whole frame ("if it
/// were you …") come before those that hang on a turn of phrase that may stand in any of the others ("don't you
/// think").
constexpr std::array<Rule, 27> table = {{
    {"presuming.in-my-place", SentenceKind::presuming, Scope::questions},
    {"fault-exposing.you-said", SentenceKind::faultExposing, Scope::questions},
    {"provocative.why-wont-you", SentenceKind::provocative, Scope::questions},
    {"provocative.what-more", SentenceKind::provocative, Scope::questions},
    {"provocative.dare", SentenceKind::provocative, Scope::questions},
    {"condescending.what-did-you-do", SentenceKind::condescending, Scope::questions},
    {"condescending.when-at-last", SentenceKind::condescending, Scope::questions},
    {"condescending.do-you-even-know", SentenceKind::condescending, Scope::questions},
    {"fault-exposing.why-so", SentenceKind::faultExposing, Scope::questions},
    {"fault-exposing.did-you-not", SentenceKind::faultExposing, Scope::questions},
    {"presuming.motive", SentenceKind::presuming, Scope::questions},
    {"presuming.answer-for-you", SentenceKind::presuming, Scope::questions},
    {"aggressive.opinion", SentenceKind::aggressive, Scope::questions},
    {"aggressive.should", SentenceKind::aggressive, Scope::questions},
    {"aggressive.tag", SentenceKind::aggressive, Scope::questions},
    {"aggressive.pressure", SentenceKind::aggressive, Scope::questions},
    {"forbidden.you-are-wrong", SentenceKind::forbidden, Scope::statements},
    {"forbidden.order", SentenceKind::forbidden, Scope::statements},
    {"forbidden.refusal", SentenceKind::forbidden, Scope::statements},
    {"forbidden.rule-or-custom", SentenceKind::forbidden, Scope::statements},
    {"forbidden.disown", SentenceKind::forbidden, Scope::statements},
    {"blame.customer-outright", SentenceKind::blame, Scope::anywhere},
    {"blame.customer", SentenceKind::blame, Scope::statements},
    {"blame.colleague", SentenceKind::blame, Scope::statements},
    {"blame.hunt", SentenceKind::blame, Scope::friendly},
    {"form.open", SentenceKind::open, Scope::questions},
    {"form.closed", SentenceKind::closed, Scope::questions},
}};
constexpr std::string_view unsureId = "form.unsure";

} // namespace

std::string_view nameOf(SentenceKind kind) {
    switch (kind) {
    case SentenceKind::open: return "open";
    case SentenceKind::closed: return "closed";
    case SentenceKind::aggressive: return "aggressive";
    case SentenceKind::faultExposing: return "fault-exposing";
    case SentenceKind::presuming: return "presuming";
    case SentenceKind::condescending: return "condescending";
    case SentenceKind::provocative: return "provocative";
    case SentenceKind::forbidden: return "forbidden";
    case SentenceKind::blame: return "blame";
    }
    return {};
}

bool isHostile(SentenceKind kind) {
    return kind == SentenceKind::aggressive || kind == SentenceKind::faultExposing || kind == SentenceKind::presuming ||
           kind == SentenceKind::condescending || kind == SentenceKind::provocative;
}

const Finding* Reading::finding(SentenceKind kind) const {
    const auto found =
        std::find_if(findings.begin(), findings.end(), [kind](const Finding& each) { return each.kind == kind; });
    return found == findings.end() ? nullptr : &*found;
}

std::vector<std::string_view> SentenceLab::ruleIds() {
    std::vector<std::string_view> ids;
    for (const Rule& rule : table) ids.push_back(rule.id);
    ids.push_back(unsureId);
    return ids;
}

SentenceLab::SentenceLab(course::Lexicon lexicon)
    : lexicon_(std::move(lexicon)), book_(lexicon_.classes, lexicon_.form.leads, lexicon_.form.tails) {
    form_.emplace(lexicon_.form, book_, faults_);
    firstPhrase_ = book_.count();
    for (std::size_t index = 0; index < table.size(); ++index) {
        const course::LexiconRule* rule = lexicon_.rule(table[index].id);
        rules_.push_back(rule);
        if (!rule) continue;
        addPhrases(rule->signs, index, Use::sign);
        addPhrases(rule->weakSigns, index, Use::weakSign);
        addPhrases(rule->unless, index, Use::unless);
        addPhrases(rule->unlessAnywhere, index, Use::unlessAnywhere);
    }
}

void SentenceLab::addPhrases(const std::vector<std::string>& phrases, std::size_t rule, Use use) {
    for (const std::string& phrase : phrases) {
        std::string fault;
        book_.add(phrase, fault);
        tags_.push_back({rule, use});
        if (!fault.empty()) faults_.push_back(std::string(table[rule].id) + ": \"" + phrase + "\": " + fault);
    }
}

/// For each rule the first sign that was met, and what speaks against it.
struct SentenceLab::Met {
    struct Sign {
        bool met = false, sure = false;
        std::vector<TextRange> places;
    };
    std::array<Sign, table.size()> signs;
    std::array<bool, table.size()> notHere{}, notAnywhere{};
};

SentenceLab::Met SentenceLab::look(ReadText& text, const Sentence& sentence) const {
    Met met;
    const auto isWanted = [&](std::size_t phrase) {
        if (phrase < firstPhrase_) return false;
        const Tag& tag = tags_[phrase - firstPhrase_];
        switch (tag.use) {
        case Use::sign: return !met.signs[tag.rule].sure;
        case Use::weakSign: return !met.signs[tag.rule].met;
        case Use::unless: return !met.notHere[tag.rule];
        case Use::unlessAnywhere: return !met.notAnywhere[tag.rule];
        }
        return false;
    };
    const auto take = [&](PhraseMatch& match) {
        const Tag& tag = tags_[match.phrase - firstPhrase_];
        if (tag.use == Use::unless)
            met.notHere[tag.rule] = true;
        else if (tag.use == Use::unlessAnywhere)
            met.notAnywhere[tag.rule] = true;
        else
            met.signs[tag.rule] = {true, tag.use == Use::sign, std::move(match.places)};
    };
    for (std::size_t at = sentence.begin; at < sentence.end; ++at) book_.eachAt(text, sentence, at, isWanted, take);
    return met;
}

Reading SentenceLab::read(std::string_view typed) const {
    Reading reading;
    ReadText text = book_.read(typed);
    reading.empty = text.is.words.empty();

    std::vector<Met> met;
    std::array<bool, table.size()> ruledOut{};
    for (const Sentence& sentence : text.is.sentences) {
        met.push_back(look(text, sentence));
        for (std::size_t rule = 0; rule < table.size(); ++rule)
            ruledOut[rule] = ruledOut[rule] || met.back().notAnywhere[rule];
    }

    FormVerdict form;
    const auto keep = [&](std::size_t rule, const Met::Sign& sign) {
        const auto known = std::find_if(reading.findings.begin(), reading.findings.end(),
                                        [&](const Finding& each) { return each.kind == table[rule].kind; });
        if (known == reading.findings.end())
            reading.findings.push_back({table[rule].kind, sign.sure, rules_[rule], sign.places});
        else if (!known->sure && sign.sure)
            *known = {table[rule].kind, true, rules_[rule], sign.places};
    };
    for (std::size_t index = 0; index < met.size(); ++index) {
        const Sentence& sentence = text.is.sentences[index];
        const Met& here = met[index];
        FormVerdict verdict = form_->of(book_, text, sentence);
        const bool asks = sentence.asked || verdict.form == QuestionForm::open || verdict.form == QuestionForm::closed;
        const auto finds = [&](std::size_t rule) {
            return here.signs[rule].met && !here.notHere[rule] && !ruledOut[rule];
        };

        // One hostile kind a sentence: the first sure one, else the first of the others.
        std::size_t hostile = table.size();
        for (std::size_t rule = 0; rule < table.size(); ++rule) {
            const bool may = isHostile(table[rule].kind) && finds(rule) && (asks || !sentence.stopped);
            if (may && (hostile == table.size() || (here.signs[rule].sure && !here.signs[hostile].sure)))
                hostile = rule;
        }
        if (hostile < table.size()) {
            keep(hostile, here.signs[hostile]);
            if (!asks) verdict.form = QuestionForm::closed; // 您也不会这样做吧, typed without its mark
        }
        const bool isQuestion = asks || hostile < table.size();
        for (std::size_t rule = 0; rule < table.size(); ++rule) {
            const Scope scope = table[rule].scope;
            const bool may = scope == Scope::anywhere || (scope == Scope::statements && !isQuestion) ||
                             (scope == Scope::friendly && hostile == table.size() && isQuestion);
            if (may && finds(rule)) keep(rule, here.signs[rule]);
        }
        const bool saysMore = verdict.form != QuestionForm::statement &&
                              (verdict.form != QuestionForm::unsure || form.form == QuestionForm::statement);
        if (saysMore) form = std::move(verdict);
    }

    reading.form = form.form;
    if (form.form == QuestionForm::open || form.form == QuestionForm::closed) {
        const bool open = form.form == QuestionForm::open;
        reading.findings.insert(reading.findings.begin(),
                                {open ? SentenceKind::open : SentenceKind::closed, true,
                                 lexicon_.rule(open ? "form.open" : "form.closed"), std::move(form.places)});
    }
    return reading;
}

} // namespace learning
