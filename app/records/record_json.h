// A completion record as JSON: the one form in which records leave a browser and come to HR.
// completion-record.schema.json in this folder describes it for others; the form, the reader and the schema change
// together.
#pragma once

#include "base/result.h"
#include "records/record.h"

#include <string>
#include <string_view>

namespace records {

inline constexpr std::string_view recordFormat = "service-academy/completion-record";
inline constexpr int recordVersion = 1;

/// One line, without a line break, so that many records make a file of one record a line. Times are ISO 8601 in UTC,
/// scores and shares 0..100, durations seconds. What is not known is left out, never null.
[[nodiscard]] std::string recordToJson(const Record& record);

/// Checks everything before anything is given back. Fault::wrongVersion for a record of a later portal; else the fault
/// of the first member that is wrong, with its place. `sourceName` names the file and line for people. Members that
/// are not known are ignored.
[[nodiscard]] base::Result<Record> recordFromJson(std::string_view json, std::string_view sourceName);

/// "not-started", "in-progress", "completed": as the form writes a status.
[[nodiscard]] std::string_view nameOf(CompletionStatus status);

} // namespace records
