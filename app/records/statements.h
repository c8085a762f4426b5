// Records as xAPI 1.0.3 statements, for any record store: who completed, passed or failed what.
#pragma once

#include "records/table.h"

#include <span>
#include <string>
#include <string_view>

namespace records {

class Statements {
public:
    /// `home` is the portal's address ("https://academy.example/"): accounts and activities are named after it, and so
    /// the statements of two organisations never meet. `language` is that of the titles ("zh-CN").
    Statements(const Table& table, std::string home, std::string language);

    /// The statements of these rows, one a line, with commas between them; "" when there are none. The pieces that are
    /// not empty, joined by commas and put between [ and ], are one JSON file. Somebody who neither completed anything
    /// nor has a score is not spoken of.
    ///
    /// A statement's id comes from learner, activity, verb and time alone. So it is the same however often it is
    /// exported, and a record store takes it once (a repeated id changes nothing there).
    [[nodiscard]] std::string piece(std::span<const Row> rows) const;

private:
    const Table& table_;
    std::string home_, language_;
};

} // namespace records
