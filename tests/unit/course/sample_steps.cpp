#include "course/sample_steps.h"

#include "course/lesson_reader.h"
#include "course/resolve.h"

#include <doctest/doctest.h>

namespace sample {

using base::Json;

namespace {

constexpr std::string_view structure = R"({
  "id": "L2.1", "minutes": 7, "covers": ["S0-11"],
  "steps": [
    {"id": "alone", "kind": "guess-chart", "most": 100, "goodWithin": 40, "fairWithin": 80,
     "bars": [{"id": "silent", "truth": 9}, {"id": "quick", "truth": 82}]},
    {"id": "match", "kind": "match", "pairs": [{"id": "product"}, {"id": "price"}, {"id": "place"}],
     "extras": [{"id": "profit"}]},
    {"id": "matrix", "kind": "matrix",
     "cells": [{"id": "top-left"}, {"id": "top-right"}, {"id": "bottom-left"}, {"id": "bottom-right"}],
     "cards": [{"id": "seats", "cell": "top-left"}, {"id": "names", "cell": "bottom-right", "also": ["top-right"]}]},
    {"id": "cloze", "kind": "cloze", "bank": [{"id": "depend"}, {"id": "interrupt"}, {"id": "discount"}],
     "sentences": [{"id": "reliance", "gaps": [{"id": "they", "word": "depend"}, {"id": "we", "word": "depend"}]},
                   {"id": "work", "gaps": [{"id": "not", "word": "interrupt", "also": ["depend"]}]}]},
    {"id": "spot", "kind": "spot", "heard": true, "speakers": [{"id": "caller"}, {"id": "agent"}],
     "tags": [{"id": "interrupting"}, {"id": "no-summary"}],
     "lines": [{"id": "leaks", "by": "caller"}, {"id": "model", "by": "agent", "mistake": true, "tag": "interrupting"},
               {"id": "fine", "by": "agent"}, {"id": "bye", "by": "agent", "mistake": true, "tag": "no-summary"}]},
    {"id": "likert", "kind": "likert", "statements": [{"id": "urgent"}, {"id": "known"}],
     "bands": [{"id": "good", "upTo": 4}, {"id": "watch", "upTo": 7}, {"id": "choose", "upTo": 10}]},
    {"id": "cards", "kind": "cards", "listen": [{"id": "call"}], "labels": [{"id": "ours"}, {"id": "beyond"}],
     "cards": [{"id": "response", "label": "ours"}, {"id": "moved", "label": "beyond"}, {"id": "weather"}]},
    {"id": "reflect", "kind": "reflect", "listen": [{"id": "ask"}, {"id": "answer"}]},
    {"id": "case", "kind": "case", "budget": 100,
     "decisions": [{"id": "channels", "choose": 2,
                    "options": [{"id": "booth", "cost": 40, "worth": 3}, {"id": "cards", "cost": 20, "worth": 2},
                                {"id": "lawyers", "cost": 90, "worth": -3}]},
                   {"id": "answer", "options": [{"id": "dated", "cost": 10, "worth": 2}, {"id": "soon", "worth": 0}]}],
     "outcomes": [{"id": "heard", "from": 6, "score": 100}, {"id": "half", "from": 2, "score": 60}, {"id": "deaf", "score": 20}]},
    {"id": "dialogue", "kind": "dialogue", "mood": 40,
     "nodes": [{"id": "first", "options": [{"id": "listen", "mood": 15, "inventory": ["S0-60"]},
                                           {"id": "calm", "redLine": true},
                                           {"id": "again", "mood": -5, "to": "first"}]},
               {"id": "cooler", "when": {"moodUpTo": 30}, "options": [{"id": "sorry", "mood": 5}, {"id": "so-what", "mood": -20}]},
               {"id": "promise", "options": [{"id": "date", "mood": 20, "sets": ["dated"], "to": "end"},
                                             {"id": "soon", "mood": 0},
                                             {"id": "extra", "mood": 10, "when": {"moodFrom": 50}}]}],
     "endings": [{"id": "hand", "when": {"moodFrom": 70, "flags": ["dated"]}, "score": 100},
                 {"id": "leaves", "when": {"moodFrom": 45}, "score": 60}, {"id": "complains", "score": 20}]},
    {"id": "simulator", "kind": "simulator", "formula": "SIM-1",
     "inputs": [{"id": "defection", "least": 5, "most": 40, "step": 0.5}, {"id": "multiple", "least": 5, "most": 7, "step": 1}],
     "outputs": [{"id": "profit"}, {"id": "value"},
                 {"id": "value-change", "decimals": 1, "least": -50, "most": 150, "reference": 25}],
     "tasks": [{"id": "fifteen", "guess": "value-change", "set": {"defection": 15}, "least": -20, "most": 100, "step": 1, "tolerance": 10},
               {"id": "double", "reach": "value", "from": 3800, "upTo": 4000}],
     "examples": [{"set": {}, "gives": {"profit": 400000, "value": 1900}},
                  {"set": {"defection": 15}, "gives": {"value": 2733, "value-change": 43.9, "profit-change": 6.3}}]},
    {"id": "gauge", "kind": "gauge", "turns": [{"id": "t1"}, {"id": "t2"}, {"id": "t3"}, {"id": "t4"},
                                               {"id": "t5"}, {"id": "t6"}, {"id": "t7"}, {"id": "t8"}]},
    {"id": "friendly", "kind": "dialogue", "heard": true, "mood": 60, "meters": [{"id": "queue", "start": 70, "most": 100}],
     "checklist": [{"id": "listed"}, {"id": "dated"}],
     "nodes": [{"id": "first", "options": [{"id": "all", "mood": 6, "moves": {"queue": -5}, "sets": ["listed"]},
                                           {"id": "at-once", "mood": 2, "moves": {"queue": -15}}]},
               {"id": "grumble", "when": {"upTo": {"queue": 60}},
                "options": [{"id": "minute", "mood": 4, "moves": {"queue": 10}}, {"id": "ignore", "mood": 0, "moves": {"queue": -10}}]},
               {"id": "wishes", "options": [{"id": "book", "mood": 6, "sets": ["dated"]}, {"id": "busy", "redLine": true}]}],
     "endings": [{"id": "both", "when": {"moodFrom": 60, "from": {"queue": 60}}, "score": 100},
                 {"id": "she", "when": {"moodFrom": 55}, "score": 60}, {"id": "nobody", "score": 20}]},
    {"id": "potential", "kind": "likert", "points": 10, "lowest": 2,
     "statements": [{"id": "calm", "lesson": "L1.2"}, {"id": "cheerful"}, {"id": "names", "lesson": "L1.1"}],
     "bands": [{"id": "rising", "upTo": 14}, {"id": "strong", "upTo": 30}]},
    {"id": "recovery", "kind": "dialogue", "budget": 6000,
     "meters": [{"id": "outcome", "start": 2, "most": 10}, {"id": "process", "start": 2, "most": 10}, {"id": "care", "start": 2, "most": 10}],
     "nodes": [{"id": "meet", "options": [{"id": "door", "cost": 300, "moves": {"care": 3, "process": 1}},
                                          {"id": "clerk", "moves": {"process": -1}}, {"id": "normal", "moves": {"care": -3}}]},
               {"id": "rooms", "options": [{"id": "choice", "cost": 5000, "moves": {"outcome": 6, "process": 4}},
                                           {"id": "everything", "cost": 5800, "moves": {"outcome": 1}, "sets": ["uneasy"]},
                                           {"id": "tomorrow", "moves": {"outcome": -2, "process": -2}}]}],
     "endings": [{"id": "again", "when": {"totalFrom": 18, "from": {"outcome": 6, "process": 6}, "notFlags": ["uneasy"]}, "score": 100},
                 {"id": "satisfied", "when": {"totalFrom": 13, "from": {"care": 2, "budget": 500}}, "score": 60},
                 {"id": "complaint", "score": 20}]}
  ]})";

