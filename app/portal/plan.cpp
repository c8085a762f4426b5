// A person's own plan on its way into a file: what they wrote, how they rated it, and nothing else that is known of
// them.
#include "base/json_writer.h"
#include "portal/portal.h"

#include <algorithm>

namespace portal {

void Portal::makePlan(const course::Lesson& lesson, const course::Step& rating) {
    const learning::Learner* person = learner();
    const auto* likert = std::get_if<course::Likert>(&rating.activity);
    if (person == nullptr || likert == nullptr || certificateWork_.state == CertificateWork::State::working) {
        return;
    }
    const auto progress = person->lessons.find(lesson.id);
    const auto written = std::find_if(lesson.steps.begin(), lesson.steps.end(),
                                      [&](const course::Step& step) { return step.id == likert->plan; });
    if (progress == person->lessons.end() || written == lesson.steps.end()) {
        return;
    }
    const auto answerTo = [&](const course::StepId& step) -> const learning::Answer* {
        const auto found = progress->second.steps.find(step);
        return found == progress->second.steps.end() ? nullptr : &found->second.answer;
    };
    const learning::Answer* noted = answerTo(written->id);
    const learning::Answer* rated = answerTo(rating.id);
    const auto* note = noted == nullptr ? nullptr : std::get_if<learning::Noted>(noted);
    const auto* ratings = rated == nullptr ? nullptr : std::get_if<learning::Rated>(rated);
    if (ratings == nullptr) {
        return;
    }
    base::JsonObject project;
    project.text("heading", written->title);
    project.text("text", note == nullptr || note->text.empty() ? words_("plan.empty") : std::string_view(note->text));
    base::JsonArray rows;
    int sum = 0;
    for (const course::Likert::Statement& statement : likert->statements) {
        const auto found = ratings->ratings.find(statement.id);
        const int value = found == ratings->ratings.end() ? 0 : found->second;
        sum += value;
        base::JsonObject row;
        row.text("text", statement.text);
        row.text("value", std::to_string(value) + "/" + std::to_string(likert->points));
        rows.raw(row.text());
    }
    const int most = likert->points * static_cast<int>(likert->statements.size());
    const auto band =
        std::find_if(likert->bands.begin(), likert->bands.end(), [sum](const auto& each) { return sum <= each.upTo; });
    base::JsonObject marks;
    marks.text("heading", rating.title);
    marks.raw("rows", rows.text());
    marks.text("sum", words_("plan.sum", {{"sum", std::to_string(sum)},
                                          {"most", std::to_string(most)},
                                          {"band", band == likert->bands.end() ? std::string{} : band->label}}));
    marks.text("remark", band == likert->bands.end() ? std::string_view{} : std::string_view(band->text));
    base::JsonArray parts;
    parts.raw(project.text());
    parts.raw(marks.text());
    const base::Instant now = host_.clock.now();
    base::JsonObject description;
    description.text("kind", "plan");
    description.text("language", language_);
    description.text("title", lesson.title);
    description.text("issuer", words_("app.name"));
    description.text("about", person->name.empty() ? longDate(now) : person->name + " · " + longDate(now));
    description.text("atIso", base::isoUtc(now));
    description.raw("parts", parts.text());
    description.text("foot", words_("plan.foot"));
    description.text("replaced", words_("plan.replaced", {{"count", "{count}"}}));
    certificateWork_ = {CertificateWork::State::working, {}, {}};
    host_.page.makeDocument(description.text(),
                            words_("plan.file", {{"date", base::isoDate(now, host_.clock.offsetAt(now))}}) + ".pdf");
}

} // namespace portal
