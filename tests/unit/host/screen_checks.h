// What must hold of every screen, whatever is on it: everything has a name, can be hit with a thumb, stays within the
// window, was said before it is reacted to, and comes to rest.
#pragma once

#include "host/visitor.h"

#include <functional>
#include <string>

namespace walk {

/// Windows and sizes of words that people have.
struct Look {
    float width;
    const char* textPercent;
};

/// Looks at the screen that is open, drawn whole. `where` names it in what is complained about.
void checkScreen(Visitor& visitor, const std::string& where);

/// What checkScreen does, in parts, for what lies over a screen.
void checkLetters(Visitor& visitor, const std::string& where);
void checkRest(Visitor& visitor, const std::string& where);

/// In both languages: a small phone, a phone, a tablet, a desktop; and twice as large words.
void onEveryLook(const std::function<void(const char* language, const Look& look)>& walk);

} // namespace walk
