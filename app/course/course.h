// The course as a whole: what there is, before any lesson is opened. Never changes while the portal runs.
#pragma once

#include "base/percent.h"
#include "course/ids.h"
#include "course/item.h"
#include "course/lesson.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace course {

struct LessonOutline {
    LessonId id;
    std::string title;
    int minutes = 0;
    std::vector<StepId> steps; ///< in order; enough to show progress without opening the lesson
};

struct Objective {
    std::string id; ///< "M2.o1"
    std::string text;
};

struct ModuleOutline {
    ModuleId id;
    std::string title;
    std::string summary;
    std::vector<Objective> objectives;
    std::vector<LessonOutline> lessons;
};

/// How an exam is put together: so many items from each of these modules.
struct ExamBlueprint {
    struct Draw {
        ModuleId module;
        int count = 0;
    };
    ExamId id;
    std::string title;
    std::string summary;
    std::vector<Draw> draws;
    int minutes = 0;  ///< time limit; 0: none, which is the rule
    int attempts = 0; ///< how often it may be taken; 0: as often as one likes, which is the rule
};

/// A way through the course for people of one kind of work: the modules that they need, in their order. The others stay
/// where they are, behind these.
struct Path {
    std::string id; ///< "counter"
    std::string title;
    std::string summary; ///< whom it is for
    std::vector<ModuleId> modules;
};

/// No exam takes longer than a day.
inline constexpr int longestExam = 24 * 60;

/// The index of the course in one language: small, loaded first.
struct Course {
    std::string id;       ///< stable over the years: "service-academy"
    std::string version;  ///< of the content, "2026.11"
    std::string language; ///< "zh-CN" or "en"
    std::string title;
    base::Percent passMark{80};
    ExamId completionExam; ///< passing it completes the course
    std::vector<ModuleOutline> modules;
    std::vector<ExamBlueprint> exams;
    std::vector<ExamBlueprint> entryTests; ///< one of a module that questions can show to be known; without words
    std::vector<Path> paths;               ///< may be empty
    bool hasLab = false;                   ///< there is a question lab, in a pack of its own
    bool hasGlossary = false;              ///< there is a glossary, in a pack of its own
    std::map<std::string, std::string, std::less<>>
        words; ///< the interface's, by key ("home.continue"), without those of the program's rest

    [[nodiscard]] const ModuleOutline* module(const ModuleId& id) const;
    [[nodiscard]] const ModuleOutline* moduleOf(const LessonId& id) const;
    [[nodiscard]] const LessonOutline* lesson(const LessonId& id) const;
    [[nodiscard]] const ExamBlueprint* exam(const ExamId& id) const; ///< an entry test too
    [[nodiscard]] const Path* path(std::string_view id) const;
};

/// What a module teaches and asks, in one language: loaded when first needed.
struct Module {
    ModuleId id;
    std::string language;
    std::string contentVersion;
    std::vector<Lesson> lessons;
    std::vector<Item> items;

    [[nodiscard]] const Lesson* lesson(const LessonId& id) const;
    [[nodiscard]] const Item* item(const ItemId& id) const;
};

} // namespace course
