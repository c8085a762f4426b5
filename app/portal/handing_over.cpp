// The certificate, which leaves the portal.
#include "base/json_writer.h"
#include "base/utf8.h"
#include "portal/portal.h"

#include <algorithm>

namespace portal {

void Portal::makeCertificate(std::string_view typed) {
    const learning::Learner* person = learner();
    if (person == nullptr || !course_ || certificateWork_.state == CertificateWork::State::working) {
        return;
    }
    const learning::Attempt* counting = person->passingAttempt(course_->completionExam);
    const base::UtcOffset offset =
        counting != nullptr && counting->finished ? host_.clock.offsetAt(*counting->finished) : base::UtcOffset{0};
    const std::string name = base::tidyName(typed, records::longestCertificateName + 1);
    const auto due = records::certificateFor(*person, *course_, name, offset);
    if (!due.ok()) {
        const bool tooLong = due.error().fault == base::Fault::outOfRange;
        certificateWork_ = {
            CertificateWork::State::failed, tooLong ? "certificate.nameTooLong" : "certificate.nameMissing", {}};
        return;
    }
    nameLearner(name);
    const records::Certificate& certificate = due.value();
    const auto issued = std::find_if(person->certificates.begin(), person->certificates.end(), [&](const auto& c) {
        return c.serial == certificate.serial && c.name == certificate.learnerName;
    });
    if (issued == person->certificates.end()) {
        happened(learning::CertificateIssued{certificate.attempt, certificate.serial, certificate.learnerName});
    }
    base::JsonObject lines;
    for (const char* line :
         {"heading", "presentedTo", "statement", "scoreLabel", "dateLabel", "serialLabel", "trust", "issuer"}) {
        lines.text(line, words_.of("certificate.", line));
    }
    base::JsonObject description;
    description.text("language", language_);
    description.text("learnerName", certificate.learnerName);
    description.text("courseTitle", certificate.courseTitle);
    description.integer("score", certificate.score.rounded());
    description.integer("passMark", certificate.passMark.rounded());
    description.text("finishedOn", longDate(certificate.finished));
    description.text("finishedAtIso", base::isoUtc(certificate.finished));
    description.text("serial", certificate.serial);
    description.text("contentVersion", certificate.contentVersion);
    description.raw("lines", lines.text());
    certificateWork_ = {CertificateWork::State::working, {}, {}};
    host_.page.makeCertificate(description.text(), certificate.serial + ".pdf");
}

} // namespace portal
