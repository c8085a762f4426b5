// Any two texts as structure and words (a zero byte between them): words never change what the structure says.

#include "base/json_reader.h"

#include "course/pack.h"
#include "course/resolve.h"
#include "fuzz/must_hold.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

using base::Json;
using fuzz::mustHold;

namespace {

/// Everything in `part` stands in `whole` too, in the same place.
bool stillThere(const Json& part, const Json& whole) {
    if (part.is_object() && whole.is_object()) {
        for (const auto& [name, value] : *part.get_ptr<const Json::object_t*>()) {
            const auto found = whole.find(name);
            if (found == whole.end() || !stillThere(value, *found)) return false;
        }
        return true;
    }
    if (part.is_array() && whole.is_array()) {
        if (part.size() != whole.size()) return false;
        for (std::size_t index = 0; index < part.size(); ++index)
            if (!stillThere(part[index], whole[index])) return false;
        return true;
    }
    return part == whole;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t cut = std::min(text.find('\0'), text.size());
    const auto structure = base::parseJson(text.substr(0, cut), "structure");
    const auto words = base::parseJson(text.substr(std::min(cut + 1, text.size())), "words");
    if (!structure) {
        mustHold(!structure.error().what.empty() && !structure.error().where.empty(),
                 "a refusal gives reason and place");
        return 0;
    }
    const std::string cbor = base::toCbor(structure.value());
    const auto back = base::parseCbor(cbor, "structure");
    mustHold(back.ok() && back.value() == structure.value(), "text and CBOR say the same");

    std::vector<base::Error> faults;
    (void)course::readModule(structure.value(), "module", faults);
    (void)course::readCourse(structure.value(), "course", faults);
    mustHold(!faults.empty(), "no document is a course and a module");
    for (const base::Error& fault : faults)
        mustHold(!fault.where.empty() && !fault.what.empty(), "a fault has reason and place");

    if (!words) return 0;
    faults.clear();
    const Json resolved = course::resolve(structure.value(), words.value(), "words", faults);
    mustHold(stillThere(structure.value(), resolved), "words never change the structure");
    return 0;
}
