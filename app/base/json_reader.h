// Reading JSON so that every complaint knows its place. Wraps nlohmann/json, which only the .cpp files that need it
// include: its templates are most of what reading costs in bytes and in build time.
#pragma once

#include "base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// A JSON tree whose objects keep the order of their members.
using Json = nlohmann::ordered_json;

/// How deep arrays and objects may be nested in anything that is read.
inline constexpr std::size_t deepestJson = 64;

/// Parses text; Fault::unreadable with line and column in `where` ("M2/L2.1.json:3:12") when it is not JSON,
/// Fault::duplicateId when an object has two members of one name, Fault::outOfRange when it is nested deeper than
/// deepestJson.
[[nodiscard]] Result<Json> parseJson(std::string_view text, std::string_view sourceName);
/// Parses CBOR (RFC 8949) as coursec writes it: definite lengths, text keys, no tags, no byte strings.
/// Fault::unreadable with the byte in `where` when it is cut short or anything else; the same limits as parseJson.
[[nodiscard]] Result<Json> parseCbor(std::string_view bytes, std::string_view sourceName);
[[nodiscard]] std::string toCbor(const Json& value);

/// One step of a JSON pointer (RFC 6901), with its slash: in a name "~" and "/" are written "~0" and "~1".
[[nodiscard]] std::string pointerStep(std::string_view name);

/// A member that a reader looked for: of which object, under what name, and what was there (null: nothing). The names
/// are those of the format, or of members of the tree, and live as long.
struct Asked {
    const Json* place = nullptr;
    std::string_view name;
    const Json* found = nullptr;
};

/// A place in a document: asks for members by name and notes every fault with a JSON pointer, so that one pass reports
/// them all. Reading goes on after a fault with a harmless default; look at `faults` at the end. What is read below a
/// fault is not complained about again.
class JsonReader {
public:
    using TextMap = std::map<std::string, std::string, std::less<>>;
    using NumberMap = std::map<std::string, double, std::less<>>;

    /// `faults` collects what is wrong. It, the value, and `asked` when given, must outlive the reader.
    /// `where` names the document, "M2/L2.1.json". `asked` collects every member that was asked for: what is left over
    /// in a document is a member that nothing reads, most often a misspelt one.
    JsonReader(const Json& value, std::string_view where, std::vector<Error>& faults,
               std::vector<Asked>* asked = nullptr);

    [[nodiscard]] bool has(std::string_view name) const;
    /// A member that must be there and be an object (else a fault, and an empty one is read).
    [[nodiscard]] JsonReader at(std::string_view name) const;
    [[nodiscard]] std::vector<JsonReader>
    items(std::string_view name) const; ///< elements of an array of objects; fault when absent
    [[nodiscard]] std::vector<JsonReader> itemsIfAny(std::string_view name) const; ///< the same, but may be absent

    [[nodiscard]] std::string
    text(std::string_view name) const; ///< non-empty words; fault when absent, empty or not text
    [[nodiscard]] std::string textIfAny(std::string_view name) const; ///< "" when absent
    [[nodiscard]] std::string anyText(std::string_view name) const;   ///< text that may be empty; fault when absent
    [[nodiscard]] double number(std::string_view name, double least, double most) const; ///< finite and within bounds
    [[nodiscard]] int integer(std::string_view name, int least, int most) const;
    [[nodiscard]] std::optional<double> numberIfAny(std::string_view name, double least, double most) const;
    [[nodiscard]] std::optional<int> integerIfAny(std::string_view name, int least, int most) const;
    [[nodiscard]] bool flag(std::string_view name) const;      ///< true or false; fault when absent
    [[nodiscard]] bool flagIfAny(std::string_view name) const; ///< false when absent
    [[nodiscard]] std::vector<std::string>
    texts(std::string_view name) const; ///< array of non-empty words; fault when absent
    [[nodiscard]] std::vector<std::string> textsIfAny(std::string_view name) const;
    [[nodiscard]] std::vector<int> integers(std::string_view name, int least,
                                            int most) const; ///< array; fault when absent
    [[nodiscard]] TextMap
    textMap(std::string_view name) const; ///< an object of texts, which may be empty; fault when absent
    [[nodiscard]] NumberMap numberMap(std::string_view name, double least,
                                      double most) const; ///< an object of numbers; fault when absent

    void complain(Fault fault, std::string what) const;
    /// The same about one member of this place.
    void complainAt(std::string_view name, Fault fault, std::string what) const;
    [[nodiscard]] const std::string& where() const { return where_; }
    [[nodiscard]] const Json& json() const { return *value_; }

private:
    JsonReader() = default;
    [[nodiscard]] const Json* find(std::string_view name) const;
    [[nodiscard]] const Json* require(std::string_view name) const;
    [[nodiscard]] JsonReader child(const Json& value, const std::string& steps) const;
    [[nodiscard]] std::string textOf(const Json* value, std::string_view name, bool mayBeEmpty) const;
    [[nodiscard]] const std::vector<Json>* list(const Json* value, std::string_view name) const;
    [[nodiscard]] std::vector<JsonReader> itemsOf(const Json* array, std::string_view name) const;
    [[nodiscard]] std::vector<std::string> textsOf(const Json* array, std::string_view name) const;
    [[nodiscard]] double checkedNumber(const Json& value, std::string_view name, double least, double most,
                                       bool whole) const;

    const Json* value_ = nullptr;
    std::string where_;
    std::vector<Error>* faults_ = nullptr; ///< null below a fault: no complaint follows from another
    std::vector<Asked>* asked_ = nullptr;
};

} // namespace base
