// What of the table HR looks at: search, filters, grouping and order.
#include "screens/records.h"
#include "ui/select.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace screens {

namespace {

using portal::Choice;
using portal::Console;
using portal::Standing;
using records::Column;
using records::Grouping;

constexpr int longestSearch = 60; // characters

/// Departments by name, those without one last; their places in the table.
std::vector<std::uint32_t> departmentsOf(const records::Table& table) {
    std::vector<std::uint8_t> used(table.departments.size(), 0);
    for (const std::uint32_t each : table.department) used[each] = 1;
    std::vector<std::uint32_t> all;
    for (std::uint32_t i = 0; i < used.size(); ++i)
        if (used[i]) all.push_back(i);
    std::sort(all.begin(), all.end(), [&table](std::uint32_t one, std::uint32_t other) {
        if (table.departments[one].empty() != table.departments[other].empty()) return table.departments[other].empty();
        return table.departments[one] < table.departments[other];
    });
    return all;
}

void chooseDepartment(portal::Portal& portal, const records::Table& table, ui::Column& column, Choice& choice,
                      bool& changed) {
    const std::vector<std::uint32_t> all = departmentsOf(table);
    std::vector<std::string> options = {std::string(portal.words()("filter.allDepartments"))};
    std::size_t current = 0;
    for (const std::uint32_t each : all) {
        options.push_back(departmentName(portal, table, each));
        if (choice.department == each) current = options.size() - 1;
    }
    const auto chosen = ui::select(column, "department", portal.words()("csv.department"), options, current);
    if (!chosen) return;
    choice.department = *chosen == 0 ? std::nullopt : std::optional(all[*chosen - 1]);
    changed = true;
}

void chooseSubject(portal::Portal& portal, const records::Table& table, ui::Column& column, Choice& choice,
                   bool& changed) {
    std::vector<std::string> options = {std::string(portal.words()("filter.allSubjects"))};
    for (std::uint32_t i = 0; i < table.subjects.size(); ++i) options.push_back(subjectName(portal, table, i));
    const std::size_t current = choice.subject && !choice.allSubjects ? *choice.subject + 1 : 0;
    const auto chosen = ui::select(column, "subject", portal.words()("csv.title"), options, current);
    if (!chosen) return;
    choice.allSubjects = *chosen == 0;
    choice.subject = *chosen == 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(*chosen - 1));
    changed = true;
}

template <std::size_t count>
std::optional<std::size_t> chooseWord(portal::Portal& portal, ui::Column& column, std::string_view key,
                                      std::string_view label, const std::array<const char*, count>& keys,
                                      std::size_t current) {
    std::vector<std::string> options;
    for (const char* each : keys) options.emplace_back(portal.words()(each));
    return ui::select(column, key, label, options, current);
}

constexpr std::array<const char*, 7> standingKeys = {"filter.anyStanding", "csv.notStarted", "csv.inProgress",
                                                     "csv.done",           "filter.overdue", "filter.expiring",
                                                     "filter.expired"};
constexpr std::array<const char*, 4> groupingKeys = {"group.none", "group.department", "group.subject", "group.status"};

/// How many stand beside each other, and where the next one stands.
class Controls {
public:
    Controls(ui::Column& column, int perRow) : column_(column), perRow_(perRow), bottom_(column.y) {}
    ~Controls() { column_.y = bottom_; }
    Controls(const Controls&) = delete;
    Controls& operator=(const Controls&) = delete;

    template <class Draw>
    void put(Draw draw) {
        if (next_ == perRow_) {
            next_ = 0;
            column_.y = bottom_ + ui::space::m;
        }
        ui::Column place = ui::columnOfRow(column_, next_++, perRow_, ui::space::m);
        draw(place);
        bottom_ = std::max(bottom_, place.y);
    }

private:
    ui::Column& column_;
    int perRow_, next_ = 0;
    float bottom_;
};

} // namespace

void drawRecordFilters(portal::Portal& portal, Console& console, ui::Column& column) {
    const auto& words = portal.words();
    const records::Table& table = console.table();
    Choice choice = console.choice();
    bool changed = false;
    const float wide = column.width / std::max(1.0F, column.frame->textScale);
    {
        Controls controls(column, wide > 880 ? 5 : wide > 560 ? 3 : wide > 340 ? 2 : 1);
        controls.put([&](ui::Column& place) {
            if (const auto typed = ui::textField(place, {.key = "search",
                                                         .label = words("filter.search"),
                                                         .text = choice.name,
                                                         .hint = words("filter.searchHint"),
                                                         .longest = longestSearch})) {
                choice.name = *typed;
                changed = true;
            }
        });
        controls.put([&](ui::Column& place) { chooseDepartment(portal, table, place, choice, changed); });
        controls.put([&](ui::Column& place) { chooseSubject(portal, table, place, choice, changed); });
        controls.put([&](ui::Column& place) {
            if (const auto chosen = chooseWord(portal, place, "standing", words("csv.status"), standingKeys,
                                               static_cast<std::size_t>(choice.standing))) {
                choice.standing = static_cast<Standing>(*chosen);
                changed = true;
            }
        });
        controls.put([&](ui::Column& place) {
            const std::size_t current = choice.grouping ? static_cast<std::size_t>(*choice.grouping) + 1 : 0;
            if (const auto chosen =
                    chooseWord(portal, place, "grouping", words("group.label"), groupingKeys, current)) {
                choice.grouping = *chosen == 0 ? std::nullopt : std::optional(static_cast<Grouping>(*chosen - 1));
                changed = true;
            }
        });
    }
    if (changed) {
        console.choose(std::move(choice));
        console.rowPlace.toTop = console.groupPlace.toTop = true;
    }
    column.gap(ui::space::m);
}

} // namespace screens
