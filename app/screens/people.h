// What screens about the people of this browser have in common.
#pragma once

#include "portal/portal.h"
#include "ui/widgets.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace screens {

/// Fields for employee number and department; what is typed is kept in portal::People.
void drawDetails(portal::Portal& portal, ui::Column& column, std::string_view number, std::string_view department);

/// A field for a PIN. `trouble`: key of what is wrong with it; `entered`: whether Enter was pressed in it.
void drawPinField(portal::Portal& portal, ui::Column& column, std::string_view key, std::string_view label,
                  std::string& pin, std::string_view trouble = {}, bool* entered = nullptr);
/// Four to twelve digits, as typed on whatever keyboard?
[[nodiscard]] bool isPin(std::string_view typed);

/// What went wrong with the last wish about people, when it is one of these; the time that is left, in words.
void drawPeopleTrouble(portal::Portal& portal, ui::Column& column, std::initializer_list<host::PeopleWish> wishes);
/// May a PIN be tried at this moment? Asking makes a frame come when that changes.
[[nodiscard]] bool mayTry(portal::Portal& portal);

/// Whose record goes for good has to be typed first; `name` as the tile has it.
void drawErase(portal::Portal& portal, ui::Column& column, const learning::LearnerId& id, const std::string& name);

/// Taking in a learner's backup from a file.
void drawBring(portal::Portal& portal, ui::Column& column);

/// On Me: whoever else is here, the PIN, the lock, the backup, and taking one's leave.
void drawMyPeople(portal::Portal& portal, ui::Column& column);

} // namespace screens
