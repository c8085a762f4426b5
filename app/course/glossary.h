// Every term of the course in one language: what it is called in the other one, what it means, where it is taught.
#pragma once

#include "base/json_reader.h"
#include "base/result.h"
#include "course/ids.h"

#include <string>
#include <string_view>
#include <vector>

namespace course {

struct Term {
    TermId id;
    std::string term;        ///< 关键时刻
    std::string counterpart; ///< in the other language: "moment of truth"
    std::string initials;    ///< of the Chinese term's pinyin: "gjsk"
    std::string meaning;     ///< a sentence or two
    LessonId lesson;         ///< where it is taught
    StepId step;
};

struct Glossary {
    std::string language;
    std::vector<Term> terms; ///< in Chinese by their initials, else by their letters

    [[nodiscard]] const Term* term(const TermId& id) const;
    /// The terms that hold these words, those in whose names they stand first: in the term itself, its counterpart,
    /// the beginning of its initials; then within the initials (in Chinese), then in the meaning. Latin letters of
    /// either case; all when there are no words.
    [[nodiscard]] std::vector<const Term*> find(std::string_view words) const;
};

/// Reads the pack that coursec made of content/glossary.json and its words.
[[nodiscard]] base::Result<Glossary> readGlossaryPack(std::string_view cbor);
/// The same from the pack as a JSON tree; see course/pack.h.
[[nodiscard]] Glossary readGlossary(const base::Json& pack, std::string_view where, std::vector<base::Error>& faults,
                                    std::vector<base::Asked>* asked = nullptr);

} // namespace course
