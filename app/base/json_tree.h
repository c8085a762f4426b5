// Builds a JSON tree piece by piece while something is read, and stops the reader where a limit is passed or a name
// stands twice. For the two readers (text and CBOR) only; everything else sees the finished tree through
// base/json_reader.h.
#pragma once

#include "base/json_reader.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// The calls are those of nlohmann's "SAX" interface; each gives false when reading must stop.
class JsonTree {
public:
    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(std::int64_t value) { return add(value); }
    bool number_unsigned(std::uint64_t value) { return add(value); }
    bool number_float(double value, const std::string& /*written*/) { return add(value); }
    bool string(std::string& value) { return add(std::move(value)); }
    bool binary(Json::binary_t& /*bytes*/) { return refuse(Fault::unreadable, "Bytes have no place here."); }

    bool start_object(std::size_t /*size*/) { return open(Json::object()); }
    bool start_array(std::size_t /*size*/) { return open(Json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(const std::string& name);

    bool refuse(Fault fault, std::string what);

    [[nodiscard]] Json takeRoot() { return std::move(root_); }
    /// What stopped the reader; its `where` is not set yet.
    [[nodiscard]] const Error& error() const { return error_; }

private:
    bool add(Json value);
    bool open(Json empty);
    bool close();
    Json* put(Json value);

    Json root_;
    std::vector<Json*>
        open_;               ///< from the root to where is being read; a parent does not change while its child is open
    Json* member_ = nullptr; ///< the value that the last key awaits
    Error error_;
};

} // namespace base
