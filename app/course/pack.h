// Reading what coursec compiled. A pack is CBOR: {"format": "service-academy-pack", "formatVersion": 1, "kind":
// "course"|"module", …}. A pack that was cut short, is of another version, or holds a wrong type or number is refused
// in words; nothing of it is used.
#pragma once

#include "base/json_reader.h"
#include "base/result.h"
#include "course/course.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace course {

inline constexpr int packFormatVersion = 1;

[[nodiscard]] base::Result<Course> readCoursePack(std::string_view cbor);
[[nodiscard]] base::Result<Module> readModulePack(std::string_view cbor);

/// Words of the interface that only the program's rest (base/door.h) says; a pack of their own, so that they do not
/// weigh on a first visit.
struct RestWords {
    std::string language;
    std::map<std::string, std::string, std::less<>> words; ///< by key
};
[[nodiscard]] base::Result<RestWords> readRestWordsPack(std::string_view cbor);

/// The same from the pack as a JSON tree, noting every fault with its place (coursec shows them all to the author).
/// `where` names the document in the faults; `asked` collects the members that are part of the format
/// (base/json_reader.h). The result is usable only when no fault was added.
[[nodiscard]] Course readCourse(const base::Json& pack, std::string_view where, std::vector<base::Error>& faults,
                                std::vector<base::Asked>* asked = nullptr);
[[nodiscard]] Module readModule(const base::Json& pack, std::string_view where, std::vector<base::Error>& faults,
                                std::vector<base::Asked>* asked = nullptr);

} // namespace course
