// JSON text into a tree, by nlohmann's parser.

#include "base/json_tree.h"
#include "base/utf8.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace base {

namespace {

/// "3:12" for a byte: line and column, which counts characters, as an editor does.
std::string lineAndColumn(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, byte);
    std::size_t line = 1;
    std::size_t start = 0;
    for (std::size_t at = 0; at < before.size(); ++at) {
        if (before[at] != '\n') continue;
        ++line;
        start = at + 1;
    }
    return std::to_string(line) + ':' + std::to_string(countCodePoints(before.substr(start)) + 1);
}

} // namespace

Result<Json> parseJson(std::string_view text, std::string_view sourceName) {
    JsonTree tree;
    if (Json::sax_parse(text.data(), text.data() + text.size(), &tree)) return tree.takeRoot();
    Error error = tree.error();
    error.where = sourceName;
    if (tree.position() > 0) error.where += ':' + lineAndColumn(text, tree.position() - 1);
    return error;
}

} // namespace base
