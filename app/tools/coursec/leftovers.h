// Members that nothing reads: most often misspelt ones.
#pragma once

#include "tools/coursec/documents.h"

#include <string>
#include <vector>

namespace coursec {

/// The complaint about a member that is not part of the format; `known` are the members that could be meant.
[[nodiscard]] base::Error leftover(const std::string& name, std::string where, const std::vector<std::string>& known);

/// Notes every member below `value`, which stands at `where`, that the reader did not ask for. `asked` is what it asked
/// for; `faults` holds what the reader complained of already.
void noteLeftovers(const base::Json& value, const std::string& where, std::vector<base::Asked> asked, Faults& faults);

} // namespace coursec
