// What the portal asks of its host when somebody wants a certificate verified: the host reads files, knows the keys
// that count, and judges. It is told to Guest::verified.
#pragma once

#include <string>
#include <vector>

namespace host {

/// As web/verify.js numbers them.
enum class VerifyWish {
    open,   ///< from now on files may be dropped on the page; tells which keys count
    choose, ///< the person is asked for a file
    text,   ///< a token, an address with one in it, or a record, as somebody pasted it
};

/// One thing that a credential says, and what the file around it says of the same; "" where it says nothing.
struct VerifiedField {
    std::string field, signedValue, claimed;
};

struct Verification {
    std::string verdict; ///< "genuine", "self-issued", "changed" … (web/trust/judge.js); "" when there was none yet
    std::string reason;  ///< "", or what it is about the verdict: "seal", "key-time" …
    std::string by;      ///< whose key it was, where one counts
    std::string file;    ///< name of the file, "" when there was none
    std::string keys;    ///< whose keys count in this portal, "" when nobody's
    std::vector<VerifiedField> rows; ///< times as ISO 8601 in UTC
};

} // namespace host
