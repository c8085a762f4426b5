#include "base/json_reader.h"
#include "base/sha256.h"
#include "records/credential.h"
#include "records/journal.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <string>

namespace {

using records::Certificate;
using records::CredentialSource;

constexpr const char* uuid = "0b5d6f0e-3a43-4c7e-9a55-2f7f6f0c1d11";
constexpr const char* chainHead = "LPJNul-wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ";

Certificate certificate(std::string name) {
    Certificate made;
    made.attempt = learning::AttemptId("t2");
    made.learnerName = std::move(name);
    made.courseTitle = "服务学苑";
    made.contentVersion = "2026.11";
    made.serial = "SA-20261122-7F3K-9QXD";
    made.score = base::Percent(92);
    made.passMark = base::Percent(80);
    made.finished = base::Instant{base::Milliseconds{1'795'339'865'120}};
    return made;
}

std::string written(const Certificate& made, std::string_view number = "", std::string_view head = chainHead,
                    const char* learner = uuid) {
    return records::credentialJson({.certificate = made,
                                    .learner = learning::LearnerId(learner),
                                    .number = number,
                                    .courseId = "service-academy",
                                    .language = "zh-CN",
                                    .head = head,
                                    .words = {.title = "结业证书",
                                              .issuer = "学员的浏览器（服务学苑）",
                                              .criteria = "通过课程的结业测验，得分不低于80%。",
                                              .resultTitle = "结业测验",
                                              .evidence = "据以签发的学习记录"}});
}

base::Json parsed(const std::string& json) {
    auto read = base::parseJson(json, "credential");
    REQUIRE_MESSAGE(read.ok(), json);
    return std::move(read.value());
}

std::string fileText(const std::string& name) {
    std::ifstream file(std::string(PORTAL_TESTS_DIR) + "/records/" + name, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), name);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace

TEST_SUITE("a credential") {
    TEST_CASE("is what tests/records/credentials.jsonl shows, which schema and signatures are tested with") {
        std::string all;
        all += written(certificate("欧阳𠮷"), "A-1001") + '\n';
        all += written(certificate("José Álvarez"), "", "") + '\n';
        all += written(certificate("=cmd()|\"<script>\\ \n\xF0\xA0\xAE\xB7 محمد 👩‍🏫"), "0") + '\n';
        CHECK_MESSAGE(fileText("credentials.jsonl") == all, all);
    }

    TEST_CASE("always is the same for the same certificate, and another one for another") {
        CHECK(written(certificate("王小明"), "A-1001") == written(certificate("王小明"), "A-1001"));
        const auto id = [](const std::string& json) { return parsed(json)["id"].get<std::string>(); };
        CHECK(id(written(certificate("王小明"))) != id(written(certificate("王小红"))));
        CHECK(id(written(certificate("王小明"))) != id(written(certificate("王小明"), "A-1001")));
        CHECK(id(written(certificate("王小明"))) != id(written(certificate("王小明"), "", "another")));
    }

    TEST_CASE("holds the employee number as a salted hash only, which whoever knows it can check") {
        const std::string json = written(certificate("王小明"), "A-1001");
        CHECK(json.find("A-1001") == std::string::npos);
        const base::Json identity = parsed(json)["credentialSubject"]["identifier"][1];
        CHECK(identity["hashed"] == true);
        const std::string salt = identity["salt"].get<std::string>();
        CHECK(salt.size() == 22);
        std::string hex = "sha256$";
        for (const std::uint8_t byte : base::sha256("A-1001" + salt)) {
            hex += "0123456789abcdef"[byte >> 4U];
            hex += "0123456789abcdef"[byte & 15U];
        }
        CHECK(identity["identityHash"] == hex);
        CHECK(parsed(written(certificate("王小明")))["credentialSubject"]["identifier"].size() == 1);
    }

    TEST_CASE("names a learner whose id is no UUID by one all the same") {
        const base::Json json = parsed(written(certificate("王小明"), "", chainHead, "ann"));
        CHECK(json["credentialSubject"]["id"].get<std::string>().substr(0, 9) == "urn:uuid:");
        CHECK(json["credentialSubject"]["id"].get<std::string>().size() == 45);
        CHECK(parsed(written(certificate("王小明")))["credentialSubject"]["id"] == std::string("urn:uuid:") + uuid);
    }

    TEST_CASE("has nothing empty in it, and no issuer's id yet") {
        const std::string json = written(certificate("王小明"), "", "");
        for (const char* empty : {"\"\"", "[]", "{}", "null"}) CHECK(json.find(empty) == std::string::npos);
        CHECK_FALSE(parsed(json)["issuer"].contains("id"));
    }
}

TEST_CASE("the head of a learner's chain is the last line's hash, and one hash of all heads after a move") {
    const auto event = [](const char* id) {
        learning::Event made;
        made.id = learning::EventId(id);
        made.learner = learning::LearnerId(uuid);
        made.fact = learning::LearnerJoined{};
        return made;
    };
    records::Journal journal;
    journal.setDevice("pc-1");
    CHECK(journal.head(learning::LearnerId(uuid)).empty());
    const auto first = journal.append(event("e1"));
    REQUIRE(first);
    const std::string json = first->text.substr(first->text.find(' ') + 1);
    CHECK(journal.head(learning::LearnerId(uuid)) == base::base64Url(base::sha256(json)));
    CHECK(journal.head(learning::LearnerId("0b5d6f0e")).empty());

    records::Journal moved;
    moved.setDevice("pc-2");
    moved.load({first->text});
    CHECK(moved.head(learning::LearnerId(uuid)) == journal.head(learning::LearnerId(uuid)));
    (void)moved.append(event("e2"));
    CHECK(moved.head(learning::LearnerId(uuid)).size() == 43);
    CHECK(moved.head(learning::LearnerId(uuid)) != journal.head(learning::LearnerId(uuid)));
}
