// The small stage an activity is handed: words, its own unfinished state, what was answered before, and a place to put
// the answer. An activity sees nothing else of the portal.
#pragma once

#include "course/ids.h"
#include "learning/answer.h"
#include "learning/sentence_lab.h"
#include "portal/listening.h"
#include "portal/words.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace course {
struct Course;
}

namespace portal {

/// What a person has done in an activity and not handed in yet. Lives as long as the tab; the journal holds what was
/// handed in.
struct ActivityState {
    std::vector<course::OptionId> chosen;                ///< options, lines or moves, in the order of choosing
    std::vector<int> shares;                             ///< guess chart
    std::map<course::OptionId, course::OptionId> placed; ///< sort, match, matrix, cloze, cards; tags
    std::map<course::OptionId, std::string> texts;       ///< rewrite, note
    std::map<course::OptionId, bool> shown;              ///< what was looked at, solved or turned
    std::optional<double> number;                        ///< estimate; dialogue: moves whose effect was looked at
    std::map<course::OptionId, double> numbers;          ///< sliders, guesses and ratings
    std::map<course::OptionId, std::vector<course::OptionId>> decided; ///< case
    course::OptionId picked;                                           ///< match: the left; cloze: the gap
    bool again = false; ///< doing it once more, for practice; the first answer is the one that counts
    std::optional<learning::Answer> latest; ///< of such practice
    bool hintOpen = false, hinted = false;  ///< the hint is open; it was
    bool noteOpen = false;
    bool tableOpen = false;
};

struct Stage {
    const Words& words;
    ActivityState& state;
    const learning::Answer* answered = nullptr;  ///< handed in before: show it with its feedback, take no more
    std::uint64_t seed = 0;                      ///< for the order in which options are shown
    std::vector<course::OptionId> order{};       ///< the order when an exam has drawn it; else made from the seed
    const learning::SentenceLab* lab = nullptr;  ///< for a rewrite, which is not shown before it is here
    const course::Course* course = nullptr;      ///< for the names of lessons that a step leads to
    bool sober = false;                          ///< an exam: nothing is said of the answer, and the screen takes it
    std::optional<learning::Answer> draft{};     ///< when sober: the answer as it stands, once it is a whole one
    bool once = false;                           ///< a review: nothing is offered after the answer, the screen goes on
    Listening* listening = nullptr;              ///< where there may be something to hear
    std::optional<learning::Answer> submitted{}; ///< set by the activity in the frame in which the person hands in
};

} // namespace portal
