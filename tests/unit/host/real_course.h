// The real course, compiled in this process as coursec compiles it, so that tests walk what people will meet.
#pragma once

#include "tools/coursec/compile.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace walk {

/// What coursec makes of the course; it has no fault.
[[nodiscard]] const coursec::Compiled& compiled();

inline constexpr const char* languages[] = {"zh-CN", "en"};

/// Pack bytes by the name the portal asks for ("course.en", "M2.zh-CN").
[[nodiscard]] const std::map<std::string, std::string>& packs();

/// The interface's words of this language, by key, as they stand in the author's files.
[[nodiscard]] const std::map<std::string, std::string>& interfaceWords(const std::string& language);

/// Of those, the ones that a first visit carries.
[[nodiscard]] const std::map<std::string, std::string>& firstWords(const std::string& language);

/// Every text of the course in this language: lessons, items, course and interface.
[[nodiscard]] std::vector<std::string> everyText(const std::string& language);

/// Text of a file of the project, by its path below the repository's root.
[[nodiscard]] std::string fileText(const std::string& path);

} // namespace walk
