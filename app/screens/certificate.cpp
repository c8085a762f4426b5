// The certificate: what is still missing, or the name, a look at it, and the file.
#include "base/utf8.h"
#include "screens/screens.h"
#include "ui/widgets.h"

#include <string>

namespace screens {

namespace {

void drawMissing(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    const course::Course& course = *portal.course();
    const course::ExamBlueprint* exam = course.exam(course.completionExam);
    ui::message(column, ui::Tone::info, words("certificate.notYetTitle"),
                words("certificate.notYet", {{"exam", exam != nullptr ? exam->title : std::string{}},
                                             {"mark", std::to_string(course.passMark.rounded())}}));
    column.gap(ui::space::l);
    ui::linkButton(column, {.key = "to-exam", .label = words("home.takeExam")},
                   portal::hashOf(portal::ExamRoute{course.completionExam}));
}

/// A small likeness of what the file will show.
void drawPreview(portal::Portal& portal, ui::Column& column, const learning::Attempt& attempt, std::string_view name) {
    const auto& words = portal.words();
    ui::Card card(column, ui::Ground::surface, ui::space::xl);
    ui::Column& in = card.inner;
    const ui::Theme& theme = column.frame->theme;
    in.text(words("certificate.heading"), {ui::Size::title, ui::Weight::bold}, theme.primary, ui::Align::centre);
    in.gap(ui::space::s);
    in.text(words("certificate.presentedTo"), {ui::Size::small, ui::Weight::regular}, theme.softInk, ui::Align::centre);
    if (name.empty()) {
        in.text(words("certificate.yourName"), {ui::Size::title, ui::Weight::bold}, theme.softInk, ui::Align::centre);
    } else {
        ui::personText(in, "preview-name", name, ui::Size::title, ui::Weight::bold, ui::Align::centre);
    }
    in.gap(ui::space::s);
    in.text(words("certificate.statement"), {ui::Size::body, ui::Weight::regular}, theme.ink, ui::Align::centre);
    in.text(portal.course()->title, {ui::Size::lead, ui::Weight::bold}, theme.primary, ui::Align::centre);
    in.gap(ui::space::m);
    const std::string facts =
        words("certificate.facts", {{"score", std::to_string(attempt.score.rounded()) + "%"},
                                    {"date", attempt.finished ? portal.longDate(*attempt.finished) : std::string{}}});
    in.text(facts, {ui::Size::small, ui::Weight::regular}, theme.softInk, ui::Align::centre);
}

void drawWork(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    const portal::CertificateWork& work = portal.certificateWork();
    using State = portal::CertificateWork::State;
    if (work.state == State::idle) {
        return;
    }
    column.gap(ui::space::m);
    if (work.state == State::working) {
        ui::message(column, ui::Tone::info, words("certificate.working"), {});
    } else if (work.state == State::done) {
        ui::message(column, ui::Tone::right, words("certificate.doneTitle"), words("certificate.done"));
    } else {
        ui::message(column, ui::Tone::wrong, words("certificate.failedTitle"),
                    words(work.trouble, {{"detail", work.detail}}));
    }
}

} // namespace

void drawCertificate(portal::Portal& portal, ui::Column& column) {
    const auto& words = portal.words();
    drawTitle(portal, column, words("certificate.title"));
    column.gap(ui::space::m);
    const learning::Learner* person = portal.learner();
    const learning::Attempt* counting =
        person == nullptr ? nullptr : person->passingAttempt(portal.course()->completionExam);
    if (counting == nullptr) {
        drawMissing(portal, column);
        return;
    }
    std::optional<std::string>& draft = portal.nameDraft();
    const std::string typed = draft.value_or(person->name);
    drawPreview(portal, column, *counting, base::tidyName(typed, records::longestCertificateName));
    column.gap(ui::space::l);
    const bool tooLong = base::countCodePoints(base::tidyName(typed, typed.size())) > records::longestCertificateName;
    if (const auto text =
            ui::textField(column, {.key = "name",
                                   .label = words("certificate.nameLabel"),
                                   .text = typed,
                                   .hint = words("certificate.nameHint"),
                                   .trouble = tooLong ? words("certificate.nameTooLong") : std::string_view{},
                                   .longest = 20000})) {
        draft = *text;
        portal.forgetCertificateWork();
    }
    column.gap(ui::space::m);
    const bool working = portal.certificateWork().state == portal::CertificateWork::State::working;
    if (ui::button(
            column,
            {.key = "save", .label = words("certificate.save"), .icon = ui::Icon::download, .disabled = working})) {
        portal.makeCertificate(typed, portal::CertificateForm::pdf);
    }
    column.gap(ui::space::s);
    if (ui::button(column, {.key = "save-picture",
                            .label = words("certificate.savePicture"),
                            .look = ui::ButtonLook::secondary,
                            .icon = ui::Icon::download,
                            .disabled = working})) {
        portal.makeCertificate(typed, portal::CertificateForm::picture);
    }
    drawWork(portal, column);
    column.gap(ui::space::l);
    column.soft(words("certificate.trust"));
    column.soft(words(portal.people().sealing ? "certificate.signed" : "certificate.unsigned"));
    column.gap(ui::space::s);
    ui::link(column, "verify", words("verify.link"), portal::hashOf(portal::VerifyRoute{}));
}

} // namespace screens
