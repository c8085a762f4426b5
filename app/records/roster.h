// A roster: who should have done what by when, as HR keeps it in a spreadsheet and saves it as CSV.
#pragma once

#include "base/result.h"
#include "base/time.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace records {

struct Assignment {
    std::size_t line = 0; ///< in the file, from 1
    std::string number;   ///< employee number: by it a person is found
    std::string name, department;
    std::string subject; ///< id of the course or of a module ("M2"); "" when the file does not say: the course
    std::optional<base::Instant> due; ///< the end of that day
};

struct Roster {
    std::vector<Assignment> assignments;
    std::vector<base::Error> faults; ///< one for each thing that is wrong; nothing is to be imported then
};

/// The first row names the columns, in Chinese or English and in any order: 工号 / number, 姓名 / name, 部门 /
/// department, 课程 or 模块 / course or module, 截止日期 / due. Only the number must be there; other columns are passed
/// over. Days are written 2026-11-22, 2026/11/22 or 2026年11月22日; a day ends at midnight `offset` ahead of UTC.
[[nodiscard]] Roster readRoster(std::string_view file, base::UtcOffset offset);

} // namespace records
