// Listening practice: whether the device has a voice, and which passage it speaks. It speaks when it is told to, and
// falls silent when the passage is no longer shown.
#pragma once

#include "course/lesson.h"
#include "host/page.h"

#include <string>
#include <string_view>
#include <vector>

namespace portal {

class Listening {
public:
    /// `page` must outlive it.
    explicit Listening(host::Page& page) : page_(&page) {}

    /// How it stands with this passage, which is shown in this frame.
    [[nodiscard]] host::Voice show(std::string_view passage, const std::string& language);
    /// The line of the passage shown last that is being spoken; −1 when none is.
    [[nodiscard]] int line() const { return voice_ == host::Voice::speaking ? line_ : -1; }
    void speak(std::string_view passage, const std::vector<course::Spoken>& lines);
    void stop();
    /// Slowly, from the next time on.
    bool slowly = false;

    void voiced(host::Voice voice, int utterance);
    void endFrame();

private:
    host::Page* page_;
    std::string language_; ///< that the host was asked for
    host::Voice voice_ = host::Voice::unknown;
    std::string passage_;    ///< that is being spoken
    std::vector<int> lines_; ///< of the passage, one for each utterance
    int line_ = -1;
    bool shown_ = false; ///< the passage that is being spoken, in this frame
};

} // namespace portal
