// What a certificate says, and whether one is due.
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "course/course.h"
#include "learning/learner.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace records {

inline constexpr std::size_t longestCertificateName = 120; ///< code points

struct Certificate {
    learning::AttemptId attempt;
    std::string learnerName;
    std::string courseTitle;
    std::string contentVersion;
    std::string serial;
    base::Percent score, passMark;
    base::Instant finished{};
};

/// "SA-20261122-7F3K-9QXD": date of passing, then eight characters of Crockford base 32 from a 64-bit FNV-1a of learner
/// and attempt id. The same attempt always gets the same serial.
[[nodiscard]] std::string serialFor(const learning::LearnerId& learner, const learning::Attempt& attempt,
                                    base::UtcOffset offset);

/// The certificate that is due to this learner. Fault::missing when the completion exam is not passed yet or the name
/// is empty, Fault::outOfRange when the name is longer than longestCertificateName.
[[nodiscard]] base::Result<Certificate> certificateFor(const learning::Learner& learner, const course::Course& course,
                                                       std::string_view name, base::UtcOffset offset);

} // namespace records