constexpr std::string_view words = R"({
  "title": "Lesson", "objectives": ["Know"],
  "steps": {
    "alone": {"title": "Guess", "prompt": "Of 100, how many come back?", "bars": {"silent": {"label": "Silent"}, "quick": {"label": "Quick"}},
      "goodFeedback": "Close", "fairFeedback": "Near", "farFeedback": "Far", "insight": "Speed counts"},
    "match": {"title": "Pairs", "prompt": "Press a P, then its C",
      "pairs": {"product": {"left": "Product", "right": "Customer", "why": "What is wanted"}, "price": {"left": "Price", "right": "Cost", "why": "Time too"},
                "place": {"left": "Place", "right": "Convenience", "why": "How easy"}},
      "extras": {"profit": {"right": "Profit", "why": "That is ours"}}, "insight": "Four turns"},
    "matrix": {"title": "Place", "prompt": "Place them", "across": "Easy to copy?", "left": "Easy", "right": "Hard", "down": "Cost", "top": "High", "bottom": "Low",
      "cells": {"top-left": {"label": "Bought"}, "top-right": {"label": "Grown"}, "bottom-left": {"label": "Given"}, "bottom-right": {"label": "Learnt"}},
      "cards": {"seats": {"text": "New seats", "why": "Anyone can buy them"}, "names": {"text": "Knowing names", "why": "It takes years"}}, "insight": "People"},
    "cloze": {"title": "Creed", "prompt": "Fill the gaps", "bank": {"depend": {"text": "depend"}, "interrupt": {"text": "interrupt"}, "discount": {"text": "discount", "why": "It is no matter of price"}},
      "sentences": {"reliance": {"text": "They do not {they} on us; we {we} on them.", "why": "Who needs whom"}, "work": {"text": "They do not {not} our work.", "why": "They are its purpose"}}, "insight": "Attitude"},
    "spot": {"title": "Find", "prompt": "Tap two mistakes", "speakers": {"caller": {"label": "Caller"}, "agent": {"label": "Agent"}},
      "tags": {"interrupting": {"label": "Interrupting"}, "no-summary": {"label": "No summary"}},
      "lines": {"leaks": {"text": "It leaks since Wednesday…"}, "model": {"text": "Which model?", "why": "Not finished", "better": "Please go on"},
                "fine": {"text": "All right.", "why": "The words are fine"}, "bye": {"text": "Wait for a call. Bye.", "why": "Nothing repeated"}}, "insight": "Five skills"},
    "likert": {"title": "Myself", "prompt": "How often?", "leastLabel": "Hardly ever", "mostLabel": "Very often",
      "statements": {"urgent": {"text": "I think of something urgent", "advice": "Write it down first"}, "known": {"text": "I know it already"}},
      "bands": {"good": {"label": "A good listener", "text": "Stay so"}, "watch": {"label": "Watch one", "text": "Pick the top one"}, "choose": {"label": "Choose", "text": "Try an antidote"}}},
    "cards": {"title": "Flip", "prompt": "Whose is it?", "listen": {"call": {"text": "I am leaving you"}}, "labels": {"ours": {"label": "Ours"}, "beyond": {"label": "Not ours"}},
      "cards": {"response": {"front": "Slow reply", "back": "A reply can be quicker"}, "moved": {"front": "Moved away", "back": "Nobody can help that"}, "weather": {"front": "Rain", "back": "Umbrellas help"}}},
    "reflect": {"title": "Think", "prompt": "When was that?", "listen": {"ask": {"speaker": "He", "text": "Third trip (sighs), third paper."}, "answer": {"text": "What is missing?"}}, "thoughts": ["Last week, perhaps."]},
    "case": {"title": "Decide", "prompt": "Spend it well", "story": ["You run an airline’s desk."], "budgetShows": "£{n},000",
      "decisions": {"channels": {"text": "Which two?", "options": {"booth": {"text": "A booth", "effect": "People speak"}, "cards": {"text": "Cards", "effect": "People write"}, "lawyers": {"text": "Lawyers", "effect": "People fall silent"}}},
                    "answer": {"text": "And then?", "options": {"dated": {"text": "Answer in 72 hours", "effect": "They believe it"}, "soon": {"text": "Soon", "effect": "They wait"}}}},
      "outcomes": {"heard": {"label": "Heard", "text": "They stay"}, "half": {"label": "Half heard", "text": "Some stay"}, "deaf": {"label": "Deaf", "text": "They leave"}}, "insight": "Listen"},
    "dialogue": {"title": "Talk", "prompt": "What do you say?", "who": "Mr Zhao", "scene": ["He has waited fifty minutes."],
      "nodes": {"first": {"line": "Are we air to you?", "options": {"listen": {"text": "Please go on", "why": "First he is heard", "reply": "He breathes out"}, "calm": {"text": "Calm down", "why": "Fuel on the fire"}, "again": {"text": "Pardon?", "why": "He says it twice"}}},
                "cooler": {"line": "You do not care!", "options": {"sorry": {"text": "I am sorry", "why": "It eases"}, "so-what": {"text": "So what", "why": "It hurts"}}},
                "promise": {"line": "By four?", "options": {"date": {"text": "News by 15:40", "why": "A date can be kept"}, "soon": {"text": "I will try", "why": "No date"}, "extra": {"text": "Some water?", "why": "One step further"}}}},
      "endings": {"hand": {"label": "He shakes your hand", "text": "He comes back"}, "leaves": {"label": "He leaves", "text": "He tells two friends"}, "complains": {"label": "He complains", "text": "He tells sixteen"}}, "insight": "Hear first"},
    "simulator": {"title": "What if", "prompt": "Try it", "inputs": {"defection": {"label": "Who leave in a year", "shows": "{n}%"}, "multiple": {"label": "Times dearer", "shows": "{n} times"}},
      "outputs": {"profit": {"label": "Profit of a year", "shows": "¥{n}"}, "value": {"label": "Worth of a customer", "shows": "¥{n}"}, "value-change": {"label": "Against the start", "shows": "{n}%", "referenceLabel": "the often quoted 25%"}},
      "tasks": {"fifteen": {"text": "It falls to 15%: how much more is a customer worth?", "why": "Life gets longer"}, "double": {"text": "Double the worth", "why": "Near 11.4%"}}, "insight": "Keep them"},
    "gauge": {"title": "Gauge", "prompt": "Eight questions", "scene": ["A parcel is lost."], "information": "Information", "drift": "Drift", "tension": "Tension",
      "turns": {"t1": {"line": "It never came.", "open": "What happened?", "closed": "Was it Monday?"}, "t2": {"open": "What then?", "closed": "Was it paid?"}, "t3": {"open": "How was it packed?", "closed": "Is it blue?"}, "t4": {"open": "Who knows of it?", "closed": "Is it heavy?"},
                "t5": {"open": "What matters most?", "closed": "By Friday?"}, "t6": {"open": "What have you tried?", "closed": "Did you call?"}, "t7": {"open": "What would help?", "closed": "A refund?"}, "t8": {"open": "What else?", "closed": "Is that all?"}},
      "ruleStart": "Start open", "ruleDrift": "Drifting? Close", "ruleTense": "Tense? Open again",
      "wonFeedback": "You know it all", "shortFeedback": "Too little known", "driftFeedback": "It drifted away", "tenseFeedback": "It broke off", "insight": "Open, narrow, open"},
    "friendly": {"title": "Five wishes", "prompt": "What do you say?", "who": "Aunt Sun", "scene": ["Others are waiting."],
      "meters": {"queue": {"label": "Patience of the queue"}}, "checklist": {"listed": {"label": "All wishes asked for"}, "dated": {"label": "A date given"}},
      "nodes": {"first": {"line": "And by the way…", "options": {"all": {"text": "How many things today?", "why": "First the whole list"}, "at-once": {"text": "I start with this one", "why": "The others wait"}}},
                "grumble": {"line": "The queue grumbles.", "options": {"minute": {"text": "One more minute", "why": "A wait with a reason is shorter"}, "ignore": {"text": "Say nothing", "why": "It gets longer"}}},
                "wishes": {"line": "Five, dear.", "options": {"book": {"text": "Two now, the rest on Wednesday", "why": "A choice and a date"}, "busy": {"text": "We are busy", "why": "That is ours to bear"}}}},
      "endings": {"both": {"label": "Both are glad", "text": "She comes again"}, "she": {"label": "She is glad", "text": "The queue is not"}, "nobody": {"label": "Nobody is glad", "text": "She stays away"}}, "insight": "Set the scope"},
    "potential": {"title": "Potential", "prompt": "Where do you stand?", "leastLabel": "Not me", "mostLabel": "Me",
      "statements": {"calm": {"text": "I keep my feelings in hand", "advice": "Breathe first", "leastLabel": "I find that hard", "mostLabel": "I do"},
                     "cheerful": {"text": "I stay cheerful with the cool"}, "names": {"text": "I remember names", "advice": "Say it twice"}},
      "bands": {"rising": {"label": "Worth training", "text": "Three lessons help"}, "strong": {"label": "Strong", "text": "Pass it on"}}},
    "recovery": {"title": "Midnight", "prompt": "What do you do?", "who": "Ms He", "scene": ["Four rooms are gone."], "budgetShows": "¥{n}",
      "meters": {"outcome": {"label": "Outcome"}, "process": {"label": "Process"}, "care": {"label": "Interaction"}},
      "nodes": {"meet": {"line": "And you give us forms?", "options": {"door": {"text": "Meet them at the door", "why": "A person, not a counter"}, "clerk": {"text": "Send a clerk", "why": "Nobody who may decide"}, "normal": {"text": "Overbooking is normal", "why": "Not to them"}}},
                "rooms": {"line": "And our four rooms?", "options": {"choice": {"text": "Suites or the partner hotel", "why": "They choose"}, "everything": {"text": "Everything free", "why": "Too much is uneasy"}, "tomorrow": {"text": "Tomorrow", "why": "They sleep tonight"}}}},
      "endings": {"again": {"label": "She books again", "text": "It worked once"}, "satisfied": {"label": "Satisfied", "text": "No more than that"}, "complaint": {"label": "A complaint", "text": "Through a third party"}}, "insight": "Three kinds of fair"}
  }})";

