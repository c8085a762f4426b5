// Values that glide to where they belong. A frame asks for a value and says where it should be; as long as one is under
// way, moving() is true and another frame is due. Nothing here runs by itself.
#pragma once

#include <cstdint>
#include <unordered_map>

namespace ui {

class Motion {
public:
    /// `seconds` since any fixed moment; `reduced` makes every value arrive at once.
    void beginFrame(double seconds, bool reduced);
    /// The value on its way to `target`, ease-out over `milliseconds`. Seen first, it stands at `start`.
    [[nodiscard]] float towards(std::uint32_t id, float target, float start, float milliseconds = 200.0F);
    [[nodiscard]] float towards(std::uint32_t id, float target) { return towards(id, target, target); }
    [[nodiscard]] bool moving() const { return moving_; }

private:
    struct Glide {
        float from = 0, to = 0;
        double since = 0;
        double lastSeen = 0;
    };
    std::unordered_map<std::uint32_t, Glide> glides_;
    double now_ = 0;
    bool reduced_ = false;
    bool moving_ = false;
};

} // namespace ui
