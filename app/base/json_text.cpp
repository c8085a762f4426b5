// JSON text (RFC 8259) into a tree. Our own parser: this is how the journal is read at every start, so it must be quick
// and small.

#include "base/json_tree.h"
#include "base/utf8.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
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

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Each reads what its name says from `at` on and moves `at` past it; false when the tree has refused or a complaint
/// was made. The depth of calls is bounded by the tree's own limit.
class TextParser {
public:
    TextParser(std::string_view text, JsonTree& tree) : text_(text), tree_(tree) {}

    bool document() {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3; // as some editors begin a file
        if (!value()) return false;
        skipSpace();
        return at_ == text_.size() || complain("nothing may follow the end of the document");
    }

    /// Where it stopped.
    [[nodiscard]] std::size_t at() const { return at_; }

private:
    bool value() {
        skipSpace();
        switch (peek()) {
        case '{': return object();
        case '[': return array();
        case '"': return string() && tree_.string(string_);
        case 't': return word("true") && tree_.boolean(true);
        case 'f': return word("false") && tree_.boolean(false);
        case 'n': return word("null") && tree_.null();
        default: return number();
        }
    }

    bool object() {
        ++at_;
        if (!tree_.start_object(0)) return false;
        skipSpace();
        if (take('}')) return tree_.end_object();
        do {
            skipSpace();
            if (peek() != '"') return complain("a member's name in quotes should stand here");
            if (!string() || !tree_.key(string_)) return false;
            skipSpace();
            if (!take(':')) return complain("a colon should stand here");
            if (!value()) return false;
            skipSpace();
        } while (take(','));
        return take('}') ? tree_.end_object() : complain("a comma or the object's end should stand here");
    }

    bool array() {
        ++at_;
        if (!tree_.start_array(0)) return false;
        skipSpace();
        if (take(']')) return tree_.end_array();
        do {
            if (!value()) return false;
            skipSpace();
        } while (take(','));
        return take(']') ? tree_.end_array() : complain("a comma or the array's end should stand here");
    }

    /// Into string_.
    bool string() {
        ++at_;
        string_.clear();
        for (;;) {
            // Most of a text is neither escaped nor beyond ASCII.
            const std::size_t begin = at_;
            while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' &&
                   static_cast<unsigned char>(text_[at_]) >= 0x20 && static_cast<unsigned char>(text_[at_]) < 0x80)
                ++at_;
            string_.append(text_, begin, at_ - begin);
            if (take('"')) return true;
            if (take('\\')) {
                if (!escape()) return false;
            } else if (static_cast<unsigned char>(peek()) < 0x20) {
                return complain("a text is not ended, or holds a control character that is not escaped");
            } else if (!beyondAscii()) {
                return false;
            }
        }
    }

    bool beyondAscii() {
        const std::size_t begin = at_;
        (void)nextCodePoint(text_, at_);
        const std::string_view bytes = text_.substr(begin, at_ - begin);
        if (!isValidUtf8(bytes)) {
            at_ = begin;
            return complain("a text is not UTF-8");
        }
        string_ += bytes;
        return true;
    }

    bool escape() {
        constexpr std::string_view names = "\"\\/bfnrt";
        constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
        if (take('u')) {
            std::uint32_t unit = 0;
            if (!hex(unit)) return false;
            if (unit >= 0xD800 && unit < 0xDC00) { // the first of a pair
                std::uint32_t low = 0;
                if (!take('\\') || !take('u') || !hex(low) || low < 0xDC00 || low > 0xDFFF)
                    return complain("half of a pair of \\u escapes is missing");
                unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
            } else if (unit >= 0xDC00 && unit < 0xE000) {
                return complain("half of a pair of \\u escapes is missing");
            }
            appendUtf8(string_, unit);
            return true;
        }
        const std::size_t which = peek() == '\0' ? std::string_view::npos : names.find(peek());
        if (which == std::string_view::npos) return complain("there is no such escape");
        string_ += meant[which];
        ++at_;
        return true;
    }

    bool hex(std::uint32_t& unit) {
        for (int digit = 0; digit < 4; ++digit, ++at_) {
            const char c = peek();
            const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            if (!isDigit(c) && !letter) return complain("four hexadecimal digits should stand here");
            unit = unit * 16 + static_cast<std::uint32_t>(letter ? (c & 7) + 9 : c - '0');
        }
        return true;
    }

    bool number() {
        const std::size_t begin = at_;
        const bool negative = take('-');
        std::uint64_t whole = 0;
        bool fits = true;
        const std::size_t first = at_;
        for (; isDigit(peek()); ++at_) {
            const auto digit = static_cast<std::uint64_t>(peek() - '0');
            fits = fits && whole <= (std::numeric_limits<std::uint64_t>::max() - digit) / 10;
            whole = whole * 10 + digit;
        }
        if (at_ == first) return complain("a value should stand here");
        if (text_[first] == '0' && at_ > first + 1) return complain("a number may not begin with a zero");
        const std::size_t wholeEnd = at_;
        if (take('.') && !digits()) return false;
        if (take('e') || take('E')) {
            if (!take('+')) (void)take('-');
            if (!digits()) return false;
        }
        if (at_ == wholeEnd && fits) {
            constexpr auto lowest = std::uint64_t{1} << 63U;
            if (!negative) return tree_.number_unsigned(whole);
            if (whole <= lowest) return tree_.number_integer(static_cast<std::int64_t>(~whole + 1));
        }
        const std::string written(text_.substr(begin, at_ - begin));
        const double number = std::strtod(written.c_str(), nullptr);
        return std::isfinite(number) ? tree_.number_float(number, written) : complain("this number is too large");
    }

    bool digits() {
        const std::size_t begin = at_;
        while (isDigit(peek())) ++at_;
        return at_ > begin || complain("a digit should stand here");
    }

    bool word(std::string_view expected) {
        if (text_.substr(at_, expected.size()) != expected) return complain("a value should stand here");
        at_ += expected.size();
        return true;
    }

    void skipSpace() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\t' || peek() == '\r') ++at_;
    }

    /// '\0' at the end.
    [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    bool take(char expected) {
        if (peek() != expected || at_ == text_.size()) return false;
        ++at_;
        return true;
    }

    bool complain(const char* what) {
        return tree_.refuse(Fault::unreadable, std::string("This is not JSON: ") + what + '.');
    }

    std::string_view text_;
    JsonTree& tree_;
    std::size_t at_ = 0;
    std::string string_;
};

} // namespace

Result<Json> parseJson(std::string_view text, std::string_view sourceName) {
    JsonTree tree;
    TextParser parser(text, tree);
    if (parser.document()) return tree.takeRoot();
    Error error = tree.error();
    error.where = sourceName;
    if (error.fault == Fault::unreadable) error.where += ':' + lineAndColumn(text, parser.at());
    return error;
}

} // namespace base
