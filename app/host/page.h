// What the portal asks of the page it lives in: its address, its title, content packs, files for the person.
#pragma once

#include "host/record_files.h"
#include "host/verifier.h"
#include "host/voice.h"

#include <string>
#include <vector>

namespace host {

class Page {
public:
    virtual ~Page() = default;

    /// Draw another frame soon. Any number of calls before it make one frame.
    virtual void wakeUp() = 0;
    /// Draw a frame after this many milliseconds.
    virtual void wakeUpIn(int milliseconds) = 0;
    /// Go to a hash route ("#/lesson/L2.1"); Portal::goTo is called back with it. `replace` leaves no entry in the
    /// history.
    virtual void navigate(const std::string& hash, bool replace) = 0;
    /// Title of the tab, and the language of the whole document.
    virtual void describe(const std::string& title, const std::string& language) = 0;
    /// Height of everything, in CSS px, so that the browser scrolls it.
    virtual void setContentHeight(float height) = 0;
    virtual void scrollTo(float y) = 0;
    /// Fetch a content pack; the outcome comes as Portal::packArrived or Portal::packFailed.
    virtual void fetchPack(const std::string& name) = 0;
    /// Fetch the rest of the program (base/door.h); the outcome comes as Guest::restArrived.
    virtual void fetchRest() = 0;
    virtual void download(const std::string& fileName, const std::string& mediaType, const std::string& bytes) = 0;
    /// Files of HR's console.
    [[nodiscard]] virtual RecordFiles& recordFiles() = 0;
    /// Make and download a document from its description (JSON): the certificate, as PDF or PNG by the file's name, or
    /// what a person planned ("kind": "plan"); the outcome comes as Portal::certificateMade.
    virtual void makeDocument(const std::string& json, const std::string& fileName) = 0;
    /// The outcome comes as Guest::verified.
    virtual void verify(VerifyWish wish, const std::string& text) = 0;
    /// Speak these aloud, one after the other, in place of what is being spoken; none: be silent. What comes of it, and
    /// whether there is a voice for this language, is told to Guest::voiced.
    virtual void speak(const std::string& language, const std::vector<Utterance>& utterances, bool slowly) = 0;
    /// Go over to the newest version: loads the page anew.
    virtual void takeNewer() = 0;
    /// Keep a setting of this browser ("language", "theme", …) for the next start, before any journal is read.
    virtual void remember(const std::string& name, const std::string& value) = 0;
};

} // namespace host
