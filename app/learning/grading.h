// Marking an answer: how far it is right, and what to say to it.
#pragma once

#include "base/percent.h"
#include "course/item.h"
#include "course/lesson.h"
#include "learning/answer.h"
#include "learning/sentence_lab.h"

#include <string>
#include <vector>

namespace learning {

/// What is said to one part of an answer.
struct Remark {
    course::OptionId option; ///< the option, card or prompt it is about; empty for the whole
    bool right = false;
    std::string misconception; ///< the misconception it reveals, "" when right
    std::string text;          ///< why
};

struct Verdict {
    base::Percent score; ///< 0..100, with partial credit
    bool right = false;  ///< fully right (an estimate: within tolerance)
    std::vector<Remark>
        remarks; ///< in the order of the item's options; for a choice: those chosen and the keys that were missed
};

/// Single choice: all or nothing. Multiple choice: (hits − false picks) / keys, floor 0. Ordering: share of adjacent
/// pairs in the right order, full only when all are. Estimate: full within the tolerance, none beyond four tolerances,
/// linear between. An answer of another kind, or with unknown or repeated options, scores 0 and is not right; it never
/// fails.
[[nodiscard]] Verdict grade(const course::Item& item, const Answer& answer);

/// Marks one step of a lesson; steps that ask for nothing score 100.
/// A guess chart scores 100 when close, 60 when fair, 30 otherwise (guessing is for learning, it is never "wrong");
/// a sort, matrix, match, cloze or set of cards scores the share placed right at the first try; a rewrite the share of
/// prompts whose form is as asked; spotting (hits − false taps) / mistakes, floor 0, a hit with the wrong tag counting
/// half; a case, dialogue or question gauge what its ending is worth; a simulator the mean of its tasks, where a guess
/// scores as in a guess chart. Self-ratings and notes are never marked: they score 100.
/// `lab` reads what was rewritten; without it a rewrite scores 0.
[[nodiscard]] Verdict grade(const course::Step& step, const Answer& answer, const SentenceLab* lab = nullptr);

/// Share of an exam that is right: the mean of the items' scores where fully right counts 100 and everything else its
/// partial credit.
[[nodiscard]] base::Percent meanScore(const std::vector<base::Percent>& scores);

} // namespace learning
