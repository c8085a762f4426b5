// Reads the steps in which things are sorted, paired, put into gaps, tapped, rated, flipped or thought over.
#include "course/step_readers.h"

#include <algorithm>
#include <string>
#include <utility>

namespace course {

using base::Fault;
using base::JsonReader;

namespace {

std::string inQuotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

/// Cuts a text at its {gaps}; each of them must stand there once.
std::vector<Cloze::Piece> readPieces(const JsonReader& place, const std::vector<Cloze::Gap>& gaps) {
    const std::string text = place.text("text");
    std::vector<Cloze::Piece> pieces;
    std::vector<int> met(gaps.size(), 0);
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t open = text.find('{', from);
        const std::size_t close = open == std::string::npos ? open : text.find('}', open);
        if (close == std::string::npos) break;
        const std::string name = text.substr(open + 1, close - open - 1);
        const auto gap =
            std::find_if(gaps.begin(), gaps.end(), [&name](const Cloze::Gap& each) { return each.id.text() == name; });
        if (gap == gaps.end()) {
            place.complainAt("text", Fault::unknownId, "{" + name + "} is none of the gaps of this sentence.");
        } else {
            const auto index = static_cast<std::size_t>(gap - gaps.begin());
            if (open > from) pieces.push_back({text.substr(from, open - from), std::nullopt});
            if (met[index]++ == 0) pieces.push_back({"", index});
            from = close + 1;
            continue;
        }
        from = close + 1;
    }
    if (from < text.size()) pieces.push_back({text.substr(from), std::nullopt});
    for (std::size_t index = 0; index < gaps.size() && !text.empty(); ++index)
        if (met[index] != 1)
            place.complainAt("text", Fault::contradiction,
                             "The gap {" + gaps[index].id.text() + "} must stand in the text once.");
    return pieces;
}

} // namespace

OptionId readReference(const JsonReader& place, std::string_view name, const IdList& known, std::string_view kind) {
    OptionId id(place.text(name));
    if (!id.empty() && !known.holds(id.text()))
        place.complainAt(name, Fault::unknownId, inQuotes(id.text()) + " is none of the " + std::string(kind) + ".");
    return id;
}

std::vector<OptionId> readReferences(const JsonReader& place, std::string_view name, const IdList& known,
                                     std::string_view kind) {
    std::vector<OptionId> ids;
    for (std::string& text : place.textsIfAny(name)) {
        if (!text.empty() && !known.holds(text))
            place.complainAt(name, Fault::unknownId, inQuotes(text) + " is none of the " + std::string(kind) + ".");
        ids.emplace_back(std::move(text));
    }
    return ids;
}

void checkCount(const JsonReader& place, std::string_view name, std::size_t count, std::size_t least,
                std::size_t most) {
    if (!place.has(name) || (count >= least && count <= most)) return;
    place.complainAt(name, Fault::outOfRange,
                     inQuotes(name) + " has " + std::to_string(count) + " entries. This kind of step takes " +
                         (least == most ? "exactly " + std::to_string(least)
                                        : std::to_string(least) + " to " + std::to_string(most)) +
                         ".");
}

Sort readSort(const JsonReader& place, std::string_view bins, std::string_view bin) {
    Sort sort;
    IdList binIds;
    for (const JsonReader& each : place.items(bins))
        sort.bins.push_back({OptionId(binIds.read(each)), each.text("label")});
    IdList cardIds;
    for (const JsonReader& each : place.items("cards")) {
        Sort::Card card;
        card.id = OptionId(cardIds.read(each));
        card.text = each.text("text");
        card.bin = readReference(each, bin, binIds, bins);
        card.also = readReferences(each, "also", binIds, bins);
        card.why = each.text("why");
        sort.cards.push_back(std::move(card));
    }
    sort.insight = place.text("insight");
    return sort;
}

Matrix readMatrix(const JsonReader& place) {
    Matrix matrix{place.text("across"),
                  place.text("left"),
                  place.text("right"),
                  place.text("down"),
                  place.text("top"),
                  place.text("bottom"),
                  readSort(place, "cells", "cell")};
    checkCount(place, "cells", matrix.sort.bins.size(), 4, 4);
    checkCount(place, "cards", matrix.sort.cards.size(), 2, 16);
    return matrix;
}

Match readMatch(const JsonReader& place) {
    Match match;
    IdList ids;
    for (const JsonReader& each : place.items("pairs"))
        match.pairs.push_back({OptionId(ids.read(each)), each.text("left"), each.text("right"), each.text("why")});
    for (const JsonReader& each : place.itemsIfAny("extras"))
        match.extras.push_back({OptionId(ids.read(each)), each.text("right"), each.text("why")});
    match.insight = place.text("insight");
    checkCount(place, "pairs", match.pairs.size(), 2, 8);
    checkCount(place, "extras", match.extras.size(), 0, 4);
    return match;
}

Cloze readCloze(const JsonReader& place) {
    Cloze cloze;
    IdList words;
    for (const JsonReader& each : place.items("bank"))
        cloze.bank.push_back({OptionId(words.read(each)), each.text("text"), each.textIfAny("why")});
    IdList sentences, gaps;
    std::size_t count = 0;
    for (const JsonReader& each : place.items("sentences")) {
        Cloze::Sentence sentence;
        sentence.id = OptionId(sentences.read(each));
        for (const JsonReader& gap : each.items("gaps"))
            sentence.gaps.push_back({OptionId(gaps.read(gap)), readReference(gap, "word", words, "words of the bank"),
                                     readReferences(gap, "also", words, "words of the bank")});
        sentence.pieces = readPieces(each, sentence.gaps);
        sentence.why = each.text("why");
        count += sentence.gaps.size();
        cloze.sentences.push_back(std::move(sentence));
    }
    cloze.insight = place.text("insight");
    checkCount(place, "bank", cloze.bank.size(), 2, 20);
    if (place.has("sentences") && (count == 0 || count > 20))
        place.complainAt("sentences", Fault::outOfRange,
                         "The sentences have " + std::to_string(count) + " gaps together. 1 to 20 can be filled.");
    return cloze;
}

