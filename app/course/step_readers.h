// Readers of the kinds of step that have a file of their own. Not for use outside app/course.
#pragma once

#include "base/json_reader.h"
#include "course/lesson.h"
#include "course/pack_parts.h"

#include <string>
#include <string_view>
#include <vector>

namespace course {

/// Cards for bins, under the names that the kind has for them ("bins"/"bin", "cells"/"cell").
[[nodiscard]] Sort readSort(const base::JsonReader& place, std::string_view bins, std::string_view bin);

[[nodiscard]] Match readMatch(const base::JsonReader& place);
[[nodiscard]] Matrix readMatrix(const base::JsonReader& place);
[[nodiscard]] Cloze readCloze(const base::JsonReader& place);
[[nodiscard]] Spot readSpot(const base::JsonReader& place);
[[nodiscard]] Likert readLikert(const base::JsonReader& place);
[[nodiscard]] Cards readCards(const base::JsonReader& place);
[[nodiscard]] Reflect readReflect(const base::JsonReader& place);
[[nodiscard]] Case readCase(const base::JsonReader& place);
[[nodiscard]] Dialogue readDialogue(const base::JsonReader& place);
[[nodiscard]] Simulator readSimulator(const base::JsonReader& place);
[[nodiscard]] Gauge readGauge(const base::JsonReader& place);

/// The member `name` as the id of one of `known` things, which `kind` names in the complaint ("bins").
[[nodiscard]] OptionId readReference(const base::JsonReader& place, std::string_view name, const IdList& known,
                                     std::string_view kind);
/// The same for a list of ids that may be absent.
[[nodiscard]] std::vector<OptionId> readReferences(const base::JsonReader& place, std::string_view name,
                                                   const IdList& known, std::string_view kind);
/// The most that a budget holds, and anything may cost.
inline constexpr int mostMoney = 1'000'000'000;
/// How money is written: the member "budgetShows", which says where the number goes.
[[nodiscard]] std::string readBudgetShows(const base::JsonReader& place);
/// Complains when there are fewer or more things in the list than this kind of step can do with.
void checkCount(const base::JsonReader& place, std::string_view name, std::size_t count, std::size_t least,
                std::size_t most);

} // namespace course
