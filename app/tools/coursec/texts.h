// Every text that people will read, one by one, with its place. The question lab's word lists are none: they are what
// people may type.
#pragma once

#include "tools/coursec/documents.h"

#include <string>
#include <vector>

namespace coursec {

struct Text {
    const std::string* words = nullptr;
    std::string member;   ///< "title"; of a list of texts the name of the list
    std::string where;    ///< "M2/L2.1.en.json#/steps/guess/title"
    std::string language; ///< "en"
    std::string document; ///< "M2/L2.1"; "interface"
};

/// In the order of the files.
[[nodiscard]] std::vector<Text> everyText(const Documents& documents);

} // namespace coursec
