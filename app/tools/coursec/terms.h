// The glossary's terms in the lessons: which step names which for the first time, so that the page can lead to them.
#pragma once

#include "course/glossary.h"
#include "tools/coursec/documents.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace coursec {

class TermLinks {
public:
    /// `glossary` must outlive it.
    explicit TermLinks(const course::Glossary& glossary);

    /// Gives each step of a lesson, in one language and as it goes into the pack, its "terms". Where a longer term
    /// stands, the shorter ones in it do not count.
    void put(base::Json& lesson);

    /// When all lessons were put: no two terms have one name; each is taught in a step that there is, and named in the
    /// lesson of that step. `whole`: every lesson could be read. `pack` is what the glossary was read from.
    void check(const base::Json& pack, bool whole, Faults& faults) const;

private:
    struct Name {
        std::string words; ///< Latin letters small
        const course::Term* term = nullptr;
    };
    /// The terms in a text, in the order of their places.
    [[nodiscard]] std::vector<const course::Term*> in(const std::string& text) const;

    const course::Glossary& glossary_;
    std::map<std::string, std::vector<Name>, std::less<>> names_; ///< by how they begin, the longest first
    std::set<std::pair<std::string, std::string>> steps_;         ///< lesson and step
    std::set<std::pair<std::string, std::string>> named_;         ///< lesson and term
};

} // namespace coursec
