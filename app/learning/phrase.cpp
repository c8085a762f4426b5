#include "learning/phrase.h"

#include <algorithm>
#include <utility>

namespace learning {

namespace {

constexpr std::string_view ellipsis = "…";

bool beginsWith(const std::vector<int>& words, std::size_t at, std::size_t end, const std::vector<int>& sequence) {
    return at + sequence.size() <= end &&
           std::equal(sequence.begin(), sequence.end(), words.begin() + static_cast<std::ptrdiff_t>(at));
}

} // namespace

PhraseBook::PhraseBook(const Classes& classes, const std::vector<std::string>& leads,
                       const std::vector<std::string>& tails) {
    const auto longestFirst = [](const std::vector<int>& one, const std::vector<int>& other) {
        return one.size() > other.size();
    };
    const auto sequences = [&](const std::vector<std::string>& written) {
        std::vector<std::vector<int>> all;
        for (const std::string& each : written)
            if (std::vector<int> sequence = sequenceOf(each); !sequence.empty()) all.push_back(std::move(sequence));
        std::stable_sort(all.begin(), all.end(), longestFirst);
        return all;
    };
    for (const auto& [name, words] : classes) classes_[name] = sequences(words);
    leads_ = sequences(leads);
    tails_ = sequences(tails);
}

int PhraseBook::knownWord(const std::string& plain) {
    return numbers_.emplace(plain, static_cast<int>(numbers_.size())).first->second;
}

std::vector<int> PhraseBook::sequenceOf(std::string_view written) {
    std::vector<int> sequence;
    for (const Word& word : readWords(written).words) sequence.push_back(knownWord(word.plain));
    return sequence;
}

std::size_t PhraseBook::add(std::string_view written, std::string& fault) {
    Phrase phrase;
    std::string literal;
    const auto endLiteral = [&] {
        if (std::vector<int> sequence = sequenceOf(literal); !sequence.empty())
            phrase.push_back({Part::Kind::words, {std::move(sequence)}});
        literal.clear();
    };
    const auto mark = [&](Part::Kind kind, std::size_t length) {
        endLiteral();
        phrase.push_back({kind, {}});
        written.remove_prefix(length);
    };
    while (!written.empty()) {
        if (written.front() == '~') {
            mark(Part::Kind::gapInClause, 1);
        } else if (written.front() == '^') {
            mark(Part::Kind::clauseStart, 1);
        } else if (written.front() == '$') {
            mark(Part::Kind::clauseEnd, 1);
        } else if (written.substr(0, ellipsis.size()) == ellipsis) {
            mark(Part::Kind::gapInSentence, ellipsis.size());
        } else if (written.front() == '{') {
            endLiteral();
            const std::size_t end = written.find('}');
            const std::string_view name = written.substr(1, end == std::string_view::npos ? end : end - 1);
            const auto known = end == std::string_view::npos ? classes_.end() : classes_.find(name);
            if (known == classes_.end()) {
                fault = "There is no class \"" + std::string(name) + "\". Add it to \"classes\", or correct the name.";
                phrases_.emplace_back();
                return phrases_.size() - 1;
            }
            phrase.push_back({Part::Kind::words, known->second});
            written.remove_prefix(end + 1);
        } else {
            literal += written.front();
            written.remove_prefix(1);
        }
    }
    endLiteral();
    for (Part& part : phrase) {
        for (const std::vector<int>& sequence : part.anyOf) part.firsts.push_back(sequence.front());
        std::sort(part.firsts.begin(), part.firsts.end());
    }

    const std::size_t number = phrases_.size();
    const auto first = std::find_if(phrase.begin(), phrase.end(),
                                    [](const Part& part) { return part.kind != Part::Kind::clauseStart; });
    if (first == phrase.end() || first->kind != Part::Kind::words || first->anyOf.empty()) {
        fault = "A phrase must begin with words, which may have ^ before them.";
        phrase.clear();
    } else {
        for (const std::vector<int>& sequence : first->anyOf) {
            std::vector<std::size_t>& starting = byFirstWord_[sequence.front()];
            if (starting.empty() || starting.back() != number) starting.push_back(number);
        }
    }
    phrases_.push_back(std::move(phrase));
    return number;
}

std::size_t PhraseBook::longestOf(const std::vector<std::vector<int>>& sequences, const std::vector<int>& words,
                                  std::size_t at, std::size_t end) const {
    for (const std::vector<int>& sequence : sequences)
        if (beginsWith(words, at, end, sequence)) return sequence.size();
    return 0;
}

ReadText PhraseBook::read(std::string_view written) const {
    ReadText text;
    text.is = readWords(written);
    for (const Word& word : text.is.words) {
        const auto found = numbers_.find(word.plain);
        text.known.push_back(found == numbers_.end() ? -1 : found->second);
    }
    text.seenIn.assign(numbers_.size(), 0);
    text.neededIn.assign(phrases_.size(), 0);
    text.mayStand.assign(phrases_.size(), false);
    text.startsClause.assign(text.known.size(), false);
    text.endsClause.assign(text.known.size() + 1, false);
    for (const WordRun& clause : text.is.clauses) {
        text.startsClause[clause.begin] = true;
        for (std::size_t at = clause.begin; at < clause.end;) {
            const std::size_t lead = longestOf(leads_, text.known, at, clause.end);
            if (lead == 0 || at + lead >= clause.end) break;
            at += lead;
            text.startsClause[at] = true;
        }
        text.endsClause[clause.end] = true;
        for (std::size_t end = clause.end; end > clause.begin;) {
            std::size_t tail = 0;
            for (const std::vector<int>& each : tails_)
                if (each.size() <= end - clause.begin && beginsWith(text.known, end - each.size(), end, each))
                    tail = std::max(tail, each.size());
            if (tail == 0) break;
            end -= tail;
            text.endsClause[end] = true;
        }
    }
    return text;
}

bool PhraseBook::mayStandIn(std::size_t number, ReadText& text, const Sentence& sentence) const {
    const std::size_t here = sentence.begin + 1;
    if (text.stamped != here) {
        text.stamped = here;
        for (std::size_t at = sentence.begin; at < sentence.end; ++at)
            if (text.known[at] >= 0) text.seenIn[static_cast<std::size_t>(text.known[at])] = here;
    }
    if (text.neededIn[number] != here) {
        text.neededIn[number] = here;
        const Phrase& phrase = phrases_[number];
        text.mayStand[number] = std::all_of(phrase.begin(), phrase.end(), [&](const Part& part) {
            return part.kind != Part::Kind::words || std::any_of(part.firsts.begin(), part.firsts.end(), [&](int word) {
                       return text.seenIn[static_cast<std::size_t>(word)] == here;
                   });
        });
    }
    return text.mayStand[number];
}

/// One try to match a phrase from one place. What failed once is not tried again, so that a try takes time in
/// proportion to the phrase's parts and the words its gaps may reach.
struct PhraseBook::Search {
    const Phrase& phrase;
    const ReadText& text;
    const Sentence& sentence;
    std::vector<std::pair<std::size_t, std::size_t>> matched; ///< runs of words, in order
    std::vector<std::pair<std::size_t, std::size_t>> failed;  ///< part and place

