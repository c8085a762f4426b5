// What an operation gives back when it can fail: a value, or an Error that a person can read.
// There are no exceptions in the browser build, so every expected failure travels as a Result.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace base {

/// What kind of thing went wrong; stable, so that tests and callers can branch on it.
enum class Fault {
    missing,       ///< something that must be there is not
    wrongType,     ///< there, but a number where words are due, and the like
    outOfRange,    ///< a number or length outside its bounds
    unknownId,     ///< a name that nothing answers to
    duplicateId,   ///< two things with one name
    unreadable,    ///< bytes that are not what they claim to be
    wrongVersion,  ///< written for another version of the portal
    contradiction, ///< each part is well formed, together they cannot be true
};

struct Error {
    Fault fault = Fault::unreadable;
    std::string what;  ///< one sentence for a person, in English (authors and logs; screens have their own words)
    std::string where; ///< place in the input: a file and JSON pointer ("M2/L2.1.json#/steps/3"), may be empty
};

/// A value or an Error. Ask `ok()` before `value()`.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T& value() {
        assert(ok());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] const T& value() const {
        assert(ok());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] const Error& error() const {
        assert(!ok());
        return *std::get_if<1>(&state_);
    }

private:
    std::variant<T, Error> state_;
};

} // namespace base
