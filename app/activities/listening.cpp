// A passage to listen to: spoken by the device when the person asks for it, at a speed they choose; its words are there
// for whoever wants them, after the answer, and where the device has no voice for the language.
#include "activities/activity.h"
#include "course/course.h"
#include "learning/spoken_words.h"
#include "portal/stage.h"
#include "ui/chips.h"
#include "ui/transcript.h"

#include <algorithm>
#include <string>

namespace activities {

bool drawListening(ui::Column& column, std::string_view key, const std::vector<course::Spoken>& lines,
                   portal::Stage& stage) {
    const bool anything = std::any_of(lines.begin(), lines.end(), [](const course::Spoken& each) {
        return !learning::spokenWords(each.text).empty();
    });
    if (stage.listening == nullptr || stage.course == nullptr || !anything) {
        return true;
    }
    portal::Listening& listening = *stage.listening;
    const std::string passage = std::string(key) + std::to_string(stage.seed); // of this step and no other
    const host::Voice voice = listening.show(passage, stage.course->language);
    if (voice == host::Voice::none) {
        column.soft(stage.words("listen.noVoice"));
        column.gap(ui::space::m);
        return true;
    }
    const bool speaking = voice == host::Voice::speaking;
    bool& heard = stage.state.shown[course::OptionId("heard-" + std::string(key))];
    bool& open = stage.state.shown[course::OptionId("words-" + std::string(key))];
    ui::Card card(column, ui::Ground::surface);
    ui::Column& in = card.inner;
    in.soft(stage.words("listen.aloud"));
    in.gap(ui::space::s);
    if (ui::button(in, {.key = "listen",
                        .label = stage.words(speaking ? "listen.stop"
                                             : heard  ? "listen.again"
                                                      : "listen.listen"),
                        .look = ui::ButtonLook::secondary,
                        .disabled = voice == host::Voice::unknown})) {
        heard = true;
        if (speaking) {
            listening.stop();
        } else {
            listening.speak(passage, lines);
        }
    }
    in.gap(ui::space::s);
    const auto markIf = [](bool chosen) { return chosen ? ui::Mark::chosen : ui::Mark::none; };
    const int speed = ui::chips(in, "speed", stage.words("listen.speed"),
                                {{"normal", stage.words("listen.normal"), markIf(!listening.slowly)},
                                 {"slow", stage.words("listen.slow"), markIf(listening.slowly)}});
    if (speed >= 0) {
        listening.slowly = speed == 1;
        if (speaking) {
            listening.speak(passage, lines);
        }
    }
    in.gap(ui::space::s);
    in.soft(speaking ? stage.words("listen.speaking", {{"at", std::to_string(listening.line() + 1)},
                                                       {"count", std::to_string(lines.size())}})
                     : std::string(stage.words("listen.stopped")));
    if (stage.answered == nullptr) {
        ui::disclosure(in, "words", stage.words("listen.words"), open);
    }
    card.end();
    column.gap(ui::space::m);
    return open || stage.answered != nullptr;
}

void drawHeard(ui::Column& column, const std::vector<course::Spoken>& lines, portal::Stage& stage) {
    if (lines.empty() || !drawListening(column, "passage", lines, stage)) {
        return;
    }
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const std::string key = "heard-" + std::to_string(at);
        ui::spokenLine(column, {.key = key,
                                .speaker = lines[at].speaker,
                                .words = lines[at].text,
                                .side = lines[at].speaker == lines.front().speaker ? ui::Side::left : ui::Side::right});
        column.gap(ui::space::s);
    }
    column.gap(ui::space::m);
}

} // namespace activities
