// Under a plan that somebody has written and rated: the way to save both as a file. By their own hand, and only so,
// does it leave the portal.
#include "screens/screens.h"
#include "ui/widgets.h"

namespace screens {

void drawPlan(portal::Portal& portal, ui::Column& column, const course::Lesson& lesson, const course::Step& rating) {
    using State = portal::CertificateWork::State;
    const auto& words = portal.words();
    const portal::CertificateWork& work = portal.certificateWork();
    column.gap(ui::space::l);
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    in.heading("plan", words("plan.title"), 2, ui::Size::lead);
    in.gap(ui::space::s);
    in.body(words("plan.intro"));
    in.gap(ui::space::m);
    if (ui::button(in, {.key = "save-plan",
                        .label = words("plan.save"),
                        .look = ui::ButtonLook::secondary,
                        .icon = ui::Icon::download,
                        .disabled = work.state == State::working})) {
        portal.makePlan(lesson, rating);
    }
    if (work.state == State::idle) {
        return;
    }
    in.gap(ui::space::m);
    if (work.state == State::working) {
        ui::message(in, ui::Tone::info, words("plan.working"), {});
    } else if (work.state == State::done) {
        ui::message(in, ui::Tone::right, words("plan.doneTitle"), words("certificate.done"));
    } else {
        ui::message(in, ui::Tone::wrong, words("plan.failedTitle"), words(work.trouble));
    }
}

} // namespace screens
