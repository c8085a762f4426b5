// Is a sentence an open or a closed question? Plain rules over word lists of the language, and "unsure" when they do
// not decide. The lists come from the content; nothing here knows a language except that Latin words match whole and
// without regard to case.
#pragma once

#include "course/lesson.h"

#include <string>
#include <string_view>
#include <vector>

namespace learning {

enum class QuestionForm { open, closed, unsure };

struct FormVerdict {
    QuestionForm form = QuestionForm::unsure;
    std::string sign; ///< the word that decided, as it stands in the list; "" when unsure
};

/// Signs are found from left to right; where two begin at one place the longer one counts, so that a closed "how many"
/// is not taken for an open "how", and an author can list "can you tell me" as open although "can you" is closed. Signs
/// with Han characters match anywhere in the text; others match whole words without regard to case, ’ as ', any white
/// space as one space.
///
/// When signs of only one kind are found, that kind it is. When both are:
/// - Latin text: the first sign that opens a clause decides ("Did you see what happened?" is closed, "Your parcel is
/// late, what
///   happened?" open); where none does, the first open sign.
/// - Chinese text (any Han in it): the last clause with a sign decides, since that is where the question is put. In it
/// a closed sign
///   wins when it comes first (有没有什么问题) or ends the clause (有什么问题吗), else the clause is open
///   (您觉得什么时候开会好).
[[nodiscard]] FormVerdict questionForm(std::string_view sentence, const std::vector<std::string>& openSigns,
                                       const std::vector<std::string>& closedSigns);

} // namespace learning
