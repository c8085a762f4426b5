// The question labs and glossaries that are here.
#pragma once

#include "base/door.h"
#include "course/glossary.h"
#include "learning/sentence_lab.h"
#include "portal/language_packs.h"

#include <string>
#include <string_view>

namespace portal {

using Labs = LanguagePacks<learning::SentenceLab>;
using Glossaries = LanguagePacks<course::Glossary>;

/// Makes of a pack what it holds. False when it cannot be read.
BASE_DOOR bool takeLab(Labs& labs, const std::string& pack, std::string_view bytes);
BASE_DOOR bool takeGlossary(Glossaries& glossaries, const std::string& pack, std::string_view bytes);

/// The language that a typed sentence is written in, as far as its letters tell; `otherwise` when it has none.
[[nodiscard]] std::string languageOf(std::string_view typed, const std::string& otherwise);

} // namespace portal
