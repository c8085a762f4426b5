// The question lab: what a sentence does to whoever hears it. Any text in, findings out, each by the name of its rule,
// with the words that show it. Deterministic: the same lexicon and text always give the same reading.
//
// The rules and their order stand in sentence_lab.cpp; the phrases that they look for come from the lexicon. Nothing
// here knows a language.
#pragma once

#include "base/door.h"
#include "course/lexicon.h"
#include "learning/phrase.h"
#include "learning/question_form.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace learning {

/// The five hostile kinds are those that the course teaches to avoid.
enum class SentenceKind {
    open,
    closed,
    aggressive,    ///< 侵略性: "I think" dressed as a question
    faultExposing, ///< 揭短: holds up what the other said or did
    presuming,     ///< 臆测性: answers for the other, or guesses at motives
    condescending, ///< 居高临下: "you should have known, or done it, long ago"
    provocative,   ///< 挑衅性: picks a quarrel
    forbidden,     ///< a forbidden phrase
    blame,         ///< puts the fault on the customer, a colleague or a partner
};
[[nodiscard]] std::string_view nameOf(SentenceKind kind); ///< "fault-exposing"
[[nodiscard]] bool isHostile(SentenceKind kind);

struct Finding {
    SentenceKind kind = SentenceKind::open;
    bool sure = true;
    const course::LexiconRule* rule = nullptr; ///< its id, why, and a better way; lives as long as the lab
    std::vector<TextRange> places;             ///< the words that show it; none when a punctuation mark does
};

struct Reading {
    QuestionForm form = QuestionForm::statement; ///< of the last sentence that asks; statement also for an empty text
    bool empty = true;                           ///< no words in it
    std::vector<Finding> findings;               ///< the form first, when it is a question; each kind once
    [[nodiscard]] const Finding* finding(SentenceKind kind) const;
};

class SentenceLab {
public:
    explicit SentenceLab(course::Lexicon lexicon);
    SentenceLab(const SentenceLab&) = delete; // findings point into it
    SentenceLab& operator=(const SentenceLab&) = delete;

    [[nodiscard]] BASE_DOOR Reading read(std::string_view text) const;
    [[nodiscard]] const course::Lexicon& lexicon() const { return lexicon_; }
    /// What is wrong with the lexicon: phrases that cannot be read. Empty for one that coursec let through.
    [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }

    /// Ids of all rules. A lexicon has each of them and no other; those of the form have words and no signs.
    [[nodiscard]] static std::vector<std::string_view> ruleIds();

private:
    enum class Use { sign, weakSign, unless, unlessAnywhere };
    struct Tag {
        std::size_t rule = 0; ///< in the table of rules
        Use use = Use::sign;
    };
    struct Met; ///< what one sentence met

    void addPhrases(const std::vector<std::string>& phrases, std::size_t rule, Use use);
    [[nodiscard]] Met look(ReadText& text, const Sentence& sentence) const;

    course::Lexicon lexicon_;
    std::vector<std::string> faults_;
    PhraseBook book_;
    std::optional<FormPhrases> form_;
    std::size_t firstPhrase_ = 0;
    std::vector<Tag> tags_;                         ///< of the phrases from firstPhrase_ on
    std::vector<const course::LexiconRule*> rules_; ///< by the table; null when the lexicon lacks it
};

} // namespace learning
