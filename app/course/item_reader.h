// Reads one item, as it stands in a bank or in a lesson's check.
#pragma once

#include "base/json_reader.h"
#include "course/item.h"

namespace course {

/// Notes what is wrong in the place's faults: a wrong count of keys, options with one id, an estimate whose truth
/// cannot be reached.
[[nodiscard]] Item readItem(const base::JsonReader& place);

} // namespace course
