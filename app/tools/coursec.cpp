// coursec: checks the course's content and compiles it into the packs that the portal loads. Usable without reading
// C++:
//
//   coursec --check content             lists everything that is wrong, and where
//   coursec content build/packs         the same, and writes the packs when nothing is
//
// Exit status: 0 all is well, 1 something is wrong (nothing was written), 2 it was called in another way than these.

#include "tools/coursec/compile.h"
#include "tools/coursec/sources.h"

#include <cstdio>
#include <string>
#include <string_view>

namespace {

int callDifferently() {
    std::fputs("usage: coursec --check <content-folder>\n"
               "       coursec <content-folder> <folder-for-packs>\n",
               stderr);
    return 2;
}

int complain(const base::Error& error) {
    std::fprintf(stderr, "%s\n", coursec::faultLine(error).c_str());
    return 1;
}

std::string counted(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

} // namespace

int main(int argumentCount, char** arguments) {
    if (argumentCount != 3) return callDifferently();
    const bool checkOnly = std::string_view(arguments[1]) == "--check";
    const char* content = checkOnly ? arguments[2] : arguments[1];
    if (!checkOnly && arguments[1][0] == '-') return callDifferently();

    const base::Result<coursec::Sources> sources = coursec::readSources(content);
    if (!sources) return complain(sources.error());

    coursec::Faults faults;
    const coursec::Compiled compiled = coursec::compile(sources.value(), faults);
    for (const base::Error& fault : faults) std::fprintf(stderr, "%s\n", coursec::faultLine(fault).c_str());
    if (!faults.empty()) {
        std::fprintf(stderr, "%s in the content. Nothing was written.\n",
                     counted(faults.size(), "fault", "faults").c_str());
        return 1;
    }

    std::string line =
        counted(compiled.lessons, "lesson", "lessons") + ", " + counted(compiled.items, "item", "items") + ", " +
        counted(compiled.languages, "language", "languages") + ", " + counted(compiled.bytes, "byte", "bytes");
    if (!checkOnly) {
        const base::Result<coursec::Written> written = coursec::writeOutputs(arguments[2], compiled.packs);
        if (!written) return complain(written.error());
        line += ", " + counted(written.value().changed, "pack", "packs") + " changed";
        if (written.value().removed > 0) line += ", " + std::to_string(written.value().removed) + " removed";
    }
    std::printf("%s\n", line.c_str());
    return 0;
}
