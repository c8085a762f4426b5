// A certificate as an Open Badges 3.0 credential: what systems of others read. Who issues it is not known here: whoever
// signs it puts in the issuer's id, and the envelope of its token. credential.schema.json in this folder describes it
// for others; the two change together.
#pragma once

#include "records/certificate.h"

#include <string>
#include <string_view>

namespace records {

/// The words of a credential, in the language of the certificate.
struct CredentialWords {
    std::string_view title;       ///< of the certificate
    std::string_view issuer;      ///< who says so
    std::string_view criteria;    ///< what had to be done for it
    std::string_view resultTitle; ///< "Final quiz"
    std::string_view evidence;    ///< what it was issued from
};

struct CredentialSource {
    const Certificate& certificate;
    learning::LearnerId learner;
    std::string_view number; ///< employee number, "" when it was not given
    std::string_view courseId, language;
    std::string_view head; ///< records::Journal::head
    CredentialWords words;
};

/// One line of JSON, always the same for the same source. The learner is named by name, by a UUID, and by the employee
/// number as a salted hash (SHA-256): whoever knows the number can check it, whoever does not has to try them all.
[[nodiscard]] std::string credentialJson(const CredentialSource& source);

} // namespace records
