// The words by which the question lab reads a sentence of one language: word lists and phrases, and what to say about
// each finding. Written in content/lab, one file a language; what the phrases mean is decided in app/learning.
#pragma once

#include "base/json_reader.h"
#include "base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace course {

/// The phrases of one finding, and what is said when they are met. How phrases are written: learning/phrase.h.
struct LexiconRule {
    std::string id;                          ///< "fault-exposing.you-said"
    std::string name;                        ///< what people call it: "didn't you say …?"
    std::vector<std::string> signs;          ///< any of them, and it is so
    std::vector<std::string> weakSigns;      ///< any of them, and it may be so
    std::vector<std::string> unless;         ///< any of them in the same sentence, and it is not
    std::vector<std::string> unlessAnywhere; ///< any of them in the whole text, and it is not
    std::string why;                         ///< what the sentence does to whoever hears it
    std::string better;                      ///< a better way to put it
};

/// Where a language puts what makes a sentence a question.
enum class QuestionOrder {
    lastClause,  ///< Chinese: the last clause with a sign decides, and 吗 at its end closes it
    clauseStart, ///< English: a question begins with what makes it one
};

/// The phrases that tell open questions, closed ones and statements apart.
struct LexiconForm {
    QuestionOrder order = QuestionOrder::clauseStart;
    std::vector<std::string> leads;      ///< may stand before the words that open a clause: "so", "and"
    std::vector<std::string> tails;      ///< may stand after the words that end one: 呢, "please"
    std::vector<std::string> open;       ///< ask for some telling
    std::vector<std::string> closed;     ///< ask for one word
    std::vector<std::string> invites;    ///< ask for some telling also without a question mark: "tell me about"
    std::vector<std::string> always;     ///< ask for one word also without a question mark
    std::vector<std::string> statement;  ///< without a question mark these ask nothing: "I'll check when"
    std::vector<std::string> notRepeats; ///< 时不时 looks like 能不能 and asks nothing
};

struct Lexicon {
    std::string language;
    std::map<std::string, std::vector<std::string>, std::less<>>
        classes; ///< words that stand for each other in phrases
    LexiconForm form;
    std::vector<LexiconRule> rules;
    std::vector<std::string> examples; ///< sentences to try

    [[nodiscard]] const LexiconRule* rule(std::string_view id) const;
};

/// Reads the pack that coursec made of content/lab.
[[nodiscard]] base::Result<Lexicon> readLexiconPack(std::string_view cbor);
/// The same from the pack as a JSON tree; see course/pack.h.
[[nodiscard]] Lexicon readLexicon(const base::Json& pack, std::string_view where, std::vector<base::Error>& faults,
                                  std::vector<base::Asked>* asked = nullptr);

} // namespace course
