#include "records/certificate.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <cstdint>
#include <limits>

namespace records {

namespace {

/// Crockford's base 32: no I, L, O or U, so that a serial can be read out over the telephone.
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

base::Instant whenPassed(const learning::Attempt& attempt) { return attempt.finished.value_or(attempt.started); }

} // namespace

std::string serialFor(const learning::LearnerId& learner, const learning::Attempt& attempt, base::UtcOffset offset) {
    std::string serial = "SA-";
    for (const char character : base::isoDate(whenPassed(attempt), offset))
        if (character != '-') serial.push_back(character);

    const std::uint64_t hash = base::fnv1a(attempt.id.text(), base::fnv1a("/", base::fnv1a(learner.text())));
    const std::uint64_t folded = hash ^ (hash >> 40); // 40 bits are shown; the upper 24 have their say too
    for (unsigned place = 0; place < 8; ++place) {
        if (place % 4 == 0) serial.push_back('-');
        serial.push_back(alphabet[(folded >> (35 - 5 * place)) & 31]);
    }
    return serial;
}

base::Result<Certificate> certificateFor(const learning::Learner& learner, const course::Course& course,
                                         std::string_view name, base::UtcOffset offset) {
    const learning::Attempt* passing = learner.passingAttempt(course.completionExam);
    if (!passing) return base::Error{base::Fault::missing, "The completion exam is not passed yet.", "exam"};
    std::string tidy = base::tidyName(name, std::numeric_limits<std::size_t>::max());
    if (tidy.empty()) return base::Error{base::Fault::missing, "A certificate needs the name of the person.", "name"};
    if (base::countCodePoints(tidy) > longestCertificateName)
        return base::Error{base::Fault::outOfRange,
                           "The name is longer than " + std::to_string(longestCertificateName) + " characters.",
                           "name"};
    Certificate certificate;
    certificate.attempt = passing->id;
    certificate.learnerName = std::move(tidy);
    certificate.courseTitle = course.title;
    certificate.contentVersion = passing->contentVersion;
    certificate.serial = serialFor(learner.id, *passing, offset);
    certificate.score = passing->score;
    certificate.passMark = course.passMark;
    certificate.finished = whenPassed(*passing);
    return certificate;
}

} // namespace records
