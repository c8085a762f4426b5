#include "records/snapshot.h"

#include "base/hash.h"

#include <cstddef>
#include <cstring>
#include <map>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace records {

namespace {

/// Takes values over the border between memory and bytes, in either direction: what is written cannot be read
/// otherwise, since one list of members serves both. A member that such a list forgets does not compile.
class Crossing {
public:
    Crossing() = default;
    explicit Crossing(std::string_view bytes) : in_(bytes), reading_(true) {}

    template <class... Values>
    void operator()(Values&... values) {
        (cross(values), ...);
    }
    [[nodiscard]] bool good() const { return good_; }
    /// Everything was read, and nothing is left.
    [[nodiscard]] bool arrived() const { return good_ && in_.empty(); }
    [[nodiscard]] std::string takeBytes() { return std::move(out_); }

private:
    /// Seven bits a byte, the lowest first.
    void cross(std::uint64_t& number) {
        if (!reading_) {
            std::uint64_t left = number;
            for (; left >= 0x80; left >>= 7U) out_ += static_cast<char>(0x80U | (left & 0x7FU));
            out_ += static_cast<char>(left);
            return;
        }
        number = 0;
        for (unsigned bits = 0; bits < 64; bits += 7) {
            if (in_.empty()) break;
            const auto byte = static_cast<unsigned char>(in_.front());
            in_.remove_prefix(1);
            number |= std::uint64_t{byte & 0x7FU} << bits;
            if (byte < 0x80) return;
        }
        good_ = false;
    }
    void cross(std::int64_t& number) {
        auto bits = static_cast<std::uint64_t>(number);
        bits = bits << 1U ^ (number < 0 ? ~std::uint64_t{0} : 0);
        cross(bits);
        number = static_cast<std::int64_t>(bits >> 1U ^ ((bits & 1U) != 0 ? ~std::uint64_t{0} : 0));
    }
    void cross(int& number) {
        auto wide = static_cast<std::int64_t>(number);
        cross(wide);
        number = static_cast<int>(wide);
    }
    void cross(bool& flag) {
        std::uint64_t bit = flag ? 1 : 0;
        cross(bit);
        flag = bit != 0;
    }
    void cross(double& number) {
        char bytes[sizeof number];
        if (!reading_) {
            std::memcpy(bytes, &number, sizeof number);
            out_.append(bytes, sizeof number);
        } else if (in_.size() < sizeof number) {
            good_ = false;
        } else {
            std::memcpy(&number, in_.data(), sizeof number);
            in_.remove_prefix(sizeof number);
        }
    }
    void cross(std::string& words) {
        if (reading_) {
            words = text();
        } else {
            text(words);
        }
    }
    void text(const std::string& words) {
        (void)count(words.size());
        out_ += words;
    }
    std::string text() {
        const std::size_t size = count(0);
        std::string words(in_.substr(0, size));
        in_.remove_prefix(size);
        return words;
    }
    template <class Tag>
    void cross(base::Id<Tag>& id) {
        if (reading_) {
            id = base::Id<Tag>(text());
        } else {
            text(id.text());
        }
    }
    void cross(base::Percent& share) {
        double number = share.outOfHundred();
        cross(number);
        share = base::Percent(number);
    }
    void cross(base::Milliseconds& time) {
        std::int64_t number = time.count();
        cross(number);
        time = base::Milliseconds(number);
    }
    void cross(base::Instant& at) {
        base::Milliseconds since = at.time_since_epoch();
        cross(since);
        at = base::Instant(since);
    }
    template <class Value>
    void cross(std::optional<Value>& value) {
        bool there = value.has_value();
        cross(there);
        if (reading_ && there) value.emplace();
        if (there) cross(*value);
    }
    template <class Value>
    void cross(std::vector<Value>& values) {
        const std::size_t size = count(values.size());
        for (std::size_t i = 0; i < size && good_; ++i) cross(reading_ ? values.emplace_back() : values[i]);
    }
    template <class Key, class Value>
    void cross(std::map<Key, Value>& values) {
        crossKeyed(values);
    }
    template <class Key, class Value>
    void cross(std::unordered_map<Key, Value>& values) {
        crossKeyed(values);
    }
    template <class... Kinds>
    void cross(std::variant<Kinds...>& value) {
        std::uint64_t kind = value.index();
        cross(kind);
        std::uint64_t each = 0;
        if (reading_) good_ = ((each++ == kind && (value.template emplace<Kinds>(), true)) || ...) && good_;
        std::visit([this](auto& it) { this->cross(it); }, value);
    }
    template <class Record, class = std::enable_if_t<std::is_aggregate_v<Record>>>
    void cross(Record& record) {
        members(*this, record);
    }

