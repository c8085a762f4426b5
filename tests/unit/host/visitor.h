// Someone who uses the portal: presses what is on the screen by its name, answers rightly or wrongly, and comes back
// later.
#pragma once

#include "host/headless_portal.h"
#include "host/real_course.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace walk {

enum class Answering { right, wrong };

/// For takeExam: every question rightly.
inline constexpr int all = 1'000'000;

class Visitor {
public:
    struct Setting {
        std::string language = "zh-CN";
        std::vector<std::string> journal{};
        std::map<std::string, std::string> drafts{}; ///< by learner
        host::StoreTrouble trouble = host::StoreTrouble::none;
        float width = 390, height = 844;
        std::string textPercent = "100";
        std::map<std::string, std::string> packs = walk::packs();
        std::vector<host::WithPin> withPin{};
        bool sealing = true;
        std::vector<std::string> settings{}; ///< of the browser, "name=value"
    };

    Visitor() : Visitor(Setting{}) {}
    explicit Visitor(Setting setting) { enter(std::move(setting)); }

    /// The host of the moment; another one after a reload.
    [[nodiscard]] host::Headless& host() { return *host_; }
    [[nodiscard]] portal::Portal& portal() { return host_->portal; }
    [[nodiscard]] const learning::Learner& person();

    /// The page is loaded again: nothing is left but what the store holds. Stays where the address says.
    void reload();
    /// The page is closed and opened another time, as this says. There is never more than one page open: ImGui has one
    /// context at a time.
    void enter(Setting setting);

    [[nodiscard]] std::string word(std::string_view key,
                                   std::initializer_list<std::pair<std::string_view, std::string>> fills = {});
    /// Presses the button, or follows the link, that carries these words. False when there is none or it is disabled.
    bool press(std::string_view key);
    /// Presses what carries this name inside the group of that name ("3" under one statement of several).
    bool pressIn(std::string_view group, std::string_view name);
    [[nodiscard]] bool shows(std::string_view key) { return host_->shows(word(key)); }
    /// The screen's heading.
    [[nodiscard]] std::string title();
    /// Names of the options on the screen, in their order.
    [[nodiscard]] std::vector<std::string> options();

    /// Does what the step on the screen asks for and goes on to the next. `stay`: hand in, but do not go on.
    void doStep(const course::Lesson& lesson, const course::Step& step);
    /// The same without going on.
    void answerStep(const course::Step& step);
    void doLesson(const course::LessonId& id);
    [[nodiscard]] const course::Lesson& lesson(const course::LessonId& id);

    /// The item on the screen of the open attempt, in the language of the moment.
    [[nodiscard]] const course::Item& itemOnScreen(const course::ExamId& exam);
    /// Marks an answer to the item, as one does in an exam.
    void mark(const course::Item& item, Answering how);
    /// Answers the item of a lesson and hands it in.
    void answer(const course::Item& item, Answering how);
    /// Hands in the exam whose questions are all shown.
    void handIn();
    /// How many questions the paper of the open attempt has.
    [[nodiscard]] std::size_t questions(const course::ExamId& exam);
    /// Starts the exam and answers all its items, the first `right` of them rightly (or `all`).
    void takeExam(const course::ExamId& exam, int right);

private:
    Setting setting_;
    std::unique_ptr<host::Headless> host_;
};

} // namespace walk
