// Someone for whom something is due: what was met long ago, and how a question of a review is answered.
#pragma once

#include "host/visitor.h"

#include <string>
#include <vector>

namespace walk {

/// The journal of someone who met these cards ("M2-01", "L2.1/sort") forty days ago and recalled them.
[[nodiscard]] std::vector<std::string> metLongAgo(const std::vector<std::string>& cards);

/// How many are due today.
[[nodiscard]] std::size_t due(Visitor& visitor);

/// Answers the question of the review that is on the screen; what has many parts is always done rightly.
void answerCard(Visitor& visitor, Answering how);

} // namespace walk
