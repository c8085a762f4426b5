// What a person answered, kept in the journal as it was given.
#pragma once

#include "base/json_reader.h"
#include "course/ids.h"

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace learning {

/// Read; nothing was asked.
struct Seen {};
/// Of a single or multiple choice, in the order of choosing.
struct Chosen {
    std::vector<course::OptionId> options;
};
/// From first to last.
struct Ordered {
    std::vector<course::OptionId> options;
};
struct Estimated {
    double number = 0;
};
/// One share per bar, in percent.
struct Guessed {
    std::vector<int> shares;
};
/// Card → bin, left → right, gap → word: of the first try.
struct Placed {
    std::map<course::OptionId, course::OptionId> bins;
};
/// Prompt → what was typed.
struct Wrote {
    std::map<course::OptionId, std::string> texts;
};

/// Lines in the order of tapping, and of those that were mistakes the tag that was given first.
struct Spotted {
    std::vector<course::OptionId> lines;
    std::map<course::OptionId, course::OptionId> tags;
};
/// Statement → 1..5.
struct Rated {
    std::map<course::OptionId, int> ratings;
};
/// A note for oneself, which may be empty. It stays in the journal, and goes into
/// the person's own backup: no file for anybody else holds it.
struct Noted {
    std::string text;
};
/// Decision → options, in the order of choosing.
struct Decided {
    std::map<course::OptionId, std::vector<course::OptionId>> decisions;
};
/// What was said in a talk, turn by turn.
struct Said {
    std::vector<course::OptionId> options;
};
/// Task → the guess, or the figure that was reached.
struct Simulated {
    std::map<course::OptionId, double> numbers;
};

using Answer = std::variant<Seen, Chosen, Ordered, Estimated, Guessed, Placed, Wrote, Spotted, Rated, Noted, Decided,
                            Said, Simulated>;

/// JSON text: {"kind":"chosen","options":["a"]} and the like; stable, since journals hold it for years.
[[nodiscard]] std::string toJson(const Answer& answer);
/// The answer that stands in `place`; what is wrong with it is noted there, and Seen is given back.
[[nodiscard]] Answer readAnswer(const base::JsonReader& place);

} // namespace learning
