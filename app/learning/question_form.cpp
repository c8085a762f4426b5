#include "learning/question_form.h"

#include <algorithm>
#include <utility>

namespace learning {

using course::QuestionOrder;

FormPhrases::FormPhrases(const course::LexiconForm& form, PhraseBook& book, std::vector<std::string>& faults)
    : order_(form.order), firstPhrase_(book.count()) {
    add(form.open, Group::open, book, faults);
    add(form.closed, Group::closed, book, faults);
    add(form.invites, Group::invites, book, faults);
    add(form.always, Group::always, book, faults);
    add(form.statement, Group::statement, book, faults);
    for (const std::string& each : form.notRepeats) {
        std::vector<std::string>& words = notRepeats_.emplace_back();
        for (const Word& word : readWords(each).words) words.push_back(word.plain);
    }
}

void FormPhrases::add(const std::vector<std::string>& phrases, Group group, PhraseBook& book,
                      std::vector<std::string>& faults) {
    for (const std::string& phrase : phrases) {
        std::string fault;
        book.add(phrase, fault);
        groups_.push_back(group);
        if (!fault.empty()) faults.push_back("\"" + phrase + "\": " + fault);
    }
}

/// 能不能, 看没看: the same character on both sides of 不 or 没.
bool FormPhrases::repeats(const ReadText& text, const Sentence& sentence, std::size_t at, Sign& sign) const {
    if (order_ != QuestionOrder::lastClause || at + 3 > sentence.end) return false;
    const std::vector<Word>& words = text.is.words;
    const bool denies = words[at + 1].plain == "不" || words[at + 1].plain == "没";
    const bool isOneClause = text.is.clauseOf[at] == text.is.clauseOf[at + 2];
    if (!denies || !isOneClause || !words[at].han || words[at].plain != words[at + 2].plain) return false;
    for (const std::vector<std::string>& each : notRepeats_) {
        std::size_t same = 0;
        while (same < each.size() && at + same < sentence.end && words[at + same].plain == each[same]) ++same;
        if (same == each.size()) return false;
    }
    sign = {Group::always, at, at + 3, {{words[at].place.begin, words[at + 2].place.end}}};
    return true;
}

std::vector<FormPhrases::Sign> FormPhrases::signsIn(const PhraseBook& book, ReadText& text, const Sentence& sentence,
                                                    bool& states) const {
    std::vector<Sign> signs;
    std::size_t free = sentence.begin; // behind the last sign
    for (std::size_t at = sentence.begin; at < sentence.end; ++at) {
        Sign longest;
        const auto isOurs = [this](std::size_t phrase) {
            return phrase >= firstPhrase_ && phrase < firstPhrase_ + groups_.size();
        };
        const auto consider = [&](PhraseMatch& match) {
            const Group group = groups_[match.phrase - firstPhrase_];
            if (group == Group::statement) {
                states = true;
                return;
            }
            // What stands in two lists is what the later one says: "always" after "closed".
            if (match.end >= longest.end) longest = {group, match.begin, match.end, std::move(match.places)};
        };
        book.eachAt(text, sentence, at, isOurs, consider);
        Sign repeated;
        if (repeats(text, sentence, at, repeated) && repeated.end > longest.end) longest = std::move(repeated);
        if (longest.end == 0 || at < free) continue;
        free = longest.end;
        signs.push_back(std::move(longest));
    }
    return signs;
}

const FormPhrases::Sign* FormPhrases::decidingLast(const std::vector<Sign>& signs, const ReadText& text) const {
    const Sign& last = signs.back();
    const std::size_t clause = text.is.clauseOf[last.end - 1];
    std::size_t first = signs.size() - 1;
    while (first > 0 && text.is.clauseOf[signs[first - 1].begin] == clause) --first;
    if (signs[first].closes()) return &signs[first];
    return last.closes() && text.endsClause[last.end] ? &last : &signs[first];
}

const FormPhrases::Sign* FormPhrases::decidingFirst(const std::vector<Sign>& signs, const ReadText& text) const {
    const Sign* opening = nullptr;
    for (const Sign& sign : signs) {
        const bool opensClause = text.startsClause[sign.begin];
        const bool hasClauseToItself = !opening || text.is.clauseOf[opening->begin] != text.is.clauseOf[sign.begin];
        if (hasClauseToItself || (opensClause && !text.startsClause[opening->begin])) opening = &sign;
    }
    return opening;
}

FormVerdict FormPhrases::of(const PhraseBook& book, ReadText& text, const Sentence& sentence) const {
    bool states = false;
    std::vector<Sign> signs = signsIn(book, text, sentence, states);
    const bool justEnds = !sentence.asked && !sentence.stopped;
    const bool mayAsk = !signs.empty() && !states && (justEnds || order_ == QuestionOrder::lastClause);
    if (!sentence.asked) {
        const bool weighsAll = justEnds && !states;
        const auto counts = [&](const Sign& sign) {
            return weighsAll || sign.group == Group::invites || (sign.group == Group::always && !states);
        };
        signs.erase(std::remove_if(signs.begin(), signs.end(), [&](const Sign& sign) { return !counts(sign); }),
                    signs.end());
        // English that just ends asks with what asks by itself; anything else in it may only be part of a statement.
        if (order_ == QuestionOrder::clauseStart)
            signs.erase(
                std::remove_if(signs.begin(), signs.end(), [](const Sign& sign) { return !sign.asksByItself(); }),
                signs.end());
    }
    if (signs.empty() && sentence.asked) return {QuestionForm::closed, {}};
    if (signs.empty()) return {mayAsk ? QuestionForm::unsure : QuestionForm::statement, {}};
    const Sign& deciding =
        *(order_ == QuestionOrder::lastClause ? decidingLast(signs, text) : decidingFirst(signs, text));
    return {deciding.closes() ? QuestionForm::closed : QuestionForm::open, deciding.places};
}

} // namespace learning
