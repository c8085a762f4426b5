// The address bar leads where it says, and there and back is the same place.
#include "portal/route.h"

#include <doctest/doctest.h>

#include <string>

namespace {

template <class T>
bool leadsTo(std::string_view hash) {
    return std::holds_alternative<T>(portal::parseRoute(hash));
}

} // namespace

TEST_CASE("every route leads there and back") {
    for (const std::string hash :
         {"#/", "#/lesson/L2.1", "#/lesson/L2.1/guess", "#/exam/M2", "#/exam/final", "#/exam/entry-M2", "#/entry",
          "#/path", "#/records", "#/certificate", "#/me", "#/lab", "#/review", "#/people", "#/glossary",
          "#/glossary/moment-of-truth", "#/verify", "#/verify/1ABC", "#/verify/eyJh.eyJp.c2ln"})
        CHECK(portal::hashOf(portal::parseRoute(hash)) == hash);
    CHECK(std::get<portal::LessonRoute>(portal::parseRoute("#/lesson/L2.1")).lesson.text() == "L2.1");
    CHECK(std::get<portal::LessonRoute>(portal::parseRoute("#/lesson/L2.1/guess")).lesson.text() == "L2.1");
    CHECK(std::get<portal::LessonRoute>(portal::parseRoute("#/lesson/L2.1/guess")).step.text() == "guess");
    CHECK(std::get<portal::ExamRoute>(portal::parseRoute("#/exam/M2")).exam.text() == "M2");
}

TEST_CASE("an address without a hash is home, and a slash too many does no harm") {
    for (const char* hash : {"", "#", "#/", "/", "#//"}) CHECK(leadsTo<portal::HomeRoute>(hash));
    CHECK(leadsTo<portal::RecordsRoute>("#/records/"));
    CHECK(leadsTo<portal::LessonRoute>("#/lesson/L2.1/"));
}

TEST_CASE("what is not known is unknown and keeps what was typed") {
    for (const std::string hash : {"#/nowhere", "#/lesson", "#/exam/", "#/records/all", "#/LESSON/L2.1", "#/me/too",
                                   "#/lab/1", "#/review/1", "#/verify/1/2", "#?x=1", "#/%E4%B8%AD", "#/<script>"}) {
        REQUIRE_MESSAGE(leadsTo<portal::UnknownRoute>(hash), hash);
        CHECK(portal::hashOf(portal::parseRoute(hash)) == hash);
    }
}
