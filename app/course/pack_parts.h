// Parts that the readers of packs share. Not for use outside app/course.
#pragma once

#include "base/json_reader.h"
#include "course/ids.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace course {

inline constexpr std::string_view packFormat = "service-academy-pack";

/// The first members of every pack: format, formatVersion, kind. False, with a fault, when this is not a pack that can
/// be read; then nothing else of it should be.
[[nodiscard]] bool readPackHeader(const base::JsonReader& pack, std::string_view kind);

/// Ids that stand beside each other: each must be there, and there once.
class IdList {
public:
    /// Reads the member "id" of `place`; a second one of the same name is a fault.
    [[nodiscard]] std::string read(const base::JsonReader& place);
    [[nodiscard]] bool holds(std::string_view id) const { return ids_.find(id) != ids_.end(); }

private:
    std::set<std::string, std::less<>> ids_;
};

/// Facts of the fact base, by their ids.
[[nodiscard]] std::vector<InventoryId> readInventory(const base::JsonReader& place, std::string_view name);

/// What a reader of a whole pack gives back: the value, or the first of its faults.
template <class Pack>
[[nodiscard]] base::Result<Pack> packOrFirstFault(Pack pack, const std::vector<base::Error>& faults) {
    if (faults.empty()) return pack;
    return faults.front();
}

} // namespace course
