#include "screens/screens.h"

#include "screens/chrome.h"
#include "screens/display.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <string>
#include <type_traits>
#include <variant>

namespace screens {

namespace {

/// What is wrong with keeping things, said on every screen until it is mended.
void drawStoreTrouble(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    const host::StoreTrouble trouble = portal.storeTrouble();
    if (trouble != host::StoreTrouble::none) {
        constexpr std::array<const char*, 5> keys = {"", "store.unavailable", "store.full", "store.failing",
                                                     "store.outdated"};
        ui::message(column, ui::Tone::careful, words("store.title"), words(keys[static_cast<std::size_t>(trouble)]),
                    false);
        column.gap(ui::space::l);
    }
    const auto count = [&](std::string_view key, std::size_t lines) {
        if (lines > 0) {
            ui::message(column, ui::Tone::careful, words("store.unreadableTitle"),
                        words(key, {{"count", std::to_string(lines)}}), false);
            column.gap(ui::space::l);
        }
    };
    count("store.unreadable", portal.journal().unreadable());
    count("store.broken", portal.journal().broken());
}

std::string nameOf(const portal::Portal& portal, const learning::Learner* person) {
    return person == nullptr || person->name.empty() ? std::string(portal.words()("records.unnamed")) : person->name;
}

/// What happened in another tab, to the store under the page, or before it was loaded anew, said until it was read.
void drawNotice(portal::Portal& portal, ui::Column& column) {
    using Notice = portal::Portal::Notice;
    const auto& words = portal.words();
    const Notice notice = portal.notice();
    if (notice == Notice::none) {
        return;
    }
    if (notice == Notice::otherChosen) {
        ui::message(column, ui::Tone::careful, words("tabs.otherTitle"),
                    words("tabs.other", {{"other", nameOf(portal, portal.chosenElsewhere())},
                                         {"here", nameOf(portal, portal.learner())}}));
    } else if (notice == Notice::deleted) {
        ui::message(column, ui::Tone::right, words("delete.doneTitle"), words("delete.done"));
        if (portal.announceNotice()) {
            column.frame->said.announce(std::string(words("delete.doneTitle")) + ' ' +
                                        std::string(words("delete.done")));
        }
    } else {
        ui::message(column, ui::Tone::careful, words("store.restoredTitle"), words("store.restored"));
    }
    column.gap(ui::space::m);
    if (ui::button(column, {.key = "dismiss-notice",
                            .label = words("notice.dismiss"),
                            .look = ui::ButtonLook::secondary,
                            .fitted = true})) {
        portal.dismissNotice();
    }
    column.gap(ui::space::l);
}

/// Screens that the program's first part draws by itself.
bool standsAlone(const portal::Route& route) {
    return std::holds_alternative<portal::HomeRoute>(route) || std::holds_alternative<portal::LessonRoute>(route) ||
           std::holds_alternative<portal::UnknownRoute>(route);
}

void drawTakeNewer(portal::Portal& portal, ui::Column& column, ui::ButtonLook look) {
    if (ui::button(column, {.key = "newer", .label = portal.words()("newer.take"), .look = look})) {
        portal.takeNewer();
    }
}

/// Nobody sits here: all but the records, and verifying, waits until somebody says who they are.
bool asksWho(portal::Portal& portal) {
    const bool anybody = std::holds_alternative<portal::RecordsRoute>(portal.route()) ||
                         std::holds_alternative<portal::VerifyRoute>(portal.route());
    return portal.people().locking || (portal.people().choosing && !anybody);
}

void drawRoute(portal::Portal& portal, ui::Column& column) {
    const bool who = asksWho(portal);
    if (who || !standsAlone(portal.route())) {
        if (const portal::Loading rest = portal.rest(); rest != portal::Loading::ready) {
            drawLoading(portal, column, rest);
            return;
        }
    }
    if (who) {
        drawPeople(portal, column);
        return;
    }
    std::visit(
        [&](const auto& route) {
            using T = std::decay_t<decltype(route)>;
            if constexpr (std::is_same_v<T, portal::HomeRoute>) {
                drawHome(portal, column);
            } else if constexpr (std::is_same_v<T, portal::LessonRoute>) {
                drawLesson(portal, column, route.lesson);
            } else if constexpr (std::is_same_v<T, portal::ExamRoute>) {
                drawExam(portal, column, route.exam);
            } else if constexpr (std::is_same_v<T, portal::EntryRoute>) {
                drawEntry(portal, column);
            } else if constexpr (std::is_same_v<T, portal::PathRoute>) {
                drawPath(portal, column);
            } else if constexpr (std::is_same_v<T, portal::RecordsRoute>) {
                drawRecords(portal, column);
            } else if constexpr (std::is_same_v<T, portal::CertificateRoute>) {
                drawCertificate(portal, column);
            } else if constexpr (std::is_same_v<T, portal::MeRoute>) {
                drawMe(portal, column);
            } else if constexpr (std::is_same_v<T, portal::LabRoute>) {
                drawLab(portal, column);
            } else if constexpr (std::is_same_v<T, portal::ReviewRoute>) {
                drawReview(portal, column);
            } else if constexpr (std::is_same_v<T, portal::GlossaryRoute>) {
                drawGlossary(portal, column, route.term);
            } else if constexpr (std::is_same_v<T, portal::PeopleRoute>) {
                drawPeople(portal, column);
            } else if constexpr (std::is_same_v<T, portal::VerifyRoute>) {
                drawVerify(portal, column, route.token);
            } else {
                drawUnknown(portal, column, route.hash);
            }
        },
        // A copy: what the screen does may lead to another route while it is drawn.
        portal::Route(portal.route()));
}

constexpr float widestTable = 1600;

} // namespace

float draw(portal::Portal& portal, ui::Frame& frame) {
    const bool resting =
        portal.people().resting && portal.course() != nullptr && portal.rest() == portal::Loading::ready;
    const bool consoleDialog = portal.consoleDialog() != portal::ConsoleDialog::none;
    frame.inert = resting || (portal.course() != nullptr && (portal.displayOpen() || consoleDialog));
    const Margins edge = margins(frame);
    const bool desktop = frame.room() == ui::Room::desktop;
    const float side = frame.room() == ui::Room::phone ? ui::space::l : ui::space::xxl;
    const float room = frame.view.width - edge.left - 2 * side;
    constexpr float panelWidth = 264;
    // A table is no text: HR's console takes the whole window.
    const bool table = std::holds_alternative<portal::RecordsRoute>(portal.route());
    const bool panel = desktop && !table && room > ui::readingWidth * 0.75F + panelWidth + ui::space::xxl;
    const float width =
        std::min(table ? widestTable : ui::readingWidth, panel ? room - panelWidth - ui::space::xxl : room);
    const float taken = width + (panel ? panelWidth + ui::space::xxl : 0.0F);
    const float left = edge.left + side + std::max(0.0F, (room - taken) / 2);

    if (!portal.words()("app.name").empty() && portal.course() != nullptr) {
        drawTopBar(portal, frame);
    }
    ui::Node landmark;
    landmark.role = ui::Role::main;
    landmark.place = {left, edge.top, width, 1};
    frame.said.open("main", landmark);
    ui::Column column(frame, left, edge.top, width);
    if (portal.course() == nullptr) {
        drawLoading(portal, column, portal.courseLoading());
    } else {
        drawStoreTrouble(portal, column);
        drawNotice(portal, column);
        drawRoute(portal, column);
    }
    frame.said.close();
    float bottom = column.y;
    if (panel && portal.course() != nullptr && !asksWho(portal)) {
        ui::Column beside(frame, left + width + ui::space::xxl, edge.top, panelWidth);
        drawSidePanel(portal, beside);
        bottom = std::max(bottom, beside.y);
    }
    bottom += edge.bottom;
    if (portal.course() != nullptr) {
        bottom = drawNavigation(portal, frame, bottom);
        frame.inert = false;
        if (resting) {
            drawRestDialog(portal, frame);
        } else if (portal.displayOpen()) {
            drawDisplayDialog(portal, frame);
        } else if (consoleDialog) {
            drawConsoleDialog(portal, frame);
        }
    }
    return bottom;
}

void drawTitle(portal::Portal& portal, ui::Column& column, std::string_view title, ui::Size size) {
    // The key carries the visit, so that a new place has a new heading for the focus to go to.
    column.heading("title-" + std::to_string(portal.visits()), title, 1, size);
}

void drawLoading(portal::Portal& portal, ui::Column& column, portal::Loading state) {
    const auto& words = portal.words();
    if (state == portal::Loading::waiting) {
        for (const float share : {0.5F, 0.9F, 0.8F, 0.85F}) {
            const ui::Box box = column.take(20);
            ui::fillBox(*column.frame, {box.x, box.y, box.width * share, box.height}, column.frame->theme.line, 6,
                        0.7F);
            column.gap(ui::space::m);
        }
        return;
    }
    if (portal.course() == nullptr) {
        // No words could be loaded: both languages, so that everyone can read it.
        drawTitle(portal, column, "课程没能打开 · The course could not be opened");
        column.gap(ui::space::m);
        ui::message(
            column, ui::Tone::wrong, {},
            "课程文件缺失或已损坏。您的学习记录仍保存在这个浏览器里。请检查网络后重试；若仍不行，请告诉网站管理员。 "
            "A course file is missing or damaged. Your progress is still safe in this browser. Check the network and "
            "try again; "
            "if it stays, tell whoever runs this site.");
        column.gap(ui::space::l);
        if (ui::button(column, {.key = "retry", .label = "重试 · Try again"})) {
            portal.retryLoading();
        }
        return;
    }
    drawTitle(portal, column, words("pack.failedTitle"));
    column.gap(ui::space::m);
    drawPackFailed(portal, column, {});
    column.gap(ui::space::s);
    ui::linkButton(column, {.key = "to-home", .label = words("unknown.home"), .look = ui::ButtonLook::quiet}, "#/");
}

void drawNewer(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    if (!portal.newerOffered()) {
        return;
    }
    ui::message(column, ui::Tone::info, words("newer.title"), words("newer.body"), false);
    column.gap(ui::space::s);
    drawTakeNewer(portal, column, ui::ButtonLook::secondary);
    column.gap(ui::space::l);
}

void drawPackFailed(portal::Portal& portal, ui::Column& column, std::string_view title) {
    const auto& words = portal.words();
    ui::message(column, ui::Tone::wrong, title, words(portal.newer() ? "pack.newer" : "pack.failed"));
    column.gap(ui::space::l);
    if (portal.newer()) {
        drawTakeNewer(portal, column, ui::ButtonLook::primary);
        column.gap(ui::space::s);
    }
    if (ui::button(column, {.key = "retry",
                            .label = words("pack.retry"),
                            .look = portal.newer() ? ui::ButtonLook::secondary : ui::ButtonLook::primary})) {
        portal.retryLoading();
    }
}

void drawMorePeople(portal::Portal& portal, ui::Column& column, std::size_t count) {
    const std::size_t shown = portal.peopleShown();
    if (shown >= count) {
        return;
    }
    column.gap(ui::space::s);
    if (ui::button(column, {.key = "more-people",
                            .label = portal.words()("records.more", {{"count", std::to_string(count - shown)}}),
                            .look = ui::ButtonLook::secondary})) {
        portal.peopleShown() += portal::Portal::peopleAtATime;
    }
}

void drawLeave(portal::Portal& portal, ui::Column& column) {
    ui::linkButton(column,
                   {.key = "leave",
                    .label = portal.words()("lesson.leave"),
                    .look = ui::ButtonLook::quiet,
                    .icon = ui::Icon::back,
                    .fitted = true},
                   "#/");
}

void drawSaved(portal::Portal& portal, ui::Column& column) {
    if (portal.storeTrouble() != host::StoreTrouble::none || portal.journal().empty()) {
        return; // trouble has its own words at the top
    }
    column.soft(portal.words()(portal.journal().unconfirmed() == 0 ? "saved.done" : "saved.waiting"));
    if (portal.askingToPersist()) {
        column.soft(portal.words()("keep.asking"));
    }
}

void drawFinishAndLock(portal::Portal& portal, ui::Column& column) {
    if (!portal.shared() || portal.learner() == nullptr || portal.storeTrouble() == host::StoreTrouble::unavailable) {
        return;
    }
    column.gap(ui::space::s);
    if (ui::button(
            column,
            {.key = "finish-and-lock", .label = portal.words()("people.finish"), .look = ui::ButtonLook::secondary})) {
        portal.finishAndLock();
    }
}

void drawUnknown(portal::Portal& portal, ui::Column& column, std::string_view what) {
    const auto& words = portal.words();
    drawTitle(portal, column, words("unknown.title"));
    column.gap(ui::space::m);
    column.body(words("unknown.body"));
    if (!what.empty()) {
        column.gap(ui::space::s);
        ui::personText(column, "what", what, ui::Size::small);
    }
    column.gap(ui::space::l);
    ui::linkButton(column, {.key = "to-home", .label = words("unknown.home")}, "#/");
}

} // namespace screens
