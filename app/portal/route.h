// Where one is in the portal, as the address bar says it. "#/lesson/L2.1" can be bookmarked, shared and reloaded.
#pragma once

#include "course/ids.h"

#include <string>
#include <string_view>
#include <variant>

namespace portal {

struct HomeRoute {};
struct LessonRoute {
    course::LessonId lesson;
    course::StepId step{}; ///< at which to open it; empty: where it was left
};
struct ExamRoute {
    course::ExamId exam;
};
struct EntryRoute {}; ///< entry tests of all modules
struct PathRoute {};  ///< which path to take
struct RecordsRoute {};
struct CertificateRoute {};
struct MeRoute {};
struct LabRoute {};
struct ReviewRoute {};
struct GlossaryRoute {
    course::TermId term{}; ///< empty: all of them
};
struct PeopleRoute {};
struct VerifyRoute {
    std::string token{}; ///< that the address brought along, as a QR code has it; empty: none
};
struct UnknownRoute {
    std::string hash;
};

using Route = std::variant<HomeRoute, LessonRoute, ExamRoute, EntryRoute, PathRoute, RecordsRoute, CertificateRoute,
                           MeRoute, LabRoute, ReviewRoute, GlossaryRoute, PeopleRoute, VerifyRoute, UnknownRoute>;

/// Reads a hash; "" and "#" and "#/" are home, everything that is not known is an UnknownRoute.
[[nodiscard]] Route parseRoute(std::string_view hash);
/// The hash that leads there.
[[nodiscard]] std::string hashOf(const Route& route);

} // namespace portal
