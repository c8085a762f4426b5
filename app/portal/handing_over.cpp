// The certificate, which leaves the portal, and what somebody wants verified.
#include "base/json_writer.h"
#include "base/utf8.h"
#include "portal/portal.h"
#include "records/credential.h"

#include <algorithm>
#include <utility>

namespace portal {

namespace {

std::string credentialOf(const Words& words, const learning::Learner& person, const course::Course& course,
                         const records::Certificate& certificate, std::string_view head) {
    const std::string criteria =
        words("credential.criteria", {{"mark", std::to_string(certificate.passMark.rounded())}});
    return records::credentialJson({.certificate = certificate,
                                    .learner = person.id,
                                    .number = person.number,
                                    .courseId = course.id,
                                    .language = course.language,
                                    .head = head,
                                    .words = {.title = words("certificate.heading"),
                                              .issuer = words("credential.issuer"),
                                              .criteria = criteria,
                                              .resultTitle = words("credential.quiz"),
                                              .evidence = words("credential.evidence")}});
}

} // namespace

void Portal::makeCertificate(std::string_view typed, CertificateForm form) {
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
    for (const char* line : {"heading", "presentedTo", "statement", "scoreLabel", "dateLabel", "serialLabel", "trust",
                             "unsigned", "scan", "issuer"}) {
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
    description.raw("credential", credentialOf(words_, *person, *course_, certificate, journal_.head(person->id)));
    certificateWork_ = {CertificateWork::State::working, {}, {}};
    host_.page.makeDocument(description.text(), certificate.serial + (form == CertificateForm::pdf ? ".pdf" : ".png"));
}

void Portal::verify(host::VerifyWish wish, const std::string& text) {
    if (wish == host::VerifyWish::text) {
        verifying_.working = true;
        std::string keys = std::move(verifying_.found.keys);
        verifying_.found = {};
        verifying_.found.keys = std::move(keys);
    }
    host_.page.verify(wish, text);
}

void Portal::openVerifying(const std::string& token) {
    if (verifying_.visit == visits_) {
        return;
    }
    verifying_ = {};
    verifying_.visit = visits_;
    verify(host::VerifyWish::open);
    if (!token.empty()) {
        verify(host::VerifyWish::text, token);
    }
}

void Portal::verified(host::Verification found) {
    if (found.verdict.empty()) {
        verifying_.found.keys = std::move(found.keys);
    } else {
        verifying_.found = std::move(found);
        verifying_.working = false;
        ++verifying_.answers;
        ++answers_;
    }
    host_.page.wakeUp();
}

} // namespace portal
