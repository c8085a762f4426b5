#include "learning/order.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <unordered_map>
#include <utility>

namespace learning {

namespace {

using Places = std::vector<std::size_t>; ///< in the journal's events

/// Time as it passes along one device's chain: never backwards.
base::Instant passed(base::Instant before, base::Instant at) { return std::max(before, at); }

/// The places of one learner's events in the order that they are to have.
Places ordered(const std::vector<Event>& events, const Places& theirs) {
    std::map<std::uint64_t, Places> chains;
    for (const std::size_t place : theirs) chains[events[place].device].push_back(place);
    struct Chain {
        const Places* places;
        std::size_t next = 0;
        base::Instant now{};
    };
    std::vector<Chain> open;
    for (auto& [device, places] : chains) {
        // Two events of one number: a copy of the browser's profile went on by itself. Their ids decide.
        std::sort(places.begin(), places.end(), [&](std::size_t one, std::size_t other) {
            return events[one].n != events[other].n ? events[one].n < events[other].n
                                                    : events[one].id.text() < events[other].id.text();
        });
        open.push_back({&places, 0, events[places.front()].at});
    }
    Places order;
    while (order.size() < theirs.size()) {
        Chain* earliest = nullptr; // of equals the one whose device comes first
        for (Chain& chain : open)
            if (chain.next < chain.places->size() && (!earliest || chain.now < earliest->now)) earliest = &chain;
        order.push_back((*earliest->places)[earliest->next++]);
        if (earliest->next < earliest->places->size())
            earliest->now = passed(earliest->now, events[(*earliest->places)[earliest->next]].at);
    }
    const auto joined = std::find_if(order.begin(), order.end(), [&](std::size_t place) {
        return std::holds_alternative<LearnerJoined>(events[place].fact);
    });
    if (joined != order.end()) std::rotate(order.begin(), joined, joined + 1);
    return order;
}

} // namespace

bool putInOneOrder(std::vector<Event>& events) {
    std::unordered_map<std::string, std::uint64_t> devices;
    std::map<std::string, Places> severalDevices;
    for (const Event& event : events) {
        const auto [known, isNew] = devices.try_emplace(event.learner.text(), event.device);
        if (!isNew && known->second != event.device) severalDevices[event.learner.text()];
    }
    if (severalDevices.empty()) return false;
    for (std::size_t place = 0; place < events.size(); ++place)
        if (const auto found = severalDevices.find(events[place].learner.text()); found != severalDevices.end())
            found->second.push_back(place);
    bool moved = false;
    for (const auto& [learner, places] : severalDevices) {
        const Places order = ordered(events, places);
        if (order == places) continue;
        moved = true;
        std::vector<Event> anew;
        anew.reserve(order.size());
        for (const std::size_t place : order) anew.push_back(std::move(events[place]));
        for (std::size_t i = 0; i < places.size(); ++i) events[places[i]] = std::move(anew[i]);
    }
    return moved;
}

} // namespace learning
