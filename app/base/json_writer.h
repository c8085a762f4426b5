// Writing JSON text member by member, for the few small documents that the running portal writes (event lines,
// statements). Faster and far smaller than building a tree first, and right for every string: broken UTF-8 is repaired,
// controls are escaped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace base {

/// `text` as a JSON string with its quotes. Never gives invalid JSON, whatever the bytes.
[[nodiscard]] std::string jsonString(std::string_view text);
/// The shortest decimal that reads back as the same double; "0" for NaN and infinities, which JSON cannot say.
[[nodiscard]] std::string jsonNumber(double number);

/// One object or array that is being written. `text()` closes it.
///
///     JsonObject object;
///     object.text("kind", "chosen");
///     object.raw("options", options.text());
///     std::string line = object.text();
class JsonObject {
public:
    void text(std::string_view name, std::string_view value);
    void number(std::string_view name, double value);
    void integer(std::string_view name, std::int64_t value);
    void flag(std::string_view name, bool value);
    /// `json` is JSON text already.
    void raw(std::string_view name, std::string_view json);

    [[nodiscard]] std::string text() const { return text_ + "}"; }

private:
    std::string text_ = "{";
};

class JsonArray {
public:
    void text(std::string_view value);
    void integer(std::int64_t value);
    /// `json` is JSON text already.
    void raw(std::string_view json);

    [[nodiscard]] std::string text() const { return text_ + "]"; }

private:
    std::string text_ = "[";
};

} // namespace base