    bool from(std::size_t part, std::size_t at) {
        if (part == phrase.size()) return true;
        const Part& here = phrase[part];
        switch (here.kind) {
        case Part::Kind::clauseStart: return at < sentence.end && text.startsClause[at] && from(part + 1, at);
        case Part::Kind::clauseEnd: return endsHere(at) && from(part + 1, at);
        case Part::Kind::words: return words(here, part, at);
        case Part::Kind::gapInClause:
        case Part::Kind::gapInSentence: return gap(here.kind == Part::Kind::gapInClause, part, at);
        }
        return false;
    }

    [[nodiscard]] bool followsAtOnce(std::size_t part) const {
        return part > 0 && phrase[part - 1].kind == Part::Kind::words;
    }
    [[nodiscard]] bool endsHere(std::size_t at) const { return text.endsClause[at]; }

    bool words(const Part& here, std::size_t part, std::size_t at) {
        if (at >= sentence.end || (followsAtOnce(part) && text.startsNewClause(at))) return false;
        if (!std::binary_search(here.firsts.begin(), here.firsts.end(), text.known[at])) return false;
        const std::size_t end = text.is.clauses[text.is.clauseOf[at]].end; // words that belong together stand together
        for (const std::vector<int>& sequence : here.anyOf) {
            if (!beginsWith(text.known, at, end, sequence)) continue;
            matched.emplace_back(at, at + sequence.size());
            if (from(part + 1, at + sequence.size())) return true;
            matched.pop_back();
        }
        return false;
    }

    bool gap(bool inClause, std::size_t part, std::size_t at) {
        const std::pair<std::size_t, std::size_t> here(part, at);
        if (std::find(failed.begin(), failed.end(), here) != failed.end()) return false;
        std::size_t end = sentence.end;
        if (inClause && at > 0 && at <= text.is.clauseOf.size()) end = text.is.clauses[text.is.clauseOf[at - 1]].end;
        for (std::size_t to = at; to <= std::min(end, at + longestGap); ++to)
            if (from(part + 1, to)) return true;
        failed.push_back(here);
        return false;
    }
};

bool PhraseBook::matches(std::size_t number, const ReadText& text, const Sentence& sentence, std::size_t at,
                         PhraseMatch& match) const {
    Search search{phrases_[number], text, sentence, {}, {}};
    if (!search.from(0, at)) return false;
    match.phrase = number;
    match.begin = search.matched.front().first;
    match.end = search.matched.back().second;
    for (const auto& [begin, end] : search.matched) {
        const TextRange place{text.is.words[begin].place.begin, text.is.words[end - 1].place.end};
        const bool joins =
            begin > 0 && !match.places.empty() && match.places.back().end == text.is.words[begin - 1].place.end;
        if (joins)
            match.places.back().end = place.end;
        else
            match.places.push_back(place);
    }
    return true;
}

} // namespace learning
