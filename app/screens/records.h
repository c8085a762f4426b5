// The parts of HR's console; records.cpp puts them together.
#pragma once

#include "portal/console.h"
#include "portal/portal.h"
#include "ui/column.h"

#include <string>

namespace screens {

/// Bringing files in, what came of it, and taking files out.
void drawRecordFiles(portal::Portal& portal, portal::Console& console, ui::Column& column);
/// How the import or export that ended last came out, in one sentence.
[[nodiscard]] std::string outcomeOf(const portal::Portal& portal, const portal::Console& console);
/// Import and export while they are under way, with a way to stop them.
void drawRecordWork(portal::Portal& portal, portal::Console& console, ui::Column& column);
/// How to export.
void drawOutDialog(portal::Portal& portal, portal::Console& console, ui::Frame& frame);
/// Whether to delete what was imported.
void drawForgetDialog(portal::Portal& portal, portal::Console& console, ui::Frame& frame);

/// Search, filters and grouping.
void drawRecordFilters(portal::Portal& portal, portal::Console& console, ui::Column& column);
/// The rows, or the groups of them.
void drawRecordTable(portal::Portal& portal, portal::Console& console, ui::Column& column);
/// Which columns are shown, and how long a completion is valid.
void drawColumnsDialog(portal::Portal& portal, portal::Console& console, ui::Frame& frame);
/// One person's records.
void drawPersonDialog(portal::Portal& portal, portal::Console& console, ui::Frame& frame);

/// Completions over time, and how the scores lie.
void drawRecordCharts(portal::Portal& portal, portal::Console& console, ui::Column& column);

/// Which questions are hard, and which objectives few people hold.
void drawDifficulties(portal::Portal& portal, portal::Console& console, ui::Column& column);

/// The organisation's key, and what was countersigned with it.
void drawIssuing(portal::Portal& portal, portal::Console& console, ui::Column& column);
/// What came of what was last asked of it, in words; "" for nothing.
[[nodiscard]] std::string issuerOutcomeOf(const portal::Portal& portal, const portal::Console& console);
/// Who of those selected gets a certificate, and the last word before it.
void drawCountersignDialog(portal::Portal& portal, portal::Console& console, ui::Frame& frame);
/// Whether to take a certificate back.
void drawRevokeDialog(portal::Portal& portal, portal::Console& console, ui::Frame& frame);
/// Whether the key is to go from this browser.
void drawRemoveKeyDialog(portal::Portal& portal, portal::Console& console, ui::Frame& frame);

/// "1,234,567"
[[nodiscard]] std::string grouped(std::size_t number);
/// The name of a department or of a course or module, with words where there is none.
[[nodiscard]] std::string departmentName(const portal::Portal& portal, const records::Table& table,
                                         std::uint32_t index);
[[nodiscard]] std::string subjectName(const portal::Portal& portal, const records::Table& table, std::uint32_t index);
/// "已完成 · 即将到期"
[[nodiscard]] std::string standingOf(const portal::Portal& portal, const records::Table& table, records::Row row,
                                     const records::Today& today);

} // namespace screens