Spot readSpot(const JsonReader& place) {
    Spot spot;
    spot.heard = place.flagIfAny("heard");
    IdList speakers, tags, lines;
    for (const JsonReader& each : place.itemsIfAny("speakers"))
        spot.speakers.push_back({OptionId(speakers.read(each)), each.text("label")});
    for (const JsonReader& each : place.itemsIfAny("tags"))
        spot.tags.push_back({OptionId(tags.read(each)), each.text("label")});
    std::size_t mistakes = 0;
    for (const JsonReader& each : place.items("lines")) {
        Spot::Line line;
        line.id = OptionId(lines.read(each));
        if (each.has("by")) line.by = readReference(each, "by", speakers, "speakers");
        line.mistake = each.flagIfAny("mistake");
        if (line.mistake ? !spot.tags.empty() : each.has("tag")) line.tag = readReference(each, "tag", tags, "tags");
        if (!line.mistake && each.has("tag"))
            each.complainAt("tag", Fault::contradiction,
                            "Only a mistake has a tag. Add \"mistake\": true, or take the tag out.");
        line.text = each.text("text");
        line.why = line.mistake ? each.text("why") : each.textIfAny("why");
        line.better = each.textIfAny("better");
        mistakes += line.mistake ? 1 : 0;
        spot.lines.push_back(std::move(line));
    }
    spot.insight = place.text("insight");
    checkCount(place, "lines", spot.lines.size(), 2, 20);
    if (mistakes == 0 && !spot.lines.empty())
        place.complainAt("lines", Fault::missing,
                         "No line is a mistake: there is nothing to find. Add \"mistake\": true to one.");
    return spot;
}

Likert readLikert(const JsonReader& place) {
    Likert likert;
    likert.points = place.integerIfAny("points", 2, 10).value_or(5);
    likert.lowest = place.integerIfAny("lowest", 1, 12).value_or(0);
    const std::vector<JsonReader> places = place.items("statements");
    // What the ends mean stands with each statement, or once for those that do not say it.
    const auto saysEnds = [](const JsonReader& each) { return each.has("leastLabel") && each.has("mostLabel"); };
    std::string least, most;
    if (!std::all_of(places.begin(), places.end(), saysEnds)) {
        least = place.text("leastLabel");
        most = place.text("mostLabel");
    }
    IdList statements, bands;
    for (const JsonReader& each : places) {
        likert.statements.push_back({OptionId(statements.read(each)), each.text("text"), each.textIfAny("advice"),
                                     each.has("leastLabel") ? each.text("leastLabel") : least,
                                     each.has("mostLabel") ? each.text("mostLabel") : most,
                                     LessonId(each.textIfAny("lesson"))});
        if (each.has("lesson") && likert.lowest == 0)
            each.complainAt("lesson", Fault::contradiction,
                            "Lessons are named to what was rated lowest. Say how many with \"lowest\" in the step.");
    }
    checkCount(place, "statements", likert.statements.size(), 1, 12);
    const int highest = likert.points * static_cast<int>(likert.statements.size());
    int before = 0;
    for (const JsonReader& each : place.items("bands")) {
        likert.bands.push_back(
            {OptionId(bands.read(each)), each.integer("upTo", 1, 1000), each.text("label"), each.text("text")});
        const int upTo = likert.bands.back().upTo;
        if (upTo <= before)
            each.complainAt("upTo", Fault::contradiction, "Bands rise: each \"upTo\" is greater than the one before.");
        before = upTo;
    }
    if (likert.bands.empty() || before != highest)
        place.complainAt("bands", Fault::contradiction,
                         "The last band must reach up to " + std::to_string(highest) +
                             ", the highest sum there can be.");
    likert.insight = place.textIfAny("insight");
    likert.plan = StepId(place.textIfAny("plan"));
    return likert;
}

Cards readCards(const JsonReader& place) {
    Cards cards;
    IdList labels, ids;
    for (const JsonReader& each : place.itemsIfAny("labels"))
        cards.labels.push_back({OptionId(labels.read(each)), each.text("label")});
    for (const JsonReader& each : place.items("cards")) {
        Cards::Card card;
        card.id = OptionId(ids.read(each));
        if (each.has("label")) card.label = readReference(each, "label", labels, "labels");
        card.also = readReferences(each, "also", labels, "labels");
        card.front = each.text("front");
        card.back = each.text("back");
        cards.cards.push_back(std::move(card));
    }
    cards.insight = place.textIfAny("insight");
    checkCount(place, "cards", cards.cards.size(), 1, 16);
    checkCount(place, "labels", cards.labels.size(), 2, 4);
    return cards;
}

Reflect readReflect(const JsonReader& place) {
    return {place.textsIfAny("paragraphs"), place.textsIfAny("thoughts"), place.textIfAny("insight"),
            place.integerIfAny("longest", 100, 4000).value_or(600)};
}

} // namespace course
