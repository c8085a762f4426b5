// The interface's own words in the language of the moment.
#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace portal {

class Words {
public:
    using Table = std::map<std::string, std::string, std::less<>>;

    Words() = default;
    explicit Words(const Table& table, const Table* more = nullptr) : table_(&table), more_(more) {}

    /// The words for `key`; the key itself when there are none, so that a gap is seen and not silent.
    [[nodiscard]] std::string_view operator()(std::string_view key) const;
    /// The same with {names} filled in.
    [[nodiscard]] std::string operator()(std::string_view key,
                                         std::initializer_list<std::pair<std::string_view, std::string>> fills) const;
    /// For keys that are put together ("month." + "11").
    [[nodiscard]] std::string_view of(std::string_view family, std::string_view member) const;

private:
    [[nodiscard]] const std::string* find(std::string_view key) const;

    const Table* table_ = nullptr;
    const Table* more_ = nullptr; ///< those of the program's rest, when they are here
};

} // namespace portal
