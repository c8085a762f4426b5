#include "tools/coursec/positions.h"

#include "base/json_reader.h"
#include "base/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <vector>

namespace coursec {

namespace {

Position positionAt(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, byte);
    const std::size_t lineEnd = before.rfind('\n');
    const std::size_t begin = lineEnd == std::string_view::npos ? 0 : lineEnd + 1;
    return {static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
            base::countCodePoints(before.substr(begin)) + 1};
}

/// Goes over JSON text token by token. Stops at the end of whatever is cut short.
class Walk {
public:
    explicit Walk(std::string_view text) : text_(text) { skipSpace(); }

    [[nodiscard]] std::size_t place() const { return at_; }
    [[nodiscard]] char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    /// Over one character and the space after it.
    void skipCharacter() {
        at_ = std::min(at_ + 1, text_.size());
        skipSpace();
    }

    /// Over a string; gives what stands between its quotes, escapes and all.
    std::string_view skipString() {
        const std::size_t begin = ++at_;
        while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
        at_ = std::min(at_, text_.size());
        const std::string_view inside = text_.substr(begin, at_ - begin);
        skipCharacter();
        return inside;
    }

    void skipValue() {
        std::size_t depth = 0;
        do {
            const char now = here();
            if (now == '"') {
                (void)skipString();
                continue;
            }
            if (now == '{' || now == '[') ++depth;
            if (now == '}' || now == ']') --depth;
            skipCharacter();
            // A number or a word goes on to the next mark.
            while (depth == 0 && now != '}' && now != ']' && here() != '\0' && !isMark(here())) skipCharacter();
        } while (depth > 0 && here() != '\0');
    }

private:
    static bool isMark(char each) { return each == ',' || each == '}' || each == ']' || each == ':'; }

    void skipSpace() {
        while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

std::string nameOf(std::string_view written) {
    if (written.find('\\') == std::string_view::npos) return std::string(written);
    const auto read = base::parseJson("[\"" + std::string(written) + "\"]", "");
    const auto* name = read ? read.value()[0].get_ptr<const std::string*>() : nullptr;
    return name ? *name : std::string(written);
}

/// Takes `walk`, at an opening bracket, to the value of this member or element and gives where it begins (a member: its
/// name); nothing when there is none.
std::optional<std::size_t> enter(Walk& walk, const std::string& step) {
    const bool isObject = walk.here() == '{';
    if (!isObject && walk.here() != '[') return std::nullopt;
    walk.skipCharacter();
    for (std::size_t index = 0; walk.here() != '\0' && walk.here() != '}' && walk.here() != ']'; ++index) {
        const std::size_t begin = walk.place();
        const std::string name = isObject ? nameOf(walk.skipString()) : std::to_string(index);
        if (isObject) walk.skipCharacter();
        if (name == step) return begin;
        walk.skipValue();
        if (walk.here() == ',') walk.skipCharacter();
    }
    return std::nullopt;
}

} // namespace

std::string plainStep(std::string step) {
    for (std::size_t at = 0; (at = step.find('~', at)) != std::string::npos; ++at)
        step.replace(at, 2, step.substr(at, 2) == "~1" ? "/" : "~");
    return step;
}

Position positionOf(std::string_view text, std::string_view pointer) {
    Walk walk(text);
    std::size_t found = walk.place();
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        const std::optional<std::size_t> inside = enter(walk, plainStep(std::string(pointer.substr(0, end))));
        if (!inside) break;
        found = *inside;
        pointer.remove_prefix(end);
    }
    return positionAt(text, found);
}

std::optional<Position> positionOfExcess(std::string_view text) {
    Walk walk(text);
    std::vector<std::set<std::string>> open;
    while (walk.here() != '\0') {
        const std::size_t begin = walk.place();
        if (walk.here() == '"') {
            const std::string name = nameOf(walk.skipString());
            if (walk.here() == ':' && !open.empty() && !open.back().insert(name).second) return positionAt(text, begin);
            continue;
        }
        if (walk.here() == '{' || walk.here() == '[') {
            if (open.size() == base::deepestJson) return positionAt(text, begin);
            open.emplace_back();
        } else if ((walk.here() == '}' || walk.here() == ']') && !open.empty()) {
            open.pop_back();
        }
        walk.skipCharacter();
    }
    return std::nullopt;
}

} // namespace coursec
