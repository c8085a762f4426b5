// The question lab with the word lists that people will meet, for tests of plain layers.
#pragma once

#include "learning/sentence_lab.h"

#include <string>

namespace sample {

/// The lab of this language, read once.
[[nodiscard]] const learning::SentenceLab& lab(const std::string& language);

/// Text of a file below the tests folder.
[[nodiscard]] std::string testFile(const std::string& path);

} // namespace sample
