// Looking a term up: by what it is called, in either language, by the initials of its pinyin, by what it means.
#include "course/glossary.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

course::Term term(const char* id, const char* name, const char* counterpart, const char* initials,
                  const char* meaning) {
    course::Term made;
    made.id = course::TermId(id);
    made.term = name;
    made.counterpart = counterpart;
    made.initials = initials;
    made.meaning = meaning;
    return made;
}

std::string found(const course::Glossary& glossary, const char* words) {
    std::string ids;
    for (const course::Term* each : glossary.find(words)) ids += each->id.text() + " ";
    return ids;
}

} // namespace

TEST_CASE("a term is found by its name, then by initials within it, then by what it means") {
    course::Glossary glossary;
    glossary.language = "zh-CN";
    glossary.terms = {term("open", "开放式问题", "open question", "kfswt", "请人多说一些。"),
                      term("kind", "问题类型", "kind of question", "wtlx", "WT 是它的简称。"),
                      term("wait", "等待", "waiting", "dd", "简称 wt。")};
    CHECK(found(glossary, "wt") == "kind open wait ");
    CHECK(found(glossary, "WTLX") == "kind ");
    CHECK(found(glossary, "问题") == "open kind ");
    CHECK(found(glossary, "waiting") == "wait ");
    CHECK(found(glossary, "").size() == std::string("open kind wait ").size());
}

TEST_CASE("in English, initials are for those who know a term's whole: they find from their beginning on only") {
    course::Glossary glossary;
    glossary.language = "en";
    glossary.terms = {term("open", "open question", "开放式问题", "kfswt", "Asks for more than yes or no.")};
    CHECK(found(glossary, "kfs") == "open ");
    CHECK(found(glossary, "wt").empty());
}
