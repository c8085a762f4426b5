// One function of many lambdas, for std::visit: Cases{[](const Reading&) {…}, [](const Sort&) {…}}.
#pragma once

namespace base {

template <class... F>
struct Cases : F... {
    using F::operator()...;
};
template <class... F>
Cases(F...) -> Cases<F...>;

} // namespace base
