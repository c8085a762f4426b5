// Names of things as distinct types, so that a lesson's id cannot be handed over where an item's is due.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace base {

/// An id: the text as it stands in content or in the journal, typed by Tag.
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(std::string text) : text_(std::move(text)) {}
    explicit Id(std::string_view text) : text_(text) {}
    explicit Id(const char* text) : text_(text) {}

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }

    friend bool operator==(const Id& left, const Id& right) { return left.text_ == right.text_; }
    friend bool operator<(const Id& left, const Id& right) { return left.text_ < right.text_; }

private:
    std::string text_;
};

} // namespace base

template <class Tag>
struct std::hash<base::Id<Tag>> {
    std::size_t operator()(const base::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.text()); }
};
