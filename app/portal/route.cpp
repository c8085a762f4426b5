#include "portal/route.h"

#include <algorithm>
#include <type_traits>

namespace portal {

namespace {
/// No certificate's address comes near it.
constexpr std::size_t longestToken = 40'000;
} // namespace

Route parseRoute(std::string_view hash) {
    const std::string whole(hash);
    if (!hash.empty() && hash.front() == '#') {
        hash.remove_prefix(1);
    }
    if (!hash.empty() && hash.front() == '/') {
        hash.remove_prefix(1);
    }
    while (!hash.empty() && hash.back() == '/') {
        hash.remove_suffix(1);
    }
    const std::size_t slash = hash.find('/');
    const std::string_view place = hash.substr(0, slash);
    const std::string_view rest = slash == std::string_view::npos ? std::string_view{} : hash.substr(slash + 1);
    const bool alone = rest.empty();
    if (place.empty()) {
        return HomeRoute{};
    }
    if (place == "lesson" && !alone) {
        const bool two = rest.find('/') == rest.rfind('/'); // a lesson's step has no parts
        const std::size_t end = two ? std::min(rest.find('/'), rest.size()) : rest.size();
        return LessonRoute{course::LessonId(rest.substr(0, end)),
                           course::StepId(rest.substr(std::min(end + 1, rest.size())))};
    }
    if (place == "exam" && !alone) {
        return ExamRoute{course::ExamId(rest)};
    }
    if (place == "entry" && alone) {
        return EntryRoute{};
    }
    if (place == "path" && alone) {
        return PathRoute{};
    }
    if (place == "records" && alone) {
        return RecordsRoute{};
    }
    if (place == "certificate" && alone) {
        return CertificateRoute{};
    }
    if (place == "me" && alone) {
        return MeRoute{};
    }
    if (place == "lab" && alone) {
        return LabRoute{};
    }
    if (place == "review" && alone) {
        return ReviewRoute{};
    }
    if (place == "glossary") {
        return GlossaryRoute{course::TermId(rest)};
    }
    if (place == "people" && alone) {
        return PeopleRoute{};
    }
    if (place == "verify" && rest.size() <= longestToken && rest.find('/') == std::string_view::npos) {
        return VerifyRoute{std::string(rest)};
    }
    return UnknownRoute{whole};
}

std::string hashOf(const Route& route) {
    return std::visit(
        [](const auto& r) -> std::string {
            using T = std::decay_t<decltype(r)>;
            if constexpr (std::is_same_v<T, LessonRoute>) {
                return "#/lesson/" + r.lesson.text() + (r.step.empty() ? "" : "/" + r.step.text());
            } else if constexpr (std::is_same_v<T, ExamRoute>) {
                return "#/exam/" + r.exam.text();
            } else if constexpr (std::is_same_v<T, EntryRoute>) {
                return "#/entry";
            } else if constexpr (std::is_same_v<T, PathRoute>) {
                return "#/path";
            } else if constexpr (std::is_same_v<T, RecordsRoute>) {
                return "#/records";
            } else if constexpr (std::is_same_v<T, CertificateRoute>) {
                return "#/certificate";
            } else if constexpr (std::is_same_v<T, MeRoute>) {
                return "#/me";
            } else if constexpr (std::is_same_v<T, LabRoute>) {
                return "#/lab";
            } else if constexpr (std::is_same_v<T, ReviewRoute>) {
                return "#/review";
            } else if constexpr (std::is_same_v<T, GlossaryRoute>) {
                return "#/glossary" + (r.term.empty() ? "" : "/" + r.term.text());
            } else if constexpr (std::is_same_v<T, PeopleRoute>) {
                return "#/people";
            } else if constexpr (std::is_same_v<T, VerifyRoute>) {
                return "#/verify" + (r.token.empty() ? "" : "/" + r.token);
            } else if constexpr (std::is_same_v<T, UnknownRoute>) {
                return r.hash;
            } else {
                return "#/";
            }
        },
        route);
}

} // namespace portal
