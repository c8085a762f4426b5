#include "host/visitor.h"

#include "base/cases.h"
#include "host/exercises.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace walk {

namespace {

std::uint64_t reloads = 0;

} // namespace

void Visitor::enter(Setting setting) {
    setting_ = std::move(setting);
    host_.reset();
    host_ = std::make_unique<host::Headless>(setting_.packs);
    host_->view.width = setting_.width;
    host_->view.height = setting_.height;
    // A real host never gives the same id twice, not after a reload either.
    host_->clock.given = 1000 * ++reloads;
    std::vector<std::string> settings = setting_.settings;
    settings.push_back("text=" + setting_.textPercent);
    host_->start(setting_.language,
                 {.lines = setting_.journal,
                  .drafts = {setting_.drafts.begin(), setting_.drafts.end()},
                  .device = "this-browser",
                  .withPin = setting_.withPin,
                  .sealing = setting_.sealing,
                  .trouble = setting_.trouble},
                 settings);
}

void Visitor::reload() {
    Setting setting = setting_;
    setting.journal = host_->store.lines;
    setting.drafts = host_->store.drafts;
    if (const auto kept = host_->page.remembered.find("language"); kept != host_->page.remembered.end())
        setting.language = kept->second;
    for (const char* name : {"sitting", "rest"})
        if (const auto kept = host_->page.remembered.find(name); kept != host_->page.remembered.end())
            setting.settings.push_back(kept->first + "=" + kept->second); // a later one counts
    const std::string where = host_->page.hash;
    const base::Instant now = host_->clock.time;
    enter(std::move(setting));
    host_->clock.time = now;
    host_->go(where);
}

const learning::Learner& Visitor::person() {
    REQUIRE(portal().learner() != nullptr);
    return *portal().learner();
}

std::string Visitor::word(std::string_view key, std::initializer_list<std::pair<std::string_view, std::string>> fills) {
    return portal().words()(key, fills);
}

bool Visitor::press(std::string_view key) {
    const std::string name = word(key);
    for (const ui::Role role : {ui::Role::button, ui::Role::link, ui::Role::disclosure})
        if (host_->find(role, name) != nullptr) return host_->press(role, name);
    return false;
}

bool Visitor::pressIn(std::string_view group, std::string_view name) {
    ui::NodeId id = 0;
    for (const ui::Node& node : host_->window.semantics().nodes()) {
        const bool holds = node.role == ui::Role::radioGroup || node.role == ui::Role::group;
        if (holds && node.name == group) id = node.id;
        if (id == 0 || node.parent != id || node.name != name || node.disabled) continue;
        host_->window.semantics().pressed(node.id);
        host_->settle();
        return true;
    }
    return false;
}

std::string Visitor::title() {
    for (const ui::Node& node : host_->window.semantics().nodes())
        if (node.role == ui::Role::heading && node.level == 1) return node.name;
    return {};
}

std::vector<std::string> Visitor::options() {
    std::vector<std::string> names;
    for (const ui::Node& node : host_->window.semantics().nodes())
        if (node.role == ui::Role::radio || node.role == ui::Role::checkbox || node.role == ui::Role::toggle)
            names.push_back(node.name);
    return names;
}

const course::Lesson& Visitor::lesson(const course::LessonId& id) {
    const course::ModuleOutline* outline = portal().course()->moduleOf(id);
    REQUIRE(outline != nullptr);
    (void)portal().module(outline->id);
    host_->settle();
    const course::Module* module = portal().module(outline->id);
    REQUIRE(module != nullptr);
    const course::Lesson* found = module->lesson(id);
    REQUIRE(found != nullptr);
    return *found;
}

