#include "ui/motion.h"

#include <algorithm>
#include <iterator>

namespace ui {

void Motion::beginFrame(double seconds, bool reduced) {
    now_ = seconds;
    reduced_ = reduced;
    moving_ = false;
    if (glides_.size() > 512) { // what was not drawn for a while is forgotten
        for (auto it = glides_.begin(); it != glides_.end();) {
            it = now_ - it->second.lastSeen > 5.0 ? glides_.erase(it) : std::next(it);
        }
    }
}

float Motion::towards(std::uint32_t id, float target, float start, float milliseconds) {
    auto [it, isNew] = glides_.try_emplace(id, Glide{start, target, now_, now_});
    Glide& glide = it->second;
    glide.lastSeen = now_;
    const auto valueNow = [&] {
        const double share =
            milliseconds <= 0 ? 1.0 : std::clamp((now_ - glide.since) * 1000.0 / milliseconds, 0.0, 1.0);
        const double left = 1.0 - share;
        const double eased = 1.0 - left * left * left;
        return static_cast<float>(glide.from + (glide.to - glide.from) * eased);
    };
    if (reduced_) {
        glide = {target, target, now_, now_};
        return target;
    }
    if (!isNew && glide.to != target) {
        glide.from = valueNow();
        glide.to = target;
        glide.since = now_;
    }
    const float value = valueNow();
    if (value != glide.to) {
        moving_ = true;
    }
    return value;
}

} // namespace ui
