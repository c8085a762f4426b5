#include "course/pack_parts.h"

#include "course/pack.h"

namespace course {

using base::Fault;

bool readPackHeader(const base::JsonReader& pack, std::string_view kind) {
    const std::string format = pack.textIfAny("format");
    if (format != packFormat) {
        pack.complainAt("format", Fault::unreadable, "This is no content pack of the portal.");
        return false;
    }
    const int version = pack.integer("formatVersion", 0, 1'000'000);
    if (version != packFormatVersion) {
        pack.complainAt("formatVersion", Fault::wrongVersion,
                        "The pack has format " + std::to_string(version) + ", this portal reads format " +
                            std::to_string(packFormatVersion) + ". Build the packs and the portal together.");
        return false;
    }
    if (pack.textIfAny("kind") != kind) {
        pack.complainAt("kind", Fault::wrongType, "This pack is not of the kind \"" + std::string(kind) + "\".");
        return false;
    }
    return true;
}

std::string IdList::read(const base::JsonReader& place) {
    std::string id = place.text("id");
    if (!id.empty() && !ids_.insert(id).second)
        place.complainAt("id", Fault::duplicateId,
                         "The id \"" + id + "\" stands here twice. Give one of them another id.");
    return id;
}

std::vector<InventoryId> readInventory(const base::JsonReader& place, std::string_view name) {
    std::vector<InventoryId> inventory;
    for (std::string& id : place.texts(name)) inventory.emplace_back(std::move(id));
    return inventory;
}

} // namespace course