void Visitor::answerStep(const course::Step& step) {
    std::visit(base::Cases{[&](const course::Reading&) { REQUIRE(press("step.continue")); },
                           [&](const course::GuessChart& chart) {
                               REQUIRE(host_->slide(chart.bars.front().label, 40));
                               REQUIRE(press("guess.reveal"));
                           },
                           [&](const course::Sort& sort) {
                               for (const auto& card : sort.cards) {
                                   const auto bin = std::find_if(sort.bins.begin(), sort.bins.end(),
                                                                 [&](const auto& b) { return b.id == card.bin; });
                                   REQUIRE(host_->press(ui::Role::button, bin->label));
                                   REQUIRE(press(card.id == sort.cards.back().id ? "sort.overview" : "sort.next"));
                               }
                           },
                           [&](const course::Rewrite& rewrite) {
                               for (const auto& prompt : rewrite.prompts) {
                                   REQUIRE(host_->type(word("rewrite.field"), prompt.model));
                                   REQUIRE(press("rewrite.check"));
                                   REQUIRE(
                                       press(prompt.id == rewrite.prompts.back().id ? "rewrite.done" : "sort.next"));
                               }
                           },
                           [&](const course::Check& check) { answer(check.item, Answering::right); },
                           [&](const course::Closing&) { REQUIRE(press("closing.finish")); },
                           [&](const auto& exercise) { does(*this, exercise); }},
               step.activity);
}

void Visitor::doStep(const course::Lesson& lesson, const course::Step& step) {
    INFO("step ", step.id.text(), " of ", lesson.id.text());
    answerStep(step);
    const bool last = step.id == lesson.steps.back().id;
    if (!last && !std::holds_alternative<course::Reading>(step.activity)) REQUIRE(press("lesson.nextStep"));
}

void Visitor::doLesson(const course::LessonId& id) {
    host_->go("#/lesson/" + id.text());
    const course::Lesson& whole = lesson(id);
    for (const course::Step& step : whole.steps) doStep(whole, step);
}

const course::Item& Visitor::itemOnScreen(const course::ExamId& exam) {
    const learning::Attempt* attempt = person().openAttempt(exam);
    REQUIRE(attempt != nullptr);
    const learning::ExamPaper* paper = portal().paperOf(*attempt);
    REQUIRE(paper != nullptr);
    for (const learning::DrawnItem& drawn : paper->items) {
        const course::Item* item = portal().item(drawn);
        REQUIRE(item != nullptr);
        if (host_->find(ui::Role::heading, item->stem) != nullptr) return *item;
    }
    FAIL("no item of the paper is on the screen");
    return *portal().item(paper->items.front());
}

void Visitor::answer(const course::Item& item, Answering how) {
    mark(item, how);
    REQUIRE(press("answer.submit"));
}

void Visitor::mark(const course::Item& item, Answering how) {
    INFO("item ", item.id.text());
    const bool right = how == Answering::right;
    const auto pressOptions = [&](const std::vector<course::Option>& options, ui::Role role, bool several) {
        bool pressed = false;
        for (const course::Option& option : options) {
            if (option.key == right && (several || !pressed)) {
                REQUIRE(host_->press(role, option.text));
                pressed = true;
            }
        }
    };
    std::visit(
        base::Cases{
            [&](const course::SingleChoice& single) { pressOptions(single.options, ui::Role::radio, false); },
            [&](const course::MultipleChoice& multiple) { pressOptions(multiple.options, ui::Role::checkbox, true); },
            [&](const course::Ordering& ordering) {
                auto entries = ordering.entries;
                if (!right) std::reverse(entries.begin(), entries.end());
                for (const auto& entry : entries) REQUIRE(host_->press(ui::Role::toggle, entry.text));
            },
            [&](const course::Estimate& estimate) {
                const double off =
                    estimate.truth - estimate.least > estimate.most - estimate.truth ? estimate.least : estimate.most;
                REQUIRE(host_->slide(item.stem, static_cast<float>(right ? estimate.truth : off)));
            }},
        item.question);
}

void Visitor::handIn() { REQUIRE((press("exam.handIn") || press("exam.handInOpen"))); }

std::size_t Visitor::questions(const course::ExamId& exam) {
    const learning::Attempt* attempt = person().openAttempt(exam);
    REQUIRE(attempt != nullptr);
    const learning::ExamPaper* paper = portal().paperOf(*attempt);
    REQUIRE(paper != nullptr);
    return paper->items.size();
}

void Visitor::takeExam(const course::ExamId& exam, int right) {
    host_->go("#/exam/" + exam.text());
    REQUIRE((press("exam.start") || press("exam.again") || press("entry.again")));
    const int count = static_cast<int>(questions(exam));
    for (int at = 0; at < count; ++at) {
        mark(itemOnScreen(exam), at < right ? Answering::right : Answering::wrong);
        REQUIRE(press("exam.saveNext"));
    }
    handIn();
}

} // namespace walk
