#include "records/credential.h"

#include "base/json_writer.h"
#include "base/sha256.h"
#include "base/uuid.h"

namespace records {

namespace {

std::string hex(const base::Digest& digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : digest) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

bool isUuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool digit = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
        if (dash ? text[i] != '-' : !digit) return false;
    }
    return true;
}

std::string urnOf(std::string_view kind, std::string_view name) {
    return "urn:uuid:" +
           base::nameUuid(base::uuidNamespaceUrl, std::string("urn:service-academy:").append(kind).append(name));
}

std::string onlyType(std::string_view type) {
    base::JsonArray types;
    types.text(type);
    return types.text();
}

std::string list(const std::string& json) {
    base::JsonArray array;
    array.raw(json);
    return array.text();
}

std::string issuerOf(const CredentialSource& source) {
    base::JsonObject issuer;
    issuer.raw("type", onlyType("Profile"));
    issuer.text("name", source.words.issuer);
    return issuer.text();
}

std::string identityOf(std::string_view type, std::string_view hash, std::string_view salt) {
    base::JsonObject identity;
    identity.text("type", "IdentityObject");
    identity.text("identityHash", hash);
    identity.text("identityType", type);
    identity.flag("hashed", !salt.empty());
    if (!salt.empty()) identity.text("salt", salt);
    return identity.text();
}

std::string identitiesOf(const CredentialSource& source) {
    base::JsonArray identities;
    identities.raw(identityOf("name", source.certificate.learnerName, {}));
    if (!source.number.empty()) {
        // The same for the same certificate, so that issuing it again gives the same one.
        const std::string salt =
            base::base64Url(base::sha256("salt/" + source.learner.text() + '/' + source.certificate.attempt.text()))
                .substr(0, 22);
        const std::string hash = "sha256$" + hex(base::sha256(std::string(source.number) + salt));
        identities.raw(identityOf("identifier", hash, salt));
    }
    return identities.text();
}

std::string achievementOf(const CredentialSource& source, std::string_view quiz) {
    base::JsonObject criteria;
    criteria.text("narrative", source.words.criteria);
    base::JsonObject result;
    result.text("id", quiz);
    result.raw("type", onlyType("ResultDescription"));
    result.text("name", source.words.resultTitle);
    result.text("resultType", "Percent");
    result.text("valueMin", "0");
    result.text("valueMax", "100");
    result.text("requiredValue", std::to_string(source.certificate.passMark.rounded()));

    base::JsonObject achievement;
    achievement.text("id", urnOf("course/", source.courseId));
    achievement.raw("type", onlyType("Achievement"));
    achievement.text("achievementType", "Course");
    achievement.text("humanCode", source.courseId);
    if (!source.certificate.contentVersion.empty()) achievement.text("version", source.certificate.contentVersion);
    achievement.text("inLanguage", source.language);
    achievement.text("name", source.certificate.courseTitle);
    achievement.text("description", source.words.criteria);
    achievement.raw("criteria", criteria.text());
    achievement.raw("resultDescription", list(result.text()));
    return achievement.text();
}

std::string subjectOf(const CredentialSource& source) {
    const Certificate& certificate = source.certificate;
    const std::string quiz = urnOf("quiz/", source.courseId);
    base::JsonObject result;
    result.raw("type", onlyType("Result"));
    result.text("resultDescription", quiz);
    result.text("value", std::to_string(certificate.score.rounded()));

    base::JsonObject subject;
    const std::string& learner = source.learner.text();
    subject.text("id", isUuid(learner) ? "urn:uuid:" + learner : urnOf("learner/", learner));
    subject.raw("type", onlyType("AchievementSubject"));
    subject.raw("identifier", identitiesOf(source));
    subject.text("licenseNumber", certificate.serial);
    subject.text("activityEndDate", base::isoUtc(certificate.finished));
    subject.raw("achievement", achievementOf(source, quiz));
    subject.raw("result", list(result.text()));
    return subject.text();
}

} // namespace

std::string credentialJson(const CredentialSource& source) {
    const Certificate& certificate = source.certificate;
    base::JsonArray context;
    context.text("https://www.w3.org/ns/credentials/v2");
    context.text("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
    base::JsonArray types;
    types.text("VerifiableCredential");
    types.text("OpenBadgeCredential");

    base::JsonObject credential;
    const std::string subject = subjectOf(source);
    credential.raw("@context", context.text());
    credential.text("id", urnOf("credential/", subject + std::string(source.head)));
    credential.raw("type", types.text());
    credential.text("name", source.words.title);
    credential.raw("issuer", issuerOf(source));
    credential.text("validFrom", base::isoUtc(certificate.finished));
    credential.raw("credentialSubject", subject);
    if (!source.head.empty()) {
        base::JsonObject evidence;
        evidence.text("id", "ni:///sha-256;" + std::string(source.head));
        evidence.raw("type", onlyType("Evidence"));
        evidence.text("name", source.words.evidence);
        credential.raw("evidence", list(evidence.text()));
    }
    return credential.text();
}

} // namespace records
