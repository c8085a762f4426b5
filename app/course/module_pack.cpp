// Reads a module's pack: its lessons and its bank of items.

#include "course/item_reader.h"
#include "course/lesson_reader.h"
#include "course/pack.h"
#include "course/pack_parts.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace course {

using base::Fault;
using base::JsonReader;

Module readModule(const base::Json& pack, std::string_view where, std::vector<base::Error>& faults,
                  std::vector<base::Asked>* asked) {
    Module module;
    const JsonReader place(pack, where, faults, asked);
    if (!readPackHeader(place, "module")) return module;
    module.id = ModuleId(place.text("id"));
    module.language = place.text("language");
    module.contentVersion = place.text("contentVersion");
    for (const JsonReader& each : place.items("lessons")) {
        Lesson lesson = readLesson(each);
        if (module.lesson(lesson.id))
            each.complainAt("id", Fault::duplicateId, "Two lessons have the id \"" + lesson.id.text() + "\".");
        module.lessons.push_back(std::move(lesson));
    }
    for (const JsonReader& each : place.items("items")) {
        Item item = readItem(each);
        if (module.item(item.id))
            each.complainAt("id", Fault::duplicateId, "Two items have the id \"" + item.id.text() + "\".");
        module.items.push_back(std::move(item));
    }
    return module;
}

base::Result<Module> readModulePack(std::string_view cbor) {
    const base::Result<base::Json> tree = base::parseCbor(cbor, "module pack");
    if (!tree) return tree.error();
    std::vector<base::Error> faults;
    Module module = readModule(tree.value(), "module pack", faults);
    return packOrFirstFault(std::move(module), faults);
}

} // namespace course
