#include "portal/listening.h"

#include "learning/spoken_words.h"

#include <cstddef>
#include <utility>

namespace portal {

using host::Voice;

Voice Listening::show(std::string_view passage, const std::string& language) {
    if (language_ != language) {
        language_ = language;
        voice_ = Voice::unknown;
        page_->speak(language_, {}, false); // silence, and word of whether there is a voice
    }
    const bool own = passage_ == passage;
    shown_ = shown_ || own;
    return voice_ == Voice::speaking && !own ? Voice::silent : voice_;
}

void Listening::speak(std::string_view passage, const std::vector<course::Spoken>& lines) {
    std::vector<host::Utterance> utterances;
    lines_.clear();
    for (std::size_t at = 0; at < lines.size(); ++at) {
        std::string words = learning::spokenWords(lines[at].text);
        if (words.empty()) continue; // nobody says anything
        utterances.push_back({std::move(words), lines[at].speaker == lines.front().speaker ? 0 : 1});
        lines_.push_back(static_cast<int>(at));
    }
    if (utterances.empty()) return;
    passage_ = passage;
    shown_ = true;
    voice_ = Voice::speaking;
    line_ = lines_.front();
    page_->speak(language_, utterances, slowly);
}

void Listening::stop() {
    passage_.clear();
    if (voice_ == Voice::speaking) {
        voice_ = Voice::silent;
        page_->speak(language_, {}, false);
    }
}

void Listening::voiced(Voice voice, int utterance) {
    // What was under way when it was stopped is not news any more.
    if (voice == Voice::speaking && passage_.empty()) return;
    voice_ = voice;
    if (utterance >= 0 && static_cast<std::size_t>(utterance) < lines_.size())
        line_ = lines_[static_cast<std::size_t>(utterance)];
    if (voice != Voice::speaking) passage_.clear();
}

void Listening::endFrame() {
    if (!shown_) stop();
    shown_ = false;
}

} // namespace portal
