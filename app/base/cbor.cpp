// CBOR (RFC 8949): written by nlohmann, read here. The library's reader takes every variety of four binary formats, and
// follows nested indefinite-length strings on the call stack as far as a hostile file leads it; a pack needs a small
// part of one format, and the limits must hold.

#include "base/json_tree.h"
#include "base/utf8.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>

namespace base {

namespace {

/// std::bit_cast, which the browser build's standard library does not have yet.
template <class To, class From>
To bitsAs(From from) {
    static_assert(sizeof(To) == sizeof(From));
    To to;
    std::memcpy(&to, &from, sizeof to);
    return to;
}

enum Major : unsigned { unsignedInteger = 0, negativeInteger = 1, textString = 3, array = 4, map = 5, simple = 7 };

class CborReader {
public:
    CborReader(std::string_view bytes, JsonTree& tree) : bytes_(bytes), tree_(tree) {}

    /// One whole value and nothing after it.
    bool readDocument() {
        if (!readValue()) return false;
        return at_ == bytes_.size() || tree_.refuse(Fault::unreadable, "There are bytes after its end.");
    }
    [[nodiscard]] std::size_t position() const { return at_; }

private:
    bool cutShort() {
        return tree_.refuse(Fault::unreadable, "The file ends before its contents do: it was cut short.");
    }
    bool foreign() { return tree_.refuse(Fault::unreadable, "The file is damaged, or no content pack."); }

    bool readBigEndian(std::size_t width, std::uint64_t& number) {
        if (bytes_.size() - at_ < width) return cutShort();
        number = 0;
        for (; width > 0; --width) number = (number << 8) | static_cast<unsigned char>(bytes_[at_++]);
        return true;
    }

    /// The first byte of a value: three bits say what it is, five hold a small number or the width of the number that
    /// follows.
    bool readHead(unsigned& major, unsigned& info) {
        std::uint64_t head = 0;
        if (!readBigEndian(1, head)) return false;
        major = static_cast<unsigned>(head >> 5);
        info = static_cast<unsigned>(head & 31);
        return true;
    }
    bool readArgument(unsigned info, std::uint64_t& number) {
        number = info;
        if (info < 24) return true;
        return info <= 27 ? readBigEndian(std::size_t{1} << (info - 24), number) : foreign();
    }

    bool readText(unsigned info, std::string& text) {
        std::uint64_t size = 0;
        if (!readArgument(info, size)) return false;
        if (size > bytes_.size() - at_) return cutShort();
        text.assign(bytes_.substr(at_, static_cast<std::size_t>(size)));
        if (!isValidUtf8(text))
            return tree_.refuse(Fault::unreadable, "A text in it is not UTF-8: the file is damaged.");
        at_ += text.size();
        return true;
    }

    bool readValue() {
        unsigned major = 0, info = 0;
        if (!readHead(major, info)) return false;
        if (major == simple) return readSimple(info);
        if (major == textString) {
            std::string text;
            return readText(info, text) && tree_.string(text);
        }
        std::uint64_t argument = 0;
        if (!readArgument(info, argument)) return false;
        switch (major) {
        case unsignedInteger: return tree_.number_unsigned(argument);
        case negativeInteger:
            if (argument > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return foreign();
            return tree_.number_integer(-1 - static_cast<std::int64_t>(argument));
        case array: return readArray(argument);
        case map: return readMap(argument);
        default: return foreign();
        }
    }

    bool readSimple(unsigned info) {
        std::uint64_t bits = 0;
        switch (info) {
        case 20: return tree_.boolean(false);
        case 21: return tree_.boolean(true);
        case 22: return tree_.null();
        case 26:
            return readBigEndian(4, bits) && tree_.number_float(bitsAs<float>(static_cast<std::uint32_t>(bits)), "");
        case 27: return readBigEndian(8, bits) && tree_.number_float(bitsAs<double>(bits), "");
        default: return foreign();
        }
    }

    // Each element is at least one byte, so a count that the rest of the file cannot hold ends soon; depth is limited
    // by the tree.
    bool readArray(std::uint64_t count) {
        if (!tree_.start_array(0)) return false;
        for (; count > 0; --count)
            if (!readValue()) return false;
        return tree_.end_array();
    }

    bool readMap(std::uint64_t count) {
        if (!tree_.start_object(0)) return false;
        for (; count > 0; --count) {
            unsigned major = 0, info = 0;
            std::string name;
            if (!readHead(major, info)) return false;
            if (major != textString) return foreign();
            if (!readText(info, name) || !tree_.key(name) || !readValue()) return false;
        }
        return tree_.end_object();
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    JsonTree& tree_;
};

} // namespace

Result<Json> parseCbor(std::string_view bytes, std::string_view sourceName) {
    JsonTree tree;
    CborReader reader(bytes, tree);
    if (reader.readDocument()) return tree.takeRoot();
    Error error = tree.error();
    error.where = std::string(sourceName) + ": byte " + std::to_string(reader.position());
    return error;
}

std::string toCbor(const Json& value) {
    std::string bytes;
    Json::to_cbor(value, bytes);
    return bytes;
}

} // namespace base