Json parsed(std::string_view text) {
    auto tree = base::parseJson(text, "sample");
    REQUIRE_MESSAGE(tree.ok(), (tree.ok() ? "" : tree.error().what + tree.error().where));
    return tree.value();
}

} // namespace

std::string exerciseStructure() { return std::string(structure); }
std::string exerciseWords() { return std::string(words); }

base::Json exerciseLesson() {
    std::vector<base::Error> faults;
    Json lesson = course::resolve(parsed(structure), parsed(words), "words", faults);
    REQUIRE_MESSAGE(faults.empty(), (faults.empty() ? "" : faults.front().where + ' ' + faults.front().what));
    return lesson;
}

std::vector<std::string> exerciseKinds() {
    std::vector<std::string> ids;
    for (const Json& step : exerciseLesson()["steps"]) ids.push_back(step["id"].get<std::string>());
    return ids;
}

course::Step exercise(std::string_view kind) {
    const Json lesson = exerciseLesson();
    std::vector<base::Error> faults;
    const base::JsonReader place(lesson, "sample", faults);
    const course::Lesson read = course::readLesson(place);
    REQUIRE_MESSAGE(faults.empty(), (faults.empty() ? "" : faults.front().where + ' ' + faults.front().what));
    for (const course::Step& step : read.steps)
        if (step.id.text() == kind) return step;
    FAIL("no step of this kind");
    return {};
}

std::vector<base::Error> faultsOfExercise(std::string_view kind, const std::function<void(Json&)>& change) {
    Json lesson = exerciseLesson();
    Json only = Json::array();
    for (const Json& step : lesson["steps"])
        if (step["id"].get<std::string>() == kind) only.push_back(step);
    REQUIRE(only.size() == 1);
    change(only[0]);
    lesson["steps"] = only;
    std::vector<base::Error> faults;
    const base::JsonReader place(lesson, "L", faults);
    (void)course::readLesson(place);
    return faults;
}

} // namespace sample