    template <class Map>
    void crossKeyed(Map& values) {
        const std::size_t size = count(values.size());
        if (!reading_) {
            for (auto& [key, value] : values) {
                auto copy = key;
                cross(copy);
                cross(value);
            }
            return;
        }
        for (std::size_t i = 0; i < size && good_; ++i) {
            typename Map::key_type key{};
            cross(key);
            cross(values.emplace_hint(values.end(), std::move(key), typename Map::mapped_type{})->second);
        }
    }
    /// How many follow; each takes a byte at least, so more than there are bytes is a lie.
    std::size_t count(std::size_t size) {
        std::uint64_t number = size;
        cross(number);
        if (!reading_) return size;
        if (number > in_.size()) good_ = false;
        return good_ ? static_cast<std::size_t>(number) : 0;
    }

    std::string out_;
    std::string_view in_;
    bool reading_ = false, good_ = true;
};

// The members of each, all of them: a binding of another number does not compile.

void members(Crossing&, learning::Seen&) {}

void members(Crossing& cross, learning::Spotted& value) {
    auto& [lines, tags] = value;
    cross(lines, tags);
}

void members(Crossing& cross, learning::StepResult& value) {
    auto& [answer, score, at] = value;
    cross(answer, score, at);
}

void members(Crossing& cross, learning::LessonProgress& value) {
    auto& [opened, steps, finished] = value;
    cross(opened, steps, finished);
}

void members(Crossing& cross, learning::ItemResult& value) {
    auto& [answer, score, at, objective, order] = value;
    cross(answer, score, at, objective, order);
}

void members(Crossing& cross, learning::Attempt& value) {
    auto& [id, exam, seed, content, started, minutes, answers, finished, order, score, passed, seen, spent] = value;
    cross(id, exam, seed, content, started, minutes, answers, finished, order, score, passed, seen, spent);
}

void members(Crossing& cross, learning::IssuedCertificate& value) {
    auto& [attempt, serial, name, at] = value;
    cross(attempt, serial, name, at);
}

void members(Crossing& cross, learning::Standing& value) {
    auto& [asked, right, lastRight, priorRight] = value;
    cross(asked, right, lastRight, priorRight);
}

void members(Crossing& cross, learning::Recall& value) {
    auto& [at, score, hinted] = value;
    cross(at, score, hinted);
}

void members(Crossing& cross, learning::Card& value) {
    auto& [objective, inParts, recalls] = value;
    cross(objective, inParts, recalls);
}

void members(Crossing& cross, learning::Learner& value) {
    auto& [id, name, number, department, joined, seen, preferences, lessons, attempts, certificates, objectives, cards,
           events] = value;
    cross(id, name, number, department, joined, seen, preferences, lessons, attempts, certificates, objectives, cards,
          events);
}

void members(Crossing& cross, Head& value) {
    auto& [n, hash] = value;
    cross(n, hash);
}

void members(Crossing& cross, Provenance& value) {
    auto& [device, several, latest] = value;
    cross(device, several, latest);
}

void members(Crossing& cross, Snapshot& value) {
    auto& [learners, heads, provenances, unreadable, missing, changed] = value;
    auto& [all, current, places] = learners; // the places follow from all
    cross(all, current, heads, provenances, unreadable, missing, changed);
    places.clear();
    for (std::size_t place = 0; place < all.size(); ++place) places[all[place].id.text()] = place;
}

/// All that holds one member only.
template <class Single>
void members(Crossing& cross, Single& value) {
    auto& [only] = value;
    cross(only);
}

constexpr std::size_t sumLength = sizeof(std::uint64_t);

std::string sumOf(std::string_view bytes) {
    const std::uint64_t sum = base::fnv1a(bytes);
    std::string text;
    for (unsigned bits = 0; bits < 64; bits += 8) text += static_cast<char>(sum >> bits & 0xFFU);
    return text;
}

} // namespace

std::string toBytes(Snapshot snapshot) {
    Crossing out;
    out(snapshot);
    const std::string bytes = out.takeBytes();
    return sumOf(bytes) + bytes;
}

std::optional<Snapshot> snapshotFrom(std::string_view bytes) {
    if (bytes.size() < sumLength || bytes.substr(0, sumLength) != sumOf(bytes.substr(sumLength))) return std::nullopt;
    std::optional<Snapshot> snapshot(std::in_place);
    Crossing in(bytes.substr(sumLength));
    in(*snapshot);
    if (!in.arrived()) return std::nullopt;
    return snapshot;
}

} // namespace records
