#include "records/journal.h"

namespace records {

void Journal::load(const std::vector<std::string>& lines) {
    events_.reserve(events_.size() + lines.size());
    for (const std::string& line : lines) {
        base::Result<learning::Event> event = learning::eventFromJson(line);
        if (!event) {
            ++unreadable_;
            continue;
        }
        if (!known_.insert(event.value().id.text()).second) continue;
        learning::apply(learners_, event.value());
        events_.push_back(std::move(event.value()));
    }
}

bool Journal::append(const learning::Event& event) {
    if (!known_.insert(event.id.text()).second) return false;
    waiting_.insert(event.id.text());
    events_.push_back(event);
    learning::apply(learners_, event);
    return true;
}

void Journal::confirm(const learning::EventId& id) {
    waiting_.erase(id.text());
    refused_.erase(id.text());
}

void Journal::refuse(const learning::EventId& id) {
    if (waiting_.find(id.text()) != waiting_.end()) refused_.insert(id.text());
}

} // namespace records
