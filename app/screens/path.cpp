// Which path to take: for what work one learns. What is chosen orders home; nothing else hangs on it, and it can be
// changed at any time.
#include "learning/entry.h"
#include "screens/screens.h"
#include "ui/widgets.h"

#include <string>

namespace screens {

namespace {

/// One of the ways, as an option with a line about it.
bool drawWay(ui::Column& column, const std::string& id, std::string_view title, std::string_view summary, bool chosen) {
    const std::string key = "path-" + id;
    ui::Choice what;
    what.key = key;
    what.label = title;
    what.mark = chosen ? ui::Mark::chosen : ui::Mark::none;
    const bool pressed = ui::choice(column, what);
    column.gap(ui::space::xs);
    ui::Column indented(*column.frame, column.x + ui::space::l, column.y, column.width - ui::space::l);
    indented.soft(summary);
    column.y = indented.y + ui::space::m;
    return pressed;
}

void drawModules(portal::Portal& portal, ui::Column& column, const learning::Way& way) {
    column.heading("modules", portal.words()("path.modules"), 2, ui::Size::lead);
    column.gap(ui::space::s);
    for (std::size_t at = 0; at < way.modules.size(); ++at) {
        if (at == way.onPath) {
            column.gap(ui::space::m);
            column.heading("others", portal.words()("path.others"), 2, ui::Size::body);
            column.gap(ui::space::xs);
        }
        const std::string line = std::to_string(at + 1) + ". " + way.modules[at]->title;
        if (at < way.onPath) {
            column.body(line);
        } else {
            column.soft(line);
        }
    }
}

} // namespace

void drawPath(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    const course::Course& course = *portal.course();
    const learning::Way way = learning::wayOf(portal.learner(), course);
    drawTitle(portal, column, words("path.title"));
    column.gap(ui::space::m);
    column.body(words("path.intro"));
    column.gap(ui::space::l);
    ui::Node group;
    group.role = ui::Role::radioGroup;
    group.name = words("path.choices");
    group.place = {column.x, column.y, column.width, 1};
    column.frame->said.open("paths", group);
    for (const course::Path& path : course.paths) {
        if (drawWay(column, path.id, path.title, path.summary, way.path == &path)) {
            portal.wish("path", path.id);
        }
    }
    if (drawWay(column, "all", words("path.all"), words("path.allDetail"), way.path == nullptr)) {
        portal.wish("path", "all");
    }
    column.frame->said.close();
    column.gap(ui::space::s);
    ui::linkButton(column, {.key = "to-home", .label = words("path.go")}, "#/");
    column.gap(ui::space::xl);
    drawModules(portal, column, way);
    column.gap(ui::space::m);
    drawSaved(portal, column);
}

} // namespace screens
