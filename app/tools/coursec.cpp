// coursec: checks the course's content and compiles it into the packs that the portal loads. Usable without reading
// C++:
//
//   coursec --check content               lists everything that is wrong, where, and what to do
//   coursec --check --complete content    the same of a finished course: every entry of the inventory taught and asked
//   coursec --coverage content            a table: entry of the inventory, its lessons, its items
//   coursec content build/packs           checks, and writes the packs when nothing is wrong
//
// Exit status: 0 all is well, 1 something is wrong (nothing was written), 2 it was called in another way than these.
// What is called advice never keeps packs from being written.

#include "tools/coursec/compile.h"
#include "tools/coursec/report.h"
#include "tools/coursec/sources.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace {

int callDifferently() {
    std::fputs("usage: coursec --check [--complete] <content-folder>\n"
               "       coursec --coverage <content-folder>\n"
               "       coursec <content-folder> <folder-for-packs>\n",
               stderr);
    return 2;
}

int complain(const base::Error& error) {
    std::fprintf(stderr, "%s\n", coursec::faultLine(error, {}).c_str());
    return 1;
}

std::string counted(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

/// One line each. Places begin with the folder as it was given, so that a terminal can open them.
void list(const coursec::Faults& faults, const coursec::Sources& sources, std::string folder, const char* end) {
    if (!folder.empty() && folder.back() != '/') folder += '/';
    for (const std::string& line : coursec::faultLines(faults, sources))
        std::fprintf(stderr, "%s%s%s\n", folder.c_str(), line.c_str(), end);
}

} // namespace

int main(int argumentCount, char** arguments) {
    std::vector<std::string> folders, options;
    for (int at = 1; at < argumentCount; ++at)
        (arguments[at][0] == '-' ? options : folders).emplace_back(arguments[at]);
    const auto isAsked = [&options](const char* option) {
        return std::find(options.begin(), options.end(), option) != options.end();
    };
    const bool check = isAsked("--check"), complete = isAsked("--complete"), coverage = isAsked("--coverage");
    const std::size_t known = (check ? 1U : 0U) + (complete ? 1U : 0U) + (coverage ? 1U : 0U);
    if (known != options.size() || (complete && !check) || (coverage && check) ||
        folders.size() != (options.empty() ? 2U : 1U))
        return callDifferently();

    const base::Result<coursec::Sources> sources = coursec::readSources(folders[0]);
    if (!sources) return complain(sources.error());

    coursec::Faults faults;
    const coursec::Compiled compiled = coursec::compile(sources.value(), faults);
    if (complete) {
        const coursec::Faults gaps = coursec::gapsIn(compiled.coverage);
        faults.insert(faults.end(), gaps.begin(), gaps.end());
    }
    if (coverage) {
        std::fputs(coursec::coverageTable(compiled.coverage).c_str(), stdout);
        return 0;
    }
    list(compiled.advice, sources.value(), folders[0], " (advice)");
    list(faults, sources.value(), folders[0], "");
    if (!faults.empty()) {
        std::fprintf(stderr, "%s in the content. Nothing was written.\n",
                     counted(faults.size(), "fault", "faults").c_str());
        return 1;
    }

    std::string line =
        counted(compiled.lessons, "lesson", "lessons") + ", " + counted(compiled.items, "item", "items") + ", " +
        counted(compiled.languages, "language", "languages") + ", " + counted(compiled.bytes, "byte", "bytes");
    if (!check) {
        const base::Result<coursec::Written> written = coursec::writeOutputs(folders[1], compiled.packs);
        if (!written) return complain(written.error());
        line += ", " + counted(written.value().changed, "pack", "packs") + " changed";
        if (written.value().removed > 0) line += ", " + std::to_string(written.value().removed) + " removed";
    }
    std::printf("%s\n", line.c_str());
    return 0;
}
