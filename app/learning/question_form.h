// Is a sentence an open question, a closed one, or a statement? Plain rules over the phrases of the lexicon, and
// "unsure" when they do not decide. Knows of languages only where they put what makes a question.
#pragma once

#include "course/lexicon.h"
#include "learning/phrase.h"

#include <string>
#include <vector>

namespace learning {

enum class QuestionForm { open, closed, statement, unsure };

struct FormVerdict {
    QuestionForm form = QuestionForm::statement;
    std::vector<TextRange> places; ///< the words that decided; none when it was the question mark, or its absence
};

/// Where the phrases of the form stand in a book that they share with others.
class FormPhrases {
public:
    FormPhrases(const course::LexiconForm& form, PhraseBook& book, std::vector<std::string>& faults);

    /// The form of one sentence.
    ///
    /// Signs are found from left to right, the longest at each place, none inside another. A sentence without a
    /// question mark asks only when its signs do so by themselves ("tell me", 吗); where it just ends, with no mark at
    /// all, the other signs count too, if it does not state ("I'll check when …").
    /// - Question last (Chinese): the last clause with a sign decides. In it a closed sign wins when it comes first
    ///   (有没有什么问题) or ends the clause (有什么问题吗), else the clause is open (您觉得什么时候开会好).
    ///   X不X and X没X are closed signs whatever the X.
    /// - Question first (English): the last sign that opens a clause decides ("Your parcel is late, what happened?",
    ///   "You signed for it, didn't you?").
    /// A question mark without any sign asks for a yes or no; signs that do not count leave it unsure.
    [[nodiscard]] FormVerdict of(const PhraseBook& book, ReadText& text, const Sentence& sentence) const;

private:
    enum class Group { open, closed, invites, always, statement };
    struct Sign {
        Group group = Group::open;
        std::size_t begin = 0, end = 0;
        std::vector<TextRange> places;
        [[nodiscard]] bool closes() const { return group == Group::closed || group == Group::always; }
        [[nodiscard]] bool asksByItself() const { return group == Group::invites || group == Group::always; }
    };

    void add(const std::vector<std::string>& phrases, Group group, PhraseBook& book, std::vector<std::string>& faults);
    [[nodiscard]] std::vector<Sign> signsIn(const PhraseBook& book, ReadText& text, const Sentence& sentence,
                                            bool& states) const;
    [[nodiscard]] bool repeats(const ReadText& text, const Sentence& sentence, std::size_t at, Sign& sign) const;
    [[nodiscard]] const Sign* decidingLast(const std::vector<Sign>& signs, const ReadText& text) const;
    [[nodiscard]] const Sign* decidingFirst(const std::vector<Sign>& signs, const ReadText& text) const;

    course::QuestionOrder order_;
    std::vector<std::vector<std::string>> notRepeats_; ///< as words
    std::size_t firstPhrase_ = 0;
    std::vector<Group> groups_; ///< of the phrases from firstPhrase_ on
};

} // namespace learning
