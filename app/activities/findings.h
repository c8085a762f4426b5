// What the question lab found in a sentence, as it is shown wherever sentences are typed.
#pragma once

#include "learning/sentence_lab.h"
#include "portal/stage.h"
#include "ui/column.h"

#include <string>
#include <string_view>
#include <vector>

namespace activities {

/// The words that show a finding, as they were typed, with … between those that stand apart; "" when a punctuation mark
/// shows it.
[[nodiscard]] std::string shownBy(const learning::Finding& finding, std::string_view typed);
[[nodiscard]] std::string shownBy(const std::vector<learning::TextRange>& places, std::string_view typed);

/// The name of a finding: "A hostile question: fault-exposing", with a "perhaps" when it is not sure.
[[nodiscard]] std::string titleOf(const learning::Finding& finding, const portal::Words& words);

/// Title, the words that show it, why, a better way, and the name of the rule.
void drawFinding(ui::Column& column, const learning::Finding& finding, std::string_view typed,
                 const portal::Words& words);

} // namespace activities
